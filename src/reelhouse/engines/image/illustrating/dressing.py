"""Who wears what: "fox astronaut", "cat in a red hat", "a man dressed as a wizard"."""

from collections.abc import Sequence
from dataclasses import replace

from reelhouse.engines.image.illustrating.bestiary import BARE, COSTUMES, CREATURES, ROLES, THINGS_WORN, WORN
from reelhouse.engines.image.illustrating.scene import Subject

LINKS = frozenset(
    """
    a an the in as with wearing dressed like has having and his her its their big small cute little suit
    costume outfit uniform who is on up
    """.split()  # noqa: SIM905 - words read better as words
)
WEARERS = frozenset(CREATURES) - BARE
HAVING = frozenset({"in", "with", "wearing", "has", "having"})
SEPARATE = frozenset({"and", "with"})
"""Between two who could stand side by side, these keep them apart."""


def joined(before: Subject, name: str, colour: str | None, bridge: Sequence[str]) -> Subject | None:
    """`before` with what `name` puts on it, where the words between (`bridge`) say so."""
    between = {word for word in bridge if word}
    if not between <= LINKS:
        return None
    worn = THINGS_WORN.get(name, name)
    if before.name in WEARERS and name in COSTUMES:
        apart = between & SEPARATE and not between & {"dressed", "wearing"}
        return None if apart else replace(before, wears=(*before.wears, name), trim=colour or before.trim)
    if name in WEARERS and before.name in COSTUMES and not between - {"a", "an", "the"}:
        return Subject(name, colour, (*before.wears, before.name), before.colour)
    if before.name == "person" and name in ROLES and {"dressed", "as"} & between:
        return Subject(name, colour)
    if worn in WORN and before.name in WEARERS | set(ROLES):
        linked = between & HAVING or (before.wears and "and" in between)
        return replace(before, wears=(*before.wears, worn), trim=colour or before.trim) if linked else None
    return None
