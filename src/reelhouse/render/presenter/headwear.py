"""Hats, caps and bands, over the hair."""

from collections.abc import Callable

from reelhouse.media.appearance import Appearance, Headwear
from reelhouse.render.presenter.face import skull_of
from reelhouse.render.presenter.ink import (
    clipped,
    darker,
    ellipse,
    fill,
    glowing,
    lighter,
    line,
    moved,
    soft_line,
)

MEASURE = 172
"""The half width of the head that headwear is drawn for."""


def draw_headwear(appearance: Appearance) -> str:
    """In place on the head; nothing when it is bare."""
    if appearance.headwear is Headwear.NONE:
        return ""
    cloth = appearance.headwear_colour or appearance.accent
    wide = skull_of(appearance).cheek / MEASURE
    paint = glowing(
        "felt", -90, -260, 420, (0, lighter(cloth, 0.2), 1), (0.45, cloth, 1), (1, darker(cloth, 0.4), 1)
    )
    return f'{paint}<g transform="scale({wide:.4f} 1)">{WORN[appearance.headwear](cloth)}</g>'


def _beanie(cloth: str) -> str:
    dark, light = darker(cloth, 0.4), lighter(cloth, 0.24)
    dome = (
        "M-204,-130 C-214,-270 -120,-356 0,-358 C120,-356 214,-270 204,-130 C120,-176 -120,-176 -204,-130 Z"
    )
    brim = (
        "M-210,-84 C-214,-120 -212,-150 -206,-166 C-110,-214 110,-214 206,-166 C212,-150 214,-120 210,-84 "
        "C120,-140 -120,-140 -210,-84 Z"
    )
    ribs = "".join(
        soft_line(f"M{x},-150 Q{x * 0.96:g},-280 {x * 0.4:g},-360", dark, 13, 0.4)
        for x in range(-180, 181, 36)
    )
    knit = "".join(line(f"M{x},-80 L{x * 0.98:g},-220", dark, 3, 0.36) for x in range(-204, 205, 17))
    shade = soft_line("M-168,-76 C-110,-126 110,-126 168,-76", "#1a0c10", 40, 0.4)
    return (
        shade
        + fill(dome, "url(#felt)")
        + clipped(ribs, dome, "dome")
        + fill(brim, "url(#felt)")
        + clipped(knit, brim, "brim")
        + line("M-206,-166 C-110,-214 110,-214 206,-166", light, 2.4, 0.45)
    )


def _cap(cloth: str) -> str:
    dark, light = darker(cloth, 0.45), lighter(cloth, 0.22)
    dome = (
        "M-198,-124 C-206,-262 -116,-340 0,-342 C116,-340 206,-262 198,-124 C110,-170 -110,-170 -198,-124 Z"
    )
    peak = (
        "M-176,-150 C-100,-206 100,-206 176,-150 C196,-134 206,-112 196,-100 C110,-150 -110,-150 -196,-100 "
        "C-206,-112 -196,-134 -176,-150 Z"
    )
    seams = "".join(
        line(path, dark, 2.4, 0.5)
        for path in ("M0,-342 L0,-186", "M-100,-160 Q-90,-290 0,-342", "M100,-160 Q90,-290 0,-342")
    )
    shade = soft_line("M-174,-86 C-100,-136 100,-136 174,-86", "#1a0c10", 54, 0.5)
    return (
        shade
        + fill(dome, "url(#felt)")
        + clipped(seams, dome, "dome")
        + ellipse(0, -340, 12, 6, dark)
        + fill(peak, darker(cloth, 0.22))
        + line("M-188,-118 C-104,-166 104,-166 188,-118", light, 2.2, 0.4)
        + soft_line("M-172,-152 C-100,-204 100,-204 172,-152", dark, 16, 0.6)
        + ellipse(0, -246, 30, 26, lighter(cloth, 0.6), 0.9)
        + line("M-14,-240 Q0,-268 14,-240", dark, 5, 0.8)
    )


