"""``reelhouse openapi``: what a dialect serves, as its own document."""

import json
from typing import Annotated

import typer


def openapi(system: Annotated[str, typer.Argument(help="Name of the dialect, such as agentmedia.")]) -> None:
    """Print a dialect's OpenAPI 3.1 document."""
    from reelhouse.bootstrap import KEY_FORMS, dialect_document
    from reelhouse.config import Settings

    if system not in KEY_FORMS:
        raise typer.BadParameter(f"is one of: {', '.join(sorted(KEY_FORMS))}", param_hint="SYSTEM")
    print(json.dumps(dialect_document(system, Settings().public_url), indent=2, ensure_ascii=False))
