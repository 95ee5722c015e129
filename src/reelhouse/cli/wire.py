"""``reelhouse openapi``: what a dialect serves, as its own document."""

import json
from typing import Annotated

import typer


def openapi(system: Annotated[str, typer.Argument(help="Name of the dialect, such as agentmedia.")]) -> None:
    """Print a dialect's OpenAPI 3.1 document."""
    from reelhouse.bootstrap import DIALECTS, dialect_document

    if system not in DIALECTS:
        raise typer.BadParameter(f"is one of: {', '.join(sorted(DIALECTS))}", param_hint="SYSTEM")
    print(json.dumps(dialect_document(system), indent=2, ensure_ascii=False))
