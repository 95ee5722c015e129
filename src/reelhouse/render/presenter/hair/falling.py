"""Hair that hangs, in more cuts: sleek and shoulder-length, with a fringe, swept, curled."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.long import cast_shadow
from reelhouse.render.presenter.hair.strands import Hair, cascade, curls, lock, shine, strands
from reelhouse.render.presenter.ink import ellipse, fill, line, mirrored, soft_line
from reelhouse.render.presenter.palette import Palette

TEMPLES, FACE, LONGEST = -200, 90, 330
"""Curls leave the face free: below this height, within this width; they end at the last height."""

BACK = (
    "M0,-302 C-150,-302 -212,-210 -210,-80 C-212,60 -226,160 -204,{low} L204,{low} C226,160 212,60 210,-80 "
    "C212,-210 150,-302 0,-302 Z"
)
FRINGE = (
    "M-158,-84 C-170,-150 -122,-246 0,-276 C122,-246 170,-150 158,-84 C140,-92 120,-80 98,-86 C78,-92 56,-80 "
    "34,-86 C12,-92 -12,-80 -34,-86 C-56,-92 -78,-80 -98,-86 C-120,-92 -140,-80 -158,-84 Z"
)


def sleek_bob(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """To the jaw, straight as a ruler, parted at the side."""
    left = (
        "M60,-304 C-90,-330 -206,-252 -212,-120 C-214,-20 -220,90 -214,186 L-128,178 "
        "C-150,120 -164,40 -160,-30 "
        "C-154,-90 -60,-120 56,-218 Z"
    )
    right = (
        "M54,-302 C140,-306 206,-226 210,-120 C214,-20 220,90 212,188 L130,180 C150,120 166,40 162,-30 "
        "C158,-90 120,-150 52,-222 Z"
    )
    near = strands(
        rng,
        palette,
        [(56, -300), (54, -262), (52, -222)],
        [(-150, -310), (-176, -200), (-120, -120)],
        [(-212, 184), (-180, 184), (-134, 176)],
        42,
    )
    far = strands(
        rng,
        palette,
        [(56, -300), (52, -222)],
        [(176, -270), (150, -140)],
        [(210, 184), (136, 178)],
        30,
    )
    sides = lock(right, far + shine(palette, "M196,-110 Q188,-190 130,-240", 20), "sleekr") + lock(
        left, near + shine(palette, "M-198,-80 Q-180,-210 -40,-262", 28, 0.44), "sleekl"
    )
    part = line("M57,-302 Q54,-262 53,-222", palette.hair_dark, 3.4, 0.6)
    return Hair(
        behind=fill(BACK.format(low=180), "url(#hairback)"), front=cast_shadow(palette) + sides + part
    )


def lob(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Loose waves to the shoulder."""
    far = cascade(rng, palette, -30, 22, (236, 282))
    near = cascade(rng, palette, 30, 22, (246, 290))
    crown_ = _crown(palette, rng, 30)
    return Hair(
        behind=fill(BACK.format(low=240), "url(#hairback)"),
        front=cast_shadow(palette),
        curtain=mirrored(far) + near + crown_,
    )


