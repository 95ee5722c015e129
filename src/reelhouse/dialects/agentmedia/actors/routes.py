"""``/actors``: the library of faces and voices."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from reelhouse.core.actors.types import ActorFilter
from reelhouse.dialects.agentmedia.actors.translate import actor_to_wire
from reelhouse.dialects.agentmedia.actors.wire import ActorList, OneActor
from reelhouse.dialects.agentmedia.documentation import answers
from reelhouse.http.answers import json_answer
from reelhouse.http.guarded_route import GuardedRoute
from reelhouse.http.injected import CurrentEdge

router = APIRouter(route_class=GuardedRoute, tags=["actors"])


@router.get("/actors", response_model=ActorList, responses=answers(400))
def list_actors(
    edge: CurrentEdge,
    gender: Annotated[str | None, Query(description="Such as female or male.")] = None,
    age_range: Annotated[str | None, Query(description="Such as 18-25 or 26-35.")] = None,
    actor_type: Annotated[str | None, Query(description="Such as Young Adult.")] = None,
    search: Annotated[str | None, Query(description="Part of the name, in any case.")] = None,
) -> Response:
    """List available AI actors, all of them at once; every given filter must match."""
    wanted = ActorFilter(gender=gender, age_range=age_range, actor_type=actor_type, search=search)
    with edge.house.reading() as services:
        found = services.actors.list_(wanted)
    actors = [actor_to_wire(actor, edge.public_url) for actor in found]
    return json_answer(ActorList(actors=actors, total=len(actors)))


@router.get("/actors/{slug}", response_model=OneActor, responses=answers(404))
def get_actor(slug: str, edge: CurrentEdge) -> Response:
    """Get a single actor by slug; an unknown one is answered with similar slugs."""
    with edge.house.reading() as services:
        actor = services.actors.get(slug)
    return json_answer(OneActor(actor=actor_to_wire(actor, edge.public_url)))
