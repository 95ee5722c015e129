"""What was said, and exactly when."""

from fractions import Fraction
from typing import Literal

from pydantic.dataclasses import dataclass

from reelhouse.media.time import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One token of the script as it is written (punctuation attached), and when it is heard."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Phoneme:
    """One sound in IPA; an empty `ipa` is a pause."""

    ipa: str
    span: Span


@dataclass(frozen=True, slots=True)
class Timing:
    """Word and phoneme times of one recording, in seconds from its first sample.

    `source` says how they came about: ``measured`` by the synthesiser, ``aligned`` to the sound
    afterwards, or ``estimated`` from the text alone.
    """

    words: tuple[Word, ...]
    phonemes: tuple[Phoneme, ...]
    duration: Fraction
    source: Literal["measured", "aligned", "estimated"] = "measured"

    def shifted(self, by: Fraction) -> "Timing":
        """The same times on a timeline where the recording starts at `by`."""
        return Timing(
            words=tuple(Word(word.text, word.span.shifted(by)) for word in self.words),
            phonemes=tuple(Phoneme(sound.ipa, sound.span.shifted(by)) for sound in self.phonemes),
            duration=self.duration,
            source=self.source,
        )