def curtain_bangs(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Long, with bangs that open like a curtain."""
    side = cascade(rng, palette, 0, 9, (430, 480))
    bang = (
        "M2,-296 C-70,-296 -130,-240 -150,-160 C-162,-110 -168,-60 -158,-8 C-140,-44 -116,-66 -84,-84 "
        "C-46,-106 -16,-150 -4,-216 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(0, -290), (-2, -250), (-4, -216)],
        [(-110, -260), (-110, -190), (-70, -140)],
        [(-160, -20), (-130, -46), (-70, -90)],
        30,
    )
    swept = lock(bang, hairs + shine(palette, "M-140,-130 Q-110,-210 -40,-252", 22), "bang")
    return Hair(
        behind=fill(BACK.format(low=400), "url(#hairback)"),
        front=cast_shadow(palette) + soft_line("M-150,-14 C-120,-70 -50,-92 0,-190", palette.deep, 30, 0.4),
        curtain=side + mirrored(side) + swept + mirrored(swept.replace("bang", "bangr")),
    )


def long_fringe(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Long and straight, with a full fringe."""
    side = cascade(rng, palette, 0, 3, (450, 490))
    hairs = strands(
        rng,
        palette,
        [(-70, -262), (0, -272), (70, -262)],
        [(-130, -180), (0, -190), (130, -180)],
        [(-156, -86), (0, -82), (156, -86)],
        46,
    )
    bangs = lock(FRINGE, hairs + shine(palette, "M-118,-160 Q0,-200 118,-160", 20), "fringe")
    return Hair(
        behind=fill(BACK.format(low=400), "url(#hairback)"),
        front=cast_shadow(palette) + soft_line("M-148,-78 C-60,-72 60,-72 148,-78", palette.deep, 34, 0.5),
        curtain=side + mirrored(side) + bangs,
    )


def side_swept(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A deep parting, and a great wave over one side."""
    far = cascade(rng, palette, -78, 16, (300, 360))
    near = cascade(rng, palette, 84, 26, (400, 460))
    wave = (
        "M92,-300 C0,-346 -150,-318 -200,-210 C-220,-150 -214,-90 -196,-30 C-176,-80 -140,-110 -96,-122 "
        "C-20,-142 54,-170 88,-228 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(90, -298), (88, -262), (86, -230)],
        [(-110, -340), (-110, -240), (-40, -160)],
        [(-200, -50), (-180, -70), (-100, -122)],
        40,
    )
    swept = lock(wave, hairs + shine(palette, "M-186,-150 Q-130,-250 0,-272", 28, 0.44), "wave")
    return Hair(
        behind=fill(BACK.format(low=360), "url(#hairback)"),
        front=cast_shadow(palette),
        curtain=mirrored(far) + near + swept,
    )


def long_curly(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Curls to below the shoulder."""
    back = [(rng.uniform(-220, 220), rng.uniform(-240, 300), rng.uniform(28, 40)) for _ in range(44)]
    crown_ = [
        (x + rng.gauss(0, 6), y + rng.uniform(-8, 8), rng.uniform(26, 38))
        for y, span, count in ((-296, 70, 4), (-262, 130, 6), (-222, 164, 7), (-186, 172, 6))
        for x in (-span + 2 * span * step / (count - 1) for step in range(count))
        if y < TEMPLES or abs(x) > FACE
    ]
    flanks = []
    height = -160.0
    while height < LONGEST:
        for side in (-1, 1):
            out = 196 + 26 * min(1, (height + 160) / 240)
            flanks.append(
                (side * (out - 16 + rng.uniform(-8, 8)), height + rng.uniform(-8, 8), rng.uniform(20, 32))
            )
            flanks.append((side * (172 + rng.uniform(-8, 6)), height + 14, rng.uniform(16, 22)))
            flanks.append((side * (out + 22 + rng.uniform(-12, 16)), height + 12, rng.uniform(18, 30)))
        height += 27
    base = (
        "M-178,-60 C-200,-170 -150,-300 0,-304 C150,-300 200,-170 178,-60 L150,-130 C100,-186 "
        "-100,-186 -150,-130 Z"
    )
    return Hair(
        behind=ellipse(0, 0, 226, 300, palette.hair_dark) + curls(rng, palette, back),
        front=cast_shadow(palette),
        curtain=fill(base, palette.hair_dark) + curls(rng, palette, flanks) + curls(rng, palette, crown_),
    )


def flowing(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """To the shoulder, pushed back from the face."""
    side = (
        "M0,-298 C-130,-304 -206,-236 -208,-120 C-208,-40 -232,60 -214,190 C-204,220 -180,232 -156,222 "
        "C-170,150 -176,80 -170,20 C-168,-30 -166,-70 -156,-104 C-136,-150 -90,-186 -6,-204 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(-4, -206), (-70, -192), (-150, -110)],
        [(-90, -280), (-170, -250), (-214, -160)],
        [(-214, 200), (-190, 224), (-160, 216)],
        44,
        waves=9,
    )
    panel = lock(side, hairs + shine(palette, "M-186,-130 Q-150,-240 -50,-262", 26), "flow")
    return Hair(
        behind=fill(BACK.format(low=200), "url(#hairback)"),
        front=cast_shadow(palette),
        curtain=panel + mirrored(panel.replace("flow", "flowr")),
    )


def _crown(palette: Palette, rng: Random, part: float) -> str:
    """A smooth top from a parting to both temples."""
    top = (
        f"M{part:g},-304 C-110,-318 -204,-236 -206,-120 C-190,-110 -176,-90 -160,-60 C-140,-120 -60,-160 "
        f"{part - 6:g},-216 C80,-170 140,-120 160,-60 C176,-90 190,-110 206,-120 C204,-236 "
        f"130,-314 {part:g},-304 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(part, -300), (part - 4, -220)],
        [(-150, -300), (-90, -180)],
        [(-204, -116), (-160, -66)],
        30,
    )
    hairs += strands(
        rng, palette, [(part, -300), (part, -220)], [(170, -290), (90, -180)], [(204, -116), (160, -66)], 24
    )
    return lock(top, hairs + shine(palette, "M-184,-150 Q-140,-250 -20,-272", 26), "top")
