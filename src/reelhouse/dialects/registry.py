"""The wire APIs that this house speaks. A worker knows their keys and words, and loads no routes."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from reelhouse.core.jobs.types import Job, JsonObject
from reelhouse.core.keys.types import KeyForm
from reelhouse.dialects.agentmedia.auth import AGENTMEDIA_FORM
from reelhouse.dialects.killatamata.auth import KILLATAMATA_FORM
from reelhouse.dialects.pitchstage.auth import PITCHSTAGE_FORM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi import FastAPI

    from reelhouse.core.house import PayloadWithin, Services
    from reelhouse.http.edge import Edge, LinkOf
    from reelhouse.http.published import Publication


class Application(Protocol):
    """A dialect's ``app`` module.

    `describe` makes the application without anybody behind it, for its OpenAPI document; its argument is
    the public address of this house.
    """

    def build(self, edge: "Edge") -> "FastAPI": ...
    def describe(self, public_url: str) -> "FastAPI": ...


class Press(Protocol):
    """A dialect's ``published`` module."""

    def published(self, edge: "Edge", site: str) -> "Sequence[Publication]": ...


class Words(Protocol):
    """A dialect's ``webhooks`` module."""

    def payloads_with(self, link_of: "LinkOf") -> "PayloadWithin": ...


@dataclass(frozen=True, slots=True)
class Dialect:
    """`root` is where the vendor's document has the API; here it lies under ``/<system><root>``.

    `publishes` tells that the document names files beside the API, for whoever has no key yet.
    """

    system: str
    root: str
    key_form: KeyForm
    publishes: bool = False

    @property
    def mount(self) -> str:
        return f"/{self.system}{self.root}"

    def build(self, edge: "Edge") -> "FastAPI":
        return self._application.build(edge)

    def describe(self, public_url: str) -> "FastAPI":
        return self._application.describe(public_url)

    def published(self, edge: "Edge", site: str) -> "Sequence[Publication]":
        """The files beside the API; `site` is the address under which they and `root` lie."""
        if not self.publishes:
            return ()
        press = cast("Press", import_module(f"reelhouse.dialects.{self.system}.published"))
        return press.published(edge, site)

    def payloads(self, link_of: "LinkOf") -> "PayloadWithin":
        """The builder of this dialect's webhook payloads, loaded when the first job has ended."""

        def payload_of(services: "Services", job: Job) -> JsonObject:
            words = cast("Words", import_module(f"reelhouse.dialects.{self.system}.webhooks"))
            return words.payloads_with(link_of)(services, job)

        return payload_of

    @property
    def _application(self) -> Application:
        return cast("Application", import_module(f"reelhouse.dialects.{self.system}.app"))


DIALECTS: dict[str, Dialect] = {
    dialect.system: dialect
    for dialect in (
        Dialect("agentmedia", "/api/v1", AGENTMEDIA_FORM),
        Dialect("killatamata", "/api/v1", KILLATAMATA_FORM, publishes=True),
        Dialect("pitchstage", "/api", PITCHSTAGE_FORM),
    )
}
