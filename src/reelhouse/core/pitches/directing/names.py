"""From the name of a folder or a label on a screen to words that stand in a sentence."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reelhouse.core.pitches.directing.lexicon import (
    ACRONYMS,
    ALSO_NOUNS,
    COMPOUNDS,
    HEADS,
    MASS,
    NO_OBJECTS,
    NUMBERS,
    OBJECT_STARTS,
    PARTS_OF_PROGRAMS,
    PLURAL_LOOKING,
    PROPER,
    RELATIVES,
    SPELT,
    VERBS,
)
from reelhouse.core.pitches.directing.words import capitalised

NUMBERING = re.compile(r"^\W*(?:(?:step|screen|feature|screenshot)?[\s_-]*\d{1,3}(?=[\s_.)-])[\s_.)-]+)")
INNER_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
ENDING = re.compile(r"\.(?:png|jpe?g|webp|gif)$", re.IGNORECASE)
PARTS = re.compile(r"[\s_/\\]+|(?<=\w)-(?=\w)|–|—")
HYPHENATED = re.compile(r"[A-Z][a-z]+-[a-z]+")
LONGEST_TITLE = 60
SHORTEST_GERUND = 6


class Sense(StrEnum):
    """`DEED` is an order such as ``create invoices``, `DOING` a gerund, `THING` whatever one can have."""

    DEED = "deed"
    DOING = "doing"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Name:
    """`title` stands alone, `bare` within a sentence, `the` is `bare` with its article where it has one."""

    title: str
    bare: str
    the: str
    sense: Sense
    is_plural: bool

    @property
    def says_nothing(self) -> bool:
        return not any(character.isalpha() for character in self.title)


@lru_cache(maxsize=10_000)
def title_of(raw: str) -> str:
    """``01_smart-reminders`` and ``SmartReminders`` are ``Smart reminders``; spelt names stay as they are."""
    text = ENDING.sub("", " ".join(raw.split()))
    stripped = NUMBERING.sub("", text) or text
    is_code = " " not in stripped and not HYPHENATED.fullmatch(stripped)
    if is_code:
        stripped = " ".join(_parted(part) for part in PARTS.split(stripped))
    words = [_spelt(word, first=place == 0, lower=is_code) for place, word in enumerate(stripped.split())]
    return " ".join(words)[:LONGEST_TITLE].strip()


@lru_cache(maxsize=10_000)
def name_of(raw: str) -> Name:
    title = title_of(raw)
    words = within(title).split()
    sense = _sense(words)
    bare = _with_article(words) if sense is Sense.DEED else " ".join(words)
    is_plural = sense is Sense.THING and _is_plural(_head(words))
    takes_none = not words or is_plural or sense is not Sense.THING or _is_mass(words) or _is_proper(words)
    if words and RELATIVES.intersection(words[1:]) - {"your"}:
        takes_none = False  # the APIs you know
    return Name(title, bare, bare if takes_none else f"the {bare}", sense, is_plural)


def within(title: str) -> str:
    """`title` as it stands inside a sentence: what is no name begins small."""
    words = title.split()
    is_name = len(words) > 1 and _is_own(words[0]) and all(word[0].isupper() for word in words)
    return title if is_name else " ".join(_lowered(word) for word in words)


def is_deed(label: str) -> bool:
    return name_of(label).sense is Sense.DEED


def _spelt(word: str, *, first: bool, lower: bool) -> str:
    known = _acronym(word) or SPELT.get(word.lower())
    if known:
        return known
    if word.lower() in PROPER:
        return capitalised(word.lower())
    if lower and not (word.isupper() and len(word) <= len("ABC")):
        word = word.lower()
    return capitalised(word) if first and not _has_inner_capital(word) else word


def _parted(word: str) -> str:
    """``smartReminders`` is two words; ``GitHub`` and ``SDKs`` are one."""
    return word if _acronym(word) or word.lower() in SPELT else INNER_CAPITAL.sub(" ", word)


def _acronym(word: str) -> str:
    """``API`` of ``api``, and ``APIs`` of ``apis``; empty for other words."""
    low = word.lower()
    one = ACRONYMS.get(low.removesuffix("s"), "") if low.endswith("s") else ""
    return ACRONYMS.get(low) or (f"{one}s" if one else "")


def _lowered(word: str) -> str:
    if _is_own(word) or word == "I" or any(character.isdigit() for character in word):
        return word
    return word.lower()


def _is_own(word: str) -> bool:
    """An acronym, a brand, or a word with a capital inside."""
    bare = word.strip(".,:;!?")
    return (
        _has_inner_capital(bare)
        or bare.lower() in PROPER
        or bare.lower() in SPELT
        or _acronym(bare) == bare != ""
    )


def _has_inner_capital(word: str) -> bool:
    return any(character.isupper() for character in word[1:]) and not (
        word.isupper() and len(word) > len("ABCD")
    )


def _sense(words: list[str]) -> Sense:
    if not words:
        return Sense.THING
    first = words[0]
    if len(words) == len(("build", "mode")) and (words[1] in HEADS or " ".join(words) in COMPOUNDS):
        return Sense.THING
    if first in VERBS and (len(words) > 1 or first not in MASS):
        return Sense.DEED
    if first in ALSO_NOUNS and len(words) > 1 and _is_object(words[1:]):
        return Sense.DEED
    if len(words) > 1 and first.endswith("ing") and len(first) >= SHORTEST_GERUND and _is_object(words[1:]):
        return Sense.DOING
    return Sense.THING


def _with_article(words: list[str]) -> str:
    """``create invoice`` is said ``create an invoice``."""
    noun = words[-1].lower()
    if len(words) != len(("create", "invoice")) or noun in MASS | NO_OBJECTS | OBJECT_STARTS | PROPER:
        return " ".join(words)
    if _is_plural(noun) or noun.endswith(("ing", "ed", "ly", "er")) or not noun.isalpha():
        return " ".join(words)
    return f"{words[0]} {'an' if noun[0] in 'aeio' else 'a'} {words[1]}"


def _is_object(words: list[str]) -> bool:
    """``your week``, ``progress``, ``invoices``; but ``report builder`` is no builder being reported."""
    head = _head(words)
    return words[0] in OBJECT_STARTS or (
        len(words) == 1 and head not in PARTS_OF_PROGRAMS and (head in MASS or _is_plural(head))
    )


def _head(words: list[str]) -> str:
    """The noun itself: the last word before a preposition, or a clause about it."""
    for place, word in enumerate(words):
        if place and word in {"for", "of", "in", "on", "with", "to", "from", "by", "at"} | RELATIVES:
            return words[place - 1]
    return words[-1] if words else ""


def _is_plural(word: str) -> bool:
    low = word.lower()
    if word.endswith("s") and _acronym(word) == word:
        return True
    return low.endswith("s") and low not in ACRONYMS and not low.endswith(PLURAL_LOOKING) and low not in MASS


def _is_mass(words: list[str]) -> bool:
    head = _head(words).lower()
    is_owned = any(word.endswith(("'s", "’s")) for word in words[:-1])
    is_counted = words[0].lower() in NUMBERS or words[0].isdigit()
    return (
        is_counted
        or is_owned
        or head in MASS
        or head.endswith(("ing", "ics"))
        or words[0].lower() in OBJECT_STARTS
    )


def _is_proper(words: list[str]) -> bool:
    return any(character.isupper() for character in _head(words)) and len(_head(words)) > 1
