"""Head coverings: their cloth takes the colour that an appearance gives to its hair."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair
from reelhouse.render.presenter.ink import clipped, darker, fill, glowing, lighter, line, moved, soft_line
from reelhouse.render.presenter.palette import Palette


def hijab(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A scarf around the face that falls over the shoulders."""
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.36), lighter(appearance.hair, 0.22)
    paint = glowing("scarf", -90, -180, 560, (0, light, 1), (0.4, cloth, 1), (1, dark, 1))
    opening = (
        "M0,-158 C-92,-158 -148,-96 -150,-10 C-152,90 -122,196 -58,246 C-30,264 30,264 58,246 "
        "C122,196 152,90 150,-10 C148,-96 92,-158 0,-158 Z"
    )
    ring = (
        "M0,-302 C-144,-302 -214,-204 -212,-70 C-212,60 -208,150 -198,222 C-220,276 -290,322 "
        "-322,376 C-330,430 -250,500 -150,560 "
        "C-90,600 -30,640 30,664 C70,620 160,560 230,510 C290,464 332,420 322,376 C290,322 220,276 198,222 "
        "C208,150 212,60 212,-70 C214,-204 144,-302 0,-302 Z "
    )
    folds = (
        ("M-156,-20 C-190,90 -150,190 -56,262", 8),
        ("M-186,-30 C-206,120 -166,250 -30,322", 7),
        ("M-200,236 C-120,330 20,372 204,250", 10),
        ("M-280,330 C-120,440 90,440 262,318", 9),
        ("M-316,392 C-170,540 120,520 312,372", 10),
        ("M-240,480 C-110,590 110,560 286,430", 8),
        ("M160,60 C176,150 140,230 50,286", 8),
        ("M198,226 C130,310 60,400 20,650", 9),
        ("M150,300 C120,400 100,480 110,590", 7),
        ("M40,-296 C150,-252 196,-150 190,-20", 6),
        ("M-30,-282 C-130,-246 -178,-150 -176,-40", 6),
    )
    creases = "".join(
        soft_line(path, dark, width * 1.6 + 8, 0.62)
        + moved(soft_line(path, light, width + 3, rng.uniform(0.4, 0.55)), -5, -10)
        for path, width in folds
    )
    edge = (
        "M-128,170 C-146,110 -152,50 -150,-10 C-148,-96 -92,-158 0,-158 C92,-158 148,-96 150,-10 "
        "C152,50 146,110 128,170"
    )
    band = soft_line(edge, palette.deep, 50, 0.5)
    scarf = f'<path fill-rule="evenodd" d="{ring}{opening}" fill="url(#scarf)"/>'
    inner = (
        f'<clipPath id="scarfclip"><path clip-rule="evenodd" d="{ring}{opening}"/></clipPath><g '
        f'clip-path="url(#scarfclip)">{creases}</g>'
    )
    hem = line(opening, dark, 5, 0.55) + line(opening, light, 2, 0.35)
    lining = fill("M-190,140 L190,140 L190,330 L-190,330 Z", dark)
    return Hair(behind=lining, front=band, curtain=paint + scarf + inner + hem)


def turban(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A wrapped turban, crossed above the forehead."""
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.4), lighter(appearance.hair, 0.24)
    paint = glowing("wrap", -90, -250, 420, (0, light, 1), (0.45, cloth, 1), (1, dark, 1))
    silhouette = (
        "M-176,-14 C-212,-40 -226,-110 -214,-190 C-196,-306 -98,-362 0,-362 C98,-362 196,-306 "
        "214,-190 C226,-110 212,-40 176,-14 "
        "C172,-60 150,-104 96,-132 C60,-152 24,-168 0,-184 C-24,-168 -60,-152 -96,-132 "
        "C-150,-104 -172,-60 -176,-14 Z"
    )
    layers = ""
    for number in range(7):
        rise = number * 27
        bend = 1 - number * 0.07
        left = (
            f"M{-216 * bend:g},{-60 - rise:g} C{-150 * bend:g},{-150 - rise:g} "
            f"{-60 * bend:g},{-182 - rise * 0.8:g} 16,{-186 - rise:g}"
        )
        right = (
            f"M{216 * bend:g},{-60 - rise:g} C{150 * bend:g},{-150 - rise:g} "
            f"{60 * bend:g},{-182 - rise * 0.8:g} -4,{-186 - rise:g}"
        )
        for path in (right, left):
            layers += soft_line(path, dark, 20, 0.6) + line(path, dark, 2.6, 0.6)
            layers += moved(soft_line(path, light, rng.uniform(9, 13), 0.5), -2, -11)
    shadow = soft_line(
        "M-172,-20 C-146,-100 -60,-138 0,-170 C60,-138 146,-100 172,-20", palette.deep, 50, 0.5
    )
    peak = fill("M0,-184 C-20,-170 -40,-160 -58,-150 L0,-128 L58,-150 C40,-160 20,-170 0,-184 Z", dark, 0.9)
    return Hair(
        front=paint + shadow + peak + fill(silhouette, "url(#wrap)") + clipped(layers, silhouette, "turban")
    )
