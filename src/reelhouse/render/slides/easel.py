"""A slide while it is drawn: shapes go onto its ground at once, letters and logos over them at the end."""

from collections.abc import Iterable

from PIL import Image, ImageDraw

from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.shapes import Shape, rounded
from reelhouse.render.slides.brush import lay
from reelhouse.render.slides.ground import TINT, ground_of
from reelhouse.render.slides.layout import layout_of
from reelhouse.render.slides.marks import MOST_DOTS, arrow, dots, logo_of, solid
from reelhouse.render.slides.screen import draw_screen
from reelhouse.render.slides.types import Drawn, Slide
from reelhouse.render.slides.words import Block, Sizes, Written, block_of, faces_of, line_of

LOGO_HEIGHT, LOGO_WIDTH = 56, 300
NAME, COUNT = 32, 30
NAME_MOST = 0.55
ARROW = 58


class Easel:
    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self.layout = layout_of(slide.canvas)
        self.ground = ground_of(slide.livery, slide.canvas)
        self.faces = faces_of(slide.livery.font)
        self.unit = self.layout.unit
        self.button = solid(self.ground.accent)
        self._pixels = self.ground.pixels.copy()
        self._written: list[Written] = []
        self._logos: list[tuple[Image.Image, int, int]] = []

    def block(self, room: Rect, sizes: Sizes) -> Block:
        """The slide's words, set for a room."""
        slide = self.slide
        return block_of((slide.kicker, slide.headline, slide.body), self.faces, room, sizes, self.unit)

    def shapes(self, shapes: Iterable[Shape]) -> None:
        lay(self._pixels, shapes)

    def screen(self, room: Rect, align: float) -> None:
        if self.slide.screen is not None:
            draw_screen(self._pixels, self.slide.screen, room, self.ground.accent, align)

    def write(self, *written: Written) -> None:
        self._written += written

    def write_block(self, block: Block, room: Rect, top: float, *, centred: bool = False) -> None:
        chip = block.chip_box(room, top, centred=centred)
        if chip:
            self.shapes([Shape(rounded(chip, chip.height / 2), self.ground.tint, TINT)])
        self.write(*block.placed(room, top, self.ground, centred=centred))

    def logo(self, logo: Image.Image, x: float, y: float) -> None:
        self._logos.append((logo, round(x), round(y)))

    def place(self) -> None:
        """Which slide of how many this is: in dots, or in figures where there would be too many."""
        slide, header = self.slide, self.layout.header
        if 1 < slide.of <= MOST_DOTS:
            self.shapes(dots(slide.number, slide.of, header, self.ground.accent, self.ground.ink, self.unit))
        elif slide.of > 1:
            self._in_header(f"{slide.number}/{slide.of}", COUNT, at_end=True)

    def brand(self) -> None:
        """Its logo at the left end of the header, or its name."""
        header = self.layout.header
        if self.slide.logo is None:
            self._in_header(self.slide.brand, NAME, at_end=False)
            return
        logo = logo_of(self.slide.logo, LOGO_WIDTH * self.unit, LOGO_HEIGHT * self.unit)
        self.logo(logo, header.x, header.centre[1] - logo.height / 2)

    def swipe(self) -> None:
        """Where the next slide comes from."""
        radius, safe = ARROW * self.unit, self.layout.safe
        self.shapes(arrow(safe.right - radius, safe.bottom - radius, radius, self.button))

    def finished(self) -> Drawn:
        picture = Image.fromarray(self._pixels)
        pen = ImageDraw.Draw(picture)
        for written in self._written:
            written.draw(pen)
        for logo, x, y in self._logos:
            picture.paste(logo, (x, y), logo)
        return Drawn(picture, tuple(written.box for written in self._written))

    def _in_header(self, text: str, size: float, *, at_end: bool) -> None:
        header = self.layout.header
        files = self.faces.running if at_end else self.faces.display
        line = line_of(text, files, header.width * NAME_MOST, size * self.unit)
        if line is not None:
            left = header.right - line.width if at_end else header.x
            top = header.centre[1] - line.size * 0.6
            ink = self.ground.quiet if at_end else self.ground.ink
            self.write(Written(line, Rect(left, top, line.width, line.height), ink))
