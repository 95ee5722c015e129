"""How things come in, each after the other, and leave together."""

from dataclasses import dataclass

from reelhouse.media.time import Span
from reelhouse.render.painting.easing import arriving, eased

COMING_SECONDS = 0.4
LEAVING_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Entrance:
    """Seen from frame `first` up to `end`; the one at place `n` of a row begins `stagger` frames later.

    Who stays until the end of its scene does not leave: the next scene takes over from it.
    """

    first: int
    end: int
    stagger: float
    coming: int
    leaving: int = 0

    @staticmethod
    def during(span: Span, fps: int, frames: int, stagger: float) -> "Entrance":
        """For a span of a scene with so many frames; `stagger` in seconds."""
        end = min(frames, round(span.end * fps))
        leaving = round(LEAVING_SECONDS * fps) if end < frames else 0
        return Entrance(round(span.start * fps), end, stagger * fps, round(COMING_SECONDS * fps), leaving)

    def share(self, frame: int, place: int = 0) -> float:
        """How much of it has come, 0 to 1."""
        return arriving((frame + 1 - self.first - place * self.stagger) / self.coming)

    def seen(self, frame: int) -> float:
        """What is left of everything that leaves."""
        return eased((self.end - frame) / self.leaving) if self.leaving else 1.0

    def shows(self, frame: int) -> bool:
        return self.first <= frame < self.end

    def moves(self, frame: int, places: int) -> bool:
        """Whether something still comes, or leaves already."""
        comes = frame + 1 - self.first < self.coming + (places - 1) * self.stagger
        return comes or (bool(self.leaving) and frame > self.end - self.leaving)
