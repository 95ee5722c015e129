"""What is found out about a request on its way in, for those who answer, log and count it."""

import random
from dataclasses import dataclass
from typing import cast

from starlette.types import Scope

from reelhouse.http.callers import Caller
from reelhouse.http.errors import InvalidKey, MissingKey

_PLACE = "reelhouse.request"
_ids = random.Random()


@dataclass(slots=True)
class RequestFacts:
    """The one mutable record of a request. `refusal` tells why there is no caller."""

    request_id: str
    caller: Caller | None = None
    refusal: MissingKey | InvalidKey | None = None


def facts_of(scope: Scope) -> RequestFacts:
    return cast("RequestFacts", scope[_PLACE])


def place_facts(scope: Scope, request_id: str | None = None) -> RequestFacts:
    """The facts of this request, which an outer layer may have placed; an id is made where none is given.

    It only tells requests apart and lets nobody in, so it need not cost a system call.
    """
    facts = scope.get(_PLACE)
    if facts is None:
        facts = scope[_PLACE] = RequestFacts(request_id or f"{_ids.getrandbits(128):032x}")
    return cast("RequestFacts", facts)
