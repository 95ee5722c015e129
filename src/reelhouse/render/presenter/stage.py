"""A presenter drawn for one canvas: the grounds, and the pieces that move over them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product

import cv2
import numpy as np
from PIL import Image, ImageFilter

from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Canvas, Expression
from reelhouse.render.backdrops.scenery import paint_backdrop
from reelhouse.render.painting.planes import Planes, from_rgb, planes_over
from reelhouse.render.painting.sprites import Sprite
from reelhouse.render.presenter.arms import elbow_of, opacity_along
from reelhouse.render.presenter.assembly import RISES, Assembly, thinned
from reelhouse.render.presenter.figure import Figure, compose_figure
from reelhouse.render.presenter.ink import Window, rasterise
from reelhouse.render.presenter.layout import Standing
from reelhouse.render.presenter.performance import FULL
from reelhouse.render.presenter.pieces import Piece, enlarged, piece_of
from reelhouse.render.presenter.types import Box, Eyes, Hand, Mouth

SHADOW_STEP = 8
FOREARM = (-110, -110, 110, 470)
HAND = (-170, -290, 130, 50)
"""Left, top, right and bottom of what they can cover, from their pivots in head units."""

CHEST = (262, 440, 620, 900)
"""A breath lifts the body from the first height on, all of it between the next two."""

LIFT, WIDEN = 4.4, 0.005
"""Head units that a full breath lifts the chest, and the part by which it widens."""

NECK = (0.0, 236.0)
"""Where a head tilts, from the point between the eyes."""

SWAY = 30
"""Head units that a face leaves its place by, at most, on any side."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything of a presenter that is painted, ready to be laid.

    `grounds` are opaque pictures of the whole canvas, backdrop and body, from an empty chest to a full one.
    `pieces` are named by `upper`, `lower` and `hand`, and "head" and "forearm"; those of arms lie around
    their pivots. There are none of arms where hands are never seen. (`x`, `y`) is the point between the
    eyes, `scale` the pixels of a head unit, `elbow` in head units. Captions keep clear of `face`.
    """

    key: str
    face: Box
    x: float
    y: float
    scale: float
    elbow: tuple[float, float]
    grounds: tuple[Planes, ...]
    pieces: Mapping[str, Piece]


def upper(eyes: Eyes, brows: int) -> str:
    return f"eyes {eyes} {brows}"


def lower(mouth: Mouth) -> str:
    return f"mouth {mouth}"


def hand(shape: Hand) -> str:
    return f"hand {shape}"


def build_stage(
    appearance: Appearance, expression: Expression, canvas: Canvas, standing: Standing, *, arms: bool
) -> Stage:
    """Draw it; equal arguments give equal stages. Takes up to two seconds of CPU."""
    figure = compose_figure(appearance, expression)
    assembly = Assembly(figure, standing.scale)
    return Stage(
        key="",
        face=_face_box(figure, standing),
        x=standing.x,
        y=standing.y,
        scale=standing.scale,
        elbow=elbow_of(appearance),
        grounds=_grounds(assembly, canvas, standing),
        pieces=_head_pieces(assembly, standing) | (_arm_pieces(figure, standing.scale) if arms else {}),
    )


def closer(stage: Stage, factor: float) -> Stage:
    """The same stage, seen from nearer: enlarged about the point between the eyes."""
    x, y = stage.x, stage.y
    about_eyes = np.array([[factor, 0, x * (1 - factor)], [0, factor, y * (1 - factor)]])
    in_place = np.array([[factor, 0, 0], [0, factor, 0.0]])
    face = stage.face
    return replace(
        stage,
        key=f"{stage.key} x{factor}",
        face=Box(
            round(x + (face.x - x) * factor),
            round(y + (face.y - y) * factor),
            round(face.width * factor),
            round(face.height * factor),
        ),
        scale=stage.scale * factor,
        grounds=tuple(enlarged(ground, about_eyes) for ground in stage.grounds),
        pieces={
            name: piece.warped(in_place if name.startswith(("hand", "forearm")) else about_eyes)
            for name, piece in stage.pieces.items()
        },
    )


def paint_backdrop_of(figure: Figure, canvas: Canvas, standing: Standing) -> Image.Image:
    """The backdrop, and the presenter's soft shadow on it."""
    appearance = figure.appearance
    scene = paint_backdrop(
        appearance.backdrop, appearance.accent, canvas.width, canvas.height, seed=appearance.seed
    )
    scene.alpha_composite(_shadow(figure, canvas, standing))
    return scene


