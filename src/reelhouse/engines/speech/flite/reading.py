"""What flite should read for a script: plain ASCII English, with nothing in it that flite stumbles over."""

import re
import unicodedata

from reelhouse.engines.speech.tokens import Reading

SYMBOLS = {
    "&": " and ",
    "+": " plus ",
    "%": " percent ",
    "=": " equals ",
    "@": " at ",
    "°": " degrees ",
    "×": " times ",
    "÷": " divided by ",
    "§": " section ",
    "€": " euros ",
    "£": " pounds ",
    "¥": " yen ",
    "±": " plus or minus ",
    "’": "'",
    "‘": "'",
    "—": ", ",
    "–": ", ",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
}
DOT = re.compile(r"(?<=\w\w)\.(?=[A-Za-z]{2})")
SLASH = re.compile(r"(?<=\w)/(?=\w)")
NEVER_READ = re.compile(r"[^A-Za-z0-9$.,;:!?'\-\s]")
BARE = re.compile(r"(?<=\d)[.,:](?=\d)|[A-Za-z0-9$']")


def pieces_of(reading: Reading) -> list[str]:
    """What is read for each token of `reading`; a token of which nothing is heard may be a pause or ''."""
    starts = [token.start for token in reading.tokens]
    ends = [*starts[1:], len(reading.spoken)]
    return [plain(reading.spoken[start:end]) for start, end in zip(starts, ends, strict=True)]


def plain(text: str) -> str:
    """`text` in ASCII. An unspaced full stop, as in an address, makes flite give up: it is said as a word."""
    spelled = "".join(SYMBOLS.get(character, character) for character in text)
    folded = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return " ".join(NEVER_READ.sub(" ", SLASH.sub(" slash ", DOT.sub(" dot ", folded))).split())


def alone(piece: str) -> str:
    """`piece` as one utterance: no mark that would end it before its end."""
    kept = (character if BARE.match(piece, place) else " " for place, character in enumerate(piece))
    return " ".join("".join(kept).split())


def is_english(text: str) -> bool:
    """Whether most letters of `text` can be written in ASCII."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(bool(plain(letter)) for letter in letters) >= len(letters)
