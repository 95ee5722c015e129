"""Hair that hangs: bob, long and wavy."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair, lock, shine, strands
from reelhouse.render.presenter.ink import fill, line, mirrored, soft
from reelhouse.render.presenter.palette import Palette


def bob(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """To the chin, turned in at the ends, with a fringe."""
    back = (
        "M0,-308 C-140,-308 -216,-220 -216,-90 C-216,20 -226,110 -208,196 C-180,224 -130,220 -104,204 L104,204 "
        "C130,220 180,224 208,196 C226,110 216,20 216,-90 C216,-220 140,-308 0,-308 Z"
    )
    panel = (
        "M0,-310 C-140,-310 -220,-222 -218,-90 C-216,20 -230,104 -212,198 C-190,226 -142,226 -112,200 "
        "C-128,160 -150,110 -156,40 C-160,-10 -158,-60 -146,-104 L-20,-180 Z"
    )
    side = lock(
        panel,
        strands(
            rng,
            palette,
            [(-20, -304), (-60, -300), (-110, -276)],
            [(-130, -180), (-196, -160), (-226, -90)],
            [(-118, 206), (-160, 222), (-214, 196)],
            34,
        )
        + shine(palette, "M-206,-60 Q-196,-120 -160,-150", 22),
        "bobl",
    )
    fringe = (
        "M-160,-92 C-168,-150 -120,-240 0,-268 C120,-240 168,-150 160,-92 C150,-80 140,-84 130,-78 C110,-88 96,-74 78,-80 "
        "C56,-88 42,-72 20,-78 C-2,-86 -20,-72 -40,-78 C-62,-86 -78,-72 -98,-78 C-120,-88 -140,-76 -160,-92 Z"
    )
    bangs = lock(
        fringe,
        strands(
            rng,
            palette,
            [(-70, -256), (0, -266), (70, -256)],
            [(-128, -180), (0, -190), (128, -180)],
            [(-158, -84), (0, -74), (158, -84)],
            48,
        )
        + shine(palette, "M-116,-158 Q0,-196 116,-158", 20),
        "fringe",
    )
    shadow = soft(fill("M-150,-80 L150,-80 L146,-58 C60,-66 -60,-66 -146,-58 Z", palette.deep, 0.55), 8)
    cast = _cast(palette)
    right = mirrored(side.replace("bobl", "bobr"))
    return Hair(behind=lock(back, "", "bobb", "url(#hairback)"), front=cast + shadow + side + right + bangs)


def long(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Straight, parted in the middle, over the shoulders."""
    back = "M0,-300 C-150,-300 -206,-210 -206,-80 C-206,120 -226,300 -206,440 L206,440 C226,300 206,120 206,-80 C206,-210 150,-300 0,-300 Z"
    panel = (
        "M2,-302 C-142,-306 -212,-216 -210,-84 C-208,90 -252,300 -226,500 C-200,520 -140,518 -108,488 "
        "C-120,360 -140,230 -152,110 C-164,40 -166,-20 -158,-66 C-146,-112 -90,-150 -8,-222 Z"
    )
    left = lock(
        panel,
        strands(
            rng,
            palette,
            [(0, -222), (-2, -262), (0, -300)],
            [(-164, -110), (-200, -150), (-236, -180)],
            [(-118, 490), (-170, 512), (-226, 496)],
            40,
        )
        + shine(palette, "M-196,-70 Q-176,-160 -90,-220", 26)
        + shine(palette, "M-196,200 L-150,210", 40, 0.16),
        "longl",
    )
    other = left.replace("longl", "longr")
    part = line("M0,-300 Q-3,-262 -4,-224", palette.hair_dark, 3.5, 0.6)
    return Hair(
        behind=fill(back, "url(#hairback)"), front=_cast(palette), curtain=mirrored(other) + left + part
    )


def wavy(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Full waves, parted on the right, over the shoulders."""
    back = (
        "M0,-304 C-160,-304 -222,-200 -214,-70 C-250,20 -206,90 -244,170 C-262,260 -216,320 -232,400 L232,400 "
        "C216,320 262,260 244,170 C206,90 250,20 214,-70 C222,-200 160,-304 0,-304 Z"
    )
    left = (
        "M56,-300 C-30,-336 -170,-300 -208,-180 C-228,-110 -206,-60 -224,-4 C-250,60 -214,110 -238,176 C-262,246 -222,300 -250,368 "
        "C-236,420 -180,436 -128,404 C-112,350 -146,300 -128,240 C-116,190 -152,150 -146,96 C-140,60 -172,30 -162,-30 "
        "C-158,-90 -80,-120 20,-206 Z"
    )
    right = (
        "M50,-298 C130,-308 196,-240 210,-160 C222,-100 204,-50 222,4 C246,66 212,118 236,182 C260,250 222,310 246,372 "
        "C230,424 176,434 128,402 C114,350 146,304 130,246 C116,196 152,152 148,100 C142,60 172,34 166,-34 "
        "C160,-84 120,-130 46,-214 Z"
    )
    shapes = lock(
        right,
        strands(
            rng,
            palette,
            [(46, -216), (50, -260), (54, -298)],
            [(150, -60), (190, -100), (226, -130)],
            [(130, 400), (180, 420), (244, 372)],
            34,
            waves=22,
        )
        + shine(palette, "M196,-60 Q180,-160 110,-230", 22, 0.22),
        "wavr",
    )
    shapes += lock(
        left,
        strands(
            rng,
            palette,
            [(24, -210), (40, -260), (50, -300)],
            [(-150, -60), (-196, -110), (-240, -150)],
            [(-130, 400), (-180, 420), (-246, 372)],
            48,
            waves=-24,
        )
        + shine(palette, "M-200,-80 Q-180,-190 -60,-262", 30),
        "wavl",
    )
    gleam = shine(palette, "M-222,150 Q-190,170 -150,150", 26, 0.24) + shine(
        palette, "M-230,340 Q-190,350 -140,330", 22, 0.2
    )
    return Hair(behind=fill(back, "url(#hairback)"), front=_cast(palette), curtain=shapes + gleam)


def _cast(palette: Palette) -> str:
    """The shadow of hanging hair on forehead and cheeks."""
    left = "M-20,-230 C-90,-160 -140,-130 -150,-60 C-156,0 -146,80 -128,160 L-190,160 L-190,-160 L-60,-250 Z"
    return soft(fill(left, palette.deep, 0.42) + mirrored(fill(left, palette.deep, 0.42)), 8)
