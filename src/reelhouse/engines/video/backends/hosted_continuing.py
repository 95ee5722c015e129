"""A film that begins with the last frames of another, by a model that takes only one of them.

The model films on from the last frame, to the sound from there on; the frames before it are put in front.
"""

import io
import wave
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageOps

from reelhouse.engines.tools import FilmEncoder, Frame
from reelhouse.engines.video.filming.pictures import fitted
from reelhouse.engines.video.types import VideoRequest

CRF, FINE_CRF = 18, 14
NOTE = "The film goes on from the last overlap frame; the model does not see how those before it moved."


def opening_of(request: VideoRequest) -> list[Frame]:
    """The frames with which the film begins; a start frame stands for the first. Raises `EngineRefused`."""
    size = request.width, request.height
    frames = [fitted(data, size, f"overlap frame {place}") for place, data in enumerate(request.overlap, 1)]
    if request.start is not None:
        frames[:1] = [fitted(request.start, size, "start frame")]
    return frames


def order_after(request: VideoRequest, opening: list[Frame]) -> VideoRequest:
    """What the model is asked for. As many frames as before: a model may not like every number of them."""
    file = io.BytesIO()
    Image.fromarray(opening[-1]).save(file, "PNG", compress_level=1)
    gone = Fraction(len(opening) - 1, request.fps)
    audio = _later(request.audio, gone, request.folder / "later.wav") if request.audio else None
    return replace(request, start=file.getvalue(), overlap=(), audio=audio)


async def continued(encode: FilmEncoder, film: Path, request: VideoRequest, opening: list[Frame]) -> Path:
    """`film` behind all of `opening`, of which its own first frame is the last."""
    out = request.folder / "continued.mp4"
    await encode(
        _frames(film, request, opening),
        width=request.width,
        height=request.height,
        fps=Fraction(request.fps),
        out=out,
        crf=FINE_CRF if request.extreme_quality else CRF,
    )
    return out


def _frames(film: Path, request: VideoRequest, opening: list[Frame]) -> Iterator[Frame]:
    yield from opening
    size = request.width, request.height
    with av.open(str(film)) as source:
        for frame in islice(source.decode(video=0), 1, 1 + request.frames - len(opening)):
            picture = Image.fromarray(frame.to_ndarray(format="rgb24"))
            if picture.size != size:
                picture = ImageOps.fit(picture, size, Image.Resampling.LANCZOS)
            yield np.asarray(picture, np.uint8)


def _later(audio: Path, gone: Fraction, out: Path) -> Path:
    """The sound without its first `gone` seconds."""
    with wave.open(str(audio), "rb") as source, wave.open(str(out), "wb") as target:
        target.setparams(source.getparams())
        skipped = min(round(gone * source.getframerate()), source.getnframes())
        source.setpos(skipped)
        target.writeframes(source.readframes(source.getnframes() - skipped))
    return out
