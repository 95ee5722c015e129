"""A word that is looked for in a recording, and where it was found."""

from pydantic.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordAsked:
    """A word to find; `sounds` are its phonemes in IPA if anybody said it, `rough` about when it is heard."""

    text: str
    sounds: tuple[str, ...] = ()
    rough: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Forced:
    """Seconds, and how likely a frame of it is against the likeliest sound, as a logarithm: 0 at best."""

    start: float
    end: float
    likelihood: float
