"""``reelhouse styles``: how caption words look, and a workspace's own looks."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

if TYPE_CHECKING:
    from PIL.Image import Image

    from reelhouse.media.captions import CaptionStyle

COLOURS = 256
"""Of the sheet, so that it weighs little."""

app = typer.Typer(help="List, draw, check and keep caption styles.")

File = Annotated[Path, typer.Argument(help="A caption style as JSON; it may extend a builtin one.")]
Workspace = Annotated[str, typer.Option("--workspace", "-w", help="Name of the workspace.")]


@app.callback(invoke_without_command=True)
def list_(
    context: typer.Context,
    sheet: Annotated[Path | None, typer.Option(help="Draw all of them into this PNG.")] = None,
    workspace: Annotated[
        str | None, typer.Option("--workspace", "-w", help="Also the styles of this workspace.")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
) -> None:
    """List the caption styles."""
    if context.invoked_subcommand is not None:
        return
    styles = _styles(workspace)
    if sheet is not None:
        _draw(styles, sheet)
        print(sheet)
    elif as_json:
        print(json.dumps([{"name": style.name, "description": style.description} for style in styles]))
    else:
        table = Table("name", "description")
        for style in styles:
            table.add_row(style.name, style.description)
        Console().print(table)


@app.command("check")
def check(file: File) -> None:
    """Say whether a file is a caption style, and what is wrong with it."""
    style = _read(file)
    print(f"{file} is the caption style {style.name}")


@app.command("add")
def add(file: File, workspace: Workspace) -> None:
    """Keep a caption style for a workspace; one that has the same name gives way to it."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    style = _read(file)
    with opened_house(Settings()) as house, house.transaction() as services:
        owner = services.workspaces.get_or_create(workspace)
        services.styles.add(owner.workspace_id, style)
    print(f"kept {style.name} for {workspace}")


@app.command("remove")
def remove(
    style: Annotated[str, typer.Argument(help="Name of the style.")],
    workspace: Workspace,
) -> None:
    """Forget a caption style of a workspace."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.transaction() as services:
        owner = services.workspaces.get_or_create(workspace)
        services.styles.remove(owner.workspace_id, style)
    print(f"removed {style} from {workspace}")


def _read(file: Path) -> "CaptionStyle":
    from reelhouse.render.captions.styles import style_from_json

    try:
        document = file.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}", param_hint="FILE") from error
    return style_from_json(document)


def _styles(workspace: str | None) -> tuple["CaptionStyle", ...]:
    from reelhouse.render.captions.styles import STYLES

    if workspace is None:
        return tuple(STYLES.values())
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.reading() as services:
        owner = services.workspaces.find_by_name(workspace)
        return services.styles.list_(owner.workspace_id) if owner else tuple(STYLES.values())


def _draw(styles: tuple["CaptionStyle", ...], out: Path) -> None:
    from PIL.Image import Dither, Quantize

    from reelhouse.config import Settings
    from reelhouse.render.captions.sheet import draw_sheet
    from reelhouse.render.ffmpeg import find_ffmpeg

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task("drawing", total=len(styles))

    async def drawn() -> "Image":
        ffmpeg = await find_ffmpeg(Settings().render)
        return await draw_sheet(styles, ffmpeg, lambda: bar.advance(task))

    with bar:
        picture = asyncio.run(drawn())
    out.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(colors=COLOURS, method=Quantize.MAXCOVERAGE, dither=Dither.NONE).save(
        out, format="PNG", optimize=True
    )
