"""Clothes to work, to train and to celebrate in."""

from reelhouse.render.presenter.fabrics import weave
from reelhouse.render.presenter.ink import both, darker, ellipse, fill, lighter, line, mix, soft_line
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.tailoring import recoloured
from reelhouse.render.presenter.torso import FLOOR, Build, draw_neck


def scrubs(build: Build, palette: Palette) -> str:
    neck = build.neck + 20
    cut = f"M{-neck},292 C{-neck + 12},360 -40,430 0,480 C40,430 {neck - 12},360 {neck},292 Z"
    edge = f"M{-neck - 5},294 C{-neck + 8},364 -44,436 0,488 C44,436 {neck - 8},364 {neck + 5},294"
    pocket = "M104,600 L226,594 L224,716 L106,718 Z"
    pen = line("M196,574 L198,640", "#e9edf2", 8) + line("M196,574 L197,590", palette.accent, 8)
    badge = (
        fill("M-210,600 L-130,600 L-130,704 L-210,704 Z", "#f7f8fa")
        + fill("M-210,600 L-130,600 L-130,626 L-210,626 Z", palette.accent)
        + ellipse(-170, 654, 17, 19, "#c3cad4")
    )
    return (
        weave(build, palette)
        + draw_neck(build, palette, cut)
        + line(edge, mix(palette.cloth, palette.cloth_dark, 0.6), 16)
        + line(edge, palette.cloth_light, 2, 0.4)
        + pen
        + fill(pocket, mix(palette.cloth, palette.cloth_dark, 0.12))
        + line(pocket, palette.cloth_deep, 2.4, 0.4)
        + badge
    )


def kurta(build: Build, palette: Palette) -> str:
    """A band collar and an embroidered placket."""
    neck = build.neck + 9
    cut = f"M{-neck},282 C{-neck + 10},340 -18,370 0,420 C18,370 {neck - 10},340 {neck},282 Z"
    band = f"M{-neck - 4},268 C{-neck + 4},340 -24,368 -3,424"
    trim = mix("#e3c071", palette.accent, 0.35)
    knots = "".join(
        ellipse(side * 24, y, 5, 5, trim) + ellipse(side * 24, y + 17, 3, 3, trim, 0.9)
        for side in (-1, 1)
        for y in range(440, 700, 34)
    )
    return (
        weave(build, palette)
        + draw_neck(build, palette, cut)
        + fill("M-14,420 L14,420 L14,730 L0,750 L-14,730 Z", mix(palette.cloth, palette.cloth_dark, 0.4))
        + both(line(band, palette.cloth_dark, 24) + line(band, trim, 4.5, 0.9))
        + knots
        + "".join(ellipse(0, y, 6, 6, trim) for y in (460, 530, 600, 670))
    )


def tracksuit(build: Build, palette: Palette) -> str:
    neck = build.neck + 12
    stand = (
        f"M{-neck},226 C{-neck - 6},280 {-neck - 26},312 {-neck - 40},330 C-60,392 -20,404 0,430 "
        f"C20,404 60,392 {neck + 40},330 C{neck + 26},312 {neck + 6},280 {neck},226 "
        f"C{neck - 12},310 26,350 0,404 "
        f"C-26,350 {-neck + 12},310 {-neck},226 Z"
    )
    cut = f"M{-neck},270 C{-neck + 8},330 -20,360 0,410 C20,360 {neck - 8},330 {neck},270 Z"
    wide = build.shoulder
    stripes = " ".join(
        f"M{wide * 0.5 + step:g},352 C{wide * 0.8 + step:g},400 {wide - 26 + step:g},470 "
        f"{wide - 14 + step:g},620"
        for step in (-24, 0, 24)
    )
    tone = lighter(palette.accent, 0.5)
    zip_ = line(f"M0,418 L0,{FLOOR}", "#d7dbe0", 7) + line(f"M0,418 L0,{FLOOR}", palette.cloth_deep, 2)
    return (
        weave(build, palette)
        + both(line(stripes, tone, 9, 0.95))
        + draw_neck(build, palette, cut)
        + zip_
        + fill(stand, mix(palette.cloth, palette.cloth_dark, 0.3))
        + line(stand, palette.cloth_deep, 2.4, 0.5)
        + both(line(f"M{neck - 2},240 C{neck - 12},316 30,352 4,400", tone, 4, 0.8))
    )


def dungarees(build: Build, palette: Palette) -> str:
    """Over a striped or plain shirt of a pale colour."""
    neck = build.neck + 22
    cut = f"M{-neck},294 C{-neck + 4},360 -50,396 0,396 C50,396 {neck - 4},360 {neck},294 Z"
    under = mix("#f6f1e8", palette.accent, 0.12)
    bib = f"M-150,610 Q0,590 150,610 L176,{FLOOR} L-176,{FLOOR} Z"
    strap = f"M{build.neck + 62},322 C{build.neck + 70},420 128,520 120,622"
    pocket = "M-84,690 L84,690 L78,800 L0,826 L-78,800 Z"
    thread = lighter(palette.cloth, 0.55)
    return (
        weave(build, recoloured(palette, under))
        + draw_neck(build, palette, cut)
        + line(
            f"M{-neck - 4},300 C{-neck + 2},370 -52,406 0,406 C52,406 {neck - 2},370 {neck + 4},300",
            darker(under, 0.2),
            10,
        )
        + both(
            soft_line(strap, "#2a2430", 54, 0.3)
            + line(strap, palette.cloth, 36)
            + line(strap, thread, 1.8, 0.6)
        )
        + fill(bib, palette.cloth)
        + line("M-142,624 Q0,604 142,624", thread, 2.2, 0.7)
        + fill(pocket, mix(palette.cloth, palette.cloth_dark, 0.2))
        + line(pocket, thread, 2.2, 0.7)
        + both(ellipse(120, 632, 12, 12, "#d6b25e"))
    )
