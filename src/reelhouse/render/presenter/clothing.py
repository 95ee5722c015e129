"""Neck, shoulders and clothes: the half figure below the head."""

from collections.abc import Callable
from dataclasses import dataclass

from reelhouse.media.appearance import Appearance, Clothing
from reelhouse.render.presenter.ink import (
    both,
    brightness,
    clipped,
    darker,
    ellipse,
    falling,
    fill,
    glow,
    glowing,
    lighter,
    line,
    mirrored,
    mix,
    moved,
    sliding,
    soft,
    soft_line,
)
from reelhouse.render.presenter.palette import Palette

FLOOR = 1700


@dataclass(frozen=True, slots=True)
class Build:
    """Half widths of neck and shoulders."""

    neck: float
    shoulder: float


def build_of(appearance: Appearance) -> Build:
    return Build(neck=63, shoulder=352) if appearance.lashes else Build(neck=83, shoulder=405)


def torso(build: Build) -> str:
    """The outline of shoulders and arms, down to the `FLOOR`."""
    neck, wide = build.neck, build.shoulder
    left = (
        f"M{-neck - 26},306 C{-neck - 60},338 {-wide * 0.62:g},356 {-wide * 0.8:g},378 "
        f"C{-wide * 0.98:g},402 {-wide - 14:g},470 {-wide - 26:g},560 C{-wide - 48:g},720 {-wide - 66:g},900 {-wide - 60:g},{FLOOR} "
    )
    right = (
        f"L{wide + 60:g},{FLOOR} C{wide + 66:g},900 {wide + 48:g},720 {wide + 26:g},560 C{wide + 14:g},470 {wide * 0.98:g},402 {wide * 0.8:g},378 "
        f"C{wide * 0.62:g},356 {neck + 60},338 {neck + 26},306 Z"
    )
    return left + right


def draw_body(appearance: Appearance, palette: Palette) -> str:
    """Neck and clothes, in place below the head."""
    build = build_of(appearance)
    dressing = DRESSINGS[appearance.clothing]
    return _neck(build, palette) + dressing(build, palette)


def _neck(build: Build, palette: Palette) -> str:
    neck = build.neck
    shape = (
        f"M{-neck},90 C{-neck + 3},190 {-neck + 2},240 {-neck - 10},276 C{-neck - 30},326 {-neck - 120},350 {-neck - 170},366 "
        f"L0,640 L{neck + 170},366 C{neck + 120},350 {neck + 30},326 {neck + 10},276 C{neck - 2},240 {neck - 3},190 {neck},90 Z"
    )
    shadow = f"M{-neck - 6},120 L{neck + 20},120 L{neck + 14},262 C{neck - 6},306 {-neck + 26},300 {-neck - 4},250 Z"
    tendon = f"M{-neck + 10},262 C{-neck + 30},310 -30,350 -16,372"
    bone = "M-26,384 C-70,372 -130,376 -176,386"
    notch = glow(0, 378, 30, 26, palette.deep, 0.5)
    inner = (
        soft(fill(shadow, palette.deep, 0.8), 8)
        + sliding("neckside", neck - 50, neck + 30, (0, palette.deep, 0), (1, palette.deep, 0.5))
        + fill(shape, "url(#neckside)")
        + both(soft_line(bone, palette.deep, 16, 0.36))
        + both(soft_line(tendon, palette.deep, 13, 0.28))
        + notch
    )
    return (
        glowing("neck", -60, 330, 330, (0, palette.skin, 1), (1, palette.shade, 1))
        + fill(shape, "url(#neck)")
        + clipped(inner, shape, "neckclip")
    )


