"""A film without any picture given: a world is built and flown through."""

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.moments import Canvas, Moment, moments
from reelhouse.engines.video.filming.morphing import Change
from reelhouse.engines.video.filming.reading import Direction
from reelhouse.engines.video.filming.worlds.choosing import build_world, find_world

FINER = 1.5
"""How many times as wide and high a world is drawn for the finest films, before it is made smaller."""


class Flight:
    """Equal canvases and directions have equal flights; one with a `final` frame ends on it."""

    def __init__(self, canvas: Canvas, direction: Direction, final: "Frame | None") -> None:
        self._canvas, self._final = canvas, final
        drawn = canvas
        if canvas.fine:
            drawn = replace(canvas, width=round(canvas.width * FINER), height=round(canvas.height * FINER))
        self._world = build_world(direction, drawn)
        place = find_world(direction)
        self.notes = (f"A world ({place}) is built and flown through; nothing else of the words is in it.",)

    def first(self) -> Frame:
        if self._final is not None and self._canvas.frames == 1:
            return self._final
        return self._painted(0)

    def frames(self) -> Iterator[tuple[Moment, Frame]]:
        """Every frame after the first."""
        change: Change | None = None
        for moment in moments(self._canvas, fades_out=self._final is not None):
            picture = self._painted(moment.number)
            if self._final is not None:
                change = change or Change(picture, self._final)
                picture = change.arrive(picture, moment.share)
            yield moment, picture

    def _painted(self, number: int) -> Frame:
        picture = self._world.paint(number)
        if not self._canvas.fine:
            return picture
        return np.asarray(cv2.resize(picture, self._canvas.size, interpolation=cv2.INTER_AREA), np.uint8)
