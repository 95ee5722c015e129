"""Beards, glasses and earrings."""

from random import Random

from reelhouse.media.appearance import Appearance, Beard, Glasses
from reelhouse.render.presenter.face import Skull, outline
from reelhouse.render.presenter.ink import both, clipped, ellipse, fill, glow, line, mirrored, mix, soft
from reelhouse.render.presenter.palette import Palette

MOUTH_GAP = "M-56,150 C-40,128 40,128 56,150 C50,190 -50,190 -56,150 Z"  # what the beard leaves free


def draw_beard(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    if appearance.beard is Beard.NONE:
        return ""
    if appearance.beard is Beard.MOUSTACHE:
        return _moustache(appearance, palette, heavy=True)
    if appearance.beard is Beard.STUBBLE:
        return _stubble(appearance, skull, palette)
    return _grown(appearance, skull, palette, full=appearance.beard is Beard.FULL)


def _field(skull: Skull, length: float) -> str:
    """Cheeks, jaw and chin, `length` below the contour."""
    low, jaw, chin = skull.low_cheek, skull.jaw, skull.chin + length
    jaw_y = skull.jaw_y
    return (
        f"M{-low - 7},-8 L{-low + 9},-8 C{-low + 12},60 {-low + 20},96 -104,116 C-82,128 -66,120 -44,112 C-28,106 -14,114 0,116 "
        f"C14,114 28,106 44,112 C66,120 82,128 104,116 C{low - 20},96 {low - 12},60 {low - 9},-8 L{low + 7},-8 "
        f"C{low + 5 + length * 0.2},{84} {jaw + 8 + length * 0.5},{jaw_y - 20} {jaw + 2 + length * 0.4},{jaw_y + length * 0.5} "
        f"C{jaw - 20},{jaw_y + 44 + length * 0.7} {skull.chin_half + 30},{chin} 0,{chin + 4} "
        f"C{-skull.chin_half - 30},{chin} {-jaw + 20},{jaw_y + 44 + length * 0.7} {-jaw - 2 - length * 0.4},{jaw_y + length * 0.5} "
        f"C{-jaw - 8 - length * 0.5},{jaw_y - 20} {-low - 5 - length * 0.2},84 {-low - 7},-8 Z"
    )


def _stubble(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    rng = Random(f"stubble {appearance.seed}")
    field = _field(skull, 0)
    dots = "".join(
        line(
            f"M{x:.1f},{y:.1f} l{rng.uniform(-1, 1):.1f},{rng.uniform(2, 4):.1f}",
            palette.beard_dark,
            1.5,
            0.3,
        )
        for x, y in ((rng.uniform(-170, 170), 40 + 210 * rng.random() ** 0.6) for _ in range(520))
    )
    shade = soft(fill(field, mix(palette.beard_dark, palette.skin, 0.3), 0.34), 8)
    return clipped(shade + clipped(dots, field, "stubble"), outline(skull), "shaven")


def _grown(appearance: Appearance, skull: Skull, palette: Palette, *, full: bool) -> str:
    rng = Random(f"beard {appearance.seed}")
    length = 46.0 if full else 9.0
    field = _field(skull, length)
    tones = (palette.beard_dark, palette.beard_light)
    hairs = ""
    for number in range(300 if full else 230):
        x = rng.uniform(-176, 176)
        y = rng.uniform(40, skull.chin + length)
        lean = x * 0.06 + rng.uniform(-3, 3)
        reach = rng.uniform(12, 26) if full else rng.uniform(7, 14)
        tone = tones[number % 2]
        hairs += line(
            f"M{x:.1f},{y:.1f} q{lean * 0.2:.1f},{reach * 0.6:.1f} {-lean:.1f},{reach:.1f}",
            tone,
            rng.uniform(1.4, 2.8),
            0.42,
        )
    paint = mix(palette.beard, palette.beard_dark, 0.45)
    edge = soft(fill(field, paint, 0.75), 4)
    depth = glow(0, skull.chin + length * 0.4, 112, 48, palette.beard_dark, 0.6)
    chin = glow(-20, 206, 43, 29, palette.beard_light, 0.35)
    beard = edge + fill(field, paint, 0.94) + clipped(depth + chin + hairs, field, "beard")
    gap = MOUTH_GAP
    lips = soft(fill(gap, palette.shade, 0.5), 4)
    return beard + lips + _moustache(appearance, palette, heavy=False)


def _moustache(appearance: Appearance, palette: Palette, *, heavy: bool) -> str:
    rng = Random(f"moustache {appearance.seed}")
    tall = 6 if heavy else 0
    half = (
        f"M0,116 C16,108 36,112 50,124 C60,134 70,142 {78 if heavy else 70},{148 + tall} C62,{152 + tall} 48,{146 + tall} 36,{140 + tall} "
        f"C24,{134 + tall} 10,{136 + tall} 0,{138 + tall} Z"
    )
    hairs = "".join(
        line(
            f"M{x:.1f},{116 + x * 0.12:.1f} q{6 + x * 0.1:.1f},{8:.1f} {10 + x * 0.2:.1f},{22 + tall + rng.uniform(-3, 2):.1f}",
            rng.choice((palette.beard_light, palette.beard_dark, palette.beard_light)),
            1.9,
            0.42,
        )
        for x in (rng.uniform(0, 52) for _ in range(26))
    )
    paint = mix(palette.beard, palette.beard_dark, 0.38)
    side = soft(fill(half, paint, 0.6), 2) + fill(half, paint) + clipped(hairs, half, "moustache")
    return side + mirrored(side.replace("moustache", "moustachel"))


LENSES: dict[Glasses, str] = {
    Glasses.ROUND: "M80,-52 C114,-52 138,-28 138,4 C138,38 114,60 80,60 C46,60 23,38 23,4 C23,-28 46,-52 80,-52 Z",
    Glasses.SQUARE: "M36,-46 L126,-48 C138,-48 143,-42 142,-32 L136,34 C134,48 126,54 114,54 L46,54 C34,54 26,48 24,34 L20,-30 C20,-41 25,-46 36,-46 Z",
    Glasses.CAT_EYE: "M26,-28 C34,-46 70,-46 100,-50 C122,-53 146,-66 158,-66 C154,-40 150,-8 138,22 C128,48 104,54 78,53 C46,52 22,28 22,-4 C22,-14 23,-22 26,-28 Z",
}


def draw_glasses(appearance: Appearance, skull: Skull, palette: Palette) -> str:
    if appearance.glasses is Glasses.NONE:
        return ""
    lens = LENSES[appearance.glasses]
    metal = appearance.glasses is Glasses.ROUND
    frame = "#b98a4b" if metal else "#231c22"
    if appearance.glasses is Glasses.CAT_EYE:
        frame = mix(palette.accent, "#1a1018", 0.52)
    width = 5.0 if metal else 8.5
    glare = clipped(
        fill("M40,-70 L86,-70 L34,70 L0,70 Z M104,-70 L118,-70 L66,70 L54,70 Z", "#ffffff", 0.13),
        lens,
        "glare",
    )
    pane = fill(lens, "#dbe9f5", 0.1) + glare
    shadow = f'<g transform="translate(3 9)">{line(lens, palette.deep, width, 0.38)}</g>'
    rim = (
        line(lens, frame, width)
        + f'<g transform="translate(-1 -1.5)">{line(lens, "#ffffff", width * 0.24, 0.32)}</g>'
    )
    temple = line(f"M{140 if not metal else 137},-14 L{skull.cheek + 8},-20", frame, width * 0.9)
    side = shadow + pane + temple + rim
    bridge = line("M-24,-8 C-12,-20 12,-20 24,-8", frame, width)
    return side + mirrored(side.replace("glare", "glarel")) + bridge


def draw_earrings(appearance: Appearance, skull: Skull) -> str:
    if not appearance.earrings:
        return ""
    x = skull.cheek + 3
    if appearance.seed % 2:
        ring = line(f"M{x - 4},66 A17,20 0 1 0 {x + 5},66", "#c99a3f", 5) + line(
            f"M{x - 15},84 A17,20 0 0 0 {x - 2},104", "#f7e2a4", 2
        )
        return both(ring)
    stud = (
        ellipse(x - 1, 60, 7, 7, "#c99a3f")
        + ellipse(x - 1, 80, 9, 12, appearance.accent)
        + ellipse(x - 4, 75, 3, 4, "#ffffff", 0.7)
    )
    return both(stud)
