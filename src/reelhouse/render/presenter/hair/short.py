"""Hair that ends above the ears."""

from math import cos, pi, sin, sqrt
from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair, curls, lock, shine, strands
from reelhouse.render.presenter.ink import clipped, ellipse, falling, fill, glow, line, soft_line
from reelhouse.render.presenter.palette import Palette

SIDES = "L161,30 C167,-10 168,-56 158,-92"


def short(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Short sides, a textured top brushed up and to the right."""
    silhouette = (
        "M-175,30 C-190,-10 -204,-96 -192,-168 C-184,-222 -150,-262 -112,-282 C-84,-300 -50,-304 -26,-302 "
        "C-8,-316 26,-318 44,-308 C70,-314 104,-304 120,-284 C158,-264 188,-222 194,-168 "
        "C204,-96 190,-10 175,30 "
        f"{SIDES} C150,-116 140,-132 130,-142 C118,-150 104,-142 92,-156 C76,-150 54,-166 "
        "36,-160 C14,-170 -14,-158 -34,-164 "
        "C-60,-154 -86,-158 -104,-144 C-124,-140 -144,-120 -158,-92 C-168,-56 -167,-10 -161,30 Z"
    )
    top = strands(
        rng,
        palette,
        [(-150, -96), (-100, -142), (-30, -158), (40, -158), (100, -150), (152, -100)],
        [(-176, -190), (-96, -236), (-10, -254), (70, -248), (140, -210), (178, -160)],
        [(-150, -250), (-60, -304), (30, -316), (100, -300), (160, -250), (192, -170)],
        64,
    )
    sides = strands(
        rng, palette, [(-192, -150), (-158, -100)], [(-192, -60), (-164, -60)], [(-178, 24), (-162, 26)], 14
    )
    sides += strands(
        rng, palette, [(192, -150), (158, -100)], [(192, -60), (164, -60)], [(178, 24), (162, 26)], 14
    )
    light = shine(palette, "M-150,-200 Q-70,-262 40,-262", 22)
    return Hair(front=_shadow(palette) + lock(silhouette, top + sides + light, "short"))


def crop(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A crop with faded sides and a straight edge."""
    silhouette = (
        "M-167,10 C-171,-30 -180,-100 -178,-162 C-160,-244 -86,-276 0,-276 C86,-276 160,-244 180,-162 "
        "C180,-100 171,-30 167,10 L164,10 C168,-40 166,-80 158,-110 L146,-146 C100,-160 50,-164 0,-164 "
        "C-50,-164 -100,-160 -146,-146 L-158,-110 C-166,-80 -168,-40 -164,10 Z"
    )
    bristles = [
        f"M{x:.1f},{y:.1f} l{rng.uniform(-2, 3):.1f},{rng.uniform(-7, -3):.1f}"
        for x, y in ((rng.uniform(-186, 186), rng.uniform(-276, -70)) for _ in range(480))
    ]
    dots = (
        line(" ".join(bristles[::3]), palette.hair_light, 2, 0.55)
        + line(" ".join(bristles[1::3]), palette.hair_dark, 2.6, 0.6)
        + line(" ".join(bristles[2::3]), palette.hair_shine, 1.6, 0.32)
    )
    fade = falling("fade", -170, 6, (0, palette.hair, 1), (0.35, palette.hair, 0.92), (1, palette.hair, 0.2))
    light = glow(-60, -226, 102, 48, palette.hair_light, 0.5)
    return Hair(front=fade + fill(silhouette, "url(#fade)") + clipped(light + dots, silhouette, "crop"))


def side_part(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Parted on the left, swept over to the right."""
    silhouette = (
        "M-175,34 C-192,-10 -202,-96 -190,-166 C-176,-226 -138,-262 -98,-280 C-60,-318 40,-328 110,-296 "
        "C172,-268 204,-212 200,-150 C202,-90 192,-10 175,34 L161,34 C168,-8 170,-50 164,-84 "
        "C150,-104 132,-118 112,-124 C40,-134 -50,-146 -92,-196 C-100,-170 -124,-138 "
        "-150,-112 C-166,-70 -168,-10 -161,34 Z"
    )
    sweep = strands(
        rng,
        palette,
        [(-96, -276), (-94, -250), (-92, -204)],
        [(70, -392), (60, -300), (10, -170)],
        [(196, -170), (180, -120), (130, -124)],
        46,
    )
    left = strands(
        rng, palette, [(-100, -280), (-94, -204)], [(-176, -220), (-130, -160)], [(-182, -20), (-160, 10)], 22
    )
    right = strands(
        rng, palette, [(196, -160), (164, -90)], [(194, -60), (168, -50)], [(178, 28), (163, 30)], 12
    )
    part = line("M-97,-278 Q-99,-236 -92,-200", palette.hair_dark, 4, 0.7)
    light = shine(palette, "M-40,-262 Q60,-292 150,-220", 24)
    return Hair(front=_shadow(palette) + lock(silhouette, sweep + left + right + part + light, "side"))


def curly(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Loose curls; down to the jaw with `lashes`, above the ears without."""
    low = 130 if appearance.lashes else -40
    wide = 34 if appearance.lashes else 0
    behind = curls(
        rng,
        palette,
        [
            (rng.uniform(-196 - wide, 196 + wide), rng.uniform(-260, low + 30), rng.uniform(30, 42))
            for _ in range(46)
        ]
        if appearance.lashes
        else [],
    )
    crown = [
        (rng.gauss(0, 1) * 8 + x, y + rng.uniform(-10, 10), rng.uniform(30, 44))
        for x, y in (
            (-168, -196),
            (-128, -246),
            (-76, -280),
            (-20, -296),
            (38, -294),
            (92, -276),
            (140, -244),
            (172, -192),
            (-130, -196),
            (-84, -228),
            (-30, -244),
            (24, -246),
            (78, -230),
            (126, -198),
            (-152, -146),
            (-104, -184),
            (-54, -196),
            (-4, -204),
            (46, -200),
            (98, -186),
            (150, -150),
        )
    ]
    flanks = []
    height = -120.0
    while height < low:
        for side in (-1, 1):
            flanks.append(
                (
                    side * (182 + wide * 0.6 + rng.uniform(-12, 14)),
                    height + rng.uniform(-8, 8),
                    rng.uniform(18, 36),
                )
            )
            if appearance.lashes:
                flanks.append(
                    (side * (220 + rng.uniform(-22, 12)), height + rng.uniform(0, 26), rng.uniform(18, 34))
                )
                flanks.append(
                    (side * (196 + rng.uniform(-18, 18)), height + rng.uniform(0, 26), rng.uniform(12, 22))
                )
        height += 27
    base = (
        "M-178,-60 C-200,-170 -150,-290 0,-292 C150,-290 200,-170 178,-60 L156,-120 C100,-180 "
        "-100,-180 -156,-120 Z"
    )
    return Hair(
        behind=(ellipse(0, -70, 220, 214, palette.hair_dark) if appearance.lashes else "") + behind,
        front=_shadow(palette)
        + fill(base, palette.hair_dark)
        + curls(rng, palette, flanks)
        + curls(rng, palette, crown),
    )


def afro(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A round afro of small curls."""
    big = 1.0 if appearance.lashes else 0.84
    rim = [(x * big, -110 + y * big, rng.uniform(20, 30)) for x, y in _ring(rng, 62, 262, 236)]
    body = [
        (x * big, -110 + y * big, rng.uniform(18, 28)) for x, y in (_disc(rng, 250, 224) for _ in range(150))
    ]
    hairline = [
        (x + rng.uniform(-6, 6), y + rng.uniform(-6, 6), rng.uniform(15, 21))
        for x, y in (
            (-166, -60),
            (-164, -92),
            (-154, -122),
            (-132, -146),
            (-106, -162),
            (-76, -172),
            (-46, -178),
            (-14, -182),
            (18, -182),
            (48, -178),
            (78, -172),
            (108, -162),
            (134, -146),
            (154, -122),
            (164, -92),
            (166, -60),
        )
    ]
    cap = [(rng.uniform(-168, 168), rng.uniform(-300, -196), rng.uniform(18, 27)) for _ in range(70)]
    scalp = (
        "M-176,-60 C-160,-130 -90,-176 0,-182 C90,-176 160,-130 176,-60 C230,-160 160,-320 0,-320 "
        "C-160,-320 -230,-160 -176,-60 Z"
    )
    light = glow(-90 * big, -270 * big, 100 * big + 38, 60 * big + 38, palette.hair_light, 0.3)
    return Hair(
        behind=ellipse(0, -110, 262 * big, 236 * big, palette.hair_dark) + curls(rng, palette, rim + body),
        front=_shadow(palette) + fill(scalp, palette.hair_dark) + curls(rng, palette, cap + hairline) + light,
    )


def _ring(rng: Random, count: int, rx: float, ry: float) -> list[tuple[float, float]]:
    return [
        (rx * cos(turn) + rng.uniform(-6, 6), ry * sin(turn) + rng.uniform(-6, 6))
        for turn in (2 * pi * number / count for number in range(count))
    ]


def _disc(rng: Random, rx: float, ry: float) -> tuple[float, float]:
    turn, reach = rng.uniform(0, 2 * pi), sqrt(rng.random())
    return rx * reach * cos(turn), ry * reach * sin(turn)


def bald(_appearance: Appearance, palette: Palette, _rng: Random) -> Hair:
    """No hair, but a scalp that catches the light."""
    light = glow(-62, -196, 84, 54, palette.light, 0.85) + glow(-74, -206, 35, 24, "#ffffff", 0.4)
    return Hair(front=light)


def _shadow(palette: Palette) -> str:
    """What the hair throws on the forehead."""
    return soft_line("M-158,-80 C-148,-136 -80,-152 0,-156 C80,-152 148,-136 158,-80", palette.deep, 48, 0.48)
