"""Hair that is tied: ponytail, bun and braids."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.strands import Hair, Point, along, lock, shine, strands
from reelhouse.render.presenter.ink import ellipse, fill, glow, line, mirrored, soft_line
from reelhouse.render.presenter.palette import Palette

CAP = (
    "M-172,26 C-188,-20 -200,-100 -188,-166 C-166,-258 -88,-294 0,-294 C88,-294 166,-258 188,-166 "
    "C200,-100 188,-20 172,26 L163,26 C166,-20 168,-60 160,-92 C140,-146 90,-178 40,-184 "
    "C0,-190 -50,-184 -90,-166 "
    "C-130,-146 -152,-116 -160,-84 C-168,-50 -166,-10 -163,26 Z"
)


def ponytail(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Pulled back, a high tail that falls on the right."""
    tail = (
        "M30,-292 C60,-372 176,-360 232,-270 C290,-180 262,-60 274,60 C284,190 300,270 "
        "244,400 C238,330 214,300 206,220 "
        "C196,120 214,20 198,-80 C188,-170 150,-240 60,-262 Z"
    )
    fall = lock(
        tail,
        strands(
            rng,
            palette,
            [(44, -300), (60, -284), (70, -264)],
            [(270, -330), (232, -220), (196, -150)],
            [(262, 390), (244, 400), (214, 250)],
            36,
        )
        + shine(palette, "M120,-330 Q210,-300 240,-190", 24),
        "tail",
    )
    tie = glow(62, -284, 36, 28, palette.hair_dark, 0.8) + ellipse(60, -286, 24, 15, palette.accent)
    return Hair(behind=fall + tie, front=pulled_back(palette, rng, (50, -300)))


def bun(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Pulled back into a bun on the crown."""
    silhouette = (
        "M-92,-318 C-100,-386 -52,-424 2,-424 C58,-424 102,-384 94,-318 C88,-270 50,-250 0,-250 "
        "C-50,-250 -88,-270 -92,-318 Z"
    )
    turns = strands(
        rng, palette, [(-90, -340), (-60, -280)], [(0, -450), (10, -330)], [(92, -330), (60, -280)], 18
    )
    turns += strands(
        rng, palette, [(-60, -400), (-30, -420)], [(70, -380), (40, -330)], [(40, -262), (-10, -262)], 14
    )
    knot = lock(silhouette, turns + shine(palette, "M-56,-370 Q-20,-408 36,-400", 18), "bun")
    loose = line("M-158,-40 C-176,10 -170,60 -178,110", palette.hair, 4, 0.8) + line(
        "M160,-40 C176,20 168,60 174,100", palette.hair, 3.4, 0.8
    )
    return Hair(behind=knot, front=pulled_back(palette, rng, (0, -310)) + loose)


def braids(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Rows that are braided back, and two braids over the shoulders."""
    rows = "".join(
        line(
            f"M{x:g},{-150 - (1 - (x / 160) ** 2) * 34:g} Q{x * 1.06:g},-240 {x * 0.5:g},-296",
            palette.hair_dark,
            4.5,
            0.75,
        )
        + line(
            f"M{x + 5:g},{-152 - (1 - (x / 160) ** 2) * 34:g} Q{x * 1.06 + 6:g},-240 {x * 0.5 + 5:g},-294",
            palette.hair_shine,
            1.6,
            0.35,
        )
        for x in range(-150, 151, 25)
    )
    ties = "".join(
        line(f"M{x * 1.0 + side:g},{y:g} q5,-5 10,0", palette.hair_light, 2, 0.35)
        for side in (-10, 0)
        for x in range(-140, 150, 25)
        for y in (-200, -220, -240, -260)
    )
    cap = lock(CAP, rows + ties + shine(palette, "M-150,-200 Q-80,-270 20,-272", 22), "rows")
    path: list[Point] = [
        (-172, -20),
        (-192, 60),
        (-200, 150),
        (-204, 240),
        (-196, 330),
        (-186, 420),
        (-176, 500),
    ]
    left = plait(palette, rng, path)
    right = mirrored(left)
    return Hair(front=_forehead(palette) + cap, curtain=left + right)


def plait(palette: Palette, rng: Random, path: list[Point]) -> str:
    """A braid along `path`: leaves that lie over each other, and a tie at its end."""
    parts, count = [], 22
    for number in range(count):
        share = number / count
        x, y = along(path, share)
        size = 27 - 8 * share
        side = 1 if number % 2 else -1
        leaf = (
            f"M{x + side * size:.1f},{y - size * 0.5:.1f} "
            f"C{x + side * size * 1.1:.1f},{y + size * 0.7:.1f} {x:.1f},{y + size * 1.3:.1f} "
            f"{x - side * size * 0.6:.1f},{y + size * 1.1:.1f} "
            f"C{x - side * size * 0.5:.1f},{y + size * 0.2:.1f} {x:.1f},{y - size * 0.7:.1f} "
            f"{x + side * size:.1f},{y - size * 0.5:.1f} Z"
        )
        vein = (
            f"M{x + side * size * 0.8:.1f},{y - size * 0.1:.1f} "
            f"Q{x + side * size * 0.4:.1f},{y + size * 0.6:.1f} "
            f"{x - side * size * 0.3:.1f},{y + size * 0.9:.1f}"
        )
        parts.append(fill(leaf, "url(#curl)") + line(leaf, palette.hair_dark, 1.6, 0.7))
        parts.append(line(vein, palette.hair_shine, rng.uniform(1.4, 2.4), 0.4))
    x, y = path[-1]
    parts.append(
        f'<rect x="{x - 19:.1f}" y="{y - 6:.1f}" width="38" height="16" rx="7" fill="{palette.accent}"/>'
    )
    parts.append(
        fill(
            (
                f"M{x - 15:.1f},{y + 10:.1f} C{x - 24:.1f},{y + 50:.1f} {x - 6:.1f},{y + 64:.1f} "
                f"{x + 2:.1f},{y + 70:.1f} C{x + 16:.1f},{y + 56:.1f} {x + 22:.1f},{y + 40:.1f} "
                f"{x + 15:.1f},{y + 10:.1f} Z"
            ),
            "url(#curl)",
        )
    )
    return "".join(parts)


def pulled_back(palette: Palette, rng: Random, knot: Point) -> str:
    combed = strands(
        rng,
        palette,
        [(-164, 20), (-166, -60), (-120, -150), (-40, -184), (40, -184), (120, -150), (166, -60), (164, 20)],
        [
            (-190, -80),
            (-186, -160),
            (-120, -236),
            (-40, -250),
            (40, -250),
            (120, -236),
            (186, -160),
            (190, -80),
        ],
        [
            (-80 + knot[0], -280),
            (-60 + knot[0], -290),
            (-20 + knot[0], -296),
            (knot[0], -296),
            (knot[0], -296),
            (20 + knot[0], -290),
            (60 + knot[0], -284),
            (90, -276),
        ],
        66,
    )
    light = shine(palette, "M-166,-150 Q-110,-238 0,-246", 24)
    return _forehead(palette) + lock(CAP, combed + light, "cap")


def _forehead(palette: Palette) -> str:
    return soft_line("M-160,-70 C-146,-136 -90,-174 0,-184 C90,-174 146,-136 160,-70", palette.deep, 44, 0.42)