def _cloth(build: Build, palette: Palette, cut: str = "") -> str:
    """The fabric over the torso, but for the neckline `cut`, with its light and folds."""
    shape = torso(build)
    paint = glowing(
        "cloth",
        -210,
        400,
        1000,
        (0, palette.cloth_light, 1),
        (0.38, palette.cloth, 1),
        (1, palette.cloth_dark, 1),
    )
    fabric = paint + fill(shape, "url(#cloth)") + clipped(_folds(build, palette), shape, "torso")
    if not cut:
        return fabric
    rest = f"M-900,0 L900,0 L900,{FLOOR} L-900,{FLOOR} Z {cut}"
    return f'<clipPath id="neckline"><path clip-rule="evenodd" d="{rest}"/></clipPath><g clip-path="url(#neckline)">{fabric}</g>'


def _folds(build: Build, palette: Palette) -> str:
    wide = build.shoulder
    arm = f"M{wide - 76},610 C{wide - 92},760 {wide - 84},1000 {wide - 70},{FLOOR}"
    pit = f"M{wide - 74},600 C{wide - 110},640 {wide - 150},690 {wide - 160},760 C{wide - 120},720 {wide - 96},690 {wide - 78},660 Z"
    crease = f"M{wide - 60},560 C{wide - 120},600 {wide - 180},610 {wide - 220},606"
    sleeve = f"M{wide + 20},640 C{wide - 10},670 {wide - 40},676 {wide - 66},670"
    seam = f"M{wide * 0.8:g},380 C{wide * 0.72:g},440 {wide - 96},520 {wide - 78},610"
    folds = (
        soft(fill(pit, palette.cloth_deep, 0.5), 8)
        + soft_line(arm, palette.cloth_deep, 20 + 16, 0.62)
        + soft_line(crease, palette.cloth_deep, 14 + 16, 0.34)
        + soft_line(sleeve, palette.cloth_deep, 12 + 16, 0.34)
        + line(arm, palette.cloth_deep, 2.6, 0.5)
        + line(seam, palette.cloth_deep, 2.4, 0.34)
    )
    light = soft_line(
        f"M{-wide * 0.86:g},398 C{-wide - 4:g},450 {-wide - 6:g},560 {-wide - 20:g},700",
        palette.cloth_light,
        24 + 28,
        0.6,
    )
    shade = sliding(
        "lee",
        wide * 0.2,
        wide + 60,
        (0, palette.cloth_deep, 0),
        (0.5, palette.cloth_deep, 0.16),
        (1, palette.cloth_deep, 0.5),
    ) + fill(torso(build), "url(#lee)")
    return shade + both(folds) + light


def _under_chin(palette: Palette, build: Build, paint: str | None = None) -> str:
    """The shadow of the head on what lies around the neck."""
    neck = build.neck
    return soft(
        fill(
            f"M{-neck - 30},300 C-40,340 60,346 {neck + 60},300 L{neck + 40},350 C40,400 -50,390 {-neck - 20},340 Z",
            paint or palette.cloth_deep,
            0.4,
        ),
        8,
    )


def _tshirt(build: Build, palette: Palette) -> str:
    neck = build.neck + 24
    cut = f"M{-neck},290 C{-neck + 4},366 -50,404 0,404 C50,404 {neck - 4},366 {neck},290 Z"
    rib = f"M{-neck - 4},300 C{-neck + 2},374 -52,414 0,414 C52,414 {neck - 2},374 {neck + 4},300"
    return (
        _cloth(build, palette, cut)
        + line(rib, palette.cloth_dark, 20)
        + line(rib, palette.cloth_light, 2, 0.4)
        + line(
            f"M{-neck - 14},306 C{-neck - 6},384 -56,426 0,426 C56,426 {neck + 6},384 {neck + 14},306",
            palette.cloth_deep,
            2,
            0.4,
        )
    )


