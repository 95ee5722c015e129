"""People: one jointed figure, posed and dressed."""
# ruff: noqa: E501, PLR2004 - outlines are strings, measures no constants, signatures alike

from dataclasses import dataclass
from random import Random

from reelhouse.engines.image.illustrating.colours import darker, lighter
from reelhouse.engines.image.illustrating.pen import Pen
from reelhouse.engines.image.illustrating.things.screens import draw_laptop, draw_microphone
from reelhouse.engines.image.illustrating.things.thing import Realm, Style, Thing

SKINS = ("#f3c6a5", "#e0a57f", "#b97a55", "#8a5538", "#5f3a28", "#f7d6bd")
HAIRS = ("#2a1d1a", "#4a2f22", "#7a4a2a", "#c98a45", "#1a1618", "#8d3f2b")
TROUSERS = ("#33405e", "#4a4152", "#2d3a3f", "#5d4a3f")
Joints = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Pose:
    """Limbs from the body outwards; the far ones are drawn first."""

    far_leg: Joints
    near_leg: Joints
    far_arm: Joints
    near_arm: Joints
    lean: float = 0


STANDING = Pose(
    ((4, -56), (7, -30), (8, -3)),
    ((-4, -56), (-6, -30), (-8, -3)),
    ((14, -92), (22, -74), (19, -56)),
    ((-14, -92), (-23, -76), (-19, -58)),
)
WAVING = Pose(STANDING.far_leg, STANDING.near_leg, ((14, -92), (28, -102), (34, -122)), STANDING.near_arm)
RUNNING = Pose(
    ((2, -56), (-14, -40), (-38, -44)),
    ((0, -56), (22, -44), (14, -16)),
    ((8, -92), (-12, -80), (-22, -92)),
    ((8, -92), (20, -72), (38, -82)),
    11,
)
DANCING = Pose(
    ((4, -56), (24, -42), (14, -18)),
    ((-4, -56), (-5, -30), (-10, -3)),
    ((14, -92), (30, -106), (26, -128)),
    ((-14, -92), (-32, -98), (-44, -112)),
    -6,
)
POINTING = Pose(STANDING.far_leg, STANDING.near_leg, ((14, -92), (32, -92), (50, -104)), STANDING.near_arm)
CROSSED = Pose(
    ((6, -22), (36, -12), (4, -6)),
    ((-6, -22), (-36, -12), (-4, -6)),
    ((14, -58), (27, -38), (36, -18)),
    ((-14, -58), (-27, -38), (-36, -18)),
)


@dataclass(frozen=True, slots=True)
class Look:
    skin: str
    hair: str
    cut: str
    beard: bool
    glasses: bool
    top: str
    trousers: str


def some_look(rng: Random, top: str) -> Look:
    cut = rng.choice(("short", "long", "bun", "curls", "parted", "long"))
    bearded = cut in {"short", "parted"} and rng.random() < 0.35
    return Look(
        rng.choice(SKINS), rng.choice(HAIRS), cut, bearded, rng.random() < 0.25, top, rng.choice(TROUSERS)
    )


def _bent(limb: Joints, share: float = 1) -> str:
    """A soft line through a limb's three joints, or the first `share` of it."""
    (x0, y0), (x1, y1), (x2, y2) = limb
    cx, cy = x1 + (x1 - (x0 + x2) / 2) * 0.7, y1 + (y1 - (y0 + y2) / 2) * 0.7
    bx, by = x0 + (cx - x0) * share, y0 + (cy - y0) * share
    dx, dy = cx + (x2 - cx) * share, cy + (y2 - cy) * share
    ex, ey = bx + (dx - bx) * share, by + (dy - by) * share
    return f"M{x0:.1f},{y0:.1f} Q{bx:.1f},{by:.1f} {ex:.1f},{ey:.1f}"


