"""The ``reelhouse`` command. Each command imports what it needs when it runs, so that --help is quick."""

import sys
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from reelhouse.cli import actors, brands, engines, keys, making, pitching, serving, styles, wire, workspaces
from reelhouse.kit.errors import ReelhouseError

app = typer.Typer(
    name="reelhouse",
    help="A self-hosted media studio that agents can drive.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("demo")(making.demo)
app.command("make")(making.make)
app.command("pitch")(pitching.pitch)
app.command("serve")(serving.serve)
app.command("worker")(serving.worker)
app.command("openapi")(wire.openapi)
app.add_typer(actors.app, name="actors")
app.add_typer(brands.app, name="brands")
app.add_typer(engines.app, name="engines")
app.add_typer(keys.app, name="keys")
app.add_typer(styles.app, name="styles")
app.add_typer(workspaces.app, name="workspaces")


def run() -> None:
    """What went wrong is told in one sentence, with its stable code; a traceback is for bugs."""
    try:
        app()
    except ReelhouseError as error:
        _refuse(error.code, error.message)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as trouble:
        from reelhouse.cli.troubles import sentence_for

        told = sentence_for(trouble)
        if told is None:
            raise
        _refuse(*told)


def _refuse(code: str, message: str) -> NoReturn:
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(f"[bold red]{code}[/]: {escape(message)}")
    sys.exit(1)
