"""``reelhouse engines``: what is there, what it can do, and whether it answers."""

import asyncio
import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

if TYPE_CHECKING:
    from reelhouse.bootstrap.engine_rooms import Room, Standing
    from reelhouse.bootstrap.engine_trials import Verdict
    from reelhouse.config import Settings
    from reelhouse.engines.settings import EngineSettings

app = typer.Typer(help="List and check the engines that make media.", no_args_is_help=True)

WIDEST = 10_000

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command("list")
def list_(*, as_json: Json = False) -> None:
    """List every family: who works, who steps in, what each can do and still needs, and who else there is."""
    from reelhouse.bootstrap.engine_rooms import rooms

    standings = [standing for room in rooms(_settings()) for standing in room.standings()]
    if as_json:
        print(json.dumps([_as_json(name, list(group)) for name, group in _by_room(standings)]))
        return
    table = Table("family", "backend", "", "can", "needs")
    for name, group in _by_room(standings):
        for place, standing in enumerate(group):
            table.add_row(
                name if place == 0 else "",
                f"{standing.backend} ({standing.model})" if standing.model else standing.backend,
                standing.role.value,
                ", ".join(standing.abilities),
                _plain(standing.needs) or "ready",
            )
        table.add_section()
    _print(table)


@app.command("check")
def check(
    name: Annotated[str | None, typer.Argument(help="A family or a backend; all when left out.")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Ask each configured engine whether it answers; builtin ones do a small piece of work."""
    from reelhouse.bootstrap.engine_rooms import rooms

    settings = _settings()
    every = [(room, table) for room in rooms(settings) for table in room.tables]
    chosen = [(room, table) for room, table in every if name in _names(room, table)]
    if not chosen:
        known = sorted({known for room, table in every for known in _names(room, table) if known})
        raise typer.BadParameter(f"nothing of this name is configured: {', '.join(known)}", param_hint="NAME")
    verdicts = asyncio.run(_try(settings, chosen))
    if as_json:
        print(json.dumps([asdict(verdict) for verdict in verdicts]))
    else:
        _print(_verdicts(verdicts))
    if not all(verdict.ok for verdict in verdicts):
        raise typer.Exit(1)


def _names(room: "Room", table: "EngineSettings") -> set[str | None]:
    """By which one is chosen; None chooses all."""
    return {None, room.name, room.family.name, table.backend}


async def _try(settings: "Settings", chosen: list[tuple["Room", "EngineSettings"]]) -> list["Verdict"]:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from reelhouse.bootstrap.engine_trials import try_engine
    from reelhouse.engines.tools import Tools
    from reelhouse.render.clips.encoder import film_encoder
    from reelhouse.render.drawings import CARD_FONTS

    tools = Tools(faces=CARD_FONTS, encode=film_encoder(settings.render))
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("asking", total=len(chosen))
    verdicts = []
    with bar, TemporaryDirectory(prefix="reelhouse-check-") as folder:
        for room, table in chosen:
            bar.update(task, description=f"asking {room.name}")
            verdicts.append(await try_engine(room, table, tools, Path(folder)))
            bar.advance(task)
    return verdicts


def _verdicts(verdicts: list["Verdict"]) -> Table:
    table = Table("family", "backend", "answers", "", "seconds")
    for verdict in verdicts:
        told = verdict.told if verdict.ok else f"{verdict.told} [{verdict.remedy}]"
        table.add_row(
            verdict.room,
            verdict.backend,
            "yes" if verdict.ok else "NO",
            _plain(told),
            f"{verdict.seconds:.1f}",
            style=None if verdict.ok else "red",
        )
    return table


def _as_json(name: str, group: list["Standing"]) -> dict[str, object]:
    return {
        "family": name,
        "backends": [
            {
                "backend": standing.backend,
                "role": standing.role.value,
                "abilities": standing.abilities,
                "remote": standing.remote,
                "model": standing.model or None,
                "ready": not standing.needs,
                "needs": standing.needs or None,
            }
            for standing in group
        ],
    }


def _by_room(standings: list["Standing"]) -> list[tuple[str, list["Standing"]]]:
    return [(name, list(group)) for name, group in groupby(standings, key=lambda one: one.room)]


def _settings() -> "Settings":
    from reelhouse.config import Settings
    from reelhouse.kit.logs import configure_logs

    settings = Settings()
    configure_logs("error", settings.log.format)  # a broken package is told in the table
    return settings


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _print(table: Table) -> None:
    """A table for people, in which nothing is cut off; into a pipe it goes unfolded and plain."""
    console = Console()
    for column in table.columns:
        column.overflow = "fold"
    if not console.is_terminal:
        from rich import box

        table.box = box.ASCII
        console = Console(width=WIDEST, no_color=True)
        console.width = console.measure(table).maximum
    console.print(table)
