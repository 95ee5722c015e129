"""Jackets, knitwear, and what is worn with a tie."""

from reelhouse.render.presenter.fabrics import weave
from reelhouse.render.presenter.ink import (
    both,
    brightness,
    darker,
    ellipse,
    fill,
    lighter,
    line,
    mirrored,
    mix,
    soft_line,
)
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.tailoring import blazer, buttons, collar, recoloured
from reelhouse.render.presenter.torso import FLOOR, Build, draw_neck

PALE = 0.6
BAND = 100
"""Half the width that the open front of a cardigan takes."""


def suit(build: Build, palette: Palette) -> str:
    """A blazer with a tie."""
    tie = "M-15,428 L15,428 L22,470 L40,820 L0,890 L-40,820 L-22,470 Z"
    knot = "M-28,404 L28,404 L17,452 L-17,452 Z"
    stripes = " ".join(f"M-44,{y + 40} L44,{y}" for y in range(480, 880, 54))
    tone = palette.accent
    worn = (
        fill(tie, darker(tone, 0.2))
        + line(stripes, lighter(tone, 0.3), 7, 0.5)
        + fill(knot, tone)
        + line(knot, darker(tone, 0.45), 2, 0.6)
    )
    return blazer(build, palette, tie=worn)


def polo(build: Build, palette: Palette) -> str:
    neck = build.neck + 10
    cut = f"M{-neck},280 C{-neck + 12},340 -26,388 0,452 C26,388 {neck - 12},340 {neck},280 Z"
    placket = fill("M-17,446 L17,446 L17,610 L-17,610 Z", mix(palette.cloth, palette.cloth_dark, 0.4))
    tone = darker(palette.cloth, 0.35) if brightness(palette.cloth) > PALE else lighter(palette.cloth, 0.6)
    studs = "".join(ellipse(0, y, 6, 6, tone) for y in (490, 545))
    edge = mix(palette.accent, palette.cloth, 0.25)
    tip = f"M{neck + 26},320 L{neck - 12},402 L2,448"
    return (
        weave(build, palette)
        + draw_neck(build, palette, cut)
        + placket
        + studs
        + collar(build, mix(palette.cloth, palette.cloth_light, 0.4), palette.cloth_deep, 450)
        + both(line(tip, edge, 5, 0.9))
    )


def cardigan(build: Build, palette: Palette) -> str:
    """Open in front over a plain top."""
    neck = build.neck + 10
    top = mix("#f6f1ea", palette.accent, 0.14)
    opening = (
        f"M{-neck - 26},288 C{-neck + 2},500 -30,640 -24,{FLOOR} L24,{FLOOR} C30,640 "
        f"{neck - 2},500 {neck + 26},288 Z"
    )
    cut = f"M{-neck},288 C{-neck + 6},360 -48,400 0,400 C48,400 {neck - 6},360 {neck},288 Z"
    band = f"M{neck + 26},288 C{neck - 2},500 30,640 24,{FLOOR}"
    knit = " ".join(
        f"M{x},{430 + abs(x) * 0.1:g} L{x * 1.02:g},{FLOOR}" for x in range(-330, 331, 24) if abs(x) > BAND
    )
    studs = "".join(ellipse(36, y, 9, 9, darker(palette.cloth, 0.5)) for y in (720, 840, 960))
    return (
        weave(build, palette)
        + line(knit, palette.cloth_deep, 2.4, 0.14)
        + fill(opening, top)
        + draw_neck(build, palette, cut)
        + line(f"M{-neck + 2},372 C-46,404 46,404 {neck - 2},372", darker(top, 0.25), 4, 0.5)
        + both(
            soft_line(band, palette.cloth_deep, 50, 0.4)
            + line(band, mix(palette.cloth, palette.cloth_dark, 0.4), 30)
            + line(band, palette.cloth_light, 2, 0.4)
        )
        + studs
    )


def denim(build: Build, palette: Palette) -> str:
    """A jeans jacket over a white shirt."""
    thread = "#d9a05a"
    yoke = f"M64,470 C150,500 {build.shoulder - 120},520 {build.shoulder - 60},510"
    pocket = "M110,600 L236,592 L240,640 L174,668 L112,646 Z"
    seams = both(
        line(yoke, palette.cloth_deep, 4, 0.6)
        + line(yoke, thread, 1.8, 0.8)
        + fill(pocket, mix(palette.cloth, palette.cloth_dark, 0.25))
        + line(pocket, thread, 2, 0.8)
        + ellipse(174, 634, 7, 7, thread)
        + line(f"M120,660 L108,{FLOOR} M226,656 L214,{FLOOR}", thread, 2, 0.55)
    )
    return _jacket(build, palette, "#f3f0ea") + seams + _studs(thread)


