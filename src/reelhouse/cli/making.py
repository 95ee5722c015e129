"""``reelhouse make`` and ``reelhouse demo``: a video without a server."""

import asyncio
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from reelhouse.core.videos.types import STYLE, Template, VideoBrief, VideoPlan
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import Aspect
from reelhouse.render.captions.styles import caption_style
from reelhouse.render.types import Preset

if TYPE_CHECKING:
    from reelhouse.core.videos.beside import Deliverable
    from reelhouse.core.videos.production import Produced, VideoStudio

DEMO_SCRIPT = (
    "You want videos that talk, but not five bills a month? "
    "This one was made on your machine: no key, no network, one command."
)
DEMO_CALL = "Own your studio"

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of prose.")]


def make(
    script: Annotated[
        Path | None, typer.Argument(help="A text file with the script; - reads standard input.")
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the MP4 goes.")] = Path("out.mp4"),
    actor: Annotated[str, typer.Option(help="Slug of a library actor.")] = "emma",
    style: Annotated[str, typer.Option(help="Caption style; `reelhouse styles` lists them.")] = STYLE,
    style_file: Annotated[Path | None, typer.Option(help="A caption style of your own, as JSON.")] = None,
    aspect: Annotated[Aspect, typer.Option(help="Shape of the picture.")] = Aspect.PORTRAIT,
    duration: Annotated[
        int | None, typer.Option(help="Seconds: 5, 10 or 15; from the script if left out.")
    ] = None,
    tone: Annotated[Tone | None, typer.Option(help="How it is said and cut.")] = None,
    music: Annotated[Mood | None, typer.Option(help="Mood of the music under the voice.")] = None,
    cta: Annotated[str | None, typer.Option(help="Call to action on the end card.")] = None,
    voice_speed: Annotated[
        float, typer.Option(min=0.7, max=1.5, help="Multiplies the pace of the voice.")
    ] = 1.0,
    template: Annotated[Template | None, typer.Option(help="How the story is told.")] = None,
    broll: Annotated[
        bool | None, typer.Option("--broll/--no-broll", help="Cut away to drawn pictures, or never.")
    ] = None,
    image: Annotated[
        list[str] | None, typer.Option(help="A picture to cut to, file or address; may be repeated.")
    ] = None,
    product_image: Annotated[str | None, typer.Option(help="A picture of the product.")] = None,
    pip: Annotated[
        str | None,
        typer.Option(help="Presenter in a corner: position,size,animation,frame, or default."),
    ] = None,
    dub: Annotated[str | None, typer.Option(help="Language to say it in, such as es.")] = None,
    scenes: Annotated[Path | None, typer.Option(help="Scenes by hand, as a JSON list.")] = None,
    preset: Annotated[Preset | None, typer.Option(help="draft is quick, final is what people post.")] = None,
    *,
    beside: Annotated[
        bool,
        typer.Option("--all", help="Also write poster, sheet, subtitles, timeline and provenance."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Make a video from a script, on this machine, without a server."""
    from reelhouse.cli.asking import image_address, pip_from, scenes_from, style_from
    from reelhouse.core.videos.pacing import DURATIONS

    if duration is not None and duration not in DURATIONS:
        raise typer.BadParameter("must be 5, 10 or 15", param_hint="--duration")
    by_hand = scenes_from(scenes)
    if script is None and not by_hand:
        raise typer.BadParameter("a file with the script, or --scenes, is needed", param_hint="SCRIPT")
    brief = VideoBrief(
        script=_read_script(script) if script is not None and not by_hand else None,
        actor_slug=actor,
        target_seconds=duration,
        style=style,
        tone=tone,
        voice_speed=voice_speed,
        music=music,
        call_to_action=cta,
        aspect=aspect,
        scenes=by_hand,
        template=template,
        broll=broll,
        broll_images=tuple(map(image_address, image or ())),
        product_image_url=image_address(product_image) if product_image else None,
        dub_language=dub,
        pip=pip_from(pip),
    )
    plan = _plan(brief, style_from(style, style_file), quiet=as_json)
    _produce(plan, out, preset, beside=beside, as_json=as_json)


def _plan(brief: VideoBrief, style: CaptionStyle, *, quiet: bool) -> VideoPlan:
    """The same checks as a house makes, but for those of money."""
    from reelhouse.bootstrap.studio import open_script_desk
    from reelhouse.config import Settings
    from reelhouse.core.videos.legibility import require_legible, require_speakable
    from reelhouse.core.videos.pacing import max_words_in, pace_script
    from reelhouse.core.videos.planning import plan_from

    said = brief.narration or ""
    require_speakable(said)
    require_legible(said, brief.call_to_action)
    longest = max_words_in(pace_script(said, brief.target_seconds).seconds)
    desk = open_script_desk(Settings())
    wording = asyncio.run(desk.write(brief, longest))
    require_legible(wording.script)
    pacing = pace_script(wording.script, brief.target_seconds, brief.voice_speed)
    if pacing.warning and not quiet:
        Console(stderr=True).print(f"[yellow]{pacing.warning}")
    return plan_from(brief, brief.actor_slug or "", style, wording, pacing.seconds)


def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the MP4 goes.")] = Path(
        "reelhouse-demo.mp4"
    ),
    *,
    as_json: Json = False,
) -> None:
    """Make a sample video offline and print its path."""
    _produce(demo_plan(), out, None, as_json=as_json)


def demo_plan() -> VideoPlan:
    """Ten seconds that use everything; also the yardstick of the benchmarks."""
    return VideoPlan(
        script=DEMO_SCRIPT,
        generated=False,
        actor_slug="emma",
        seconds=10,
        style=caption_style(STYLE),
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


def _produce(
    plan: VideoPlan, out: Path, preset: Preset | None, *, beside: bool = False, as_json: bool
) -> None:
    from reelhouse.bootstrap.studio import open_studio
    from reelhouse.config import Settings

    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    settings = Settings()
    if preset is not None:
        settings.render.preset = preset
    studio = open_studio(settings, local=True)
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
        produced, files = asyncio.run(_make(studio, plan, out, bar, beside=beside))
    for warning in produced.warnings:
        Console(stderr=True).print(f"[yellow]{warning}")
    if as_json:
        print(json.dumps({**_facts(produced), "files": {file.kind: str(file.path) for file in files}}))
    else:
        print(produced.rendered.path, *(file.path for file in files), sep="\n")


async def _make(
    studio: "VideoStudio", plan: VideoPlan, out: Path, bar: Progress, *, beside: bool
) -> "tuple[Produced, tuple[Deliverable, ...]]":
    task = bar.add_task("speaking", total=1.0)

    def report(done: float, stage: str) -> None:
        bar.update(task, completed=done, description=stage)

    with tempfile.TemporaryDirectory(prefix="reelhouse-") as folder:
        produced = await studio.make(plan, out, Path(folder), report)
    return produced, await studio.beside(plan, produced, datetime.now(UTC)) if beside else ()


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
        "warnings": list(produced.warnings),
    }
