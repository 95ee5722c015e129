"""Taking a word or a number as it was given, or saying why not."""

import math
import re
import unicodedata
from enum import StrEnum
from typing import TypeVar

from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.directing.words import cut_at_word

Word = TypeVar("Word", bound=StrEnum)
SEPARATORS = re.compile(r"[\s_-]+")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def chosen(
    kind: type[Word],
    given: str | None,
    default: Word,
    path: str,
    notes: Notes,
    also: dict[str, Word] | None = None,
) -> Word:
    """The member of `kind` that `given` names, in any spelling; `also` are further words for them."""
    if given is None or not given.strip():
        return default
    word = SEPARATORS.sub("_", given.strip().lower())
    for member in kind:
        if word == member.value:
            return member
    if also and word in also:
        return also[word]
    notes.unknown(path, given, default.value, kind)
    return default


def bounded(given: float, lowest: float, highest: float, path: str, notes: Notes) -> float:
    """`given` within its range; what is no number is the lowest."""
    value = given if math.isfinite(given) else lowest if not given > 0 else highest
    used = min(max(value, lowest), highest)
    if used != given:
        told = given if math.isfinite(given) else str(given)
        notes.add(Code.VALUE_OUT_OF_RANGE, path, told, used, detail=f"It is {lowest:g} to {highest:g}.")
    return used


def written(given: str, most: int, path: str, notes: Notes) -> str:
    """`given` on one line, without characters that nobody sees, and within `most` characters."""
    seen = "".join(" " if unicodedata.category(one) in UNSEEN else one for one in given)
    text = " ".join(seen.split())
    short = cut_at_word(text, most)
    if short != text:
        notes.add(Code.TEXT_TRIMMED, path, text, short, detail=f"It may have {most} characters.")
    return short