def _sweater(build: Build, palette: Palette) -> str:
    neck = build.neck + 12
    cut = f"M{-neck},280 C{-neck + 4},340 -44,372 0,372 C44,372 {neck - 4},340 {neck},280 Z"
    rib = f"M{-neck - 8},292 C{-neck},356 -50,392 0,392 C50,392 {neck},356 {neck + 8},292"
    ticks = "".join(
        line(
            f"M{x * neck * 1.05:g},{392 - 96 * abs(x) ** 2.2:g} l{-x * 12:g},-24",
            palette.cloth_deep,
            2.4,
            0.4,
        )
        for x in (-0.95, -0.8, -0.62, -0.44, -0.26, -0.09, 0.09, 0.26, 0.44, 0.62, 0.8, 0.95)
    )
    knit = "".join(
        line(f"M{x},{430} L{x * 1.04:g},{FLOOR}", palette.cloth_deep, 2.2, 0.13) for x in range(-300, 301, 22)
    )
    return (
        _cloth(build, palette, cut)
        + clipped(knit, torso(build), "knit")
        + line(rib, mix(palette.cloth, palette.cloth_dark, 0.4), 36)
        + ticks
    )


def _turtleneck(build: Build, palette: Palette) -> str:
    neck = build.neck + 13
    roll = (
        f"M{-neck},208 C-40,250 40,250 {neck},208 C{neck + 8},250 {neck + 4},286 {neck + 22},320 C60,372 -60,372 {-neck - 22},320 "
        f"C{-neck - 4},286 {-neck - 8},250 {-neck},208 Z"
    )
    paint = falling(
        "roll", 210, 350, (0, palette.cloth_deep, 1), (0.4, palette.cloth, 1), (1, palette.cloth_dark, 1)
    )
    ribs = "".join(
        line(
            f"M{x * neck:g},220 Q{x * neck * 1.02:g},280 {x * (neck + 22):g},352",
            palette.cloth_deep,
            2.6,
            0.36,
        )
        for x in (-0.9, -0.75, -0.58, -0.4, -0.2, 0, 0.2, 0.4, 0.58, 0.75, 0.9)
    )
    fold = soft_line(f"M{-neck - 2},276 C-40,316 40,316 {neck + 2},276", palette.cloth_deep, 8 + 8, 0.5)
    below = soft_line(f"M{-neck - 26},326 C-60,380 60,380 {neck + 26},326", palette.cloth_deep, 12 + 8, 0.5)
    return (
        _cloth(build, palette)
        + below
        + paint
        + fill(roll, "url(#roll)")
        + clipped(ribs + fold, roll, "rollclip")
    )


def _hoodie(build: Build, palette: Palette) -> str:
    neck = build.neck
    hood = (
        f"M{-neck - 14},248 C{-neck - 96},262 {-neck - 140},330 {-neck - 108},384 C-110,440 -40,470 0,486 C40,470 110,440 {neck + 108},384 "
        f"C{neck + 140},330 {neck + 96},262 {neck + 14},248 C{neck + 30},330 60,410 0,430 C-60,410 {-neck - 30},330 {-neck - 14},248 Z"
    )
    cut = f"M{-neck - 16},250 C{-neck - 30},330 -60,412 0,432 C60,412 {neck + 30},330 {neck + 16},250 Z"
    inner = soft_line(
        f"M{-neck - 16},260 C{-neck - 30},340 -64,418 0,440 C64,418 {neck + 30},340 {neck + 16},260",
        palette.cloth_deep,
        16 + 8,
        0.6,
    )
    rim = line(
        f"M{-neck - 14},252 C{-neck - 30},332 -60,410 0,430 C60,410 {neck + 30},332 {neck + 14},252",
        palette.cloth_light,
        3,
        0.5,
    )
    cord = line("M-44,424 C-52,500 -48,560 -54,620", "#efe9df", 7) + line("M-54,600 L-55,632", "#cfc6b8", 11)
    shadow = f'<g transform="translate(5 6)">{line("M-44,424 C-52,500 -48,560 -54,620", palette.cloth_deep, 8, 0.5)}</g>'
    pocket = line("M-220,1010 L-170,860 L170,860 L220,1010", palette.cloth_deep, 3.4, 0.5)
    paint = glowing(
        "hood",
        -80,
        300,
        300,
        (0, palette.cloth_light, 1),
        (0.5, palette.cloth, 1),
        (1, palette.cloth_dark, 1),
    )
    drop = soft(moved(fill(hood, palette.cloth_deep, 0.5), 0, 14), 8)
    return (
        _cloth(build, palette, cut)
        + drop
        + paint
        + fill(hood, "url(#hood)")
        + clipped(inner, hood, "hoodclip")
        + rim
        + both(shadow + cord)
        + pocket
    )


