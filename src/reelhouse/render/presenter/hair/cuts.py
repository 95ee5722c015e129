"""Cut short: faded, combed, swept, receding."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair, lock, shine, strands
from reelhouse.render.presenter.ink import clipped, falling, fill, glow, line, mirrored, soft_line
from reelhouse.render.presenter.palette import Palette

EDGE = 146.0
"""How far a fringe reaches to either side."""


RIGHT = "C204,-96 190,-10 175,30 L161,30 C167,-10 168,-56 158,-92"
LEFT = "C-168,-56 -167,-10 -161,30 L-175,30 C-190,-10 -204,-96"


def quiff(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Brushed up high from the forehead."""
    silhouette = (
        "M-175,30 C-190,-10 -204,-96 -192,-168 C-190,-240 -176,-296 -128,-326 C-64,-362 64,-366 124,-336 "
        f"C176,-304 190,-236 194,-168 {RIGHT} C150,-130 130,-160 100,-174 C40,-192 -50,-194 -104,-178 "
        "C-134,-160 -152,-126 -158,-92 C-168,-56 -167,-10 -161,30 Z"
    )
    top = strands(
        rng,
        palette,
        [(-152, -100), (-104, -176), (-30, -190), (40, -190), (100, -174), (152, -100)],
        [(-196, -220), (-120, -270), (-20, -290), (60, -286), (140, -256), (190, -190)],
        [(-140, -316), (-50, -356), (50, -360), (120, -336), (170, -290), (194, -180)],
        62,
    )
    inner = top + _flanks(rng, palette) + shine(palette, "M-130,-262 Q-30,-322 90,-306", 26)
    return Hair(front=shadow(palette) + lock(silhouette, inner, "quiff"))


