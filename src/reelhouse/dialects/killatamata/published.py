"""The files that the document promises beside the API: an agent that reads only them gets to work."""

import json
from collections.abc import Sequence
from typing import Any

from reelhouse.dialects.killatamata.app import describe
from reelhouse.dialects.killatamata.discovery.llms_text import llms_text
from reelhouse.dialects.killatamata.discovery.manifests import plugin_manifest, skill_index
from reelhouse.dialects.killatamata.discovery.offers import Offer, offers_of
from reelhouse.dialects.killatamata.discovery.places import Places
from reelhouse.dialects.killatamata.discovery.skill import skill_text
from reelhouse.http.edge import Edge
from reelhouse.http.published import Publication

JSON, MARKDOWN, TEXT = "application/json", "text/markdown", "text/plain"


def published(edge: Edge, site: str) -> Sequence[Publication]:
    """Everything under `site`; the engines and prices in it are those of this house."""
    places = Places(site)
    desk = edge.house.tasks

    def openapi() -> str:
        return _as_json(_document(places, offers_of(desk)))

    def skill() -> str:
        return skill_text(places, offers_of(desk))

    def index() -> str:
        return _as_json(skill_index(places, skill()))

    return (
        Publication(places.under(places.openapi), JSON, openapi),
        Publication(places.under(places.api_openapi), JSON, openapi),
        Publication(places.under(places.llms), TEXT, lambda: llms_text(places, offers_of(desk))),
        Publication(places.under(places.skill), MARKDOWN, skill),
        Publication(places.under(places.skill_index), JSON, index),
        Publication(places.under(places.skill_index_of_the_rfc), JSON, index),
        Publication(places.under(places.plugin), JSON, lambda: _as_json(plugin_manifest(places))),
    )


def _document(places: Places, offers: Sequence[Offer]) -> dict[str, Any]:
    """The dialect's own document, with prices and addresses of this house."""
    document = describe(places.site).openapi()
    for offer in offers:
        schema = document["components"]["schemas"][offer.schema]
        schema["description"] = f"{offer.about} Price: {offer.price}."
    return {
        **document,
        "servers": [{"url": places.api}],
        "externalDocs": {"description": "The same in words", "url": places.llms},
    }


def _as_json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
