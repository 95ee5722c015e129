"""Pictures: drawn, or changed; delivered in the format that was asked for."""

import asyncio
from io import BytesIO
from pathlib import Path

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.making.types import Bench, Made
from reelhouse.core.tasks.needs import Need
from reelhouse.core.tasks.types import DrawTask, EditTask, Given, PictureFormat
from reelhouse.engines.chain import Answered
from reelhouse.engines.image.types import (
    LEAST_SIDE,
    MOST_PIXELS,
    MOST_SIDE,
    EditRequest,
    ImageRequest,
    Picture,
)

MEDIA_TYPES = {
    PictureFormat.WEBP: "image/webp",
    PictureFormat.PNG: "image/png",
    PictureFormat.JPEG: "image/jpeg",
}
ENDINGS = {PictureFormat.WEBP: ".webp", PictureFormat.PNG: ".png", PictureFormat.JPEG: ".jpg"}
WEBP_QUALITY, JPEG_QUALITY = 92, 93


async def draw(task: DrawTask, need: Need, crew: TaskCrew, bench: Bench) -> Made:
    request = ImageRequest(
        prompt=task.prompt,
        width=task.width,
        height=task.height,
        seed=task.seed,
        references=_bytes(task.references, bench),
        high_detail=task.high_detail,
    )
    hear = bench.part(0.1, 0.9, "drawing")
    answered = await crew.ask(need, lambda engine: engine.draw(request), hear)
    return await asyncio.to_thread(_made, answered, task.format, bench.folder, ())


async def edit(task: EditTask, need: Need, crew: TaskCrew, bench: Bench) -> Made:
    source = bench.files[task.source.field]
    (width, height), notes = await asyncio.to_thread(_size_for, source)
    request = EditRequest(
        prompt=task.prompt,
        source=source.read_bytes(),
        width=width,
        height=height,
        seed=task.seed,
        references=_bytes(task.references, bench),
        high_detail=task.high_detail,
    )
    hear = bench.part(0.1, 0.9, "editing")
    answered = await crew.ask(need, lambda engine: engine.edit(request), hear)
    return await asyncio.to_thread(_made, answered, task.format, bench.folder, notes)


def _bytes(given: tuple[Given, ...], bench: Bench) -> tuple[bytes, ...]:
    return tuple(bench.files[one.field].read_bytes() for one in given)


def _size_for(source: Path) -> tuple[tuple[int, int], tuple[str, ...]]:
    """The size of a picture, within what engines can do, and a sentence when it had to change."""
    from PIL import Image  # noqa: PLC0415 - only a worker that edits needs it

    with Image.open(source) as picture:
        width, height = picture.size
    scale = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5, MOST_SIDE / max(width, height))
    fitted = (max(int(width * scale), LEAST_SIDE), max(int(height * scale), LEAST_SIDE))
    if fitted == (width, height):
        return fitted, ()
    return fitted, (f"The source has {width} x {height} pixels; the result has {fitted[0]} x {fitted[1]}.",)


def _made(answered: Answered[Picture], form: PictureFormat, folder: Path, notes: tuple[str, ...]) -> Made:
    picture = answered.result
    path = folder / f"picture{ENDINGS[form]}"
    path.write_bytes(_encoded(picture.png, form))
    return Made(
        path=path,
        kind=AssetKind.IMAGE,
        media_type=MEDIA_TYPES[form],
        ending=ENDINGS[form],
        engine=answered.engine,
        facts={"width": picture.width, "height": picture.height},
        passed_over=answered.passed_over,
        understood=picture.understood,
        notes=(*notes, *picture.notes),
    )


def _encoded(png: bytes, form: PictureFormat) -> bytes:
    from PIL import Image  # noqa: PLC0415

    if form is PictureFormat.PNG:
        return png
    file = BytesIO()
    picture = Image.open(BytesIO(png))
    if form is PictureFormat.WEBP:
        picture.save(file, "WEBP", quality=WEBP_QUALITY, method=2)
    else:
        picture.convert("RGB").save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return file.getvalue()
