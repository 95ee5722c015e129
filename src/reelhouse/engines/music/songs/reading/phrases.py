"""Tags as phrases: the longest words that mean something, and what is asked to be absent."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[\w'’&+#♯♭-]+", re.UNICODE)
NOT = frozenset({"no", "without", "not", "minus", "non"})
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """`is_known` when it is in the vocabulary; `is_absent` when a word such as ``no`` stood before it."""

    text: str
    is_known: bool
    is_absent: bool = False


def phrases_of(tag: str, known: Container[str]) -> Iterator[Phrase]:
    """Of one tag, from left to right; words that mean nothing here come one by one."""
    words = [word.strip("-'’") for word in WORD.findall(tag.lower().replace("’", "'"))]
    words = [word for word in words if word]
    place, is_absent = 0, False
    while place < len(words):
        if words[place] in NOT:
            is_absent, place = True, place + 1
            continue
        length = _longest(words[place:], known)
        yield Phrase(" ".join(words[place : place + max(length, 1)]), length > 0, is_absent)
        place += max(length, 1)
        is_absent = is_absent and length == 0  # "no loud drums" has no drums


def _longest(words: list[str], known: Container[str]) -> int:
    lengths = range(min(LONGEST, len(words)), 0, -1)
    return next((length for length in lengths if " ".join(words[:length]) in known), 0)
