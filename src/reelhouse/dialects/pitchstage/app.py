"""The Pitchstage API as one application: mount it under ``/pitchstage/api``."""

from reelhouse.dialects.pitchstage import routes as service
from reelhouse.dialects.pitchstage.artifacts import routes as artifacts
from reelhouse.dialects.pitchstage.documentation import DESCRIPTION, completed
from reelhouse.dialects.pitchstage.errors import explain
from reelhouse.dialects.pitchstage.plans import routes as plans
from reelhouse.dialects.pitchstage.projects import routes as projects
from reelhouse.dialects.pitchstage.renders import routes as renders
from reelhouse.http.application import DialectApplication
from reelhouse.http.edge import Edge

SYSTEM = "pitchstage"
ROOT = "/api"
"""The document's OpenAPI lists its paths as ``/v1/*`` under this."""


def build(edge: Edge) -> DialectApplication:
    """The API over a house. Everything it needs comes in `edge`."""
    app = describe(edge.public_url)
    app.open(edge, SYSTEM)
    return app


def describe(public_url: str) -> DialectApplication:
    """The routes and their OpenAPI document, with nobody behind them yet."""
    return DialectApplication(
        [area.router for area in (service, projects, plans, renders, artifacts)],
        explain=explain,
        completed=completed,
        address=f"{public_url}/{SYSTEM}{ROOT}",
        title="Pitchstage Headless API",
        version="v1",
        description=DESCRIPTION,
        openapi_url=None,
        separate_input_output_schemas=False,
    )