def _collar(build: Build, cloth: str, edge: str, depth: float) -> str:
    """A shirt's collar of two wings that open `depth` below the neck."""
    neck = build.neck + 8
    wing = f"M{neck - 2},262 C{neck + 22},280 {neck + 34},300 {neck + 30},318 L{neck - 10},404 L0,{depth} C30,366 {neck - 16},330 {neck - 2},262 Z"
    shade = soft(moved(fill(wing, edge, 0.5), 0, 9), 4)
    return both(shade + fill(wing, cloth) + line(wing, edge, 2.2, 0.6))


def _buttons(palette: Palette, start: float, step: float, tone: str) -> str:
    marks = "".join(
        ellipse(0, start + step * number + 1.6, 8, 8, palette.cloth_deep, 0.5)
        + ellipse(0, start + step * number, 7.4, 7.4, tone)
        for number in range(7)
    )
    return marks


def _shirt(build: Build, palette: Palette) -> str:
    neck = build.neck + 8
    cut = f"M{-neck},270 C{-neck + 10},330 -30,380 0,440 C30,380 {neck - 10},330 {neck},270 Z"
    placket = line(f"M-20,446 L-20,{FLOOR}", palette.cloth_deep, 2.4, 0.4) + line(
        f"M20,446 L20,{FLOOR}", palette.cloth_deep, 2.4, 0.4
    )
    pocket = line("M120,620 L232,614 L230,730 L176,754 L122,736 Z", palette.cloth_deep, 2.6, 0.42)
    collar = _collar(build, mix(palette.cloth, palette.cloth_light, 0.5), palette.cloth_deep, 446)
    tone = lighter(palette.cloth, 0.5) if brightness(palette.cloth) < 0.7 else darker(palette.cloth, 0.25)
    return _cloth(build, palette, cut) + placket + _buttons(palette, 500, 112, tone) + pocket + collar


def _blouse(build: Build, palette: Palette) -> str:
    neck = build.neck + 24
    cut = f"M{-neck},290 C{-neck + 20},380 -40,470 0,530 C40,470 {neck - 20},380 {neck},290 Z"
    edge = f"M{-neck - 2},296 C{-neck + 18},384 -44,474 0,536 C44,474 {neck - 18},384 {neck + 2},296"
    drape = "".join(
        soft_line(
            f"M{x},{380 + abs(x) * 0.2:g} C{x * 0.8:g},520 {x * 0.5:g},640 {x * 0.62:g},{860}",
            palette.cloth_deep,
            9 + 8,
            0.3,
        )
        for x in (-180, -110, 116, 186)
    )
    glow = soft_line("M-150,400 C-120,540 -80,660 -100,880", palette.cloth_light, 16 + 16, 0.5)
    chain = (
        line("M-62,330 C-40,420 -10,442 0,444 C10,442 40,420 62,330", "#d8b25c", 2.6)
        + ellipse(0, 452, 8, 9, palette.accent)
        + ellipse(-2, 449, 2.6, 3, "#ffffff", 0.8)
    )
    return (
        _cloth(build, palette, cut)
        + drape
        + glow
        + line(edge, palette.cloth_dark, 9)
        + line(edge, palette.cloth_light, 2, 0.6)
        + chain
    )


