"""What every dialect shares at its door."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from reelhouse.core.house import House
from reelhouse.core.jobs.types import Job
from reelhouse.http.callers import Callers
from reelhouse.http.rate_limits import RateLimits
from reelhouse.http.sse import USUAL_PACE, Pace
from reelhouse.kit.safe_fetch import SafeFetch

Explain = Callable[[Exception], Response]
"""A dialect's answer to a failure: its status, its headers and its shape."""

LinkOf = Callable[[Job], str | None]
"""Where the finished file of a job can be downloaded; None while there is none."""


@dataclass(frozen=True, slots=True)
class Edge:
    """`public_url` is the address of this house, without a slash at its end; `pace` is that of streams."""

    house: House
    callers: Callers
    rate_limits: RateLimits
    fetch: SafeFetch
    link_of: LinkOf
    public_url: str
    pace: Pace = USUAL_PACE
