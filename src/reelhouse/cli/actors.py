"""``reelhouse actors``: the cast, and how their voices measure."""

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

if TYPE_CHECKING:
    from reelhouse.bootstrap.auditions import Heard
    from reelhouse.core.actors.types import Actor

COLUMNS = (
    "actor", "voice", "Hz", "range", "syll/s", "LUFS", "dB", "voiced", "still", "like", "off ms", "doubts",
)  # fmt: skip
UNFOLDED = 160

app = typer.Typer(help="Audition the library's actors.", no_args_is_help=True)


@app.callback()
def actors() -> None:
    """A group of its own, so that its one command keeps its name."""


@app.command("audition")
def audition(
    slugs: Annotated[
        list[str] | None, typer.Argument(metavar="[SLUG]...", help="Actors; the whole cast when left out.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
) -> None:
    """Let actors read two sentences by the configured speech engine, and measure how they sound.

    Exit status 1 when anybody is outside of what a clear voice keeps to.
    """
    heard = asyncio.run(_heard(_cast(slugs or [])))
    if as_json:
        print(json.dumps([_as_json(one) for one in heard]))
    else:
        _print(_table(heard))
        doubted = sum(bool(one.doubts) for one in heard)
        print(f"{len(heard)} heard, {doubted} to listen to")
    if any(one.doubts for one in heard):
        raise typer.Exit(1)


def _cast(slugs: list[str]) -> "list[Actor]":
    from reelhouse.core.actors.library import LIBRARY

    known = {actor.slug: actor for actor in LIBRARY}
    unknown = [slug for slug in slugs if slug not in known]
    if unknown:
        raise typer.BadParameter(f"there is no actor {', '.join(unknown)}", param_hint="SLUG")
    return [known[slug] for slug in slugs] or list(LIBRARY)


async def _heard(cast: "list[Actor]") -> "list[Heard]":
    from reelhouse.bootstrap.auditions import Auditions
    from reelhouse.config import Settings
    from reelhouse.engines.speech.factory import speech_engine

    auditions = Auditions(speech_engine(Settings().speech))
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("listening", total=len(cast))
    heard = []
    with bar:
        for actor in cast:
            heard.append(await auditions.hear(actor))
            bar.advance(task)
    return heard


def _table(heard: "list[Heard]") -> Table:
    table = Table(box=box.SIMPLE, padding=0, pad_edge=False, collapse_padding=True)
    for column in COLUMNS:
        table.add_column(column, no_wrap=column != "doubts")
    for one in heard:
        found, voice = one.audition, one.actor.voice
        table.add_row(
            one.actor.slug,
            voice.timbre,
            f"{found.pitch:.0f}",
            f"{found.lowest:.0f}-{found.highest:.0f}",
            f"{found.syllables:.1f}",
            f"{found.lufs:.1f}",
            f"{found.dynamics:.0f}",
            f"{found.voiced:.0%}",
            f"{found.silence:.0%}",
            f"{found.likeness:.2f}",
            f"{found.off * 1000:.0f}",
            ", ".join(one.doubts),
            style="red" if one.doubts else None,
        )
    return table


def _print(table: Table) -> None:
    """Into a pipe it goes unfolded."""
    console = Console()
    if not console.is_terminal:
        console.width = max(console.width, UNFOLDED)
    console.print(table)


def _as_json(one: "Heard") -> dict[str, object]:
    measured = {name: round(value, 4) for name, value in asdict(one.audition).items()}
    return {"slug": one.actor.slug, "gender": one.actor.gender.value, **measured, "doubts": one.doubts}