def _shadow(figure: Figure, canvas: Canvas, standing: Standing) -> Image.Image:
    step = SHADOW_STEP
    window = Window(
        -standing.x // step - 3,
        -standing.y // step - 2,
        canvas.width // step,
        canvas.height // step,
        standing.scale / step,
    )
    small = rasterise(figure.silhouette, window)
    alpha = small.getchannel("A").filter(ImageFilter.GaussianBlur(6)).point(lambda value: value * 0.42)
    shadow = Image.merge("RGBA", (*(Image.new("L", small.size, tone) for tone in (14, 9, 20)), alpha))
    return shadow.resize((canvas.width, canvas.height), Image.Resampling.BICUBIC)


def _grounds(assembly: Assembly, canvas: Canvas, standing: Standing) -> tuple[Planes, ...]:
    backdrop = paint_backdrop_of(assembly.figure, canvas, standing)
    still = from_rgb(np.asarray(backdrop.convert("RGB")))
    layer = Image.new("RGBA", (canvas.width, canvas.height))
    assembly.paint_body(layer, standing.x, standing.y)
    body = piece_of(layer, 0, 0)
    if body is None:
        return (still,) * (FULL + 1)
    grounds = []
    for step in range(FULL + 1):
        ground = planes_over(still.buffer.copy(), canvas.width, canvas.height)
        _breathed(body, step / FULL, standing).lay(ground, body.x, body.y)
        grounds.append(ground)
    return tuple(grounds)


def _breathed(body: Piece, full: float, standing: Standing) -> Sprite:
    """The body with its chest lifted and widened; what lies above the collar stays, as the neck does."""
    if not full:
        return body.sprite
    sprite = body.sprite
    colours = planes_over(np.empty_like(sprite.colours.buffer), sprite.width, sprite.height)
    parts = []
    for number, source in enumerate((*sprite.colours.all, sprite.through, sprite.through_half)):
        step = 1 if number in {0, 3} else 2
        height, width = source.shape
        rows = np.arange(height, dtype=np.float32) * step + body.y
        columns = np.arange(width, dtype=np.float32) * step + body.x
        lifted = (
            np.interp((rows - standing.y) / standing.scale, CHEST, (0, 1, 1, 0)).astype(np.float32) * full
        )
        down = (rows + lifted * LIFT * standing.scale - body.y) / step
        across = standing.x + (columns - standing.x)[None, :] * (1 - WIDEN * lifted[:, None])
        into = colours.all[number] if number < 3 else np.empty_like(source)  # noqa: PLR2004 - planes
        cv2.remap(
            source,
            ((across - body.x) / step).astype(np.float32),
            np.repeat(down[:, None], width, axis=1).astype(np.float32),
            cv2.INTER_LINEAR,
            into,
            cv2.BORDER_REPLICATE,
        )
        parts.append(into)
    return Sprite(colours, parts[3], parts[4])


def _head_pieces(assembly: Assembly, standing: Standing) -> dict[str, Piece]:
    head = assembly.paint_head()
    drawn = {"head": (head.draw(), head.window)}
    drawn |= {
        upper(eyes, brows): head.draw_upper(eyes, brows) for eyes, brows in product(Eyes, range(len(RISES)))
    }
    drawn |= {lower(mouth): head.draw_lower(mouth) for mouth in Mouth}
    return _pieces(drawn, standing.x, standing.y)


def _arm_pieces(figure: Figure, scale: float) -> dict[str, Piece]:
    drawings = {"forearm": (figure.forearm, FOREARM)} | {
        hand(shape): (figure.hand(shape), HAND) for shape in Hand
    }
    drawn = {}
    for name, (drawing, (left, top, right, bottom)) in drawings.items():
        x, y = round(left * scale), round(top * scale)
        window = Window(x, y, round(right * scale) - x, round(bottom * scale) - y, scale)
        drawn[name] = (rasterise(drawing, window), window)
    forearm, window = drawn["forearm"]
    heights = (np.arange(window.height) + window.y) / scale
    thinned(forearm, opacity_along(figure.appearance, heights))
    return _pieces(drawn, 0, 0)


def _pieces(drawn: Mapping[str, tuple[Image.Image, Window]], x: int, y: int) -> dict[str, Piece]:
    pieces = {
        name: piece_of(picture, x + window.x, y + window.y) for name, (picture, window) in drawn.items()
    }
    return {name: piece for name, piece in pieces.items() if piece is not None}


def _face_box(figure: Figure, standing: Standing) -> Box:
    left, right = (round(standing.x + edge * standing.scale) for edge in (-180 - SWAY, 180 + SWAY))
    top, bottom = (
        round(standing.y + edge * standing.scale) for edge in (-160 - SWAY / 2, figure.chin + 30 + SWAY / 2)
    )
    return Box(left, top, right - left, bottom - top)
