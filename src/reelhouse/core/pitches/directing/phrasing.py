"""Filling a sentence's slots, and choosing sentences so that none is said twice while another is left."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

from reelhouse.core.pitches.directing.names import Name
from reelhouse.core.pitches.directing.words import capitalised, stems, words_of

OWNED = ("your ", "my ", "our ", "all ", "every ")
OWNING = re.compile(r"\b(?:[Yy]our|the) \{bare\}")
SLOT = re.compile(r"\{\w+\}")


@dataclass(slots=True)
class Chooser:
    """Takes sentences in an order that only depends on the words of `seed`."""

    seed: str
    said: Counter[str] = field(default_factory=Counter)
    openings: Counter[str] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)

    def take(self, choices: Sequence[str], key: str) -> str:
        """The least used of `choices`, and among those one that begins and ends as few others did."""
        best = min(
            choices,
            key=lambda one: (
                self.said[one],
                self.openings[opening_of(one)] + self.endings[ending_of(one)],
                _lot(self.seed, key, one),
            ),
        )
        self.said[best] += 1
        self.endings[ending_of(best)] += 1
        self.openings[opening_of(best)] += 1
        return best


@lru_cache(maxsize=10_000)
def opening_of(sentence: str) -> str:
    """What the ear notices when it comes again: the first two words."""
    return " ".join(words_of(sentence.lower())[:2])


@lru_cache(maxsize=10_000)
def ending_of(sentence: str) -> str:
    return " ".join(words_of(sentence.lower())[-2:])


def apart_from(name: str, choices: Sequence[str]) -> Sequence[str]:
    """Those of `choices` that do not say a word of `name` again: no ``base building, built in``."""
    said = stems(name)
    is_owned = name.lower().startswith(OWNED)
    apart = [one for one in choices if not stems(SLOT.sub(" ", one)) & said]
    return [one for one in apart if not (is_owned and OWNING.search(one))] or choices


def filled(template: str, slots: Mapping[str, str]) -> str:
    """`template` with its slots; ``{Name}`` is the slot ``name`` with a capital."""
    text = template
    for name, value in slots.items():
        text = text.replace(f"{{{name}}}", value).replace(f"{{{capitalised(name)}}}", capitalised(value))
    return capitalised(" ".join(text.split()))


def slots_of(name: Name) -> dict[str, str]:
    """The name, in the forms in which sentences take it."""
    return {"the": name.the, "bare": name.bare, "do": name.bare}


@lru_cache(maxsize=10_000)
def _lot(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=6).digest())
