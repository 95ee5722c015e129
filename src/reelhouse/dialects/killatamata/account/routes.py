"""``/health``, ``/packages``, ``/balance`` and ``/keys``."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from reelhouse.core.keys.errors import KeyNotFound
from reelhouse.core.keys.types import ApiKey
from reelhouse.dialects.killatamata.account.wire import (
    Balance,
    Health,
    KeyCreated,
    KeyRevoked,
    Keys,
    KeyView,
    NewKey,
    Package,
    Packages,
    RevokeKey,
)
from reelhouse.dialects.killatamata.auth import KILLATAMATA_FORM
from reelhouse.dialects.killatamata.documentation import answers
from reelhouse.dialects.killatamata.units import dollars_of, optional_time, time_to_wire
from reelhouse.dialects.killatamata.validation import AmbiguousPrefix
from reelhouse.http.answers import json_answer
from reelhouse.http.guarded_route import GuardedRoute
from reelhouse.http.injected import CurrentCaller, CurrentEdge, CurrentHouse

NO_KEY = UUID(int=0)

PACKAGES = Packages(
    packages=[
        Package(packageCode=f"usd_{amount}", name=f"${amount} credit", priceUsd=amount, creditUsd=amount)
        for amount in (5, 20, 50, 100)
    ]
)
"""What the document leaves open: prepaid dollars at their face value."""

router = APIRouter(route_class=GuardedRoute, tags=["account"])
open_router = APIRouter(tags=["open"])


@open_router.get("/health", response_model=Health)
async def health() -> Response:
    """Whether the API answers."""
    return json_answer(Health(status="ok"))


@open_router.get("/packages", response_model=Packages)
async def packages() -> Response:
    """The packages of prepaid credit."""
    return json_answer(PACKAGES)


@router.get("/balance", response_model=Balance, responses=answers())
def balance(caller: CurrentCaller, house: CurrentHouse) -> Response:
    """The balance in dollars."""
    with house.transaction() as services:
        wallet = services.credits.wallet(caller.workspace_id)
    return json_answer(Balance(balanceUsd=dollars_of(wallet.available)))


@router.get("/keys", response_model=Keys, responses=answers())
def list_keys(caller: CurrentCaller, house: CurrentHouse) -> Response:
    """The active keys, by their prefixes."""
    with house.reading() as services:
        keys = services.keys.list_active(caller.workspace_id)
    return json_answer(Keys(keys=[_key_to_wire(key) for key in keys]))


@router.post("/keys", status_code=201, response_model=KeyCreated, responses=answers(400, 403))
def create_key(body: NewKey, caller: CurrentCaller, house: CurrentHouse) -> Response:
    """Make another key; it is shown this once."""
    with house.transaction() as services:
        issued = services.keys.issue(caller.workspace_id, KILLATAMATA_FORM, body.label, caller.scopes)
    view = _key_to_wire(issued.key)
    return json_answer(KeyCreated(**view.model_dump(), apiKey=issued.secret), 201)


@router.post("/keys/revoke", response_model=KeyRevoked, responses=answers(400, 403, 404, 409))
def revoke_key(body: RevokeKey, caller: CurrentCaller, edge: CurrentEdge) -> Response:
    """Revoke the one key that begins so."""
    with edge.house.transaction() as services:
        found = [
            key
            for key in services.keys.list_active(caller.workspace_id)
            if _begins(key.shown_prefix, body.keyPrefix)
        ]
        if not found:
            raise KeyNotFound(NO_KEY)
        if len(found) > 1:
            raise AmbiguousPrefix(len(found))
        services.keys.revoke(caller.workspace_id, found[0].key_id)
    edge.callers.forget(found[0].key_id)
    return json_answer(KeyRevoked(keyPrefix=found[0].shown_prefix))


def _begins(shown: str, asked: str) -> bool:
    return shown.startswith(asked) or asked.startswith(shown)


def _key_to_wire(key: ApiKey) -> KeyView:
    return KeyView(
        label=key.name,
        keyPrefix=key.shown_prefix,
        createdAt=time_to_wire(key.created_at),
        lastUsedAt=optional_time(key.last_used_at),
    )


router.routes.extend(open_router.routes)
