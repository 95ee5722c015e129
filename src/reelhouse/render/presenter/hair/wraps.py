"""More head coverings: wrapped hijab, loose shayla, domed dastar, high headwrap."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair
from reelhouse.render.presenter.ink import clipped, darker, fill, glowing, lighter, line, moved, soft_line
from reelhouse.render.presenter.palette import Palette

OPENING = (
    "M0,-166 C-96,-166 -152,-100 -154,-14 C-156,90 -126,200 -60,250 C-30,268 30,268 60,250 "
    "C126,200 156,90 154,-14 C152,-100 96,-166 0,-166 Z"
)


def hijab_wrapped(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A scarf close to the face, its end tucked in at the neck."""
    ring = (
        "M0,-296 C-140,-296 -206,-204 -204,-76 C-206,60 -196,160 -160,240 C-150,290 -176,330 -214,356 "
        "C-150,420 -60,440 0,440 C60,440 150,420 214,356 C176,330 150,290 160,240 C196,160 206,60 204,-76 "
        "C206,-204 140,-296 0,-296 Z "
    )
    folds = (
        "M-150,40 C-160,140 -120,230 -20,290",
        "M-190,60 C-190,190 -120,290 60,340",
        "M-170,300 C-80,380 90,380 176,300",
        "M-196,352 C-90,426 90,426 196,352",
        "M30,-290 C140,-250 186,-150 182,-20",
        "M150,60 C156,150 120,230 40,290",
    )
    return _scarf(appearance, palette, rng, ring, folds)


def shayla(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A long scarf laid loosely, one end over the shoulder; an underscarf at the brow."""
    ring = (
        "M0,-316 C-160,-316 -236,-200 -230,-60 C-232,100 -250,230 -262,330 C-280,430 -250,560 -200,660 "
        "L120,660 C110,560 150,470 220,420 C270,390 280,340 256,300 C236,220 232,100 230,-60 "
        "C236,-200 160,-316 0,-316 Z "
    )
    folds = (
        "M-170,20 C-190,160 -190,300 -150,640",
        "M-206,-20 C-226,160 -230,340 -196,640",
        "M-120,230 C-90,340 -60,450 -60,650",
        "M200,20 C210,140 190,260 60,330",
        "M236,240 C190,330 60,400 -100,420",
        "M248,310 C180,420 60,470 0,640",
        "M40,-310 C160,-266 208,-150 202,-10",
    )
    under = mixed_band(appearance)
    scarf = _scarf(appearance, palette, rng, ring, folds)
    return Hair(behind=scarf.behind, front=scarf.front + under, curtain=scarf.curtain)


def mixed_band(appearance: Appearance) -> str:
    band = (
        "M-150,-64 C-140,-140 -80,-172 0,-174 C80,-172 140,-140 150,-64 C130,-118 80,-148 0,-150 "
        "C-80,-148 -130,-118 -150,-64 Z"
    )
    return fill(band, darker(appearance.hair, 0.4))


def _scarf(appearance: Appearance, palette: Palette, rng: Random, ring: str, folds: tuple[str, ...]) -> Hair:
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.36), lighter(appearance.hair, 0.22)
    paint = glowing("scarf", -90, -180, 560, (0, light, 1), (0.4, cloth, 1), (1, dark, 1))
    creases = "".join(
        soft_line(path, dark, 22, 0.6) + moved(soft_line(path, light, 12, rng.uniform(0.36, 0.5)), -5, -9)
        for path in folds
    )
    shade = soft_line(
        "M-130,170 C-150,110 -156,50 -154,-14 C-152,-100 -96,-166 0,-166 C96,-166 152,-100 154,-14 "
        "C156,50 150,110 130,170",
        palette.deep,
        50,
        0.5,
    )
    body = f'<path fill-rule="evenodd" d="{ring}{OPENING}" fill="url(#scarf)"/>'
    inner = (
        f'<clipPath id="scarfclip"><path clip-rule="evenodd" d="{ring}{OPENING}"/></clipPath>'
        f'<g clip-path="url(#scarfclip)">{creases}</g>'
    )
    hem = line(OPENING, dark, 5, 0.5) + line(OPENING, light, 2, 0.35)
    lining = fill("M-180,140 L180,140 L180,310 L-180,310 Z", dark)
    return Hair(behind=lining, front=shade, curtain=paint + body + inner + hem)


def dastar(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A round turban of many smooth layers with a fine band in the middle."""
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.4), lighter(appearance.hair, 0.24)
    paint = glowing("wrap", -90, -250, 420, (0, light, 1), (0.45, cloth, 1), (1, dark, 1))
    silhouette = (
        "M-170,4 C-206,-30 -234,-100 -224,-190 C-206,-300 -100,-346 0,-346 C100,-346 206,-300 224,-190 "
        "C234,-100 206,-30 170,4 C174,-40 166,-92 132,-122 C100,-146 52,-158 0,-158 C-52,-158 -100,-146 "
        "-132,-122 C-166,-92 -174,-40 -170,4 Z"
    )
    layers = ""
    for number in range(7):
        lift = number * 26
        path = (
            f"M-226,{-30 - lift:g} C-150,{-150 - lift * 0.8:g} 60,{-196 - lift * 0.6:g} "
            f"226,{-120 - lift * 0.9:g}"
        )
        other = (
            f"M226,{-40 - lift:g} C170,{-110 - lift * 0.6:g} 90,{-150 - lift * 0.5:g} "
            f"-20,{-158 - lift * 0.7:g}"
        )
        for bend in (other, path):
            layers += soft_line(bend, dark, 17, 0.5) + line(bend, dark, 2.2, 0.5)
            layers += moved(soft_line(bend, light, rng.uniform(8, 11), 0.45), -2, -9)
    band = soft_line("M-166,-20 C-150,-104 -70,-146 0,-148 C70,-146 150,-104 166,-20", palette.deep, 46, 0.5)
    return Hair(front=paint + band + fill(silhouette, "url(#wrap)") + clipped(layers, silhouette, "dastar"))


