"""What text engines take and give."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    ENERGETIC = "energetic"
    CALM = "calm"
    CONFIDENT = "confident"
    DRAMATIC = "dramatic"


@dataclass(frozen=True, slots=True)
class ProductPage:
    """What a product page says about itself, already reduced to plain text."""

    url: str
    title: str
    description: str
    text: str


@dataclass(frozen=True, slots=True)
class ScriptRequest:
    """Write a spoken script about `prompt` (and `page`) of at most `max_words` words.

    A script has at least 50 and at most 3000 characters, and is spoken text only: no headings, no
    stage directions, no emoji, no markup.
    """

    prompt: str
    max_words: int
    page: ProductPage | None = None
    tone: Tone | None = None
    call_to_action: str | None = None


@dataclass(frozen=True, slots=True)
class Script:
    text: str
    engine: str
