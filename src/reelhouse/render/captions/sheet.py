"""All caption styles on one picture, each with an active word, as a renderer draws them."""

import tempfile
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import Canvas
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.document import captions_for
from reelhouse.render.captions.layout import area_for
from reelhouse.render.captions.stickers import sticker_filters, write_stickers
from reelhouse.render.ffmpeg import Ffmpeg, forget_system_fonts
from reelhouse.render.fonts.library import face

CANVAS = Canvas(540, 960)
COLUMNS = 3
TILE = (540, 250)
LABEL = 46
TEXT = "Make videos people love"
WORD = Fraction(4, 10)
AT_FRAME = 31
"""In the third word, when its motion has come to rest."""

GROUND = (96, 110, 134)
"""Neither light nor dark, and flat, so that the sheet needs few colours."""

PAPER, PRINT, FAINT = (17, 19, 26), (240, 242, 247), (150, 157, 172)
YUV = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"
RGB = "scale=in_color_matrix=bt709:in_range=tv:out_range=pc,format=rgb24"


async def draw_sheet(
    styles: Sequence[CaptionStyle], ffmpeg: Ffmpeg, on_tile: Callable[[], None] = lambda: None
) -> Image.Image:
    """A picture of three columns with a tile a style."""
    rows = -(-len(styles) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * TILE[0], rows * (TILE[1] + LABEL)), PAPER)
    for number, style in enumerate(styles):
        left, top = number % COLUMNS * TILE[0], number // COLUMNS * (TILE[1] + LABEL)
        sheet.paste(await _tile(style, ffmpeg), (left, top))
        _print_label(sheet, style, left, top + TILE[1])
        on_tile()
    return sheet


def _print_label(sheet: Image.Image, style: CaptionStyle, left: int, top: int) -> None:
    pen = ImageDraw.Draw(sheet)
    pen.text((left + 16, top + 4), style.name, PRINT, ImageFont.truetype(face("Inter ExtraBold").path, 17))
    small = ImageFont.truetype(face("Montserrat SemiBold").path, 12)
    pen.text((left + 16, top + 25), style.description, FAINT, small)


async def _tile(style: CaptionStyle, ffmpeg: Ffmpeg) -> Image.Image:
    said = [Word(text, Span(WORD * n, WORD * (n + 1))) for n, text in enumerate(TEXT.split())]
    ends = said[-1].span.end
    subtitles = captions_for(Timing(tuple(said), (), ends), style, CANVAS, None, Span(Fraction(0), ends))
    with tempfile.TemporaryDirectory(prefix="reelhouse-") as name:
        folder = Path(name)
        forget_system_fonts(folder)
        (folder / "captions.ass").write_text(subtitles.text, encoding="utf-8")
        (folder / "fonts").mkdir()
        for font in subtitles.fonts:
            (folder / "fonts" / font.name).symlink_to(font)
        write_stickers(subtitles.stickers, folder)
        Image.new("RGB", (CANVAS.width, CANVAS.height), GROUND).save(folder / "ground.png")
        filters = (
            f"{YUV},loop=-1:1:0,trim=end_frame={AT_FRAME + 1},setpts=N/{CANVAS.fps}/TB,"
            f"ass=captions.ass:fontsdir=fonts{sticker_filters(subtitles.stickers)},"
            f"select=eq(n\\,{AT_FRAME}),{RGB}"
        )
        await ffmpeg.run(
            ["-i", "ground.png", "-vf", filters, "-frames:v", "1", "-update", "1", "shown.png"],
            cwd=folder,
            stage="drawing captions",
        )
        with Image.open(folder / "shown.png") as shown:
            top = round(area_for(style, CANVAS, None).middle) - TILE[1] // 2
            return shown.convert("RGB").crop((0, top, TILE[0], top + TILE[1]))