def _leg(pen: Pen, joints: Joints, tone: str, toe: int) -> None:
    *_, knee, (x, y) = joints
    path = _bent((joints[0], knee, (x, y - 4)))
    pen.line(path, tone, 12.5)
    shoe = pen.at(x, y, flip=toe < 0)
    shoe.fill("M-7,4 L-7,-7 Q-1,-9 5,-6 Q7,-3 13,-2 Q17,-1 17,4 Z", "#fbfbff", "#c3c7d6")
    shoe.box(-7, 2, 24, 3, "#8e93a6", radius=1.5)


def _arm(pen: Pen, joints: Joints, sleeve: str, skin: str) -> None:
    pen.line(_bent(joints), skin, 7.4)
    pen.line(_bent(joints, 0.5), sleeve, 10.5)
    pen.ellipse(*joints[-1], 5, 5.4, skin)


def head(pen: Pen, look: Look, x: float, y: float) -> None:
    """A head of radius 13 whose middle is (`x`, `y`)."""
    at, hair = pen.at(x, y), look.hair
    if look.cut == "long":
        at.fill("M-14,-3 C-21,10 -18,27 -10,27 L10,27 C18,27 21,10 14,-3 Z", darker(hair, 0.2))
    elif look.cut == "bun":
        at.disc(0, -17, 7, lighter(hair, 0.1), darker(hair, 0.2))
    elif look.cut == "curls":
        for cx, cy in ((-12, -1), (-12, 8), (12, -1), (12, 8)):
            at.disc(cx, cy, 7, darker(hair, 0.15))
    at.box(-4.5, 7, 9, 13, darker(look.skin, 0.2), radius=4)
    for side in (-11.6, 11.6):
        at.ellipse(side, 2, 2.3, 3, darker(look.skin, 0.1))
    at.ellipse(0, 0, 11.6, 13, lighter(look.skin, 0.14), darker(look.skin, 0.06), along="right")
    if look.beard:
        at.fill("M-11.4,0 C-11,18 11,18 11.4,0 C9,5 6,5 0,4.6 C-6,5 -9,5 -11.4,0 Z", hair)
    _hair_on_top(at, look)
    mouth = lighter(look.skin, 0.3) if look.beard else darker(look.skin, 0.55)
    at.line("M-3.4,7 C-1.5,9 1.5,9 3.4,7", mouth, 1.3)
    at.line("M0,1 L1,4 L-0.6,4.4", darker(look.skin, 0.3), 0.9)
    for side in (-4.4, 4.4):
        at.ellipse(side, 0.6, 1.3, 1.7, "#2a2230")
        at.line(f"M{side - 2.2},-3.2 Q{side},-4.4 {side + 2.2},-3.2", darker(hair, 0.2), 1)
        at.ellipse(side * 1.6, 4.6, 2.3, 1.6, "#f08a7a", opacity=0.3)
        if look.glasses:
            at.ring(side, 0.8, 3.6, "#2f2b3a", 1)


def _hair_on_top(at: Pen, look: Look) -> None:
    top = lighter(look.hair, 0.14)
    if look.cut == "curls":
        for cx, cy in ((-9, -8), (-3, -12), (4, -12), (9, -8)):
            at.disc(cx, cy, 6.4, top, look.hair)
    elif look.cut == "parted":
        at.fill(
            "M-12.6,1 C-15,-16 -2,-18 4,-14 C12,-15 15,-6 12.6,0 C11,-5 8,-8 2,-10 C-4,-6 -10,-6 -12.6,1 Z",
            top,
            look.hair,
        )
    elif look.cut == "short":
        at.fill("M-12.6,0 C-15,-19 15,-19 12.6,0 C12,-6 9,-8 0,-8 C-9,-8 -12,-6 -12.6,0 Z", top, look.hair)
    else:
        at.fill("M-13.4,6 C-17,-20 17,-20 13.4,6 C12,-3 7,-9 -2,-10 C-7,-8 -11,-4 -13.4,6 Z", top, look.hair)


