"""What the picture benchmarks run in processes of their own: preparing and rendering the yardstick video."""

import asyncio
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

from reelhouse.bootstrap.studio import open_studio
from reelhouse.cli.making import demo_plan
from reelhouse.config import Settings
from reelhouse.media.composition import Composition, composition_from_json, composition_to_json
from reelhouse.render.cache import Cache
from reelhouse.render.encoding import SceneEncoder
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.render import _Workshop, render
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Preset

FRAMES = "frames.yuv"
LOSSLESS = ("-c:v", "libx264", "-preset", "ultrafast", "-qp", "0")


def prepare(folder: Path) -> None:
    """Everything that is not rendering: the recording, the music and the composition."""
    composition = asyncio.run(_produce(folder))
    (folder / "composition.json").write_bytes(composition_to_json(composition))
    media = {hashlib.sha256(path.read_bytes()).hexdigest(): str(path) for path in folder.glob("*.wav")}
    (folder / "media.json").write_text(json.dumps(media))


async def _produce(folder: Path) -> Composition:
    studio = open_studio(Settings(data=folder / "data"))
    plan = demo_plan()
    recording, audio = await studio.record(plan, folder)
    produced = await studio.produce(plan, recording, audio, folder / "out.mp4", folder)
    return produced.composition


def draw(folder: Path) -> None:
    """The very frames that our encoder is given, as one raw file: encoded without loss, then decoded."""
    asyncio.run(_draw(folder))


async def _draw(folder: Path) -> None:
    composition, media = _loaded(folder)
    ffmpeg = await find_ffmpeg(RenderSettings())
    with tempfile.TemporaryDirectory(dir=folder) as name:
        cache, work = Cache(Path(name) / "cache", 4096), Path(name) / "work"
        work.mkdir()
        encoder = SceneEncoder(ffmpeg, cache, Preset.FINAL, composition.canvas.fps)
        encoder._codec = LOSSLESS  # type: ignore[assignment] # as long as ours or not, it is a list of options
        plans = _Workshop(composition, media, RenderSettings(), ffmpeg, cache, work)._plan()
        scenes = [await encoder.encode(plan, lambda _frames: None) for plan in plans]
        _decode(ffmpeg.path, [scene.path for scene in scenes], folder / FRAMES)


def _decode(ffmpeg: Path, scenes: list[Path], target: Path) -> None:
    with target.open("wb") as raw:
        for scene in scenes:
            decode = [
                str(ffmpeg),
                "-v",
                "error",
                "-i",
                str(scene),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-",
            ]
            subprocess.run(decode, stdout=raw, check=True)


def render_once(folder: Path) -> None:
    """Render, and print what it cost as JSON: this process and its children, without loading the program."""
    composition, media = _loaded(folder)
    before, started = _cpu(), time.perf_counter()
    rendered = asyncio.run(
        render(composition, media, folder / "out.mp4", settings=RenderSettings(), cache=folder / "cache")
    )
    print(json.dumps({"wall": time.perf_counter() - started, "cpu": _cpu() - before}))
    if rendered.examination.duration < Fraction(9):
        raise SystemExit("the yardstick is not ten seconds long")


def _loaded(folder: Path) -> tuple[Composition, dict[str, Path]]:
    composition = composition_from_json((folder / "composition.json").read_bytes())
    return composition, {
        sha: Path(path) for sha, path in json.loads((folder / "media.json").read_text()).items()
    }


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    {"prepare": prepare, "draw": draw, "render": render_once}[sys.argv[1]](Path(sys.argv[2]))
