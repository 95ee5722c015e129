"""What tags say in figures, for models that take them in fields of their own."""

import re
from dataclasses import dataclass

TEMPO = re.compile(r"\b(\d{2,3})\s*bpm\b", re.IGNORECASE)
KEY = re.compile(r"\b([A-G][#b]?)[ -]?(major|minor)\b", re.IGNORECASE)
METERS = {"2/4": "2", "3/4": "3", "4/4": "4", "6/8": "6", "waltz": "3"}

INSTRUMENTAL = "[Instrumental]"
"""The lyrics of a piece without words, as ACE-Step has them."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Tempo, key and the beats of a bar; None for what the tags do not say."""

    bpm: int | None
    key: str | None
    meter: str | None

    @classmethod
    def of(cls, tags: str) -> "Stated":
        tempo, key = TEMPO.search(tags), KEY.search(tags)
        return cls(
            int(tempo[1]) if tempo else None,
            f"{key[1].capitalize()} {key[2].lower()}" if key else None,
            next((meter for sign, meter in METERS.items() if sign in tags.lower()), None),
        )

    @property
    def understood(self) -> tuple[str, ...]:
        told = (
            f"{self.bpm} bpm" if self.bpm else None,
            self.key,
            f"{self.meter} beats" if self.meter else None,
        )
        return tuple(one for one in told if one)
