"""Clothes for whoever stands upright: feet on (0, 0), the shoulders at 84."""
# ruff: noqa: ARG001, E501 - outlines are strings, measures no constants, signatures alike

from collections.abc import Callable
from dataclasses import dataclass

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures import hats
from reelhouse.engines.image.illustrating.things.thing import Style

Part = Callable[[Pen, Style], None]
OWN = "own"
"""The colour that the words gave, else the picture's."""


@dataclass(frozen=True, slots=True)
class Outfit:
    """Colours of its pieces; `robe` reaches to the feet, `cape` hangs behind, `hand` holds something."""

    torso: str
    legs: str
    boots: str = "#3a3040"
    gloves: str = ""
    belt: str = ""
    cape: str = ""
    robe: bool = False
    front: Part | None = None
    hat: Part | None = None
    behind: Part | None = None
    hand: Part | None = None


TORSO = "M-24,-36 C-30,-60 -27,-84 -12,-86 L12,-86 C27,-84 30,-60 24,-36 C12,-30 -12,-30 -24,-36 Z"
ROBE = "M-14,-86 L14,-86 C30,-62 38,-24 44,-2 C16,4 -16,4 -44,-2 C-38,-24 -30,-62 -14,-86 Z"


def dress(pen: Pen, style: Style, outfit: Outfit, skin: str) -> None:
    """Body, arms and legs; hands are in `skin` without gloves."""
    own = style.colour
    torso, legs = (own if tone == OWN else tone for tone in (outfit.torso, outfit.legs))
    if outfit.cape:
        cape = own if outfit.cape == OWN else outfit.cape
        pen.fill(
            "M-20,-84 C-44,-50 -52,-20 -48,-4 C-16,-12 16,-12 48,-4 C52,-20 44,-50 20,-84 Z",
            darker(cape, 0.05),
            darker(cape, 0.35),
        )
    if outfit.behind is None and outfit.torso == "#f4f6fb":
        pen.box(-30, -88, 60, 52, "#c3c9d8", "#8d95a9", radius=10)
    for x in (-13, 13):
        if not outfit.robe:
            pen.line(f"M{x * 0.8:.0f},-36 L{x},-10", legs, 20)
        pen.fill(
            f"M{x - 12},0 C{x - 14},-12 {x + 12},-12 {x + 13},0 Z",
            lighter(outfit.boots, 0.15),
            darker(outfit.boots, 0.2),
        )
    glove = outfit.gloves or skin
    for side, path, at in (
        (-1, "M-22,-76 C-38,-66 -42,-54 -40,-44", (-40, -40)),
        (1, "M22,-76 C40,-72 46,-82 46,-92", (46, -96)),
    ):
        pen.line(path, darker(torso, 0.1 if side < 0 else 0.0), 15)
        if side > 0 and outfit.hand is not None:
            outfit.hand(pen.at(*at), style)
        pen.disc(*at, 8.4, lighter(glove, 0.12), darker(glove, 0.12))
    pen.fill(ROBE if outfit.robe else TORSO, lighter(torso, 0.18), darker(torso, 0.18), along="slant")
    if outfit.belt:
        pen.box(-26, -46, 52, 8, outfit.belt, darker(outfit.belt, 0.3), radius=3)
        pen.box(-6, -48, 12, 12, "#f0c552", "#b9862c", radius=2)
    if outfit.front is not None:
        outfit.front(pen, style)


def _space_front(pen: Pen, style: Style) -> None:
    pen.box(-14, -70, 28, 20, "#dde2ec", "#aeb6c8", radius=4)
    for x, tone in ((-8, style.colour), (0, style.second), (8, "#ffffff")):
        pen.disc(x, -63, 3, tone)
    pen.box(-10, -57, 20, 4, darker(style.colour, 0.1), radius=2)
    for x in (-40, 46):
        pen.line(f"M{x - 8},{-52 if x < 0 else -84} h14", style.colour, 4)
    pen.line("M-22,-20 h18 M4,-20 h18", style.colour, 4)


def _suit_front(pen: Pen, style: Style) -> None:
    pen.fill("M-9,-86 L9,-86 L0,-50 Z", "#ffffff")
    pen.fill("M-4,-84 L4,-84 L2,-77 L5,-58 L0,-52 L-5,-58 L-2,-77 Z", style.second, darker(style.second, 0.3))
    pen.line("M-10,-86 L-1,-50 M10,-86 L1,-50", "#171b2c", 2)


def _armour_front(pen: Pen, style: Style) -> None:
    for x in (-22, 22):
        pen.ellipse(x, -78, 13, 10, "#eef1f7", "#8d96aa")
    pen.line("M0,-84 L0,-40 M-20,-58 Q0,-50 20,-58", "#727b90", 2)
    pen.fill("M-9,-76 L9,-76 L9,-66 Q6,-56 0,-53 Q-6,-56 -9,-66 Z", style.colour, darker(style.colour, 0.3))


def _hero_front(pen: Pen, style: Style) -> None:
    pen.fill("M-14,-76 L14,-76 L10,-62 L0,-52 L-10,-62 Z", "#ffd84d", "#e8a32c")
    pen.fill("M0,-73 L3,-67 L9,-66 L4.6,-62 L6,-56 L0,-59 L-6,-56 L-4.6,-62 L-9,-66 L-3,-67 Z", style.colour)


