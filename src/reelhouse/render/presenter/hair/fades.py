"""Hair whose sides fade into the skin."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.cuts import shadow
from reelhouse.render.presenter.hair.strands import Hair, cascade, curls, lock, ribbon, shine, strands
from reelhouse.render.presenter.ink import clipped, falling, fill, glow, line, mirrored
from reelhouse.render.presenter.palette import Palette

FADED = (
    "M-167,10 C-171,-30 -180,-100 -178,-162 C-160,-244 -86,-276 0,-276 C86,-276 160,-244 180,-162 "
    "C180,-100 171,-30 167,10 L164,10 C168,-40 166,-80 158,-110 L146,-146 C100,-166 50,-172 0,-172 "
    "C-50,-172 -100,-166 -146,-146 L-158,-110 C-166,-80 -168,-40 -164,10 Z"
)


LOWER = 3
"""The row of twists from which they are shorter, for they hang on the forehead."""


def buzz(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A few millimetres everywhere."""
    return Hair(front=faded(appearance, palette, rng, 0.86))


def undercut(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Shaved sides, a long top combed over."""
    top = (
        "M-152,-112 C-182,-190 -156,-276 -84,-306 C0,-340 112,-332 164,-276 C194,-236 186,-186 168,-142 "
        "C150,-136 122,-142 98,-146 C40,-156 -22,-180 -62,-216 C-100,-190 -132,-150 -152,-112 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(-150, -120), (-110, -180), (-66, -216)],
        [(-90, -330), (20, -330), (60, -190)],
        [(150, -300), (186, -220), (164, -144)],
        46,
    )
    over = lock(top, hairs + shine(palette, "M-70,-262 Q30,-306 140,-246", 24), "over")
    return Hair(front=faded(appearance, palette, rng, 0.8) + shadow(palette) + over)


def side_shave(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """One side shaved; all the rest falls over the other shoulder."""
    over = (
        "M-112,-250 C-70,-312 60,-330 140,-282 C208,-240 214,-160 206,-80 L212,20 L150,30 "
        "C160,-30 160,-80 140,-116 C60,-130 -40,-170 -112,-250 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(-110, -252), (-96, -244), (-80, -230)],
        [(60, -340), (60, -270), (40, -170)],
        [(210, -100), (190, -60), (150, -110)],
        44,
    )
    falls = mirrored(cascade(rng, palette, 40, 13, (330, 400)))
    top = lock(over, hairs + shine(palette, "M-40,-262 Q70,-300 170,-200", 24), "over")
    back = "M60,-290 C190,-280 226,-160 214,40 C220,160 224,240 200,340 L120,330 L120,-100 Z"
    return Hair(
        behind=fill(back, "url(#hairback)"),
        front=faded(appearance, palette, rng, 0.8),
        curtain=falls + top,
    )


def curly_top(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Faded sides under a mass of curls."""
    places = [
        (x + rng.gauss(0, 7), y + rng.uniform(-9, 9), rng.uniform(25, 37))
        for y, span, step in (
            (-262, 130, 40),
            (-300, 90, 42),
            (-226, 150, 38),
            (-186, 138, 38),
            (-160, 128, 36),
        )
        for x in range(-span, span + 1, step)
    ]
    base = "M-160,-130 C-176,-250 -90,-310 0,-310 C90,-310 176,-250 160,-130 L120,-160 L-120,-160 Z"
    return Hair(
        front=faded(appearance, palette, rng, 0.8)
        + shadow(palette)
        + fill(base, palette.hair_dark)
        + curls(rng, palette, places)
    )


def twists(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Short twists that stand and fall in all directions, over faded sides."""
    parts = ""
    base = "M-160,-126 C-176,-240 -90,-296 0,-296 C90,-296 176,-240 160,-126 L130,-164 L-130,-164 Z"
    for number in range(54):
        row = number // 11
        x = -150 + (number % 11) * 30 + rng.uniform(-9, 9)
        y = -286 + row * 31 + abs(x) ** 1.7 / 90
        lean = x * 0.16 + rng.uniform(-10, 10)
        path = [
            (x + lean * share, y + (44 if row < LOWER else 26) * share - 24 * share * (1 - share))
            for share in (0, 0.25, 0.5, 0.75, 1)
        ]
        outline = ribbon(path, 12)
        parts += fill(outline, "url(#curl)") + line(outline, palette.hair_dark, 1.8, 0.7)
        for step in (1, 2, 3):
            px, py = path[step]
            parts += line(f"M{px - 7:.1f},{py - 3:.1f} l14,7", palette.hair_shine, 1.5, 0.36)
    return Hair(
        front=faded(appearance, palette, rng, 0.8) + shadow(palette) + fill(base, palette.hair_dark) + parts
    )


def faded(_appearance: Appearance, palette: Palette, rng: Random, cover: float) -> str:
    """Stubble over the whole scalp that thins out towards the ears."""
    bristles = [
        f"M{x:.1f},{y:.1f} l{rng.uniform(-2, 3):.1f},{rng.uniform(-7, -3):.1f}"
        for x, y in ((rng.uniform(-184, 184), rng.uniform(-274, -60)) for _ in range(260))
    ]
    dots = line(" ".join(bristles[::2]), palette.hair_dark, 2.4, 0.5) + line(
        " ".join(bristles[1::2]), palette.hair_light, 1.8, 0.4
    )
    fade = falling(
        "fade", -190, 6, (0, palette.hair, cover), (0.5, palette.hair, cover * 0.72), (1, palette.hair, 0.12)
    )
    light = glow(-60, -226, 102, 48, palette.hair_light, 0.4)
    return fade + fill(FADED, "url(#fade)") + clipped(light + dots, FADED, "faded")
