"""Places on a canvas and within each other, to fractions of a pixel."""

from dataclasses import dataclass

from reelhouse.media.screens import Area


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> "Rect":
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meeting(self, other: "Rect") -> "Rect":
        """What lies in both; of no size where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))

    def part(self, area: Area) -> "Rect":
        return Rect(
            self.x + area.x * self.width,
            self.y + area.y * self.height,
            area.width * self.width,
            area.height * self.height,
        )


@dataclass(frozen=True, slots=True)
class Placing:
    """How a drawing lies on what is below it: enlarged by `scale`, then moved by (`x`, `y`)."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def of(self, rect: Rect) -> Rect:
        return Rect(
            rect.x * self.scale + self.x,
            rect.y * self.scale + self.y,
            rect.width * self.scale,
            rect.height * self.scale,
        )

    def over(self, below: "Placing") -> "Placing":
        """The same drawing on what lies below `below`."""
        return Placing(
            self.scale * below.scale, self.x * below.scale + below.x, self.y * below.scale + below.y
        )


def towards(start: Placing, end: Placing, share: float) -> Placing:
    """On the way from one to the other, along which one point of the drawing stands still where both allow.

    The size grows evenly as eyes see it, by equal factors in equal times.
    """
    if start == end:
        return end
    scale = start.scale * (end.scale / start.scale) ** share
    if abs(end.scale - start.scale) > start.scale * 1e-6:
        share = (scale - start.scale) / (end.scale - start.scale)
    return Placing(scale, start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