def leather(build: Build, palette: Palette) -> str:
    """A biker's jacket over a shirt of the accent's colour."""
    zip_ = line(f"M34,560 L60,{FLOOR}", "#b9bec6", 8) + line(f"M34,560 L60,{FLOOR}", "#5d626b", 3, 0.9)
    shine = both(
        soft_line(
            (
                f"M{build.shoulder - 70},440 C{build.shoulder - 20},520 {build.shoulder - 10},640 "
                f"{build.shoulder},760"
            ),
            lighter(palette.cloth, 0.5),
            34,
            0.3,
        )
    )
    pocket = line("M-230,690 L-130,640", "#b9bec6", 7) + line("M-230,690 L-130,640", "#5d626b", 2.4)
    return _jacket(build, palette, mix("#e8e4de", palette.accent, 0.3)) + shine + zip_ + pocket


def boatneck(build: Build, palette: Palette) -> str:
    """A wide neckline from shoulder to shoulder."""
    neck = build.neck + 70
    cut = f"M{-neck},318 C{-neck + 30},366 -70,392 0,392 C70,392 {neck - 30},366 {neck},318 Z"
    edge = f"M{-neck - 2},318 C{-neck + 28},370 -72,398 0,398 C72,398 {neck - 28},370 {neck + 2},318"
    return (
        weave(build, palette)
        + draw_neck(build, palette, cut)
        + line(edge, mix(palette.cloth, palette.cloth_dark, 0.5), 11)
        + line(edge, palette.cloth_light, 2, 0.5)
    )


def vest(build: Build, palette: Palette) -> str:
    """A knitted vest over a white shirt."""
    neck = build.neck + 8
    white = "#f5f2ec"
    cut = f"M{-neck},276 C{-neck + 10},330 -30,380 0,440 C30,380 {neck - 10},330 {neck},276 Z"
    body = (
        f"M{neck + 34},322 C{neck + 10},450 50,560 0,640 C-50,560 {-neck - 10},450 {-neck - 34},322 "
        f"L{-build.shoulder * 0.78:g},372 C{-build.shoulder * 0.7:g},480 "
        f"{-build.shoulder + 84:g},600 {-build.shoulder + 66:g},{FLOOR} "
        f"L{build.shoulder - 66:g},{FLOOR} C{build.shoulder - 84:g},600 "
        f"{build.shoulder * 0.7:g},480 {build.shoulder * 0.78:g},372 Z"
    )
    diamonds = " ".join(
        f"M{x},{y} l34,44 l-34,44 l-34,-44 Z" for y in (650, 738, 826) for x in (-150, -75, 0, 75, 150)
    )
    edge = f"M{neck + 34},322 C{neck + 10},450 50,560 0,640"
    return (
        weave(build, recoloured(palette, white))
        + draw_neck(build, palette, cut)
        + fill(body, palette.cloth)
        + fill(diamonds, mix(palette.accent, palette.cloth, 0.5), 0.4)
        + both(line(edge, palette.cloth_dark, 18) + line(edge, palette.cloth_light, 2.4, 0.5))
        + buttons(palette, 480, 60, "#d5d0da", count=3)
        + collar(build, white, "#8f8a9c", 446)
    )


def _jacket(build: Build, palette: Palette, shirt: str) -> str:
    """Open at the neck, with a wide collar."""
    neck = build.neck + 18
    cut = f"M{-neck},290 C{-neck + 4},356 -48,396 0,396 C48,396 {neck - 4},356 {neck},290 Z"
    opening = f"M{-neck - 30},286 L-30,620 L-44,{FLOOR} L44,{FLOOR} L30,620 L{neck + 30},286 Z"
    wing = (
        f"M{neck + 8},262 C{neck + 50},284 {neck + 74},320 {neck + 92},352 L{neck + 48},470 "
        f"L36,560 C{neck - 20},470 {neck + 2},360 {neck + 8},262 Z"
    )
    front = f"M30,560 L44,{FLOOR}"
    side = (
        soft_line(f"M{neck},430 L34,590", "#0b0710", 34, 0.3)
        + line(front, palette.cloth_deep, 9, 0.8)
        + fill(wing, mix(palette.cloth, palette.cloth_dark, 0.3))
        + line(wing, palette.cloth_deep, 2.6, 0.7)
        + line(f"M{neck + 84},356 L{neck + 42},462 L40,546", palette.cloth_light, 2, 0.4)
    )
    return (
        weave(build, palette)
        + fill(opening, shirt)
        + draw_neck(build, palette, cut)
        + line(
            f"M{-neck - 3},300 C{-neck},364 -50,406 0,406 C50,406 {neck},364 {neck + 3},300",
            darker(shirt, 0.22),
            12,
        )
        + side
        + mirrored(side)
    )


def _studs(tone: str) -> str:
    return "".join(ellipse(-52, y, 9, 9, tone) for y in (640, 750, 860, 970))
