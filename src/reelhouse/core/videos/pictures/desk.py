"""Where pictures come from: drawn by an engine, or fetched for the caller."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reelhouse.core.videos.materials import PNG, Gathered
from reelhouse.core.videos.pictures.images import UserImages
from reelhouse.core.videos.pictures.orders import DrawnPicture, PictureOrder
from reelhouse.engines.image.base import ImageEngine
from reelhouse.engines.image.types import ImageRequest, Picture
from reelhouse.media.composition import Canvas, MediaRef

AT_ONCE = 2
"""Pictures in the making at one time: an engine or a decoder each takes a core or a connection."""

CAPTIONED, CAPTIONED_WIDE = 0.34, 0.2
"""The lowest part of an upright and of a wide picture, where captions stand."""


@dataclass(frozen=True, slots=True)
class ImageEngines:
    """Who draws, and who draws for those that ask for an engine by its name; built when it is needed."""

    usual: Callable[[], ImageEngine]
    named: Mapping[str, Callable[[], ImageEngine]] = field(default_factory=dict)

    def choose(self, model: str | None) -> tuple[ImageEngine, str | None]:
        """The engine for a name, and what to tell when it is not the one that was asked for.

        Raises `EngineNotConfigured`.
        """
        if model is None:
            return self.usual(), None
        if model in self.named:
            return self.named[model](), None
        usual = self.usual()
        return usual, f"No engine is configured for {model}; {usual.name} drew the pictures."


@dataclass(frozen=True, slots=True)
class Look:
    """What the drawn pictures of one video have in common."""

    canvas: Canvas
    accent: str
    seed: int
    model: str | None = None


class PictureDesk:
    """Makes the pictures of a video into files of a folder."""

    def __init__(self, engines: ImageEngines, images: UserImages) -> None:
        self._engines = engines
        self._images = images

    async def gather(
        self, orders: Sequence[PictureOrder], look: Look, folder: Path
    ) -> tuple[Gathered, dict[str, Path]]:
        """All pictures of `orders`, and where their files lie in `folder` by the keys of the orders.

        Raises `ImageUnreadable`, `EngineUnavailable` or `EngineRefused`; the first failure stops the rest.
        """
        wanted = {order.key: order for order in orders}
        places = asyncio.Semaphore(AT_ONCE)

        async def make(order: PictureOrder) -> tuple[Path, Picture | None]:
            async with places:
                if isinstance(order, DrawnPicture):
                    return await _draw(self._engines.choose(look.model)[0], order, look, folder)
                return await self._images.read(order, folder), None

        try:
            async with asyncio.TaskGroup() as group:
                tasks = {order.key: group.create_task(make(order)) for order in wanted.values()}
        except BaseExceptionGroup as failures:
            raise failures.exceptions[0] from failures
        made = {key: task.result() for key, task in tasks.items()}
        drawn = [picture for _, picture in made.values() if picture is not None]
        notes = [note for key, (_, picture) in made.items() for note in _notes(wanted[key], picture)]
        warning = self._engines.choose(look.model)[1] if drawn else None
        told = [warning] if warning else []
        gathered = Gathered(
            pictures={key: MediaRef(_digest(path), PNG) for key, (path, _) in made.items()},
            engine=drawn[0].engine if drawn else None,
            warnings=tuple(dict.fromkeys([*told, *notes])),
        )
        return gathered, {key: path for key, (path, _) in made.items()}


def _notes(order: PictureOrder, picture: Picture | None) -> list[str]:
    """What an engine left out of a picture that somebody described."""
    if picture is None or not isinstance(order, DrawnPicture) or order.field is None:
        return []
    return [f"{order.field}: {note}" for note in picture.notes]


async def _draw(engine: ImageEngine, order: DrawnPicture, look: Look, folder: Path) -> tuple[Path, Picture]:
    seed = look.seed + int(order.key[:6], 16)
    picture = await engine.draw(
        ImageRequest(
            order.prompt,
            look.canvas.width,
            look.canvas.height,
            seed,
            look.accent,
            CAPTIONED if look.canvas.height > look.canvas.width else CAPTIONED_WIDE,
        )
    )
    path = folder / f"{order.key}.png"
    await asyncio.to_thread(path.write_bytes, picture.png)
    return path, picture


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
