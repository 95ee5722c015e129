"""Animals as they sit, and as they stand in clothes."""
# ruff: noqa: E501 - outlines are strings, measures no constants, signatures alike

from collections.abc import Callable
from dataclasses import replace

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.creatures.accessories import ACCESSORIES
from reelhouse.engines.image.illustrating.things.creatures.coat import COATS, Coat
from reelhouse.engines.image.illustrating.things.creatures.heads import draw_head
from reelhouse.engines.image.illustrating.things.creatures.outfits import OUTFITS, Outfit, dress
from reelhouse.engines.image.illustrating.things.creatures.tails import draw_tail
from reelhouse.engines.image.illustrating.things.people import head, some_look
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing

SEATED = "M-30,0 C-44,-40 -28,-70 2,-70 C34,-70 50,-36 42,0 Z"
BELLY = "M-14,0 C-20,-30 -12,-52 2,-52 C16,-52 22,-30 18,0 Z"
FACED = 2.35
"""How much larger than a tall person's head that of a person in a costume is."""


def animal(name: str) -> Callable[[Pen, Style], None]:
    """What draws the animal of that name, in whatever it wears."""

    def draw(pen: Pen, style: Style) -> None:
        coat = COATS[name].worn(style)
        outfit = next((OUTFITS[worn] for worn in style.wears if worn in OUTFITS), None)
        if outfit is None:
            _sit(pen, coat)
            draw_head(pen.at(0, -82), coat)
            _wear(pen.at(0, -82), style)
        else:
            draw_tail(pen.at(0, -8, 0.9), coat)
            clothes = replace(style, colour=style.trim or (style.second if style.chosen else style.colour))
            dress(pen, clothes, outfit, coat.fur)
            _head(pen, clothes, outfit, lambda at: draw_head(at, coat))

    return draw


def role(name: str) -> Callable[[Pen, Style], None]:
    """What draws a person in that costume."""

    def draw(pen: Pen, style: Style) -> None:
        look = some_look(style.rng, style.colour)
        outfit = OUTFITS[name]
        dress(pen, style, outfit, look.skin)
        _head(pen, style, outfit, lambda at: head(at.at(0, 2, FACED), look, 0, 0))

    return draw


def _head(pen: Pen, style: Style, outfit: Outfit, face: Callable[[Pen], None]) -> None:
    at = pen.at(0, -112, 0.92)
    if outfit.behind is not None:
        outfit.behind(at, style)
    face(at)
    _wear(at, style)
    if outfit.hat is not None:
        outfit.hat(at, style)


def _wear(at: Pen, style: Style) -> None:
    style = replace(style, colour=style.trim or style.second)
    for worn in style.wears:
        if worn in ACCESSORIES:
            ACCESSORIES[worn](at, style)


def _sit(pen: Pen, coat: Coat) -> None:
    draw_tail(pen, coat)
    pen.fill(SEATED, lighter(coat.fur, 0.15), darker(coat.fur, 0.2))
    if {"stripes", "bars"} & set(coat.marks):
        pen.fill(
            "M-36,-30 L-18,-27 L-37,-22 Z M-35,-14 L-18,-13 L-35,-6 Z M43,-30 L24,-27 L44,-22 Z M44,-14 L24,-13 L43,-6 Z",
            coat.mark,
        )
    if {"spots", "patchwork", "blotches"} & set(coat.marks):
        for x, y, size in (
            (-27, -32, 5),
            (-30, -14, 6),
            (34, -34, 5),
            (36, -16, 6),
            (-18, -46, 4),
            (26, -50, 4),
        ):
            pen.ellipse(x, y, size, size * 0.8, coat.mark)
    if "wool" in coat.marks:
        for x, y in ((-30, -14), (-33, -34), (-22, -54), (38, -14), (37, -36), (26, -56)):
            pen.disc(x, y, 13, coat.mark, darker(coat.mark, 0.1))
    sleeve = coat.mark if "sleeves" in coat.marks else coat.fur
    if "sleeves" in coat.marks:
        pen.fill("M-34,-36 C-34,-62 -16,-70 2,-70 C20,-70 40,-60 42,-36 C20,-50 -16,-50 -34,-36 Z", sleeve)
    pen.fill(BELLY, coat.light, darker(coat.light, 0.08), opacity=0.92)
    if "bird" in coat.marks:
        _perch(pen, coat)
        return
    for x in (-13, 15):
        pen.line(
            f"M{x},-3 L{x},-30", lighter(sleeve, 0.08) if sleeve != coat.fur else darker(coat.fur, 0.06), 11
        )
        pen.ellipse(x, -4, 11, 6.4, lighter(sleeve, 0.2), darker(sleeve, 0.06))
        for toe in (-3, 1, 5):
            pen.line(f"M{x + toe - 1},-5 v4", darker(sleeve, 0.4), 1, opacity=0.7)


def _perch(pen: Pen, coat: Coat) -> None:
    """Wings and toes in place of paws."""
    if coat.muzzle == "owl":
        for row in range(3):
            for x in (-8, 2, 12):
                pen.line(f"M{x - 4},{-40 + row * 11} q4,7 8,0", coat.mark, 2)
    for side, x in ((False, -24), (True, 30)):
        wing = pen.at(x, -54, flip=side)
        wing.fill(
            "M2,0 C-18,12 -20,34 -10,44 C2,38 10,20 8,2 Z", lighter(coat.fur, 0.12), darker(coat.fur, 0.28)
        )
    for x in (-11, 15):
        for turn in (-28, 0, 28):
            pen.at(x, -6, turn=turn).ellipse(0, 5, 3.4, 6, "#f5a63d", "#cf7f24")


SIZES = {"owl": 380, "penguin": 420, "duck": 340, "chicken": 340, "mouse": 280, "hamster": 300, "squirrel": 340, "hedgehog": 320, "frog": 320, "rabbit": 400, "elephant": 560, "giraffe": 600, "dragon": 520, "dinosaur": 520, "bear": 480, "polar bear": 480, "lion": 460, "tiger": 450, "horse": 520, "unicorn": 520, "zebra": 500, "deer": 500, "gorilla": 480, "rhino": 500, "hippo": 480}  # fmt: skip
HEIGHTS = {"rabbit": 152, "deer": 158, "unicorn": 156, "giraffe": 138, "kangaroo": 152, "squirrel": 138, "alien": 144, "lion": 132}  # fmt: skip
ANIMALS = {
    name: Thing(animal(name), 176 if name == "dragon" else 130, HEIGHTS.get(name, 126), Realm.GROUND, SIZES.get(name, 420))
    for name in COATS
}  # fmt: skip
ROLES = {
    name: Thing(role(name), 110, 164, Realm.GROUND, 600) for name in OUTFITS if name not in {"astronaut", "chef", "doctor", "suit", "speaker"}
}  # fmt: skip


def upright(name: str) -> Thing:
    """An animal that stands in clothes has other measures than one that sits."""
    return replace(ANIMALS[name], width=120, height=max(HEIGHTS.get(name, 0) + 28, 162), size=600)
