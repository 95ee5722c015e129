"""Screenshots that belong to no feature, and begin or end a pitch."""

from dataclasses import dataclass

from reelhouse.core.pitches.types import Shown, Subject


@dataclass(frozen=True, slots=True)
class Covers:
    """What the opening shows, and what the closing shows."""

    first: Shown | None = None
    last: Shown | None = None

    def __contains__(self, shown: Shown) -> bool:
        return shown in {self.first, self.last}


def covers_of(subject: Subject) -> Covers:
    """A single loose screenshot opens; of several, the first and the last on which nothing could be read.

    Without features loose screenshots are the story itself.
    """
    loose = subject.loose
    if not loose or not any(feature.screens for feature in subject.features):
        return Covers()
    if len(loose) == 1:
        return Covers(first=loose[0])
    return Covers(
        first=None if loose[0].seen.words else loose[0], last=None if loose[-1].seen.words else loose[-1]
    )