def figure(pen: Pen, look: Look, pose: Pose) -> None:
    """Some 124 high, feet on the origin."""
    toes = (1, 1) if pose.far_leg[-1][0] < pose.near_leg[-1][0] else (1, -1)
    _leg(pen, pose.far_leg, darker(look.trousers, 0.25), toes[0])
    y = pose.near_leg[0][1]
    upper = pen.at(0, y, turn=pose.lean).at(0, -y)
    _arm(upper, pose.far_arm, darker(look.top, 0.22), darker(look.skin, 0.15))
    _leg(pen, pose.near_leg, look.trousers, toes[1])
    pen.fill(f"M-11,{y - 8} L11,{y - 8} L11,{y + 2} Q0,{y + 8} -11,{y + 2} Z", darker(look.trousers, 0.1))
    torso = f"M-12,{y + 3} C-13,{y - 16} -19,{y - 28} -16,{y - 38} Q-9,{y - 43} 0,{y - 43} Q9,{y - 43} 16,{y - 38} C19,{y - 28} 13,{y - 16} 12,{y + 3} Q0,{y + 7} -12,{y + 3} Z"
    upper.fill(torso, lighter(look.top, 0.18), darker(look.top, 0.16), along="slant")
    upper.fill(f"M-6,{y - 43} Q0,{y - 34} 6,{y - 43} Z", darker(look.skin, 0.12))
    head(upper, look, 0, y - 60)
    _arm(upper, pose.near_arm, lighter(look.top, 0.06), look.skin)


def draw_person(pen: Pen, style: Style) -> None:
    figure(pen, some_look(style.rng, style.colour), style.rng.choice((STANDING, WAVING)))


def draw_runner(pen: Pen, style: Style) -> None:
    for y, length in ((-96, 40), (-72, 56), (-44, 34)):
        pen.line(f"M{-52 - length},{y} h{length}", "#ffffff", 3, opacity=0.55)
    figure(pen, some_look(style.rng, style.colour), RUNNING)


def draw_dancer(pen: Pen, style: Style) -> None:
    figure(pen, some_look(style.rng, style.colour), DANCING)


def draw_yoga(pen: Pen, style: Style) -> None:
    pen.ellipse(0, -1, 62, 6, style.second)
    figure(pen, some_look(style.rng, style.colour), CROSSED)


def draw_team(pen: Pen, style: Style) -> None:
    tones = (style.second, lighter(style.colour, 0.3), style.colour, "#f2b84b")
    for number, x in enumerate((-62, 60, -22, 22)):
        scale = 0.92 if number < 2 else 1.0
        pose = (STANDING, WAVING, STANDING, STANDING)[number]
        figure(pen.at(x, -6 if scale < 1 else 0, scale), some_look(style.rng, tones[number]), pose)


def draw_family(pen: Pen, style: Style) -> None:
    for x, scale, tone, pose in (
        (-34, 1.0, style.colour, STANDING),
        (34, 0.95, style.second, WAVING),
        (-2, 0.62, "#f2b84b", WAVING),
        (66, 0.5, "#7cc6a0", STANDING),
    ):
        figure(pen.at(x, 0, scale), some_look(style.rng, tone), pose)


def draw_couple(pen: Pen, style: Style) -> None:
    figure(pen.at(-19, 0), some_look(style.rng, style.colour), STANDING)
    figure(pen.at(19, 0, 0.95), some_look(style.rng, style.second), STANDING)


def draw_chef(pen: Pen, style: Style) -> None:
    figure(pen, some_look(style.rng, "#f6f6fa"), WAVING)
    pen.fill("M-12,-88 L12,-88 L15,-34 L-15,-34 Z", lighter(style.colour, 0.1), style.colour)
    pen.fill(
        "M-13,-126 C-26,-136 -14,-150 -4,-145 C2,-154 18,-150 16,-142 C26,-140 22,-128 13,-126 Z",
        "#ffffff",
        "#d9dde8",
    )
    pen.box(-13, -129, 26, 9, "#ffffff", "#dfe2ec", radius=2)
    pen.ellipse(37, -123, 13, 4, "#3a3d49")


