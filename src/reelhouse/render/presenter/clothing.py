"""What presenters wear: soft clothes here, sewn ones in `tailoring`, jackets in `outerwear`."""

from collections.abc import Callable

from reelhouse.media.appearance import Appearance, Clothing
from reelhouse.render.presenter.fabrics import weave
from reelhouse.render.presenter.ink import both, falling, fill, glowing, line, mix, moved, soft, soft_line
from reelhouse.render.presenter.outerwear import (
    boatneck,
    cardigan,
    denim,
    leather,
    polo,
    suit,
    vest,
)
from reelhouse.render.presenter.palette import Palette
from reelhouse.render.presenter.tailoring import blazer, blouse, shirt
from reelhouse.render.presenter.torso import FLOOR, Build, build_of, draw_neck
from reelhouse.render.presenter.workwear import dungarees, kurta, scrubs, tracksuit


def draw_body(appearance: Appearance, palette: Palette) -> str:
    """Clothes and neck, in place below the head."""
    return DRESSINGS[appearance.clothing](build_of(appearance), palette)


def tshirt(build: Build, palette: Palette) -> str:
    neck = build.neck + 24
    cut = f"M{-neck},296 C{-neck + 4},366 -50,404 0,404 C50,404 {neck - 4},366 {neck},296 Z"
    rib = f"M{-neck - 6},304 C{-neck + 2},376 -52,415 0,415 C52,415 {neck - 2},376 {neck + 6},304"
    stitch = f"M{-neck - 16},310 C{-neck - 6},386 -56,428 0,428 C56,428 {neck + 6},386 {neck + 16},310"
    return (
        weave(build, palette)
        + draw_neck(build, palette, cut)
        + line(rib, palette.cloth_dark, 20)
        + line(rib, palette.cloth_light, 2, 0.4)
        + line(stitch, palette.cloth_deep, 2, 0.4)
    )


def sweater(build: Build, palette: Palette) -> str:
    neck = build.neck + 12
    cut = f"M{-neck},286 C{-neck + 4},340 -44,372 0,372 C44,372 {neck - 4},340 {neck},286 Z"
    rib = f"M{-neck - 8},294 C{-neck},356 -50,390 0,390 C50,390 {neck},356 {neck + 8},294"
    ticks = "".join(
        line(
            f"M{x * neck * 1.06:g},{402 - 92 * abs(x) ** 2.4:g} l{-x * 10:g},-25",
            palette.cloth_deep,
            2.4,
            0.42,
        )
        for x in (-0.9, -0.76, -0.6, -0.43, -0.26, -0.09, 0.09, 0.26, 0.43, 0.6, 0.76, 0.9)
    )
    wide = build.shoulder - 90
    knit = "".join(
        line(f"M{x},{470 - 60 * (1 - abs(x) / wide)} L{x * 1.02:g},{FLOOR}", palette.cloth_deep, 2.4, 0.12)
        for x in range(-220, 221, 20)
    )
    return (
        weave(build, palette)
        + knit
        + draw_neck(build, palette, cut)
        + moved(soft_line(rib, palette.cloth_deep, 56, 0.34), 0, 8)
        + line(rib, mix(palette.cloth, palette.cloth_dark, 0.35), 34)
        + line(rib, palette.cloth_light, 3, 0.25)
        + ticks
    )


def turtleneck(build: Build, palette: Palette) -> str:
    neck = build.neck + 13
    roll = (
        f"M{-neck},208 C-40,250 40,250 {neck},208 C{neck + 8},250 {neck + 4},286 {neck + 24},322 "
        f"C60,374 -60,374 {-neck - 24},322 C{-neck - 4},286 {-neck - 8},250 {-neck},208 Z"
    )
    paint = falling(
        "roll", 210, 350, (0, palette.cloth_deep, 1), (0.4, palette.cloth, 1), (1, palette.cloth_dark, 1)
    )
    ribs = "".join(
        line(
            f"M{x * neck:g},226 Q{x * neck * 1.02:g},280 {x * (neck + 22):g},350",
            palette.cloth_deep,
            2.6,
            0.34,
        )
        for x in (-0.9, -0.75, -0.58, -0.4, -0.2, 0, 0.2, 0.4, 0.58, 0.75, 0.9)
    )
    fold = soft_line(f"M{-neck + 2},276 C-40,316 40,316 {neck - 2},276", palette.cloth_deep, 18, 0.5)
    below = soft_line(f"M{-neck - 26},328 C-60,382 60,382 {neck + 26},328", palette.cloth_deep, 30, 0.5)
    return weave(build, palette) + below + paint + fill(roll, "url(#roll)") + ribs + fold


def hoodie(build: Build, palette: Palette) -> str:
    neck = build.neck
    brim = f"C{neck + 30},330 60,410 0,430 C-60,410 {-neck - 30},330 {-neck - 14},248"
    hood = (
        f"M{-neck - 14},248 C{-neck - 96},262 {-neck - 140},330 {-neck - 108},384 C-110,440 -40,470 0,486 "
        f"C40,470 110,440 {neck + 108},384 C{neck + 140},330 {neck + 96},262 {neck + 14},248 {brim} Z"
    )
    cut = f"M{-neck - 16},256 C{-neck - 30},330 -60,412 0,432 C60,412 {neck + 30},330 {neck + 16},256 Z"
    string = "M-44,424 C-52,500 -48,560 -54,620"
    cord = moved(line(string, palette.cloth_deep, 8, 0.5), 5, 6) + line(string, "#efe9df", 7)
    paint = glowing(
        "hood",
        -80,
        300,
        300,
        (0, palette.cloth_light, 1),
        (0.5, palette.cloth, 1),
        (1, palette.cloth_dark, 1),
    )
    crease = f"M{-neck - 40},280 C{-neck - 84},320 -120,400 -30,446"
    return (
        weave(build, palette)
        + soft(moved(fill(hood, palette.cloth_deep, 0.5), 0, 16), 8)
        + paint
        + fill(hood, "url(#hood)")
        + both(soft_line(crease, palette.cloth_deep, 22, 0.4))
        + draw_neck(build, palette, cut)
        + soft_line(f"M{neck + 14},252 {brim}", palette.cloth_deep, 26, 0.5)
        + line(f"M{neck + 14},250 {brim}", palette.cloth_light, 4, 0.7)
        + both(cord + line("M-54,600 L-55,634", "#cfc6b8", 11))
        + line("M-220,1010 L-170,860 L170,860 L220,1010", palette.cloth_deep, 3.4, 0.5)
    )


DRESSINGS: dict[Clothing, Callable[[Build, Palette], str]] = {
    Clothing.BLAZER: blazer,
    Clothing.SHIRT: shirt,
    Clothing.TSHIRT: tshirt,
    Clothing.HOODIE: hoodie,
    Clothing.TURTLENECK: turtleneck,
    Clothing.BLOUSE: blouse,
    Clothing.SWEATER: sweater,
    Clothing.SUIT: suit,
    Clothing.POLO: polo,
    Clothing.CARDIGAN: cardigan,
    Clothing.DENIM: denim,
    Clothing.LEATHER: leather,
    Clothing.SCRUBS: scrubs,
    Clothing.KURTA: kurta,
    Clothing.TRACKSUIT: tracksuit,
    Clothing.DUNGAREES: dungarees,
    Clothing.BOATNECK: boatneck,
    Clothing.VEST: vest,
}
