"""Our voices, languages and speeds in espeak-ng's words."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.espeak.process import ENGINE, Utterance, espeak_folder
from reelhouse.engines.speech.tokens import Reading, reading_of
from reelhouse.engines.speech.types import SpeechRequest

NATURAL_WORDS_PER_SECOND = 2.5
SLOWEST, FASTEST = 0.5, 2.0

# espeak-ng's rate against words a second of plain English, sentence pauses included: the mean of five
# spoken scripts by four timbres. Above 400 its clock of events runs away from its sound.
PACES = (
    (80, 1.445),
    (100, 1.715),
    (120, 2.061),
    (140, 2.426),
    (160, 2.770),
    (180, 3.132),
    (200, 3.477),
    (250, 4.354),
    (300, 5.232),
    (350, 6.234),
    (400, 7.129),
)

# espeak-ng gives each syllable of Chinese the time of a long one: 2.7 a second, where people say five.
HURRIED = {"cmn": 1.7, "yue": 1.7}

# Tags that people use and espeak-ng does not know, or takes for another.
NEAREST = {
    "en": "en-us",
    "en-au": "en-gb",
    "en-nz": "en-gb",
    "en-ie": "en-gb",
    "en-in": "en-gb",
    "es-us": "es-419",
    "es-ar": "es-419",
    "es-co": "es-419",
    "no": "nb",
    "zh-hk": "yue",
    "iw": "he",
    "in": "id",
}

# The language in which letters of another alphabet are read: with the asked one they would be spelled out.
ALPHABETS = (
    ("぀", "ヿ", "ja"),
    ("가", "힣", "ko"),
    ("一", "鿿", "cmn"),
    ("Ѐ", "ӿ", "ru"),
    ("Ͱ", "Ͽ", "el"),
    ("א", "ת", "he"),
    ("ء", "ۿ", "ar"),
    ("ऀ", "ॿ", "hi"),
    ("ঀ", "৿", "bn"),
    ("஀", "௿", "ta"),
    ("ఀ", "౿", "te"),
    ("ก", "๛", "th"),
    ("ა", "ჿ", "ka"),
    ("Ա", "֏", "hy"),
)


KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the installed data has: the voice that speaks each language tag, and the timbres."""

    languages: dict[str, str]
    timbres: frozenset[str]


def reading_for(request: SpeechRequest) -> tuple[Reading, Utterance]:
    """The words of `request`, and the whole of it in espeak-ng's words.

    Raises `EngineRefused` for what espeak-ng cannot speak.
    """
    voice = request.voice
    if voice.timbre not in catalogue().timbres:
        raise EngineRefused(ENGINE, f"there is no timbre {voice.timbre!r}")
    if not SLOWEST <= request.speed <= FASTEST:
        raise EngineRefused(ENGINE, f"a speed of {request.speed:g} is outside {SLOWEST:g} to {FASTEST:g}")
    language = reading_language(request.text, language_of(request.language))
    if language == "ja" and KANJI.search(request.text):
        raise EngineRefused(
            ENGINE, "it names kanji instead of reading them; write kana, or configure another speech backend"
        )
    reading = reading_of(request.text, english=language.startswith("en"))
    if reading.is_silent:
        raise EngineRefused(ENGINE, "there is nothing in the text that can be said")
    utterance = Utterance(
        text=reading.spoken,
        voice=f"{language}+{voice.timbre}",
        rate=rate_of(request.speed * voice.pace * HURRIED.get(language, 1.0)),
        pitch=_bounded(voice.pitch + request.pitch_shift),
        pitch_range=_bounded(voice.pitch_range + request.pitch_range_shift),
    )
    return reading, utterance


def language_of(tag: str) -> str:
    """The installed voice nearest to the BCP-47 `tag`: for itself, its known neighbour, or its root."""
    known = catalogue().languages
    wanted = tag.strip().lower().replace("_", "-")
    candidates = [NEAREST.get(wanted, ""), wanted]
    while "-" in wanted:
        wanted = wanted.rpartition("-")[0]
        candidates += [NEAREST.get(wanted, ""), wanted]
    for candidate in candidates:
        if candidate in known:
            return known[candidate]
    raise EngineRefused(ENGINE, f"it speaks no language {tag!r}")


def reading_language(text: str, asked: str) -> str:
    """`asked`, unless most letters of `text` belong to an alphabet that `asked` is not written in."""
    letters = [letter for letter in text if letter.isalpha()]
    for first, last, language in ALPHABETS:
        own = sum(first <= letter <= last for letter in letters)
        # One of these letters is a syllable or more, and Japanese is mixed with Chinese characters.
        if own * (4 if language in {"ja", "ko", "cmn"} else 2) > len(letters):
            return asked if _writes_in(asked, first) else language
    return asked


def rate_of(pace: float) -> int:
    """espeak-ng's rate for `pace` times 2.5 words a second, as near as its range of 80 to 400 goes."""
    wanted = NATURAL_WORDS_PER_SECOND * pace
    place = min(max(bisect_left(PACES, wanted, key=lambda known: known[1]), 1), len(PACES) - 1)
    (slow, slow_words), (fast, fast_words) = PACES[place - 1 : place + 1]
    rate = slow + (fast - slow) * (wanted - slow_words) / (fast_words - slow_words)
    return round(min(max(rate, PACES[0][0]), PACES[-1][0]))


@cache
def catalogue() -> Catalogue:
    data = espeak_folder() / "espeak-ng-data"
    offers = sorted(offer for file in (data / "lang").rglob("*") if file.is_file() for offer in _offers(file))
    return Catalogue(
        languages={tag: voice for _, tag, voice in reversed(offers)},
        timbres=frozenset(file.name for file in (data / "voices" / "!v").iterdir()),
    )


def _offers(voice: Path) -> list[tuple[int, str, str]]:
    """Priority (the lowest wins), tag and voice for each line such as ``language en-us 2``.

    espeak-ng calls a voice as its file is called.
    """
    words = [line.split() for line in voice.read_text("utf-8", "replace").splitlines()]
    lines = [line[1:] for line in words if len(line) > 1 and line[0] == "language"]
    return [(int(line[1]) if len(line) > 1 else 5, line[0].lower(), voice.name) for line in lines]


def _writes_in(language: str, first_letter: str) -> bool:
    same_alphabet = {
        "Ѐ": {"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tt", "ba", "cv"},
        "ء": {"ar", "fa", "ur", "ug", "ku", "sd"},
        "ऀ": {"hi", "mr", "ne", "kok"},
        "ঀ": {"bn", "as", "bpy"},
        "一": {"cmn", "yue", "hak", "ja", "zh"},
    }
    own = {language_tag for first, _, language_tag in ALPHABETS if first == first_letter}
    return language.split("-", maxsplit=1)[0] in own | same_alphabet.get(first_letter, set())


def _bounded(value: int) -> int:
    return min(max(value, 0), 99)
