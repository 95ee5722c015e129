"""Films by the models of fal and Replicate; size, rate and length are brought into order by the caller."""

import asyncio
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fal import Fal
from reelhouse.engines.hosted.kinds import FILM
from reelhouse.engines.hosted.model import HostedModel, Service
from reelhouse.engines.hosted.replicate import Replicate
from reelhouse.engines.hosted.wishes import File, Wishes
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.types import Film, VideoRequest

MAY_LACK = 1  # frames; the last one is then shown twice


def fal(settings: EngineSettings, tools: Tools) -> "HostedVideo":
    return HostedVideo(Fal("video", settings), settings, tools)


def replicate(settings: EngineSettings, tools: Tools) -> "HostedVideo":
    return HostedVideo(Replicate("video", settings), settings, tools)


class HostedVideo:
    """Films by one model of `service`."""

    def __init__(self, service: Service, settings: EngineSettings, tools: Tools) -> None:
        self.name = service.name
        self._encode = tools.encode
        self._model = HostedModel(service, "video", settings)

    async def film(self, request: VideoRequest) -> Film:
        """Raises `EngineRefused` also for a film that is shorter than was asked for."""
        if request.overlap and not self._model.takes("overlap"):
            return await self._continued(request)
        return await self._filmed(request)

    async def _continued(self, request: VideoRequest) -> Film:
        from reelhouse.engines.video.backends import hosted_continuing as continuing  # noqa: PLC0415 - heavy

        with self._renamed():
            opening = await asyncio.to_thread(continuing.opening_of, request)
        film = await self._filmed(await asyncio.to_thread(continuing.order_after, request, opening))
        if len(opening) == 1:
            return film
        path = await continuing.continued(self._encode, film.path, request, opening)
        return Film(path, notes=(*film.notes, continuing.NOTE))

    async def _filmed(self, request: VideoRequest) -> Film:
        wishes = await asyncio.to_thread(self._wishes, request)
        path = request.folder / f"{self.name}.mp4"
        notes = await self._model.saved(wishes, path, FILM)
        frames = await asyncio.to_thread(self._counted, path)
        if frames < request.frames - MAY_LACK:
            raise EngineRefused(self.name, f"its film has {frames} frames instead of {request.frames}")
        return Film(path, notes=notes)

    async def check(self) -> str:
        return await self._model.check()

    def _wishes(self, request: VideoRequest) -> Wishes:
        frames = {"start": [request.start], "final": [request.final], "overlap": request.overlap}
        files = {
            name: [self._frame(one, request, name) for one in given if one is not None]
            for name, given in frames.items()
        }
        if request.audio:
            files["audio"] = [File(request.audio.read_bytes(), "audio/wav", "sound.wav")]
        return Wishes(
            {
                "prompt": request.prompt,
                "frames": request.frames,
                "seconds": float(request.seconds),
                "fps": request.fps,
                "smooth_fps": request.smooth_fps,
                "seed": request.seed,
                "extreme_quality": request.extreme_quality,
            },
            files,
            (request.width, request.height),
        )

    def _frame(self, content: bytes, request: VideoRequest, name: str) -> File:
        """Filling the canvas, so that a model which keeps a frame's shape films in the right one."""
        from PIL import Image  # noqa: PLC0415 - only when it films

        from reelhouse.engines.video.filming.pictures import fitted  # noqa: PLC0415

        with self._renamed():
            pixels = fitted(content, (request.width, request.height), f"{name} frame")
        file = io.BytesIO()
        Image.fromarray(pixels).save(file, "PNG", compress_level=1)
        return File(file.getvalue(), "image/png", f"{name}.png")

    @contextmanager
    def _renamed(self) -> Iterator[None]:
        """Frames are read with the builtin's eyes, which refuse in its name."""
        try:
            yield
        except EngineRefused as refusal:
            raise EngineRefused(self.name, refusal.reason) from None

    def _counted(self, path: Path) -> int:
        import av  # noqa: PLC0415 - only when it films

        try:
            with av.open(str(path), "r", format=_reader(path)) as film:
                frames = sum(packet.size > 0 for packet in film.demux(film.streams.video[0]))
        except (av.FFmpegError, ValueError, IndexError):
            raise EngineUnavailable(self.name, "its film cannot be read") from None
        return frames


def _reader(path: Path) -> str:
    """Named, for some readers of ffmpeg open other files, or addresses."""
    with path.open("rb") as file:
        return "mp4" if file.read(8)[4:] == b"ftyp" else "matroska"
