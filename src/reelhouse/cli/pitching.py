"""``reelhouse pitch``: a demo video or a carousel from a folder of screenshots, without a server."""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from reelhouse.render.types import Preset

if TYPE_CHECKING:
    from reelhouse.cli.pitch_folders import Folder
    from reelhouse.config import Settings
    from reelhouse.core.pitches.asked import Asked
    from reelhouse.core.pitches.plan import Plan

CAROUSEL = "intent.artifact_type=carousel"


def pitch(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", exists=True, file_okay=False, help="Screenshots; folders in it are features."
        ),
    ],
    goal: Annotated[str, typer.Option(help="What the pitch is to achieve, in a sentence.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the MP4 goes, or a carousel's PDF.")] = Path(
        "pitch.mp4"
    ),
    name: Annotated[
        str, typer.Option(help="What the product is called; the folder's name if left out.")
    ] = "",
    change: Annotated[
        list[str] | None, typer.Option("--set", help="FIELD=VALUE of the plan, such as intent.tone=calm.")
    ] = None,
    plan: Annotated[Path | None, typer.Option(help="A plan that --json printed, to go on from.")] = None,
    preset: Annotated[Preset | None, typer.Option(help="draft is quick, final is what people post.")] = None,
    *,
    carousel: Annotated[bool, typer.Option("--carousel", help="Slides and a PDF, not a video.")] = False,
    plan_only: Annotated[bool, typer.Option("--plan-only", help="Stop when the plan is there.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, not prose.")] = False,
) -> None:
    """Plan a demo video of screenshots, show its stills, and render it, on this machine."""
    from reelhouse.cli.pitch_folders import read_folder
    from reelhouse.cli.pitch_plans import show, wishes_of
    from reelhouse.config import Settings
    from reelhouse.core.pitches.plan import PLANS
    from reelhouse.engines.ocr.factory import text_reader
    from reelhouse.engines.tools import Tools

    settings = Settings()
    if preset is not None:
        settings.render.preset = preset
    wishes = wishes_of(plan, [*([CAROUSEL] if carousel else []), *(change or ())])
    shown = read_folder(folder, goal, text_reader(settings.ocr, Tools()), name)
    made = _plan(shown, wishes, settings)
    if not as_json:
        show(made, Console())
    files = {} if plan_only else _produce(made, wishes, shown, out.resolve(), settings, quiet=as_json)
    if as_json:
        print(json.dumps({"plan": PLANS.dump_python(made, mode="json"), "files": files}))
    else:
        print(*(path for group in files.values() for path in group), sep="\n")


def _plan(shown: "Folder", wishes: "Asked", settings: "Settings") -> "Plan":
    from reelhouse.core.actors.library import LIBRARY
    from reelhouse.core.actors.service import Actors
    from reelhouse.core.pitches.directing.director import direct
    from reelhouse.core.pitches.directing.library import Library
    from reelhouse.render.captions.styles import STYLES

    library = Library(frozenset(STYLES), Actors(LIBRARY).slugs, prices=settings.pitch)
    return direct(shown.subject, wishes, library)


def _produce(
    plan: "Plan", wishes: "Asked", shown: "Folder", out: Path, settings: "Settings", *, quiet: bool
) -> dict[str, list[str]]:
    bar = Progress(
        TextColumn("{task.description:<12}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=quiet,
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    with bar, tempfile.TemporaryDirectory(prefix="reelhouse-") as work:
        made = asyncio.run(_made(plan, wishes, shown, out, settings, Path(work), bar))
    return {kind: [str(path) for path in paths] for kind, paths in made.items()}


async def _made(
    plan: "Plan",
    wishes: "Asked",
    shown: "Folder",
    out: Path,
    settings: "Settings",
    work: Path,
    bar: Progress,
) -> dict[str, list[Path]]:
    from reelhouse.bootstrap.studio import open_pitch_studio
    from reelhouse.cli.pitch_files import carousel_of, materials_of, order_of, stills_of
    from reelhouse.core.pitches.plan import ArtifactType

    task = bar.add_task("looking", total=1.0)

    def report(done: float, stage: str) -> None:
        bar.update(task, completed=done, description=stage)

    studio, order = open_pitch_studio(settings), order_of(plan, wishes, shown)
    materials = await materials_of(order, shown.paths, work)
    if plan.intent.artifact_type is ArtifactType.CAROUSEL:
        return await carousel_of(plan, materials, out)
    report(0.0, "speaking")
    materials = await materials_of(order, shown.paths, work, await studio.record(plan, work))
    report(0.0, "previewing")
    previews = await stills_of(studio, order, materials, out.with_suffix(".previews"))
    await studio.produce(order, materials, out, work, report)
    return {"previews": previews, "video": [out]}
