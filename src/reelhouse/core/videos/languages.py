"""In which language a script is written: enough to know whether it needs a translation."""

import re
from collections import Counter

LETTERS: dict[str, re.Pattern[str]] = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
"""Letters that tell a language by themselves, the most telling first: Japanese uses Chinese ones too."""

COMMON: dict[str, frozenset[str]] = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "the a an is are was to of and in it you i that this for with your my not but on have do so we",
        "es": "el la los las de que y en un una es no por con para mi tu se lo como más pero su yo esto del",
        "fr": "le la les de des et un une est que je vous pas pour dans ce mon ma votre sur avec il elle au",
        "de": "der die das und ist ein eine ich nicht zu mit sie es den von für auf mein dein auch wie dem",
        "it": "il la lo gli di che e un una è non per con mi ti si come più ma sono questo della nel",
        "pt": "o a os as de que e um uma é não por com para meu seu se como mais mas isso do da em você",
        "nl": "de het een en is van ik je niet dat met voor op in mijn jouw maar ook zo wat",
    }.items()
}
FOREIGN_PART = 0.3
"""From this part of its letters on, a script is in the language that they tell."""

TELLING_PART = 0.15


def language_of(text: str) -> str | None:
    """The language of a text as its two-letter tag, or None when it is not plain which."""
    letters = [letter for letter in text if letter.isalpha()]
    for tag, pattern in LETTERS.items():
        if letters and sum(bool(pattern.match(letter)) for letter in letters) > FOREIGN_PART * len(letters):
            return tag
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = Counter({tag: sum(word in common for word in words) for tag, common in COMMON.items()})
    (best, hits), (_, second) = found.most_common(2)
    return best if words and hits >= TELLING_PART * len(words) and hits > second else None


def reads_as_english(text: str) -> bool:
    """Whether English words beside a text are at home there."""
    found = language_of(text)
    return found == "en" or (found is None and text.isascii())


def is_in(text: str, tag: str) -> bool:
    """Whether a text is in the language of a BCP-47 tag already; one that does not tell counts as English."""
    return (language_of(text) or "en") == tag.partition("-")[0].lower()
