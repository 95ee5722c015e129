"""What a route may ask for by naming it among its parameters."""

from typing import Annotated

from fastapi import Depends, Header, Request

from reelhouse.core.house import House
from reelhouse.http import guarded_route
from reelhouse.http.callers import Caller
from reelhouse.http.edge import Edge


async def _caller(request: Request) -> Caller:
    return guarded_route.caller_of(request)


async def _edge(request: Request) -> Edge:
    return guarded_route.edge_of(request)


async def _house(request: Request) -> House:
    return guarded_route.edge_of(request).house


CurrentCaller = Annotated[Caller, Depends(_caller)]
CurrentEdge = Annotated[Edge, Depends(_edge)]
CurrentHouse = Annotated[House, Depends(_house)]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="Makes a retry safe: the same key and body replay the first answer for a day.",
        max_length=255,
    ),
]
