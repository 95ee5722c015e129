"""Words as a director compares them: without case, endings and the small words that carry nothing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reelhouse.core.pitches.directing.vocabulary import vocabulary

WORD = re.compile(r"[^\W_]+(?:['’.&+/-][^\W_]+)*[%+#]*")
SMALL = vocabulary(
    """a about above after again all also an and any anyone are as at be because been before being
    between both but by can could do does doing done each every everyone for from get gets had has
    have how i if in into is it its just let lets like made make makes many me more most much my new
    no not of off on one only or other our out over own so some such than that the their them then
    there these they this those through to too up us use uses using very was we were what when where
    which while who whole why will with within without you your yours people person someone
    something thing things way ways it's you're don't want wants need needs help helps"""
)
LONGEST_ENDING = 4


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A crude stem: equal for the forms of one English word, mostly; other languages keep their words."""
    bare = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        kept = bare[: -len(ending)]
        if bare.endswith(ending) and len(kept) + len(instead) >= LONGEST_ENDING - 1:
            if ending == "s" and kept.endswith(("s", "u", "i")):
                break
            bare = kept + instead
            break
    if len(bare) > LONGEST_ENDING - 1 and bare[-1] == bare[-2] and bare[-1] not in "lsz":
        bare = bare[:-1]
    return bare.removesuffix("e") if len(bare) > LONGEST_ENDING - 1 else bare


@lru_cache(maxsize=50_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry something."""
    return frozenset(stem(word) for word in words_of(text) if word.lower() not in SMALL)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set is in the other, 0 to 1."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def shortened(text: str, most: int) -> str:
    """The first `most` words, not ending on one that leads on."""
    parts = text.split()
    kept = parts[:most]
    while len(parts) > most and len(kept) > 1 and kept[-1].lower().strip(",;:") in LEADING_ON:
        kept.pop()
    return " ".join(kept).rstrip(",;: -–—")


def cut_at_word(text: str, most: int) -> str:
    """`text` within `most` characters, cut after a whole word where there is one."""
    if len(text) <= most:
        return text
    head = text[:most]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:-–—")


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(items: Iterable[str]) -> str:
    """``a, b, and c``."""
    *head, last = items
    if not head:
        return last
    return f"{', '.join(head)}{',' if len(head) > 1 else ''} and {last}"


LEADING_ON = vocabulary(
    """a an the and or but of for to in on at with by from as your our their its that which is are was"""
)