def _blazer(build: Build, palette: Palette) -> str:
    neck = build.neck + 8
    inside = _inner_shirt(build, palette)
    cut = f"M{-neck - 14},280 C{-neck - 20},320 -70,600 0,900 C70,600 {neck + 20},320 {neck + 14},280 Z"
    lapel = f"M{neck + 18},286 C{neck + 40},300 {neck + 52},316 {neck + 50},330 L{neck + 98},424 L{neck + 70},470 L{neck + 104},500 C{neck + 60},660 60,800 -6,910 C30,700 {neck},520 {neck + 18},286 Z"
    shadow = soft_line(f"M{neck + 14},300 C{neck - 6},520 26,700 -10,900", "#0b0710", 44, 0.4)
    paint = falling(
        "lapel",
        290,
        900,
        (0, lighter(palette.cloth, 0.1), 1),
        (0.5, palette.cloth, 1),
        (1, palette.cloth_dark, 1),
    )
    notch = line(f"M{neck + 70},470 L{neck + 34},440", palette.cloth_deep, 2.6, 0.7)
    side = shadow + fill(lapel, "url(#lapel)") + line(lapel, palette.cloth_deep, 2.4, 0.7) + notch
    button = ellipse(26, 936, 13, 13, palette.cloth_deep) + ellipse(
        24, 934, 11, 11, darker(palette.cloth, 0.4)
    )
    opening = line(f"M0,905 C20,1000 26,1100 20,{FLOOR}", palette.cloth_deep, 3, 0.8)
    pocket = line("M150,690 L262,676 L264,700 L154,714 Z", palette.cloth_deep, 2.6, 0.55)
    square = fill("M176,688 L196,650 L214,676 L232,646 L244,680 Z", palette.accent)
    return (
        inside
        + _cloth(build, palette, cut)
        + paint
        + mirrored(side)
        + side
        + opening
        + button
        + square
        + fill("M150,690 L262,676 L264,700 L154,714 Z", palette.cloth)
        + pocket
    )


def _inner_shirt(build: Build, palette: Palette) -> str:
    """What a blazer shows: an open white shirt, or a plain top in the accent's tint."""
    neck = build.neck + 8
    if build.neck > 70:
        white, edge = "#f6f3ee", "#9a95a6"
        body = f"M{-neck - 40},290 L{-neck - 60},960 L{neck + 60},960 L{neck + 40},290 L{neck},270 C{neck - 14},330 26,372 0,426 C-26,372 {-neck + 14},330 {-neck},270 Z"
        shade = glow(10, 420, neck + 70, 110, "#6d6880", 0.5)
        buttons = "".join(ellipse(0, y, 6, 6, "#c9c4cf") for y in (480, 580, 680, 780))
        return (
            fill(body, white)
            + clipped(shade + line("M0,426 L0,960", edge, 2, 0.6), body, "inner")
            + buttons
            + _collar(build, white, edge, 432)
        )
    top = mix("#f4efe8", palette.accent, 0.1)
    body = f"M{-neck - 80},340 C{-neck + 6},400 -40,446 0,448 C40,446 {neck - 6},400 {neck + 80},340 L{neck + 70},960 L{-neck - 70},960 Z"
    edge = f"M{-neck - 40},372 C{-neck + 10},410 -40,448 0,450 C40,448 {neck - 10},410 {neck + 40},372"
    shade = glow(110, 600, 110, 320, "#7b6f78", 0.4)
    return fill(body, top) + clipped(shade, body, "inner") + line(edge, darker(top, 0.25), 2.6, 0.6)


DRESSINGS: dict[Clothing, Callable[[Build, Palette], str]] = {
    Clothing.BLAZER: _blazer,
    Clothing.SHIRT: _shirt,
    Clothing.TSHIRT: _tshirt,
    Clothing.HOODIE: _hoodie,
    Clothing.TURTLENECK: _turtleneck,
    Clothing.BLOUSE: _blouse,
    Clothing.SWEATER: _sweater,
}
