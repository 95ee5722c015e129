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


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """Say `text` in the language of the BCP-47 tag `target`, to be spoken in the same time.

    Numbers, names and addresses stay what they are. `source` is the language of `text`, when it is known.
    `max_words` are counted by `count_words`, which knows languages that are written without spaces.
    """

    text: str
    target: str
    source: str | None = None
    max_words: int | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    text: str
    engine: str
