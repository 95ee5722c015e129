"""A film that begins with pictures: how it goes on, who speaks, and where it ends."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np

from reelhouse.engines.tools import Frame
from reelhouse.engines.video.filming.cameras import STILL, Pose, Track, moves_of, path
from reelhouse.engines.video.filming.continuing import carried, course
from reelhouse.engines.video.filming.faces import find_face
from reelhouse.engines.video.filming.moments import Canvas, Moment, moments, smooth
from reelhouse.engines.video.filming.morphing import Change, Morph, motion_to
from reelhouse.engines.video.filming.reading import Direction
from reelhouse.engines.video.filming.sound import articulation, loudness, swayed
from reelhouse.engines.video.filming.speaking import Speaker
from reelhouse.engines.video.filming.stills import StillPainter
from reelhouse.engines.video.filming.stirring import STIRS

SILENT = "The audio is silent: nothing in the picture moves with it."
SPEAKS = "The mouth of the face in the picture opens with the audio's loudness; head and breath follow it."
SWAYS = "No face was found in the picture, so camera and light move with the loudness of the audio."
GOES_ON = "The camera goes on with the motion of the overlap frames."
MORPHS = (
    "The final frame shows the same as the first: the film moves from one to the other, without a camera."
)
CHANGES = "The final frame shows something else: it comes through the picture shape by shape."
SAME = 3.0
"""Pictures that differ by less than this (of 255) are the same: there is no way between them."""


class Take:
    """`canvas` begins with the last of the `given` frames; `notes` tell what was seen in what was given."""

    def __init__(
        self,
        canvas: Canvas,
        given: Sequence[Frame],
        final: "Frame | None",
        direction: Direction,
        audio: Path | None,
    ) -> None:
        self._canvas, self._final = canvas, final
        self._first = given[-1]
        self.notes: tuple[str, ...] = ()
        self.poses: list[Pose] = [STILL] * canvas.frames
        self.moves: tuple[str, ...] = ()
        self._morph: Morph | None = None
        self._change: Change | None = None
        self._speaker: Speaker | None = None
        driven = self._driven(given, len(given) - 1, audio)
        self._find_way(final)
        if not self._morphs:
            self.moves = tuple(moves_of(direction))
            restrained = audio is not None
            self.poses = path(
                canvas, direction, restrained=restrained, landing=final is not None, driven=driven
            )
        stirs = STIRS & set(direction.elements)
        if "clouds" in direction.worlds and not self._morphs:
            stirs |= {"drifting"}
        self._painter = StillPainter(
            canvas, self._first, self.poses, stirs=frozenset(stirs), speaker=self._speaker
        )

    @property
    def _morphs(self) -> bool:
        return self._morph is not None

    def frames(self) -> Iterator[tuple[Moment, Frame]]:
        """Every frame after the first."""
        for moment in moments(self._canvas, fades_out=self._final is not None):
            if self._final is not None and moment.number == self._canvas.frames - 1:
                yield moment, self._final.copy()
                return
            picture = self._painter.paint(moment)
            if self._morph is not None:
                picture = self._morph.arrive(picture, 0.5 * moment.share + 0.5 * smooth(moment.share))
            elif self._change is not None:
                picture = self._change.arrive(picture, moment.share)
            yield moment, picture

    def _driven(self, given: Sequence[Frame], begun: int, audio: Path | None) -> dict[str, Track]:
        """What sound and the motion of earlier frames add to the camera's way."""
        tracks: dict[str, Track] = {}
        seen = course(given)
        if seen is not None and not seen.rests:
            tracks = carried(seen, self._canvas)
            self.notes += (GOES_ON,)
        if audio is None:
            return tracks
        frames, rate = begun + self._canvas.frames, self._canvas.rate
        loud = loudness(audio, frames, rate)[begun:]
        if not loud.any():
            self.notes += (SILENT,)
            return tracks
        face = find_face(self._first)
        if face is None:
            self.notes += (SWAYS,)
            return tracks | swayed(loud, self._canvas)
        opening, accents = (track[begun:] for track in articulation(audio, frames, rate))
        come = np.clip(np.arange(len(opening)) / 3, 0, 1)
        self._speaker = Speaker(self._first, face, opening * come, accents * come, rate)
        self.notes += (SPEAKS,)
        return tracks

    def _find_way(self, final: "Frame | None") -> None:
        if final is None or self._canvas.frames < 3:  # noqa: PLR2004 - there is nothing between two frames
            return
        differs = float(cv2.absdiff(self._first, final).mean()) > SAME
        moved = motion_to(self._first, final) if differs else None
        if moved is not None:
            self._morph = Morph(final, moved)
            self.notes += (MORPHS,)
        else:
            self._change = Change(self._first, final)
            self.notes += (CHANGES,) if differs else ()
