"""``/account``: the account itself, its usage and its keys."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from reelhouse.dialects.agentmedia.account.translate import (
    LENGTHS,
    account_to_wire,
    created_key_to_wire,
    key_name_from_wire,
    key_to_wire,
    usage_to_wire,
)
from reelhouse.dialects.agentmedia.account.wire import (
    Account,
    KeyBody,
    KeyCreated,
    KeyList,
    KeyRevoked,
    Period,
    UsageBody,
)
from reelhouse.dialects.agentmedia.auth import AGENTMEDIA_FORM
from reelhouse.dialects.agentmedia.documentation import answers
from reelhouse.dialects.agentmedia.validation import key_id_from_wire
from reelhouse.http.answers import json_answer
from reelhouse.http.guarded_route import GuardedRoute
from reelhouse.http.injected import CurrentCaller, CurrentEdge, CurrentHouse

router = APIRouter(route_class=GuardedRoute, tags=["account"])


@router.get("/account", response_model=Account, responses=answers())
def get_account(caller: CurrentCaller, house: CurrentHouse) -> Response:
    """Get account info including plan, credits, and feature limits."""
    with house.reading() as services:
        workspace = services.workspaces.get(caller.workspace_id)
        wallet = services.credits.wallet(caller.workspace_id)
    return json_answer(account_to_wire(workspace, wallet, house.clock.now()))


@router.get("/account/usage", response_model=UsageBody, responses=answers(400))
def get_usage(
    caller: CurrentCaller,
    house: CurrentHouse,
    period: Annotated[Period, Query(description="How many days back.")] = "30d",
) -> Response:
    """Get usage statistics over a period that ends now; deleted jobs count, refunded credits do not."""
    end = house.clock.now()
    start = end - LENGTHS[period]
    with house.reading() as services:
        jobs = services.jobs.usage(caller.workspace_id, start)
    return json_answer(usage_to_wire(period, start, end, jobs))


@router.post("/account/keys", status_code=201, response_model=KeyCreated, responses=answers(400, 403, 413))
def create_key(caller: CurrentCaller, house: CurrentHouse, body: KeyBody | None = None) -> Response:
    """Create a new API key. The full key is returned only once; at most 25 keys are active."""
    name = key_name_from_wire(body.name if body else None)
    with house.transaction() as services:
        issued = services.keys.issue(caller.workspace_id, AGENTMEDIA_FORM, name, caller.scopes)
    return json_answer(created_key_to_wire(issued), 201, {"Cache-Control": "no-store"})


@router.get("/account/keys", response_model=KeyList, responses=answers())
def list_keys(caller: CurrentCaller, house: CurrentHouse) -> Response:
    """List all active API keys. Returns metadata only; the full key is never returned after creation."""
    with house.reading() as services:
        keys = services.keys.list_active(caller.workspace_id)
    return json_answer(KeyList(keys=[key_to_wire(key) for key in keys]))


@router.delete("/account/keys/{keyId}", response_model=KeyRevoked, responses=answers(403, 404))
def revoke_key(keyId: str, caller: CurrentCaller, edge: CurrentEdge) -> Response:  # noqa: N803 - the vendor's word
    """Revoke an API key, also the one that makes this call; it opens nothing from the next request on."""
    key_id = key_id_from_wire(keyId)
    with edge.house.transaction() as services:
        key = services.keys.revoke(caller.workspace_id, key_id)
    edge.callers.forget(key_id)
    return json_answer(KeyRevoked(id=str(key.key_id)))
