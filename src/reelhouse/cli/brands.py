"""``reelhouse brands``: the colours, fonts and logos that a workspace's pitches wear."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from uuid import UUID

    from reelhouse.core.brands.types import BrandKit
    from reelhouse.core.house import Services

app = typer.Typer(help="Keep, list, show and remove brand kits.", no_args_is_help=True)

Workspace = Annotated[str, typer.Option("--workspace", "-w", help="Name of the workspace.")]
Kit = Annotated[str, typer.Argument(metavar="KIT", help="Id or name of the kit.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]

JsonObject = dict[str, str | None]


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="A brand kit as JSON.")],
    workspace: Workspace,
    logo: Annotated[Path | None, typer.Option(help="Its logo: PNG, JPEG or WebP.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Keep a brand kit for a workspace; one that has the same name changes, and keeps its id."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings
    from reelhouse.core.brands.documents import look_from_json

    look = look_from_json(_read(file, "FILE"))
    picture = _read(logo, "--logo") if logo else None
    with opened_house(Settings()) as house, house.transaction() as services:
        owner = services.workspaces.get_or_create(workspace)
        kit = services.brands.add(owner.workspace_id, look, picture)
    print(json.dumps(_document(kit)) if as_json else f"kept {kit.name} for {workspace}: {kit.brand_kit_id}")


@app.command("list")
def list_(workspace: Workspace, *, as_json: AsJson = False) -> None:
    """List the brand kits of a workspace."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.reading() as services:
        owner = services.workspaces.find_by_name(workspace)
        kits = services.brands.list_(owner.workspace_id) if owner else ()
    if as_json:
        print(json.dumps([_document(kit) for kit in kits]))
        return
    table = Table("id", "name", "ground", "accent", "ink", "font", "logo")
    for kit in kits:
        look = kit.look
        ground = f"{look.ground} {look.ground_end}" if look.ground_end else look.ground
        logo = "yes" if kit.logo_object else ""
        table.add_row(str(kit.brand_kit_id), look.name, ground, look.accent, look.ink, look.font, logo)
    Console().print(table)


@app.command("show")
def show(kit: Kit, workspace: Workspace) -> None:
    """Print a brand kit as JSON; without its id and logo it can be added again."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.reading() as services:
        found = services.brands.get(_owner(services, workspace, kit), kit)
    print(json.dumps(_document(found), indent=2))


@app.command("remove")
def remove(kit: Kit, workspace: Workspace) -> None:
    """Forget a brand kit of a workspace, and its logo."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.transaction() as services:
        removed = services.brands.remove(_owner(services, workspace, kit), kit)
    print(f"removed {removed.name} from {workspace}")


def _owner(services: "Services", workspace: str, kit: str) -> "UUID":
    """A workspace that is only misspelt is not made."""
    from reelhouse.core.brands.errors import BrandKitNotFound

    owner = services.workspaces.find_by_name(workspace)
    if owner is None:
        raise BrandKitNotFound(kit, ())
    return owner.workspace_id


def _read(file: Path, param: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}", param_hint=param) from error


def _document(kit: "BrandKit") -> JsonObject:
    from reelhouse.core.brands.types import LOOKS

    look: JsonObject = LOOKS.dump_python(kit.look, mode="json")
    return {"id": str(kit.brand_kit_id), **look, "logo": kit.logo_object}
