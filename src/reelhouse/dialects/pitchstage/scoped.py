"""Routes by the scope that their callers need."""

from reelhouse.http.guarded_route import PolledRoute, RepeatableRoute
from reelhouse.http.scopes import PLAN, RENDER


class PlanRoute(RepeatableRoute):
    """Costs nothing, also where it writes."""

    needs = PLAN


class RenderRoute(RepeatableRoute):
    """Costs money."""

    needs = RENDER


class WatchRoute(PolledRoute):
    """Is asked again and again, or for long."""

    needs = PLAN
