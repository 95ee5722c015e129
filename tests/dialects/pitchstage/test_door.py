"""Keys, scopes, limits, and the shape of whatever goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx2
import pytest
from tests.dialects.pitchstage.conftest import API, GOAL, bearer, created
from tests.dialects.pitchstage.test_projects import refused
from tests.serving import served

from reelhouse.dialects.pitchstage.auth import PITCHSTAGE_FORM

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tests.dialects.conftest import Studio

ANY = "a1b2c3d4-e5f6-7890-abcd-ef1234567890"
PLANNING = [
    ("GET", "/v1/health"),
    ("POST", "/v1/projects"),
    ("POST", f"/v1/projects/{ANY}/screenshots"),
    ("POST", f"/v1/projects/{ANY}/plan"),
    ("GET", f"/v1/projects/{ANY}/plan"),
    ("GET", f"/v1/renders/{ANY}"),
    ("GET", f"/v1/renders/{ANY}/events"),
]
PAID = [("POST", f"/v1/projects/{ANY}/render"), ("POST", f"/v1/artifacts/{ANY}/regenerate")]
LIMITS = {"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"}


@pytest.fixture
def backend() -> str:
    """Next to nothing is read or written here, so one database will do."""
    return "sqlite"


def test_a_key_looks_as_the_document_says(studio: Studio, workspace_id: UUID) -> None:
    key = studio.key(workspace_id, form=PITCHSTAGE_FORM)

    assert key.startswith("pk_live_")
    assert len(key) == 40
    assert set(key.removeprefix("pk_live_")) <= set("0123456789abcdefghijklmnopqrstuvwxyz")


def test_health_tells_the_version_to_whoever_has_a_key(client: httpx2.Client) -> None:
    answer = client.get("/v1/health")

    assert (answer.status_code, answer.json()) == (200, {"version": "v1", "ok": True})
    assert set(answer.headers) >= LIMITS


def test_every_operation_needs_a_key(anyone: httpx2.Client) -> None:
    invented = {"Authorization": f"Bearer pk_live_{'a' * 32}"}

    for method, path in PLANNING + PAID:
        missing = anyone.request(method, path)
        assert refused(missing) == (401, "LK_001")
        assert refused(anyone.request(method, path, headers=invented)) == (401, "LK_006")
        assert set(missing.headers) >= LIMITS


def test_a_revoked_key_is_refused(client: httpx2.Client, studio: Studio, workspace_id: UUID) -> None:
    with studio.house.transaction() as services:
        [key] = services.keys.list_active(workspace_id)
        services.keys.revoke(workspace_id, key.key_id)
    studio.edge.callers.forget(key.key_id)

    assert refused(client.get("/v1/health")) == (401, "LK_006")


def test_a_key_for_planning_renders_nothing_and_its_body_is_not_even_read(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    planner = bearer(studio, workspace_id, "plan")

    for method, path in PAID:
        answer = client.request(method, path, content=b"no json", headers=planner)
        again = client.request(method, path, headers=planner | {"Idempotency-Key": "a"})
        assert refused(answer) == refused(again) == (403, "LK_002")


@pytest.mark.parametrize("scopes", [("plan",), ("render",), ("plan", "render"), ()])
def test_every_key_may_plan(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, scopes: tuple[str, ...]
) -> None:
    key = bearer(studio, workspace_id, *scopes)

    told = {path: client.request(method, path, headers=key, json={"goal": GOAL}) for method, path in PLANNING}

    assert {answer.status_code for answer in told.values()} <= {200, 201, 404, 422}


def test_a_key_for_planning_spends_nothing_in_any_dialect(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    planner = bearer(studio, workspace_id, "plan")
    house = str(client.base_url).removesuffix(f"{API}/")

    answers = [
        httpx2.post(f"{house}{path}", json={}, headers=planner)
        for path in (
            "/agentmedia/api/v1/videos",
            "/agentmedia/api/v1/account/keys",
            "/killatamata/api/v1/media/jobs",
            "/killatamata/api/v1/keys",
        )
    ]
    read = httpx2.get(f"{house}/agentmedia/api/v1/account", headers=planner)

    assert [answer.status_code for answer in answers] == [403] * 4
    assert read.status_code == 200


def test_the_61st_request_of_a_minute_is_429_at_this_door_alone(furnish: Callable[..., Studio]) -> None:
    """Promises 8 and 9."""
    studio = furnish(doors={"pitchstage": 60})
    workspace_id = studio.workspace("Busy")
    busy, other = bearer(studio, workspace_id), bearer(studio, workspace_id)

    with served(studio.app) as address, httpx2.Client(base_url=address, headers=busy) as client:
        taken = [client.get(f"{API}/v1/health") for _ in range(60)]
        over = client.get(f"{API}/v1/health")
        elsewhere = client.get("/agentmedia/api/v1/account")
        anothers = client.get(f"{API}/v1/health", headers=other)

    assert {answer.status_code for answer in taken} == {200}
    assert [int(answer.headers["X-RateLimit-Remaining"]) for answer in taken] == list(range(59, -1, -1))
    assert {answer.headers["X-RateLimit-Limit"] for answer in (*taken, over)} == {"60"}
    assert refused(over) == (429, "LK_429")
    assert int(over.headers["Retry-After"]) in range(1, 61)
    assert (elsewhere.status_code, anothers.status_code) == (200, 200)


@pytest.mark.parametrize(
    ("method", "path", "content", "status", "code"),
    [
        ("GET", "/v1/nothing", b"", 404, "LK_404"),
        ("GET", "/v1/projects", b"", 405, "LK_405"),
        ("POST", "/v1/projects", b"{", 422, "LK_422"),
        ("POST", "/v1/projects", b"[]", 422, "LK_422"),
        ("POST", "/v1/projects", b"", 422, "LK_422"),
        ("POST", "/v1/projects", b'{"goal": NaN}', 422, "LK_422"),
        ("POST", "/v1/projects", b" " * (1024 * 1024 + 1), 413, "LK_413"),
    ],
)
def test_whatever_goes_wrong_has_the_documents_shape(
    client: httpx2.Client, method: str, path: str, content: bytes, status: int, code: str
) -> None:
    answer = client.request(method, path, content=content)

    assert refused(answer) == (status, code)
    assert set(answer.headers) >= LIMITS


def test_an_idempotency_key_that_is_too_long_is_refused(client: httpx2.Client) -> None:
    answer = client.post("/v1/projects", json={"goal": GOAL}, headers={"Idempotency-Key": "a" * 256})

    assert refused(answer) == (422, "LK_422")


def test_the_document_is_public_and_lists_its_paths_under_v1(anyone: httpx2.Client) -> None:
    answer = anyone.get("/v1/openapi.json")

    document = answer.json()
    assert answer.status_code == 200
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": "https://media.example/pitchstage/api"}]
    assert all(path.startswith("/v1/") for path in document["paths"])
    assert document["paths"]["/v1/openapi.json"]["get"]["security"] == []


def test_the_quota_of_projects_has_its_code(client: httpx2.Client) -> None:
    for number in range(100):
        created(client, name=f"Project {number}")

    assert refused(client.post("/v1/projects", json={"goal": GOAL})) == (402, "LK_201")
