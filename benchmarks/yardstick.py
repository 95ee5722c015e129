"""What the picture benchmarks run in processes of their own: preparing and rendering the yardstick video."""

import asyncio
import hashlib
import json
import sys
from fractions import Fraction
from pathlib import Path

from reelhouse.bootstrap.studio import open_studio
from reelhouse.cli.making import demo_plan
from reelhouse.config import Settings
from reelhouse.media.composition import Composition, composition_from_json, composition_to_json
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings


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


def render_once(folder: Path) -> None:
    composition = composition_from_json((folder / "composition.json").read_bytes())
    media = {sha: Path(path) for sha, path in json.loads((folder / "media.json").read_text()).items()}
    rendered = asyncio.run(
        render(composition, media, folder / "out.mp4", settings=RenderSettings(), cache=folder / "cache")
    )
    if rendered.examination.duration < Fraction(9):
        raise SystemExit("the yardstick is not ten seconds long")


if __name__ == "__main__":
    {"prepare": prepare, "render": render_once}[sys.argv[1]](Path(sys.argv[2]))
