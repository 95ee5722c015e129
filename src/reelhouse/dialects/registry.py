"""The wire APIs that this house speaks."""

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import FastAPI

from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.keys.types import KeyForm
from reelhouse.dialects.agentmedia import app as agentmedia
from reelhouse.dialects.agentmedia.auth import AGENTMEDIA_FORM
from reelhouse.dialects.agentmedia.webhooks import payloads_with
from reelhouse.http.edge import Edge, LinkOf


@dataclass(frozen=True, slots=True)
class Dialect:
    """`root` is where the vendor's document has the API; here it lies under ``/<system><root>``.

    `describe` makes the application without anybody behind it, for its OpenAPI document; its argument
    is the public address of this house. `payloads` are the words of its webhooks.
    """

    system: str
    root: str
    build: Callable[[Edge], FastAPI]
    describe: Callable[[str], FastAPI]
    key_form: KeyForm
    payloads: Callable[[LinkOf], Callable[[Job], JsonObject]]

    @property
    def mount(self) -> str:
        return f"/{self.system}{self.root}"


DIALECTS: dict[str, Dialect] = {
    dialect.system: dialect
    for dialect in (
        Dialect(
            system=agentmedia.SYSTEM,
            root=agentmedia.ROOT,
            build=agentmedia.build,
            describe=agentmedia.describe,
            key_form=AGENTMEDIA_FORM,
            payloads=payloads_with,
        ),
    )
}
