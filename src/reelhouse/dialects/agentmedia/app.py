"""The agent-media API as one application: mount it under ``/agentmedia/api/v1``."""

from reelhouse.dialects.agentmedia.account import routes as account
from reelhouse.dialects.agentmedia.actors import routes as actors
from reelhouse.dialects.agentmedia.documentation import DESCRIPTION, completed
from reelhouse.dialects.agentmedia.errors import explain
from reelhouse.dialects.agentmedia.videos import routes as videos
from reelhouse.http.application import DialectApplication
from reelhouse.http.edge import Edge

SYSTEM = "agentmedia"
ROOT = "/api/v1"
"""Where the document has it, on a host of its own."""


def build(edge: Edge) -> DialectApplication:
    """The API over a house. Everything it needs comes in `edge`."""
    app = describe(edge.public_url)
    app.open(edge)
    return app


def describe(public_url: str) -> DialectApplication:
    """The routes and their OpenAPI document, with nobody behind them yet."""
    return DialectApplication(
        [area.router for area in (videos, actors, account)],
        explain=explain,
        completed=completed,
        address=f"{public_url}/{SYSTEM}{ROOT}",
        title="agent-media REST API",
        version="1",
        description=DESCRIPTION,
    )
