"""Hair that hangs: bob, long and wavy."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair, cascade, lock, shine, strands
from reelhouse.render.presenter.ink import both, fill, line, mirrored, soft_line
from reelhouse.render.presenter.palette import Palette


def bob(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """To the chin, turned in at the ends, with a fringe."""
    back = (
        "M0,-308 C-140,-308 -216,-220 -216,-90 C-216,20 -226,110 -208,196 C-180,224 -130,220 "
        "-104,204 L104,204 "
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
        "M-160,-92 C-168,-150 -120,-240 0,-268 C120,-240 168,-150 160,-92 C150,-80 140,-84 "
        "130,-78 C110,-88 96,-74 78,-80 "
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
    shadow = soft_line("M-146,-78 C-60,-68 60,-68 146,-78", palette.deep, 38, 0.5)
    cast = cast_shadow(palette)
    right = mirrored(side.replace("bobl", "bobr"))
    return Hair(behind=lock(back, "", "bobb", "url(#hairback)"), front=cast + shadow + side + right + bangs)


def long(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Straight, parted in the middle, over the shoulders."""
    back = (
        "M0,-300 C-150,-300 -206,-210 -206,-80 C-206,120 -226,280 -196,400 L196,400 C226,280 206,120 206,-80 "
        "C206,-210 150,-300 0,-300 Z"
    )
    panel = (
        "M2,-304 C-142,-308 -214,-216 -208,-84 C-204,60 -246,160 -240,290 C-236,370 -222,430 -204,476 "
        "L-196,440 L-180,500 L-168,452 L-148,508 L-138,458 L-118,490 L-112,440 C-116,340 -136,230 -152,110 "
        "C-164,40 -166,-20 -158,-66 C-146,-112 -90,-150 -8,-222 Z"
    )
    light = shine(palette, "M-190,-110 Q-160,-190 -90,-236", 26, 0.3)
    part = line("M0,-302 Q-3,-262 -4,-224", palette.hair_dark, 3.5, 0.6)
    side = fill(panel, "url(#hair)") + cascade(rng, palette, 0, 4, (470, 500)) + light
    return Hair(
        behind=fill(back, "url(#hairback)"),
        front=cast_shadow(palette),
        curtain=side + mirrored(side) + part,
    )


def wavy(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Full waves, parted on the right, over the shoulders."""
    back = (
        "M0,-304 C-160,-304 -222,-200 -214,-70 C-240,20 -216,90 -234,170 C-246,250 -216,300 "
        "-210,370 L210,370 "
        "C216,300 246,250 234,170 C216,90 240,20 214,-70 C222,-200 160,-304 0,-304 Z"
    )
    left = (
        "M56,-302 C-30,-338 -172,-304 -208,-186 C-228,-110 -210,-60 -222,-4 C-238,60 -218,110 "
        "-226,176 L-226,260 L-140,260 "
        "C-126,190 -150,150 -148,96 C-148,60 -172,30 -164,-30 C-158,-90 -80,-120 20,-206 Z"
    )
    right = (
        "M50,-300 C130,-310 196,-242 210,-162 C222,-100 208,-50 220,4 C236,66 216,118 226,182 "
        "L226,260 L142,260 "
        "C126,196 150,152 148,100 C146,60 172,34 166,-34 C160,-84 120,-130 46,-214 Z"
    )
    far = cascade(rng, palette, -48, 15, (420, 470))
    near = cascade(rng, palette, 46, 15, (430, 480))
    light = shine(palette, "M-186,-120 Q-140,-220 -40,-262", 26, 0.3) + shine(
        palette, "M192,-120 Q180,-190 130,-230", 20, 0.24
    )
    crown = fill(right, "url(#hair)") + mirrored(far) + fill(left, "url(#hair)") + near + light
    return Hair(behind=fill(back, "url(#hairback)"), front=cast_shadow(palette), curtain=crown)


def cast_shadow(palette: Palette) -> str:
    """The shadow of hanging hair on forehead and cheeks."""
    edge = "M-10,-226 C-80,-160 -140,-120 -152,-56 C-158,0 -150,80 -134,150"
    return both(soft_line(edge, palette.deep, 44, 0.42))
