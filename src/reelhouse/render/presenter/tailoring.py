"""Clothes with collars, lapels and buttons."""

from dataclasses import replace

from reelhouse.render.presenter.fabrics import weave
from reelhouse.render.presenter.ink import (
    both,
    brightness,
    darker,
    ellipse,
    falling,
    fill,
    glow,
    lighter,
    line,
    mirrored,
    mix,
    moved,
    soft,
    soft_line,
)
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.torso import FLOOR, Build, draw_neck

BROAD = 70
"""A neck of this half width wears a shirt beneath its blazer."""

PALE = 0.7
"""From this brightness on, buttons are darker than their cloth."""


def recoloured(palette: Palette, cloth: str) -> Palette:
    """The same palette for a garment of another colour."""
    return replace(
        palette,
        cloth=cloth,
        cloth_light=lighter(cloth, 0.16),
        cloth_dark=darker(cloth, 0.22),
        cloth_deep=darker(cloth, 0.45),
    )


def shirt(build: Build, palette: Palette) -> str:
    neck = build.neck + 8
    cut = f"M{-neck},276 C{-neck + 10},330 -30,380 0,440 C30,380 {neck - 10},330 {neck},276 Z"
    placket = line(f"M-20,446 L-20,{FLOOR}", palette.cloth_deep, 2.4, 0.4) + soft_line(
        f"M22,446 L22,{FLOOR}", palette.cloth_deep, 12, 0.3
    )
    pocket = line("M120,620 L232,614 L230,730 L176,754 L122,736 Z", palette.cloth_deep, 2.6, 0.36)
    hem = line("M121,640 L231,634", palette.cloth_deep, 2, 0.3)
    pale = brightness(palette.cloth) >= PALE
    tone = darker(palette.cloth, 0.25) if pale else lighter(palette.cloth, 0.5)
    return (
        weave(build, palette)
        + draw_neck(build, palette, cut)
        + placket
        + buttons(palette, 500, 112, tone)
        + pocket
        + hem
        + collar(build, mix(palette.cloth, palette.cloth_light, 0.6), palette.cloth_deep, 446)
    )


def blouse(build: Build, palette: Palette) -> str:
    neck = build.neck + 24
    cut = f"M{-neck},296 C{-neck + 20},380 -40,460 0,516 C40,460 {neck - 20},380 {neck},296 Z"
    edge = f"M{-neck - 4},300 C{-neck + 18},384 -44,464 0,522 C44,464 {neck - 18},384 {neck + 4},300"
    drape = "".join(
        soft_line(
            f"M{x},{392 + abs(x) * 0.1:g} C{x * 0.8:g},520 {x * 0.5:g},640 {x * 0.62:g},860",
            palette.cloth_deep,
            34,
            0.15,
        )
        for x in (-180, -110, 116, 186)
    )
    light = soft_line("M-150,420 C-120,540 -80,660 -100,880", palette.cloth_light, 46, 0.2)
    chain = line("M-66,332 C-44,420 -12,440 0,442 C12,440 44,420 66,332", "#d8b25c", 2.6)
    pendant = ellipse(0, 451, 8, 9.5, palette.accent) + ellipse(-2, 448, 2.6, 3, "#ffffff", 0.8)
    return (
        weave(build, palette)
        + drape
        + light
        + draw_neck(build, palette, cut)
        + line(edge, palette.cloth_dark, 10)
        + line(edge, palette.cloth_light, 2, 0.6)
        + chain
        + pendant
    )


