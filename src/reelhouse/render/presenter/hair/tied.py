"""More ways to tie hair: knots, buns, tails and a braid over the shoulder."""

from random import Random

from reelhouse.media.appearance import Appearance
from reelhouse.render.presenter.hair.fades import faded
from reelhouse.render.presenter.hair.gathered import bun, plait, pulled_back
from reelhouse.render.presenter.hair.long import cast_shadow
from reelhouse.render.presenter.hair.strands import Hair, Point, cascade, lock, shine, strands
from reelhouse.render.presenter.ink import ellipse, fill, glow, line, mirrored, moved
from reelhouse.render.presenter.palette import Palette


def top_knot(appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A small knot on the crown, the sides shaved."""
    knot = bun(appearance, palette, rng)
    top = (
        "M-150,-126 C-160,-220 -90,-290 0,-292 C90,-290 160,-220 150,-126 C120,-166 60,-190 0,-192 "
        "C-60,-190 -120,-166 -150,-126 Z"
    )
    combed = strands(
        rng,
        palette,
        [(-146, -132), (-60, -186), (60, -186), (146, -132)],
        [(-130, -220), (-50, -240), (50, -240), (130, -220)],
        [(-40, -284), (-14, -292), (14, -292), (40, -284)],
        44,
    )
    cap = lock(top, combed + shine(palette, "M-120,-190 Q-60,-258 20,-262", 20), "knotcap")
    small = f'<g transform="translate(0 -58) scale(0.8)">{knot.behind}</g>'
    return Hair(behind=small, front=faded(appearance, palette, rng, 0.78) + cap)


def low_bun(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Parted in the middle and gathered at the nape; the bun shows beside the neck."""
    silhouette = "M96,120 C150,92 214,120 216,178 C216,236 150,262 96,236 Z"
    turns = strands(
        rng, palette, [(100, 130), (110, 220)], [(200, 110), (220, 240)], [(120, 230), (190, 180)], 20
    )
    knot = lock(silhouette, turns + shine(palette, "M130,140 Q180,126 200,164", 16), "nape")
    part = line("M0,-294 Q-1,-240 0,-190", palette.hair_dark, 3.4, 0.6)
    loose = line("M-158,-50 C-180,20 -160,80 -176,130", palette.hair, 4, 0.8)
    return Hair(behind=knot, front=pulled_back(palette, rng, (0, -300)) + part + loose)


def space_buns(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Two buns high on the head."""
    silhouette = "M-62,0 C-66,-44 -34,-68 0,-68 C34,-68 66,-44 62,0 C60,40 34,58 0,58 C-34,58 -60,40 -62,0 Z"
    turns = strands(rng, palette, [(-60, 10), (-30, -50)], [(0, -80), (10, 0)], [(60, 10), (30, 46)], 22)
    turns += strands(rng, palette, [(-40, -50), (0, -64)], [(60, -40), (30, 0)], [(-20, 56), (10, 50)], 12)
    knot = lock(silhouette, turns + shine(palette, "M-40,-20 Q-16,-52 22,-50", 14), "knot")
    left = moved(knot, -136, -296)
    right = moved(knot.replace('"knot"', '"knotr"').replace("#knot)", "#knotr)"), 136, -296)
    part = line("M0,-294 Q-1,-240 0,-186", palette.deep, 3.4, 0.7)
    ties = "".join(ellipse(side * 110, -258, 20, 12, palette.accent) for side in (-1, 1))
    wisps = line("M-156,-60 C-176,0 -166,60 -174,120 M156,-60 C176,0 166,60 174,110", palette.hair, 5, 0.85)
    return Hair(behind=left + right, front=pulled_back(palette, rng, (0, -296)) + part + ties + wisps)


def pigtails(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """A tail on each side, tied below the ears."""
    tail = (
        "M-158,84 C-206,70 -244,120 -250,200 C-256,290 -236,350 -216,396 C-196,350 -168,330 -160,260 "
        "C-154,200 -150,130 -158,84 Z"
    )
    hairs = strands(
        rng, palette, [(-170, 90), (-150, 96)], [(-250, 170), (-170, 190)], [(-220, 390), (-170, 280)], 26
    )
    side = lock(tail, hairs + shine(palette, "M-230,190 Q-226,140 -190,116", 20), "tail")
    side += glow(-164, 92, 26, 20, palette.hair_dark, 0.7) + ellipse(-166, 92, 16, 13, palette.accent)
    part = line("M0,-294 Q-1,-240 0,-188", palette.deep, 3.4, 0.7)
    return Hair(
        front=pulled_back(palette, rng, (0, -296)) + part,
        curtain=side + mirrored(side.replace("tail", "tailr")),
    )


def side_braid(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """One thick braid over a shoulder."""
    path: list[Point] = [(-150, 60), (-188, 130), (-204, 220), (-200, 310), (-186, 400), (-172, 490)]
    braid = f'<g transform="translate(-40 0) scale(1.2 1) translate(34 0)">{plait(palette, rng, path)}</g>'
    wisps = line("M156,-60 C178,0 168,60 176,124", palette.hair, 4, 0.85)
    return Hair(front=pulled_back(palette, rng, (-50, -296)) + wisps, curtain=braid)


def low_ponytail(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """Smoothly back, a tail that comes forward over one shoulder."""
    tail = (
        "M-110,150 C-176,150 -220,200 -224,290 C-228,380 -204,440 -180,500 C-166,440 -136,400 -132,320 "
        "C-130,250 -110,210 -110,150 Z"
    )
    hairs = strands(
        rng, palette, [(-120, 160), (-100, 170)], [(-230, 230), (-140, 260)], [(-186, 490), (-140, 360)], 30
    )
    fall = lock(tail, hairs + shine(palette, "M-204,270 Q-200,210 -160,186", 22), "lowtail")
    return Hair(front=pulled_back(palette, rng, (0, -300)), curtain=fall)


def half_up(_appearance: Appearance, palette: Palette, rng: Random) -> Hair:
    """The upper half tied into a small knot, the lower one falls."""
    silhouette = "M-54,-300 C-62,-352 -30,-378 2,-378 C34,-378 60,-352 54,-300 C50,-278 -50,-278 -54,-300 Z"
    turns = strands(
        rng, palette, [(-54, -310), (-30, -290)], [(0, -390), (6, -320)], [(54, -310), (30, -290)], 18
    )
    knot = lock(silhouette, turns + shine(palette, "M-34,-340 Q-10,-366 24,-358", 14), "half")
    side = cascade(rng, palette, 0, 14, (400, 450))
    back = (
        "M0,-300 C-150,-300 -210,-210 -208,-80 C-212,60 -226,200 -200,360 L200,360 C226,200 212,60 208,-80 "
        "C210,-210 150,-300 0,-300 Z"
    )
    return Hair(
        behind=knot + fill(back, "url(#hairback)"),
        front=cast_shadow(palette),
        curtain=side + mirrored(side) + _swept_up(palette, rng),
    )


def _swept_up(palette: Palette, rng: Random) -> str:
    top = (
        "M-160,-96 C-176,-200 -90,-300 0,-300 C90,-300 176,-200 160,-96 C146,-140 90,-180 0,-188 "
        "C-90,-180 -146,-140 -160,-96 Z"
    )
    combed = strands(
        rng,
        palette,
        [(-158, -100), (-80, -176), (0, -190), (80, -176), (158, -100)],
        [(-160, -190), (-70, -236), (0, -246), (70, -236), (160, -190)],
        [(-40, -290), (-16, -300), (0, -300), (16, -300), (40, -290)],
        50,
    )
    return lock(top, combed + shine(palette, "M-140,-180 Q-80,-258 10,-264", 22), "sweptup")
