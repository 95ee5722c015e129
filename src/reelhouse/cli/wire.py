"""``reelhouse openapi``: what a dialect serves, as its own document."""

import json
from typing import Annotated

import typer


def openapi(system: Annotated[str, typer.Argument(help="Name of the dialect, such as agentmedia.")]) -> None:
    """Print a dialect's OpenAPI 3.1 document."""
    from reelhouse.config import Settings
    from reelhouse.dialects.registry import DIALECTS

    if system not in DIALECTS:
        raise typer.BadParameter(f"is one of: {', '.join(sorted(DIALECTS))}", param_hint="SYSTEM")
    print(
        json.dumps(DIALECTS[system].describe(Settings().public_url).openapi(), indent=2, ensure_ascii=False)
    )
