"""``reelhouse workspaces``: plans, money and webhook secrets."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from reelhouse.core.workspaces.types import Tier

app = typer.Typer(help="List workspaces, change plans, add credits.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="Name of the workspace; made when it is new.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


@app.command("list")
def list_(*, as_json: Json = False) -> None:
    """List workspaces with their plan and what they can spend, in cents."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings
    from reelhouse.kit.money import MICROS_PER_CENT

    with opened_house(Settings()) as house, house.transaction() as services:
        rows = [
            {
                "id": str(workspace.workspace_id),
                "name": workspace.name,
                "plan": workspace.tier.value,
                "available_cents": services.credits.wallet(workspace.workspace_id).available
                // MICROS_PER_CENT,
            }
            for workspace in services.workspaces.list_()
        ]
    if as_json:
        print(json.dumps(rows))
        return
    table = Table("id", "name", "plan", "available (cents)")
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    Console().print(table)


@app.command("plan")
def plan(name: Name, tier: Annotated[Tier, typer.Argument(help="The plan from now on.")]) -> None:
    """Put a workspace on a plan."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.transaction() as services:
        workspace = services.workspaces.get_or_create(name)
        changed = services.workspaces.change_plan(workspace.workspace_id, tier)
    print(f"{changed.name} is on {changed.plan.name}")


@app.command("grant")
def grant(
    name: Name,
    credits: Annotated[int, typer.Argument(min=1, help="How many cents; a credit is one cent.")],  # noqa: A002
    *,
    key: Annotated[
        str | None,
        typer.Option(help="A reference; the same reference is credited once, however often it comes."),
    ] = None,
) -> None:
    """Add purchased credits."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings
    from reelhouse.core.credits.types import Pot
    from reelhouse.kit.ids import new_id
    from reelhouse.kit.money import cents

    with opened_house(Settings()) as house, house.transaction() as services:
        workspace = services.workspaces.get_or_create(name)
        services.credits.grant(
            workspace.workspace_id,
            Pot.PURCHASED,
            cents(credits),
            key or f"cli:{new_id()}",
            "granted by the operator",
        )
    print(f"{credits} credits for {name}")


@app.command("webhook")
def webhook(
    name: Name,
    url: Annotated[
        str | None, typer.Argument(help="Where to tell it; without one, print what is set.")
    ] = None,
    *,
    off: Annotated[bool, typer.Option("--off", help="Tell nobody any more.")] = False,
    secret: Annotated[bool, typer.Option("--secret", help="Print the secret that signs it.")] = False,
) -> None:
    """Set the address that hears of a workspace's renders, where a request names none of its own."""
    from reelhouse.bootstrap.house import open_house
    from reelhouse.config import Settings

    if off and url is not None:
        raise typer.BadParameter("is either an address or --off", param_hint="URL")
    opened = open_house(Settings())
    try:
        if url is not None:
            opened.fetch.check_url(url)
        with opened.house.transaction() as services:
            workspace = services.workspaces.get_or_create(name)
            if off or url is not None:
                workspace = services.workspaces.set_webhook(workspace.workspace_id, url)
            signed_with = services.webhooks.secret(workspace.workspace_id) if secret else None
    finally:
        opened.house.database.dispose()
    print(signed_with or workspace.webhook_url or f"{workspace.name} tells nobody")


@app.command("webhook-secret")
def webhook_secret(
    name: Name, *, rotate: Annotated[bool, typer.Option(help="Make a new one; both sign for a day.")] = False
) -> None:
    """Print the secret that signs a workspace's webhooks."""
    from reelhouse.bootstrap.house import opened_house
    from reelhouse.config import Settings

    with opened_house(Settings()) as house, house.transaction() as services:
        workspace = services.workspaces.get_or_create(name)
        webhooks = services.webhooks
        print(
            webhooks.rotate_secret(workspace.workspace_id)
            if rotate
            else webhooks.secret(workspace.workspace_id)
        )