def draw_doctor(pen: Pen, style: Style) -> None:
    figure(pen, some_look(style.rng, "#f6f8fc"), STANDING)
    pen.fill("M-7,-99 L7,-99 L0,-80 Z", style.colour)
    pen.line("M-8,-98 C-10,-82 2,-80 4,-72", "#3a4256", 2.4)
    pen.disc(4, -70, 4, "#b9c0cf")
    pen.fill("M-17,-62 L-13,-50 L-15,-34 L-19,-34 Z", "#e3e7f0")
    pen.fill("M17,-62 L13,-50 L15,-34 L19,-34 Z", "#d3d8e4")


def draw_speaker(pen: Pen, style: Style) -> None:
    figure(pen, some_look(style.rng, style.colour), POINTING)
    draw_microphone(pen.at(-32, 0, 0.68), style)


def draw_worker(pen: Pen, style: Style) -> None:
    """Someone at a desk, behind a laptop."""
    look = some_look(style.rng, style.colour)
    pen.fill(
        "M-24,-30 C-28,-62 -26,-78 -20,-82 L20,-82 C26,-78 28,-62 24,-30 Z",
        lighter("#4a5068", 0.1),
        "#343a4e",
    )
    seated = Pose(
        ((4, -40), (8, -20), (8, -8)),
        ((-4, -40), (-8, -20), (-8, -8)),
        ((14, -76), (26, -56), (10, -44)),
        ((-14, -76), (-26, -56), (-10, -44)),
    )
    figure(pen.at(0, 0, 1.1), look, seated)
    pen.box(-92, -40, 184, 9, "#c99566", "#9a6a43", radius=3)
    pen.box(-82, -31, 9, 31, "#7d5537")
    pen.box(73, -31, 9, 31, "#7d5537")
    draw_laptop(pen.at(0, -40, 0.42), style)
    pen.box(-66, -54, 12, 14, style.second, radius=3)
    pen.box(50, -45, 28, 5, style.second)
    pen.box(52, -50, 24, 5, lighter(style.colour, 0.3))


def draw_sleeper(pen: Pen, style: Style) -> None:
    look = some_look(style.rng, style.colour)
    pen.box(-112, -92, 16, 92, "#8a5f44", "#62412e", radius=5)
    pen.box(-104, -34, 214, 24, "#f3efe8", "#cfc8c0", radius=8)
    pen.box(-100, -14, 206, 10, "#7a543b")
    pen.box(-96, -60, 62, 28, "#ffffff", "#d7d9e6", radius=13)
    head(pen.at(-58, -60, 1.1, turn=-72), look, 0, 0)
    pen.fill(
        "M-46,-34 C-40,-66 -10,-66 20,-64 C60,-62 96,-58 108,-30 L108,-14 L-46,-14 Z",
        lighter(style.colour, 0.25),
        darker(style.colour, 0.2),
    )
    pen.line("M-20,-40 C10,-50 60,-46 92,-34", lighter(style.colour, 0.45), 2.4, opacity=0.6)
    for number in range(3):
        size = 7 + number * 4
        x, y = -34 + number * 20, -88 - number * 18
        pen.shining().line(f"M{x},{y} h{size} l{-size},{size} h{size}", "#ffffff", 3, opacity=0.85)


PEOPLE = {
    "person": Thing(draw_person, 60, 126, Realm.GROUND, 560),
    "runner": Thing(draw_runner, 110, 124, Realm.GROUND, 540),
    "dancer": Thing(draw_dancer, 90, 130, Realm.GROUND, 560),
    "yoga": Thing(draw_yoga, 124, 96, Realm.GROUND, 440),
    "team": Thing(draw_team, 170, 126, Realm.GROUND, 540),
    "family": Thing(draw_family, 170, 126, Realm.GROUND, 540),
    "couple": Thing(draw_couple, 90, 126, Realm.GROUND, 560),
    "chef": Thing(draw_chef, 80, 150, Realm.GROUND, 620),
    "doctor": Thing(draw_doctor, 60, 126, Realm.GROUND, 580),
    "speaker": Thing(draw_speaker, 120, 126, Realm.GROUND, 580),
    "worker": Thing(draw_worker, 184, 116, Realm.GROUND, 520, flips=False),
    "sleeper": Thing(draw_sleeper, 220, 112, Realm.GROUND, 420),
}
