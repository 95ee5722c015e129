"""How well a colour reads on another one, as WCAG 2.2 measures it.

Colours are ``#rrggbb``. A contrast goes from 1 (equal) to 21 (black on white).
"""

from collections.abc import Iterable
from typing import Final

BODY: Final = 4.5
"""What text of any size needs: WCAG 2.2, success criterion 1.4.3."""

WHITE, BLACK = "#ffffff", "#000000"
STEPS = 20
KNEE = 0.04045


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def worst(ink: str, grounds: Iterable[str]) -> float:
    """The contrast of `ink` where it reads least."""
    return min(contrast(ink, ground) for ground in grounds)


def readable(ink: str, grounds: Iterable[str], least: float = BODY) -> str:
    """`ink`, moved towards white or black only as far as `least` on every ground asks.

    Where nothing reads that well on all of them, what reads best.
    """
    over = tuple(grounds)
    steps = [_towards(ink, end, step / STEPS) for step in range(STEPS + 1) for end in (WHITE, BLACK)]
    found = next((colour for colour in steps if worst(colour, over) >= least), None)
    return found or max((WHITE, BLACK), key=lambda end: worst(end, over))


def _linear(share: float) -> float:
    return float(share / 12.92 if share <= KNEE else ((share + 0.055) / 1.055) ** 2.4)


def _towards(colour: str, end: str, share: float) -> str:
    pairs = [(int(colour[at : at + 2], 16), int(end[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)