def _hat(cloth: str) -> str:
    dark = darker(cloth, 0.5)
    crown = (
        "M-176,-150 C-190,-260 -170,-350 -100,-376 C-60,-388 -30,-362 0,-360 C30,-362 60,-388 100,-376 "
        "C170,-350 190,-260 176,-150 Z"
    )
    brim = "M-262,-112 C-224,-196 224,-196 262,-112 C224,-146 -224,-146 -262,-112 Z"
    band = "M-184,-158 C-110,-206 110,-206 184,-158 L186,-200 C110,-244 -110,-244 -186,-200 Z"
    shade = soft_line("M-170,-84 C-110,-126 110,-126 170,-84", "#1a0c10", 58, 0.5)
    dent = soft_line("M-60,-366 C-30,-330 30,-330 60,-366", dark, 26, 0.5)
    return (
        shade
        + fill(crown, "url(#felt)")
        + clipped(dent, crown, "crownclip")
        + fill(band, dark)
        + fill(brim, "url(#felt)")
        + line("M-256,-116 C-220,-188 220,-188 256,-116", lighter(cloth, 0.25), 2.4, 0.4)
        + soft_line("M-184,-160 C-110,-200 110,-200 184,-160", dark, 14, 0.6)
    )


def _headband(cloth: str) -> str:
    band = (
        "M-196,-116 C-176,-216 -96,-262 0,-264 C96,-262 176,-216 196,-116 L180,-92 C160,-176 90,-220 0,-222 "
        "C-90,-220 -160,-176 -180,-92 Z"
    )
    folds = soft_line(
        "M-186,-110 C-160,-196 -90,-238 0,-242 C90,-238 160,-196 186,-110", darker(cloth, 0.4), 15, 0.4
    )
    return fill(band, "url(#felt)") + folds + line(band, darker(cloth, 0.4), 1.8, 0.5)


def _headscarf(cloth: str) -> str:
    """A cloth over the hair, tied on top: the ends stand up."""
    dark, light = darker(cloth, 0.4), lighter(cloth, 0.4)
    wrap = (
        "M-200,-90 C-206,-190 -120,-270 0,-274 C120,-270 206,-190 200,-90 L184,-60 C160,-150 90,-196 0,-198 "
        "C-90,-196 -160,-150 -184,-60 Z"
    )
    ear = "M-6,-246 C-60,-300 -110,-310 -120,-288 C-122,-262 -70,-236 -6,-226 Z"
    dots = "".join(
        ellipse(x, -236 + (x / 190) ** 2 * 120 + shift, 6, 6, light, 0.9)
        for x, shift in (
            (-160, 10),
            (-126, -12),
            (-92, 14),
            (-56, -6),
            (56, -6),
            (92, 14),
            (126, -12),
            (160, 10),
            (-24, 20),
            (24, 20),
        )
    )
    crease = soft_line("M-186,-100 C-150,-190 -80,-224 -10,-232", dark, 14, 0.5)
    knot = ellipse(0, -240, 26, 22, cloth) + line("M-18,-250 Q0,-232 18,-252", dark, 4, 0.6)
    ends = "".join(
        moved(f'<g transform="scale({side} 1)">{fill(ear, "url(#felt)")}{line(ear, dark, 2, 0.5)}</g>', 0, 0)
        for side in (1, -1)
    )
    return fill(wrap, "url(#felt)") + clipped(dots + crease, wrap, "wrapclip") + ends + knot


def _kippah(cloth: str) -> str:
    cap = "M-106,-258 C-92,-302 -44,-318 0,-318 C44,-318 92,-302 106,-258 C44,-280 -44,-280 -106,-258 Z"
    edge = line("M-104,-260 C-44,-281 44,-281 104,-260", lighter(cloth, 0.5), 5, 0.8)
    return fill(cap, "url(#felt)") + edge + line(cap, darker(cloth, 0.5), 2, 0.6)


WORN: dict[Headwear, Callable[[str], str]] = {
    Headwear.BEANIE: _beanie,
    Headwear.CAP: _cap,
    Headwear.HAT: _hat,
    Headwear.HEADBAND: _headband,
    Headwear.HEADSCARF: _headscarf,
    Headwear.KIPPAH: _kippah,
}
