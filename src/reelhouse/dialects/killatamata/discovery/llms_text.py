"""``llms.txt``: all that a model has to know, in the form of https://llmstxt.org."""

import json
from collections.abc import Sequence

from reelhouse.dialects.killatamata.discovery.calling import shell, whole_call
from reelhouse.dialects.killatamata.discovery.examples import plain_example
from reelhouse.dialects.killatamata.discovery.offers import Offer
from reelhouse.dialects.killatamata.discovery.pages import filled
from reelhouse.dialects.killatamata.discovery.places import Places
from reelhouse.dialects.killatamata.discovery.rules import limits, listed, refusals, standing


def llms_text(places: Places, offers: Sequence[Offer]) -> str:
    return filled(
        "llms.txt",
        api=places.api,
        openapi=places.openapi,
        skill=places.skill,
        skill_index=places.skill_index,
        plugin=places.plugin,
        first_call=shell(whole_call(places, plain_example("image.generate"))),
        tasks="\n\n".join(map(_task, offers)),
        standing=listed(standing(offers)),
        limits=listed(limits()),
        refusals=listed(refusals()),
    )


def _task(offer: Offer) -> str:
    example = json.dumps(offer.example.body, ensure_ascii=False)
    return (
        f"### {offer.task}\n\n{offer.about}\n\n"
        f"Required: {offer.needs}.\nPrice: {offer.price}. The example costs {offer.modes[0].price}.\n\n"
        f"{listed(field.line for field in offer.fields)}\n\n```json\n{example}\n```"
    )
