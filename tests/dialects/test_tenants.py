"""Promise 35: an id of another workspace is never readable or writable, on any route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from reelhouse.dialects.registry import DIALECTS

if TYPE_CHECKING:
    import httpx2
    from tests.dialects.conftest import Studio

SCRIPT = "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."
OF_EVERYBODY = {"/actors/{slug}"}
SAYS_FORBIDDEN = {"pitchstage"}
"""Its document tells another's id from an unknown one: see tests/dialects/pitchstage/test_tenants.py."""


def routes_with_an_id() -> list[Any]:
    """Read from the applications themselves, so that a route of tomorrow is asked too."""
    return [
        pytest.param(method.upper(), path, id=f"{system} {method.upper()} {path}")
        for system, dialect in DIALECTS.items()
        for path, methods in dialect.describe("https://media.example").openapi()["paths"].items()
        for method in methods
        if "{" in path and path not in OF_EVERYBODY and system not in SAYS_FORBIDDEN
    ]


def state_of(client: httpx2.Client) -> list[object]:
    account = client.get("/account").json()
    keys = [(key["id"], key["name"]) for key in client.get("/account/keys").json()["keys"]]
    return [account["credits"], client.get("/videos").json(), keys]


@pytest.mark.parametrize(("method", "path"), routes_with_an_id())
def test_anothers_id_is_answered_like_one_that_does_not_exist(
    client: httpx2.Client, studio: Studio, method: str, path: str
) -> None:
    theirs = {
        "{id}": client.post("/videos", json={"script": SCRIPT}).json()["job_id"],
        "{keyId}": client.post("/account/keys").json()["id"],
    }
    stranger = {"Authorization": f"Bearer {studio.key(studio.workspace('Stranger'))}"}
    before = state_of(client)

    answer = client.request(method, filled(path, theirs), headers=stranger)
    unknown = client.request(method, filled(path, dict.fromkeys(theirs, str(uuid4()))), headers=stranger)

    assert answer.status_code == unknown.status_code == 404
    assert answer.json()["error"]["code"] == unknown.json()["error"]["code"]
    assert state_of(client) == before


def filled(path: str, ids: dict[str, str]) -> str:
    for name, value in ids.items():
        path = path.replace(name, value)
    assert "{" not in path, "a route with an id that this test does not know"
    return path


def test_lists_show_the_callers_own_only(client: httpx2.Client, studio: Studio) -> None:
    client.post("/videos", json={"script": SCRIPT})
    stranger = {"Authorization": f"Bearer {studio.key(studio.workspace('Stranger'))}"}

    assert client.get("/videos", headers=stranger).json() == {"jobs": [], "total": 0}
    assert len(client.get("/account/keys", headers=stranger).json()["keys"]) == 1
    assert client.get("/account/usage", headers=stranger).json()["summary"]["total_jobs"] == 0
    assert client.get("/account", headers=stranger).json()["credits"]["total"] == 12_900


def test_an_idempotency_key_of_another_workspace_replays_nothing(
    client: httpx2.Client, studio: Studio
) -> None:
    once = {"Idempotency-Key": "the same"}
    mine = client.post("/videos", json={"script": SCRIPT}, headers=once).json()
    stranger = {"Authorization": f"Bearer {studio.key(studio.workspace('Stranger'))}"}

    theirs = client.post("/videos", json={"script": SCRIPT}, headers=once | stranger).json()

    assert mine["job_id"] != theirs["job_id"]
