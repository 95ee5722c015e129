"""``reelhouse make`` and ``reelhouse demo``: a video without a server."""

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from reelhouse.core.videos.types import CaptionStyle, VideoPlan
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect

if TYPE_CHECKING:
    from reelhouse.core.videos.production import Produced, VideoStudio

DEMO_SCRIPT = (
    "You want videos that talk, but not five bills a month? "
    "This one was made on your machine: no key, no network, one command."
)
DEMO_CALL = "Own your studio"

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of prose.")]


def make(
    script: Annotated[Path, typer.Argument(help="A text file with the script; - reads standard input.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the MP4 goes.")] = Path("out.mp4"),
    actor: Annotated[str, typer.Option(help="Slug of a library actor.")] = "emma",
    style: Annotated[CaptionStyle, typer.Option(help="Caption style.")] = CaptionStyle.HORMOZI,
    aspect: Annotated[Aspect, typer.Option(help="Shape of the picture.")] = Aspect.PORTRAIT,
    duration: Annotated[
        int | None, typer.Option(help="Seconds: 5, 10 or 15; from the script if left out.")
    ] = None,
    tone: Annotated[Tone | None, typer.Option(help="How it is said.")] = None,
    music: Annotated[Mood | None, typer.Option(help="Mood of the music under the voice.")] = None,
    cta: Annotated[str | None, typer.Option(help="Call to action on the end card.")] = None,
    voice_speed: Annotated[
        float, typer.Option(min=0.7, max=1.5, help="Multiplies the pace of the voice.")
    ] = 1.0,
    *,
    as_json: Json = False,
) -> None:
    """Make a video from a script, on this machine, without a server."""
    from reelhouse.core.videos.legibility import require_legible, require_speakable
    from reelhouse.core.videos.pacing import DURATIONS, pace_script

    if duration is not None and duration not in DURATIONS:
        raise typer.BadParameter("must be 5, 10 or 15", param_hint="--duration")
    text = _read_script(script)
    require_speakable(text)
    require_legible(text, cta)
    pacing = pace_script(text, duration, voice_speed)
    if pacing.warning and not as_json:
        Console(stderr=True).print(f"[yellow]{pacing.warning}")
    plan = VideoPlan(
        script=text,
        generated=False,
        actor_slug=actor,
        seconds=pacing.seconds,
        style=style,
        aspect=aspect,
        voice_speed=voice_speed,
        tone=tone,
        music=music,
        call_to_action=cta,
    )
    _produce(plan, out, as_json=as_json)


def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the MP4 goes.")] = Path(
        "reelhouse-demo.mp4"
    ),
    *,
    as_json: Json = False,
) -> None:
    """Make a sample video offline and print its path."""
    _produce(demo_plan(), out, as_json=as_json)


def demo_plan() -> VideoPlan:
    """Ten seconds that use everything; also the yardstick of the benchmarks."""
    return VideoPlan(
        script=DEMO_SCRIPT,
        generated=False,
        actor_slug="emma",
        seconds=10,
        style=CaptionStyle.HORMOZI,
        aspect=Aspect.PORTRAIT,
        voice_speed=1.0,
        music=Mood.UPBEAT,
        call_to_action=DEMO_CALL,
    )


def _read_script(script: Path) -> str:
    try:
        raw = sys.stdin.buffer.read() if str(script) == "-" else script.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{script}: {error.strerror}", param_hint="SCRIPT") from error
    try:
        text = " ".join(raw.decode("utf-8-sig").split())
    except UnicodeDecodeError as error:
        raise typer.BadParameter(f"{script} is not UTF-8 text", param_hint="SCRIPT") from error
    if not text:
        raise typer.BadParameter(f"{script} is empty", param_hint="SCRIPT")
    return text


def _produce(plan: VideoPlan, out: Path, *, as_json: bool) -> None:
    from reelhouse.bootstrap.studio import open_studio
    from reelhouse.config import Settings

    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    studio = open_studio(Settings())
    bar = Progress(
        TextColumn("{task.description:<12}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=as_json,
    )
    with bar:
        produced = asyncio.run(_make(studio, plan, out, bar))
    for warning in produced.rendered.warnings:
        Console(stderr=True).print(f"[yellow]{warning}")
    if as_json:
        print(json.dumps(_facts(produced)))
    else:
        print(produced.rendered.path)


async def _make(studio: "VideoStudio", plan: VideoPlan, out: Path, bar: Progress) -> "Produced":
    task = bar.add_task("speaking", total=1.0)

    def report(done: float, stage: str) -> None:
        bar.update(task, completed=done, description=stage)

    with tempfile.TemporaryDirectory(prefix="reelhouse-") as folder:
        recording, audio = await studio.record(plan, Path(folder))
        return await studio.produce(plan, recording, audio, out, Path(folder), report)


def _facts(produced: "Produced") -> dict[str, object]:
    examination = produced.rendered.examination
    return {
        "path": str(produced.rendered.path),
        "seconds": float(examination.duration),
        "frames": examination.frames,
        "width": examination.width,
        "height": examination.height,
        "bytes": examination.size,
        "loudness_lufs": examination.loudness_lufs,
        "true_peak_dbtp": examination.true_peak_dbtp,
        "sha256": produced.rendered.sha256,
        "engines": produced.engines,
        "warnings": list(produced.rendered.warnings),
    }