def blazer(build: Build, palette: Palette, *, tie: str = "") -> str:
    """Over a white shirt for broad builds and with a `tie`, over a plain top for slight ones."""
    neck = build.neck + 8
    shirted = tie or build.neck > BROAD
    inside = _white_shirt(build, palette, tie) if shirted else _plain_top(build, palette)
    lapel = (
        f"M{neck + 16},282 C{neck + 40},300 {neck + 52},316 {neck + 50},330 L{neck + 98},424 "
        f"L{neck + 70},470 "
        f"L{neck + 104},500 C{neck + 60},660 60,800 -6,910 C30,700 {neck - 4},520 {neck + 16},282 Z"
    )
    shadow = soft_line(f"M{neck + 8},420 C{neck - 8},560 24,720 -2,880", "#0b0710", 36, 0.34)
    paint = falling(
        "lapel",
        290,
        900,
        (0, lighter(palette.cloth, 0.1), 1),
        (0.5, palette.cloth, 1),
        (1, palette.cloth_dark, 1),
    )
    notch = line(f"M{neck + 70},470 L{neck + 34},440", palette.cloth_deep, 2.6, 0.7)
    outer = soft_line(f"M{neck + 104},510 C{neck + 64},660 64,800 0,912", palette.cloth_deep, 24, 0.5)
    side = shadow + outer + fill(lapel, "url(#lapel)") + line(lapel, palette.cloth_deep, 2.2, 0.6) + notch
    welt = "M150,690 L262,676 L264,700 L154,714 Z"
    square = fill("M176,690 L192,654 L212,678 L230,650 L244,684 Z", palette.accent)
    return (
        weave(build, palette)
        + inside
        + paint
        + mirrored(side)
        + side
        + line(f"M0,905 C20,1000 26,1100 20,{FLOOR}", palette.cloth_deep, 3, 0.8)
        + ellipse(26, 938, 14, 14, palette.cloth_deep)
        + ellipse(24, 935, 11, 11, darker(palette.cloth, 0.3))
        + square
        + fill(welt, palette.cloth)
        + line(welt, palette.cloth_deep, 2.4, 0.5)
    )


def _opening(build: Build) -> str:
    """What a closed blazer leaves free."""
    neck = build.neck + 8
    return f"M{-neck - 18},290 L{-neck + 4},560 L0,908 L{neck - 4},560 L{neck + 18},290 Z"


def _white_shirt(build: Build, palette: Palette, tie: str) -> str:
    neck = build.neck + 8
    white, edge = "#f6f3ee", "#8f8a9c"
    cut = f"M{-neck},276 C{-neck + 14},330 -26,372 0,430 C26,372 {neck - 14},330 {neck},276 Z"
    buttons = "".join(ellipse(0, y, 6, 6, "#c9c4cf") for y in (490, 580, 680, 780))
    return (
        fill(_opening(build), white)
        + glow(30, 470, neck + 20, 150, "#6d6880", 0.4)
        + line("M0,430 L0,900", edge, 2, 0.6)
        + buttons
        + draw_neck(build, palette, cut)
        + tie
        + collar(build, white, edge, 438)
    )


def _plain_top(build: Build, palette: Palette) -> str:
    neck = build.neck + 8
    top = mix("#f6f1ea", palette.accent, 0.08)
    cut = f"M{-neck - 18},290 C{-neck + 2},400 -40,452 0,454 C40,452 {neck - 2},400 {neck + 18},290 Z"
    return (
        fill(_opening(build), top)
        + glow(50, 560, 60, 260, "#7b6f78", 0.5)
        + draw_neck(build, palette, cut)
        + line(f"M{-neck},396 C-50,448 -20,456 0,456 C20,456 50,448 {neck},396", darker(top, 0.22), 3, 0.6)
    )


def collar(build: Build, cloth: str, edge: str, depth: float) -> str:
    """A shirt's collar: two wings that open `depth` below the eyes."""
    neck = build.neck + 8
    wing = (
        f"M{neck - 4},256 C{neck + 22},276 {neck + 34},300 {neck + 30},318 L{neck - 10},404 L0,{depth} "
        f"C30,366 {neck - 20},330 {neck - 4},256 Z"
    )
    shade = soft(moved(fill(wing, edge, 0.6), 2, 10), 4)
    fold = soft_line(f"M{neck - 8},270 C{neck - 22},340 28,376 4,{depth - 8}", edge, 14, 0.4)
    return both(shade + fill(wing, cloth) + fold + line(wing, edge, 2, 0.5))


def buttons(palette: Palette, start: float, step: float, tone: str, *, count: int = 7) -> str:
    heights = [start + step * number for number in range(count)]
    return "".join(
        ellipse(1, y + 2.4, 8, 8, palette.cloth_deep, 0.5) + ellipse(0, y, 7.4, 7.4, tone) for y in heights
    )