def _stars_front(pen: Pen, style: Style) -> None:
    for x, y, size in ((-20, -22, 6), (12, -34, 5), (22, -12, 5), (-6, -56, 4), (-2, -12, 4)):
        pen.at(x, y, size / 10).fill(
            "M0,-10 L3,-3 L10,-2 L5,3 L6,10 L0,6 L-6,10 L-5,3 L-10,-2 L-3,-3 Z", "#ffdf7a"
        )


def _coat_front(pen: Pen, style: Style) -> None:
    pen.fill("M-8,-86 L8,-86 L0,-66 Z", style.colour)
    pen.line("M0,-66 L0,-34", "#b9bfcc", 2)
    for y in (-58, -47):
        pen.disc(5, y, 1.8, "#9aa1b1")


def _apron(pen: Pen, style: Style) -> None:
    pen.fill("M-15,-72 L15,-72 L20,-34 L-20,-34 Z", lighter(style.colour, 0.1), style.colour)


def _fur_front(pen: Pen, style: Style) -> None:
    for x in range(-24, 25, 8):
        pen.disc(x, -82 + abs(x) * 0.16, 8, "#8a6a4c", "#5f4632")


def _trim(pen: Pen, style: Style) -> None:
    pen.box(-5, -84, 10, 82, "#ffffff", "#dfe3ec", radius=3)
    for x in range(-40, 41, 10):
        pen.disc(x, -4, 6.5, "#ffffff", "#dfe3ec")


def _ermine(pen: Pen, style: Style) -> None:
    for x in range(-20, 21, 8):
        pen.disc(x, -83 + abs(x) * 0.2, 8, "#ffffff", "#dcdce6")
        pen.disc(x + 2, -81 + abs(x) * 0.2, 1.6, "#2a2230")
    pen.disc(0, -62, 5, "#ffd84d", "#c88f2c")


def _kimono(pen: Pen, style: Style) -> None:
    pen.line("M-14,-86 L5,-48 M14,-86 L-2,-60", lighter(style.second, 0.3), 4)


OUTFITS = {
    "astronaut": Outfit("#f4f6fb", "#e6eaf2", "#c9cfdc", "#dfe4ee", front=_space_front, hat=hats.bubble, behind=hats.bubble_back),
    "wizard": Outfit("#4b3fa8", "#4b3fa8", robe=True, belt="#7a4d2b", front=_stars_front, hat=hats.wizard, hand=hats.staff),
    "witch": Outfit("#3b2c4f", "#3b2c4f", robe=True, belt="#e08a2e", hat=hats.witch, hand=hats.broom),
    "knight": Outfit("#c3cad8", "#a3acbe", "#8790a4", "#b4bccc", belt="#6b4a34", cape=OWN, front=_armour_front, hat=hats.helmet, hand=hats.sword),
    "pirate": Outfit("#a8353b", "#2f3348", "#2b2130", belt="#3a2a22", front=_coat_front, hat=hats.tricorne, hand=hats.sword),
    "ninja": Outfit("#2b2d3f", "#23253a", "#1b1c2b", "#2b2d3f", belt="#b8383c", hat=hats.mask, hand=hats.katana),
    "king": Outfit("#8c2f4f", "#5d2038", robe=True, cape="#b03048", front=_ermine, hat=hats.crown, hand=hats.sceptre),
    "queen": Outfit(OWN, OWN, robe=True, front=_ermine, hat=hats.crown, hand=hats.sceptre),
    "princess": Outfit("#f29ac0", "#f29ac0", robe=True, front=_stars_front, hat=hats.tiara, hand=hats.wand),
    "superhero": Outfit("#2f5fd0", "#2f5fd0", "#d8383c", "#d8383c", belt="#f2b82f", cape="#d8383c", front=_hero_front, hat=hats.eye_mask),
    "cowboy": Outfit("#b8763f", "#40578a", "#6b4226", belt="#4a2f1f", front=_coat_front, hat=hats.stetson, hand=hats.lasso),
    "viking": Outfit("#6f5540", "#4c4038", "#5a4030", belt="#3b2a20", front=_fur_front, hat=hats.horned, hand=hats.axe),
    "samurai": Outfit("#8f2f35", "#2d2a3a", "#221f2c", "#3a3444", belt="#e0b64a", front=_kimono, hat=hats.kabuto, hand=hats.katana),
    "detective": Outfit("#a98a62", "#4f4538", "#3a2c22", belt="#6f5638", front=_coat_front, hat=hats.fedora, hand=hats.lens),
    "santa": Outfit("#c9303a", "#c9303a", "#26232c", "#ffffff", belt="#26232c", front=_trim, hat=hats.santa),
    "scientist": Outfit("#f6f8fc", "#56607a", "#3a3f50", front=_coat_front, hat=hats.goggles, hand=hats.flask),
    "explorer": Outfit("#c2a572", "#8d7850", "#5c4430", belt="#5c4430", front=_coat_front, hat=hats.safari, hand=hats.lens),
    "vampire": Outfit("#2a2433", "#211c2b", "#17131f", cape="#7d1f33", front=_suit_front, hand=None, hat=hats.peak),
    "chef": Outfit("#f6f6fa", "#3f4454", "#2b2f3a", front=_apron, hat=hats.toque, hand=hats.ladle),
    "doctor": Outfit("#f6f8fc", "#5f9ab8", "#ffffff", front=_coat_front, hat=hats.mirror),
    "suit": Outfit("#2c3350", "#2c3350", "#1c1e2b", front=_suit_front),
}  # fmt: skip
