"""``SKILL.md``: instructions for an agent that has a shell, with lines that work as they stand."""

from collections.abc import Sequence

from reelhouse.dialects.killatamata.discovery import calling
from reelhouse.dialects.killatamata.discovery.calling import shell
from reelhouse.dialects.killatamata.discovery.examples import plain_example
from reelhouse.dialects.killatamata.discovery.manifests import SKILL_ABOUT, SKILL_NAME
from reelhouse.dialects.killatamata.discovery.offers import Offer
from reelhouse.dialects.killatamata.discovery.pages import filled
from reelhouse.dialects.killatamata.discovery.places import Places
from reelhouse.dialects.killatamata.discovery.rules import hours, listed, refusals, standing
from reelhouse.dialects.killatamata.jobs.translate import PROMISED

FIRST = plain_example("image.generate")


def skill_text(places: Places, offers: Sequence[Offer]) -> str:
    return filled(
        "SKILL.md",
        name=SKILL_NAME,
        about=SKILL_ABOUT,
        llms=places.llms,
        openapi=places.openapi,
        set_up=shell(calling.set_up(places)),
        balance=shell(calling.balance()),
        submit=shell(calling.submit(FIRST)),
        poll=shell(calling.poll()),
        download=shell(calling.download(FIRST)),
        promised=str(hours(PROMISED)),
        tasks="\n\n".join(map(_task, offers)),
        standing=listed(standing(offers)),
        refusals=listed(refusals()),
    )


def _task(offer: Offer) -> str:
    return (
        f"### {offer.task}\n\n{offer.about} Makes a {calling.ENDINGS[offer.task]} file. "
        f"Required: {offer.needs}. Price: {offer.price}; this one {offer.modes[0].price}.\n\n"
        f"{shell(calling.submit(offer.example))}"
    )
