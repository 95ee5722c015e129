"""What is found out about a request on its way in, for those who answer, log and count it."""

from dataclasses import dataclass
from typing import cast

from starlette.types import Scope

from reelhouse.http.callers import Caller
from reelhouse.http.errors import InvalidKey, MissingKey

_PLACE = "reelhouse.request"


@dataclass(slots=True)
class RequestFacts:
    """The one mutable record of a request. `refusal` tells why there is no caller."""

    request_id: str
    caller: Caller | None = None
    refusal: MissingKey | InvalidKey | None = None


def facts_of(scope: Scope) -> RequestFacts:
    return cast("RequestFacts", scope[_PLACE])


def place_facts(scope: Scope, request_id: str) -> RequestFacts:
    """The facts of this request; an outer layer may have placed them already."""
    facts = scope.get(_PLACE)
    if facts is None:
        facts = scope[_PLACE] = RequestFacts(request_id)
    return cast("RequestFacts", facts)