def slick_back(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Combed straight back, close to the head."""
    silhouette = (
        "M-172,40 C-188,-10 -198,-96 -188,-168 C-170,-254 -92,-292 0,-292 C92,-292 170,-254 188,-168 "
        "C198,-96 188,-10 172,40 L162,34 C168,-10 170,-52 162,-88 C150,-140 110,-178 60,-192 "
        "C20,-202 -20,-202 -60,-192 C-110,-178 -150,-140 -162,-88 C-170,-52 -168,-10 -162,34 Z"
    )
    combed = strands(
        rng,
        palette,
        [(-164, 20), (-162, -88), (-110, -170), (-30, -200), (30, -200), (110, -170), (162, -88), (164, 20)],
        [
            (-184, -60),
            (-182, -140),
            (-116, -232),
            (-34, -256),
            (34, -256),
            (116, -232),
            (182, -140),
            (184, -60),
        ],
        [
            (-190, -120),
            (-176, -190),
            (-96, -270),
            (-30, -292),
            (30, -292),
            (96, -270),
            (176, -190),
            (190, -120),
        ],
        70,
    )
    light = shine(palette, "M-140,-206 Q-70,-262 30,-262", 22, 0.5)
    return Hair(front=shadow(palette) + lock(silhouette, combed + light + temples(palette), "slick"))


def spiky(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Short sides, the top in points."""
    points = []
    for number in range(11):
        x = -168 + number * 33.6
        rise = 300 - abs(x) ** 1.6 / 52
        points.append(
            f"L{x + 4:.0f},{-rise + 14:.0f} "
            f"L{x + 20 + rng.uniform(-8, 8):.0f},{-rise - rng.uniform(6, 26):.0f}"
        )
    silhouette = (
        f"M-175,30 C-190,-10 -204,-96 -188,-160 {' '.join(points)} L190,-160 {RIGHT} "
        "L136,-140 L112,-158 L84,-150 L50,-170 L16,-158 L-20,-172 L-56,-156 L-92,-164 L-124,-142 L-158,-92 "
        "C-168,-56 -167,-10 -161,30 Z"
    )
    top = strands(
        rng,
        palette,
        [(-156, -96), (-90, -150), (0, -162), (90, -150), (156, -96)],
        [(-184, -180), (-100, -230), (0, -250), (100, -230), (184, -180)],
        [(-186, -230), (-100, -310), (0, -330), (100, -310), (186, -230)],
        58,
    )
    return Hair(front=shadow(palette) + lock(silhouette, top + _flanks(rng, palette), "spiky"))


def fringe(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A textured top combed forward over the forehead."""
    tips, x = [], EDGE
    while x > -EDGE:
        deep = -106 + rng.uniform(-10, 12)
        tips.append(f"L{x:.0f},{deep - 16:.0f} L{x - rng.uniform(8, 14):.0f},{deep:.0f}")
        x -= 23
    silhouette = (
        "M-175,30 C-192,-10 -208,-96 -196,-168 C-180,-254 -96,-304 0,-304 C96,-304 180,-254 196,-168 "
        f"{RIGHT} {' '.join(tips)} L-158,-92 C-168,-56 -167,-10 -161,30 Z"
    )
    top = strands(
        rng,
        palette,
        [(-150, -250), (-60, -300), (30, -302), (120, -280), (180, -210)],
        [(-176, -180), (-80, -230), (10, -230), (90, -220), (170, -160)],
        [(-146, -100), (-66, -92), (10, -92), (80, -94), (148, -100)],
        64,
    )
    inner = top + _flanks(rng, palette) + shine(palette, "M-140,-190 Q-40,-238 90,-222", 24)
    return Hair(front=shadow(palette, -84) + lock(silhouette, inner, "forward"))


def curtains(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Parted in the middle, falling to both temples."""
    half = (
        "M4,-300 C-96,-322 -188,-270 -202,-166 C-210,-100 -204,-40 -186,44 L-160,30 C-156,-4 "
        "-160,-30 -158,-52 "
        "C-138,-66 -120,-88 -100,-120 C-70,-164 -40,-196 -2,-212 Z"
    )
    hairs = strands(
        rng,
        palette,
        [(0, -300), (-2, -260), (-4, -214)],
        [(-150, -310), (-150, -230), (-90, -170)],
        [(-186, 30), (-172, 0), (-156, -54)],
        40,
    )
    side = lock(half, hairs + temples(palette) + shine(palette, "M-188,-130 Q-160,-230 -70,-268", 24), "wing")
    part = line("M1,-300 Q-1,-256 -2,-214", palette.hair_dark, 3.6, 0.6)
    return Hair(front=shadow(palette, -110) + side + mirrored(side.replace("wing", "wingr")) + part)


def receding(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """High temples, thin on top."""
    silhouette = (
        "M-175,30 C-188,-10 -198,-96 -188,-162 C-172,-242 -92,-284 0,-284 C92,-284 172,-242 188,-162 "
        "C198,-96 188,-10 175,30 L163,30 C168,-10 170,-60 160,-96 C154,-134 140,-180 112,-214 "
        "C90,-232 60,-214 34,-206 C12,-200 -12,-200 -34,-206 C-60,-214 -90,-232 -112,-214 "
        "C-140,-180 -154,-134 -160,-96 C-170,-60 -168,-10 -163,30 Z"
    )
    top = strands(
        rng,
        palette,
        [(-112, -214), (-60, -214), (0, -202), (60, -214), (112, -214)],
        [(-130, -240), (-60, -250), (0, -250), (60, -250), (130, -240)],
        [(-120, -266), (-50, -288), (10, -290), (70, -284), (140, -256)],
        44,
    )
    paint = falling("thin", -284, -196, (0, palette.hair, 1), (1, palette.hair, 0.72))
    inner = clipped(top + _flanks(rng, palette) + temples(palette), silhouette, "receding")
    return Hair(front=paint + fill(silhouette, "url(#thin)") + fill(silhouette, "url(#hair)", 0.6) + inner)


def crown(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A bald crown with hair around it."""
    side = (
        "M-172,40 C-190,0 -204,-60 -198,-104 C-194,-136 -184,-160 -168,-172 C-158,-176 -152,-160 -154,-136 "
        "C-158,-80 -168,0 -162,36 Z"
    )
    hairs = strands(
        rng, palette, [(-172, -172), (-156, -120)], [(-198, -110), (-170, -60)], [(-190, 0), (-164, 30)], 26
    )
    band = lock(side, hairs + temples(palette), "crownl")
    light = glow(-62, -196, 84, 54, palette.light, 0.8) + glow(-74, -206, 32, 22, "#ffffff", 0.34)
    return Hair(front=light + band + mirrored(band.replace("crownl", "crownr")))


def pixie(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Close at the neck, feathered at the ears, with a long swept fringe."""
    silhouette = (
        "M-168,70 C-196,10 -214,-96 -200,-170 C-184,-258 -96,-312 10,-308 C116,-304 190,-250 204,-160 "
        "C212,-90 196,10 166,72 C160,40 168,0 166,-40 C164,-70 156,-92 140,-108 C96,-98 20,-92 -44,-110 "
        "C-80,-120 -110,-116 -136,-92 C-160,-66 -164,-20 -160,20 C-160,44 -164,60 -168,70 Z"
    )
    sweep = strands(
        rng,
        palette,
        [(90, -296), (60, -300), (20, -300)],
        [(-40, -240), (-80, -240), (-180, -230)],
        [(130, -104), (-40, -104), (-150, -90)],
        52,
    )
    sides = strands(
        rng, palette, [(120, -290), (150, -120)], [(212, -170), (170, -60)], [(178, 40), (166, 66)], 22
    )
    sides += strands(
        rng, palette, [(-100, -290), (-150, -110)], [(-212, -170), (-174, -60)], [(-176, 40), (-166, 66)], 22
    )
    light = shine(palette, "M-160,-180 Q-70,-262 60,-262", 26)
    return Hair(front=shadow(palette, -96) + lock(silhouette, sweep + sides + light, "pixie"))


def shadow(palette: Palette, low: float = -80) -> str:
    """What the hair throws on the forehead."""
    return soft_line(
        f"M-158,{low:g} C-148,{low - 56:g} -80,{low - 72:g} 0,{low - 76:g} "
        f"C80,{low - 72:g} 148,{low - 56:g} 158,{low:g}",
        palette.deep,
        48,
        0.48,
    )


def temples(palette: Palette) -> str:
    """Hair at the temples, which greys first."""
    if palette.temple == palette.hair:
        return ""
    return "".join(glow(side * 180, y, 34, 96, palette.temple, 0.85) for side in (-1, 1) for y in (-44, -74))


def _flanks(rng: Random, palette: Palette) -> str:
    left = strands(
        rng, palette, [(-192, -150), (-158, -100)], [(-192, -60), (-164, -60)], [(-178, 24), (-162, 26)], 14
    )
    right = strands(
        rng, palette, [(192, -150), (158, -100)], [(192, -60), (164, -60)], [(178, 24), (162, 26)], 14
    )
    return left + right + temples(palette)
