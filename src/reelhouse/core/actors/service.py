"""Who can stand before the camera."""

from difflib import SequenceMatcher

from reelhouse.core.actors.errors import ActorNotFound
from reelhouse.core.actors.types import Actor, ActorFilter

SIMILAR = 5
LIKENESS = 0.4
"""From here on (0-1, by `difflib`) a slug is similar to another."""

DEFAULT = "emma"


class Actors:
    """The library of actors; it is data, and the same for every workspace."""

    def __init__(self, library: tuple[Actor, ...]) -> None:
        self._library = library
        self._by_slug = {actor.slug: actor for actor in library}

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(self._by_slug)

    def list_(self, wanted: ActorFilter) -> tuple[Actor, ...]:
        """Every actor that has all that is wanted, in the order of the library."""
        return tuple(actor for actor in self._library if _matches(actor, wanted))

    def get(self, slug: str) -> Actor:
        """The actor with this slug, without regard to case.

        Raises `ActorNotFound`, which knows up to five similar slugs.
        """
        actor = self._by_slug.get(slug.strip().lower())
        if actor is None:
            raise ActorNotFound(slug, self._similar(slug))
        return actor

    def default(self) -> Actor:
        """Who speaks when nobody was asked for."""
        return self._by_slug[DEFAULT]

    def _similar(self, slug: str) -> tuple[str, ...]:
        scored = sorted((-_likeness(slug.lower(), actor), actor.slug) for actor in self._library)
        return tuple(slug for score, slug in scored if -score >= LIKENESS)[:SIMILAR]


def _likeness(slug: str, actor: Actor) -> float:
    return SequenceMatcher(None, slug, actor.slug).ratio()


def _matches(actor: Actor, wanted: ActorFilter) -> bool:
    exact = (
        (wanted.gender, actor.gender.value),
        (wanted.age_range, actor.age_range),
        (wanted.actor_type, actor.actor_type),
    )
    if any(asked is not None and asked.strip().lower() != has.lower() for asked, has in exact):
        return False
    return wanted.search is None or wanted.search.strip().lower() in actor.name.lower()
