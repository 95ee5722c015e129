"""Frames of a video as pictures for people: a sheet of several, or one."""

from fractions import Fraction
from pathlib import Path

from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import PROTOCOLS, find_ffmpeg
from reelhouse.render.probe import Probe, probe
from reelhouse.render.scratch import unfinished
from reelhouse.render.settings import RenderSettings

GAP = 8
CELL_HEIGHT = 480


async def sheet_of(
    path: Path, out_png: Path, columns: int, count: int, *, settings: RenderSettings | None = None
) -> None:
    """Write `count` frames, evenly spread over a video, as one PNG of `columns` columns.

    Raises `RenderFailed` when the file cannot be read.
    """
    facts = _facts(path)
    rows = -(-count // columns)
    every = max(1, facts.frames // count)
    first = every // 2
    pick = f"select='gte(n,{first})*not(mod(n-{first},{every}))'"
    tile = f"tile={columns}x{rows}:nb_frames={count}:margin={GAP}:padding={GAP}:color=white"
    await _draw(path, out_png, f"{pick},scale=-2:{CELL_HEIGHT},{tile}", settings)


async def poster_of(
    path: Path, out_png: Path, at: Fraction, *, settings: RenderSettings | None = None
) -> None:
    """Write the frame that is shown at a moment, in its full size. Raises `RenderFailed`."""
    facts = _facts(path)
    frame = min(int(at * facts.fps), facts.frames - 1)
    await _draw(path, out_png, f"select='eq(n,{frame})'", settings)


def _facts(path: Path) -> Probe:
    facts = probe(path)
    if facts is None or not facts.frames:
        raise RenderFailed("drawing a sheet", f"{path.name} is not a video that can be read")
    return facts


async def _draw(path: Path, out_png: Path, filters: str, settings: RenderSettings | None) -> None:
    path, out_png = _from_root(path), _from_root(out_png)
    ffmpeg = await find_ffmpeg(settings or RenderSettings())
    with unfinished(out_png) as made:
        arguments = [
            *PROTOCOLS, "-i", str(path), "-vf", filters, "-frames:v", "1", "-update", "1",
            "-c:v", "png", "-f", "image2", str(made),
        ]  # fmt: skip
        await ffmpeg.run(arguments, cwd=out_png.parent, stage="drawing a sheet")
        made.replace(out_png)


def _from_root(path: Path) -> Path:
    """Names that also hold where ffmpeg works, in another folder than ours."""
    return path.absolute()
