"""The Killa Tamata API as one application: mount it under ``/killatamata/api/v1``."""

from reelhouse.dialects.killatamata.account import routes as account
from reelhouse.dialects.killatamata.documentation import DESCRIPTION, completed
from reelhouse.dialects.killatamata.errors import explain
from reelhouse.dialects.killatamata.jobs import routes as jobs
from reelhouse.http.application import DialectApplication
from reelhouse.http.edge import Edge

SYSTEM = "killatamata"
ROOT = "/api/v1"


def build(edge: Edge) -> DialectApplication:
    """The API over a house. Everything it needs comes in `edge`."""
    app = describe(edge.public_url)
    app.open(edge)
    return app


def describe(public_url: str) -> DialectApplication:
    """The routes and their OpenAPI document, with nobody behind them yet."""
    return DialectApplication(
        [area.router for area in (jobs, account)],
        explain=explain,
        completed=completed,
        address=f"{public_url}/{SYSTEM}{ROOT}",
        title="Killa Tamata API",
        version="1",
        description=DESCRIPTION,
    )
