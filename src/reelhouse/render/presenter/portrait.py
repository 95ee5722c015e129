"""A still picture of a presenter: head and shoulders before the backdrop."""

from io import BytesIO

from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Canvas, Expression
from reelhouse.render.presenter.assembly import Assembly
from reelhouse.render.presenter.figure import compose_figure
from reelhouse.render.presenter.layout import Standing
from reelhouse.render.presenter.stage import paint_backdrop_of

UNITS = 860
"""How many head units a portrait is wide."""

LEVEL = 2
"""Of compression: grain hardly shrinks, so that more takes four times as long for a twentieth."""


def draw_portrait(appearance: Appearance, size: int = 512) -> bytes:
    """A square PNG of `size` pixels; equal arguments give equal bytes."""
    figure = compose_figure(appearance, Expression.FRIENDLY)
    standing = Standing(2 * (size // 4), 2 * round(size * 0.268), size / UNITS)
    assembly = Assembly(figure, standing.scale)
    picture = paint_backdrop_of(figure, Canvas(size, size), standing)
    assembly.paint_body(picture, standing.x, standing.y)
    head = assembly.paint_head()
    drawn = head.draw()
    top = max(-(standing.y + head.window.y), 0)
    drawn = drawn.crop((0, top, drawn.width, drawn.height))
    picture.alpha_composite(drawn, (standing.x + head.window.x, standing.y + head.window.y + top))
    png = BytesIO()
    picture.convert("RGB").save(png, "PNG", compress_level=LEVEL)
    return png.getvalue()
