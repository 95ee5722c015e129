"""Glasses and earrings."""

from reelhouse.media.appearance import Appearance, Glasses
from reelhouse.render.presenter.face import Skull
from reelhouse.render.presenter.ink import both, clipped, ellipse, fill, line, mirrored, mix
from reelhouse.render.presenter.palette import Palette

LENSES: dict[Glasses, str] = {
    Glasses.ROUND: (
        "M80,-52 C114,-52 138,-28 138,4 C138,38 114,60 80,60 C46,60 23,38 23,4 C23,-28 46,-52 80,-52 Z"
    ),
    Glasses.SQUARE: (
        "M36,-46 L126,-48 C138,-48 143,-42 142,-32 L136,34 C134,48 126,54 114,54 L46,54 C34,54 "
        "26,48 24,34 L20,-30 C20,-41 25,-46 36,-46 Z"
    ),
    Glasses.CAT_EYE: (
        "M26,-28 C34,-46 70,-46 100,-50 C122,-53 146,-66 158,-66 C154,-40 150,-8 138,22 C128,48 "
        "104,54 78,53 C46,52 22,28 22,-4 C22,-14 23,-22 26,-28 Z"
    ),
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
