"""Head coverings: their cloth takes the colour that an appearance gives to its hair."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair
from reelhouse.render.presenter.ink import (
    clipped,
    darker,
    fill,
    glowing,
    lighter,
    line,
    moved,
    soft,
    soft_line,
)
from reelhouse.render.presenter.palette import Palette


def hijab(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A scarf around the face that falls over the shoulders."""
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.36), lighter(appearance.hair, 0.22)
    paint = glowing("scarf", -90, -180, 560, (0, light, 1), (0.4, cloth, 1), (1, dark, 1))
    opening = "M0,-158 C-92,-158 -148,-96 -150,-10 C-152,90 -122,196 -58,246 C-30,264 30,264 58,246 C122,196 152,90 150,-10 C148,-96 92,-158 0,-158 Z"
    ring = (
        "M0,-302 C-144,-302 -214,-204 -212,-70 C-212,60 -208,150 -196,230 C-240,290 -330,330 -372,420 C-330,520 -190,600 20,600 "
        "C220,590 330,520 372,420 C330,330 240,290 196,230 C208,150 212,60 212,-70 C214,-204 144,-302 0,-302 Z "
    )
    folds = (
        ("M-150,-40 C-190,80 -150,190 -60,262", 9),
        ("M-176,-40 C-206,110 -170,240 -40,320", 7),
        ("M-196,240 C-120,330 20,372 200,300", 10),
        ("M-260,330 C-120,430 90,430 280,330", 9),
        ("M-320,400 C-140,520 120,510 330,396", 10),
        ("M160,60 C176,150 140,230 60,290", 8),
        ("M196,230 C130,300 30,350 -60,350", 9),
        ("M-40,-292 C-150,-250 -196,-150 -190,-30", 7),
        ("M40,-292 C150,-250 198,-150 192,-20", 6),
        ("M-20,-270 C-120,-236 -168,-150 -166,-40", 5),
    )
    creases = "".join(
        soft_line(path, dark, width * 1.6 + 8, 0.62)
        + moved(soft_line(path, light, width + 3, rng.uniform(0.4, 0.55)), -5, -10)
        for path, width in folds
    )
    band = soft(
        fill(
            f"{opening} M0,-136 C-80,-136 -132,-84 -134,-4 C-136,90 -110,180 -54,232 C-30,250 30,250 54,232 C110,180 136,90 134,-4 C132,-84 80,-136 0,-136 Z",
            palette.deep,
            0.5,
        ).replace("<path", '<path fill-rule="evenodd"'),
        8,
    )
    scarf = f'<path fill-rule="evenodd" d="{ring}{opening}" fill="url(#scarf)"/>'
    inner = f'<clipPath id="scarfclip"><path clip-rule="evenodd" d="{ring}{opening}"/></clipPath><g clip-path="url(#scarfclip)">{creases}</g>'
    hem = line(opening, dark, 5, 0.55) + line(opening, light, 2, 0.35)
    return Hair(front=band, curtain=paint + scarf + inner + hem)


def turban(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A wrapped turban, crossed above the forehead."""
    cloth, dark, light = appearance.hair, darker(appearance.hair, 0.4), lighter(appearance.hair, 0.24)
    paint = glowing("wrap", -90, -250, 420, (0, light, 1), (0.45, cloth, 1), (1, dark, 1))
    silhouette = (
        "M-176,-14 C-212,-40 -226,-110 -214,-190 C-196,-306 -98,-362 0,-362 C98,-362 196,-306 214,-190 C226,-110 212,-40 176,-14 "
        "C172,-60 150,-104 96,-132 C60,-152 24,-168 0,-184 C-24,-168 -60,-152 -96,-132 C-150,-104 -172,-60 -176,-14 Z"
    )
    layers = ""
    for number in range(7):
        rise = number * 27
        bend = 1 - number * 0.07
        left = f"M{-216 * bend:g},{-60 - rise:g} C{-150 * bend:g},{-150 - rise:g} {-60 * bend:g},{-182 - rise * 0.8:g} 16,{-186 - rise:g}"
        right = f"M{216 * bend:g},{-60 - rise:g} C{150 * bend:g},{-150 - rise:g} {60 * bend:g},{-182 - rise * 0.8:g} -4,{-186 - rise:g}"
        for path in (right, left):
            layers += soft_line(path, dark, 20, 0.6) + line(path, dark, 2.6, 0.6)
            layers += moved(soft_line(path, light, rng.uniform(9, 13), 0.5), -2, -11)
    shadow = soft(
        fill(
            "M-176,-14 C-150,-104 -60,-140 0,-176 C60,-140 150,-104 176,-14 L168,0 C140,-84 70,-120 0,-150 C-70,-120 -140,-84 -168,0 Z",
            palette.deep,
            0.55,
        ),
        8,
    )
    peak = fill("M0,-184 C-20,-170 -40,-160 -58,-150 L0,-128 L58,-150 C40,-160 20,-170 0,-184 Z", dark, 0.9)
    return Hair(
        front=paint + shadow + peak + fill(silhouette, "url(#wrap)") + clipped(layers, silhouette, "turban")
    )
