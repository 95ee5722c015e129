"""A presenter drawn for one canvas, as the two files that ffmpeg composes."""

from pathlib import Path

from PIL import Image, ImageFilter

from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Canvas, Expression
from reelhouse.render.backdrops.scenery import paint_backdrop
from reelhouse.render.presenter.assembly import Assembly, Head, covered
from reelhouse.render.presenter.figure import Figure, compose_figure
from reelhouse.render.presenter.ink import Window, rasterise
from reelhouse.render.presenter.layout import Standing, stand_on
from reelhouse.render.presenter.png import write_png
from reelhouse.render.presenter.types import Box, Eyes, Mouth, Stage

SHADOW_STEP = 8


def build_stage(appearance: Appearance, expression: Expression, canvas: Canvas, folder: Path) -> Stage:
    """Write ``scene.png`` and ``heads.png`` into `folder`; equal arguments give equal bytes.

    Sizes and offsets of scene, sheet and cells are even, as 4:2:0 chroma wants.
    """
    figure = compose_figure(appearance, expression)
    standing = stand_on(canvas)
    assembly = Assembly(figure, standing.scale)
    scene = paint_scene(assembly, canvas, standing)
    sheet, cell = _draw_sheet(assembly.paint_head())
    scene_file, heads_file = folder / "scene.png", folder / "heads.png"
    write_png(scene.convert("RGB"), scene_file)
    write_png(sheet, heads_file)
    head = Box(standing.x + cell.x, standing.y + cell.y, cell.width, cell.height)
    return Stage(scene_file, heads_file, head, _face_box(figure, standing))


def paint_scene(assembly: Assembly, canvas: Canvas, standing: Standing) -> Image.Image:
    """Backdrop, the presenter's soft shadow on it, and the body without its head."""
    figure = assembly.figure
    appearance = figure.appearance
    place = (appearance.backdrop, appearance.accent, canvas.width, canvas.height)
    scene = paint_backdrop(*place, seed=appearance.seed)
    scene.alpha_composite(_shadow(figure, canvas, standing))
    assembly.paint_body(scene, standing.x, standing.y)
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


def _draw_sheet(head: Head) -> tuple[Image.Image, Box]:
    """All states of the head, and where a cell lies from the point between the eyes."""
    uppers = [head.draw_upper(eyes) for eyes in Eyes]
    lowers = [head.draw_lower(mouth) for mouth in Mouth]
    size = (head.window.width, head.window.height)
    widest = Image.new("RGBA", size)
    for lower in lowers:
        widest.alpha_composite(lower, (0, head.jaw_row))
    widest.alpha_composite(uppers[0])
    cell = covered([widest])
    sheet = Image.new("RGBA", (cell.width * len(lowers), cell.height * len(uppers)))
    for column, lower in enumerate(lowers):
        for row, upper in enumerate(uppers):
            x, y = column * cell.width, row * cell.height
            seam = head.jaw_row - cell.y
            sheet.paste(upper.crop((cell.x, cell.y, cell.x + cell.width, head.jaw_row)), (x, y))
            sheet.paste(lower.crop((cell.x, 0, cell.x + cell.width, cell.height - seam)), (x, y + seam))
    return sheet, Box(head.window.x + cell.x, head.window.y + cell.y, cell.width, cell.height)


def _face_box(figure: Figure, standing: Standing) -> Box:
    left, right = (round(standing.x + edge * standing.scale) for edge in (-180, 180))
    top, bottom = (round(standing.y + edge * standing.scale) for edge in (-160, figure.chin + 30))
    return Box(left, top, right - left, bottom - top)