def headwrap(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A cloth wound around the hair and knotted high in front."""
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.4), lighter(appearance.hair, 0.24)
    paint = glowing("wrap", -90, -270, 420, (0, light, 1), (0.45, cloth, 1), (1, dark, 1))
    silhouette = (
        "M-176,-30 C-214,-90 -226,-190 -190,-276 C-150,-356 -70,-384 10,-380 C100,-376 176,-336 200,-262 "
        "C222,-180 206,-90 176,-30 C170,-90 130,-150 60,-168 C20,-178 -30,-176 -70,-164 "
        "C-130,-148 -166,-96 -176,-30 Z"
    )
    folds = (
        "M-196,-80 C-120,-190 40,-230 190,-180",
        "M-206,-140 C-110,-230 60,-270 200,-230",
        "M-200,-210 C-100,-290 60,-310 190,-280",
        "M196,-90 C130,-170 0,-210 -120,-180",
        "M-170,-290 C-60,-350 60,-350 150,-330",
    )
    creases = "".join(
        soft_line(path, dark, 22, 0.55)
        + line(path, dark, 2.2, 0.45)
        + moved(soft_line(path, light, 12, rng.uniform(0.4, 0.55)), -3, -11)
        for path in folds
    )
    stripes = "".join(
        line(f"M-214,{y} C-110,{y - 110} 70,{y - 140} 210,{y - 92}", palette.accent, 7, 0.7)
        for y in (-96, -176, -250)
    )
    knot = (
        "M-62,-214 C-90,-270 -60,-330 -6,-316 C30,-350 92,-320 80,-262 C110,-226 70,-176 24,-192 "
        "C-4,-168 -54,-180 -62,-214 Z"
    )
    turns = "".join(
        soft_line(path, dark, 15, 0.6) + moved(soft_line(path, light, 9, 0.5), -3, -7)
        for path in ("M-56,-220 C-10,-270 30,-290 74,-262", "M-8,-312 C-30,-260 0,-210 26,-194")
    )
    shade = soft_line("M-168,-40 C-150,-110 -80,-160 0,-164 C80,-160 150,-110 168,-40", palette.deep, 46, 0.5)
    return Hair(
        front=paint
        + shade
        + fill(silhouette, "url(#wrap)")
        + clipped(stripes + creases, silhouette, "headwrap")
        + soft_line(knot, dark, 20, 0.5)
        + fill(knot, "url(#wrap)")
        + clipped(turns, knot, "knot")
    )
