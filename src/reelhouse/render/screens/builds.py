"""How devices are built: what lies around a screen, and which shapes a screen may have.

Lengths are parts of the width of the screen.
"""

from dataclasses import dataclass

from reelhouse.media.screens import Device
from reelhouse.render.screens.geometry import Rect


@dataclass(frozen=True, slots=True)
class Build:
    """`flattest` and `tallest` are heights of a screen; `corner` is its own round corner.

    `aside` is what lies beside it on each side, `overhang` how much wider than that a foot stands.
    """

    flattest: float
    tallest: float
    corner: float
    aside: float = 0.0
    above: float = 0.0
    below: float = 0.0
    overhang: float = 0.0
    square_above: bool = False

    def shape(self, content: float, room: Rect) -> float:
        """The height of the screen for a content of a height, as far as the device and the room allow."""
        tallest = self.tallest if self.tallest > 0 else max(self.flattest, room.height / room.width * 0.92)
        return min(max(content, self.flattest), min(tallest, 1.25) if self.tallest <= 0 else tallest)

    def fitted(self, height: float, room: Rect, align: float = 0.5) -> Rect:
        """The screen of so relative a height, as large as the room allows, at `align` (0-1) of its height."""
        wide = 1 + 2 * (self.aside + self.overhang)
        tall = self.above + height + self.below
        width = min(room.width / wide, room.height / tall)
        left = room.x + (room.width - wide * width) / 2
        top = room.y + (room.height - tall * width) * align
        return Rect(
            left + (self.aside + self.overhang) * width, top + self.above * width, width, height * width
        )

    def body(self, screen: Rect) -> Rect:
        """The device around a screen, without what overhangs."""
        width = screen.width
        return Rect(
            screen.x - self.aside * width,
            screen.y - self.above * width,
            width * (1 + 2 * self.aside),
            screen.height + (self.above + self.below) * width,
        )


BUILDS = {
    Device.NONE: Build(0.3, 0, 0.024),
    Device.BROWSER: Build(0.45, 0, 0.016, above=0.052, square_above=True),
    Device.LAPTOP: Build(0.58, 0.66, 0.006, 0.022, 0.024, 0.062, overhang=0.075),
    Device.TABLET: Build(0.66, 1.42, 0.026, 0.034, 0.034, 0.034),
    Device.PHONE: Build(1.7, 2.17, 0.115, 0.03, 0.03, 0.03),
}
