"""What a name is by its grammar, and so which sentences it may stand in."""

from enum import StrEnum

from reelhouse.core.pitches.directing.lexicon import NUMBERS, RELATIVES
from reelhouse.core.pitches.directing.names import Name, Sense


class Kind(StrEnum):
    """``create invoices``, ``tracking time``, ``jobs and money``, ``APIs you know``, ``one command``,
    ``no setup``, ``40 islands``, ``captions``, ``the dashboard``, ``GitHub sync``.
    """

    DEED = "deed"
    DOING = "doing"
    PAIR = "pair"
    KNOWN = "known"
    ONE = "one"
    NONE = "none"
    COUNTED = "counted"
    PLURAL = "plural"
    SINGULAR = "singular"
    MASS = "mass"


BY_SENSE = {Sense.DEED: Kind.DEED, Sense.DOING: Kind.DOING}
FIRST_WORDS = {"one": Kind.ONE, "1": Kind.ONE, "no": Kind.NONE, "zero": Kind.NONE}


def kind_of(name: Name) -> Kind:
    if name.sense in BY_SENSE:
        return BY_SENSE[name.sense]
    first, *more = name.bare.lower().split() or [""]
    if RELATIVES.intersection(more) - {"your"}:
        return Kind.KNOWN
    if first in NUMBERS or first.isdigit():
        return FIRST_WORDS.get(first, Kind.COUNTED)
    if "and" in more or "&" in more:
        return Kind.PAIR
    if name.is_plural:
        return Kind.PLURAL
    return Kind.SINGULAR if name.the != name.bare else Kind.MASS
