"""``reelhouse keys``: who may call."""

import json
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer(help="Create, list and revoke API keys.", no_args_is_help=True)

Workspace = Annotated[
    str, typer.Option("--workspace", "-w", help="Name of the workspace; made when it is new.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command("create")
def create(
    workspace: Workspace,
    dialect: Annotated[str | None, typer.Option(help="Shape the key as this system's document says.")] = None,
    name: Annotated[str, typer.Option(help="What the key is called in listings.")] = "Default",
    scopes: Annotated[str, typer.Option(help="Comma-separated scopes; all when left out.")] = "",
    cap: Annotated[
        int | None, typer.Option(min=0, help="Dollars that the key may spend on pitches in a month.")
    ] = None,
    *,
    as_json: Json = False,
) -> None:
    """Create a key and show it, this one time."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings
    from reelhouse.core.keys.types import HOUSE_FORM
    from reelhouse.dialects.registry import DIALECTS
    from reelhouse.http.scopes import INCLUDED
    from reelhouse.kit.money import dollars

    if dialect is not None and dialect not in DIALECTS:
        raise typer.BadParameter(f"is one of: {', '.join(sorted(DIALECTS))}", param_hint="--dialect")
    form = DIALECTS[dialect].key_form if dialect else HOUSE_FORM
    wanted = frozenset(scope.strip() for scope in scopes.split(",") if scope.strip())
    if not wanted <= set(INCLUDED):
        raise typer.BadParameter(f"takes: {', '.join(sorted(INCLUDED))}", param_hint="--scopes")
    with opened_house(Settings()) as house, house.transaction() as services:
        owner = services.workspaces.get_or_create(workspace)
        most = None if cap is None else dollars(cap)
        issued = services.keys.issue(owner.workspace_id, form, name, wanted, most)
    if as_json:
        facts = {
            "key": issued.secret,
            "id": str(issued.key.key_id),
            "workspace_id": str(owner.workspace_id),
            "workspace": owner.name,
            "plan": owner.tier.value,
            "name": issued.key.name,
            "scopes": sorted(issued.key.scopes),
            "monthly_cap_usd": cap,
        }
        print(json.dumps(facts))
    else:
        Console(stderr=True).print(f"A key for {owner.name} on {owner.plan.name}. It is shown only now:")
        print(issued.secret)


@app.command("list")
def list_(workspace: Workspace, *, as_json: Json = False) -> None:
    """List the active keys of a workspace."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.reading() as services:
        owner = services.workspaces.find_by_name(workspace)
        keys = services.keys.list_active(owner.workspace_id) if owner else ()
    rows = [
        {
            "id": str(key.key_id),
            "prefix": key.shown_prefix,
            "name": key.name,
            "created_at": key.created_at.isoformat(),
            "last_used_at": key.last_used_at.isoformat() if key.last_used_at else None,
        }
        for key in keys
    ]
    if as_json:
        print(json.dumps(rows))
        return
    table = Table("id", "prefix", "name", "created", "last used")
    for row in rows:
        table.add_row(*(value or "never" for value in row.values()))
    Console().print(table)


@app.command("revoke")
def revoke(
    key_id: Annotated[UUID, typer.Argument(help="Id of the key, from `keys list`.")],
    workspace: Workspace,
) -> None:
    """Revoke a key; it opens nothing any more."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.transaction() as services:
        owner = services.workspaces.get_or_create(workspace)
        services.keys.revoke(owner.workspace_id, key_id)
    print(f"revoked {key_id}")
