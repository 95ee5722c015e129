"""Before any business: keys, limits, sizes, and one shape for every failure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import httpx2
import pytest
import sqlalchemy as sa

from reelhouse.core.keys.types import HOUSE_FORM
from reelhouse.kit.db import Database, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp
    from tests.dialects.conftest import Studio

MEGABYTE = 1024 * 1024
ROUTES = [
    ("POST", "/videos"),
    ("GET", "/videos"),
    ("GET", "/videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890"),
    ("DELETE", "/videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890"),
    ("POST", "/videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890/cancel"),
    ("GET", "/actors"),
    ("GET", "/actors/emma"),
    ("GET", "/account"),
    ("GET", "/account/usage"),
    ("POST", "/account/keys"),
    ("GET", "/account/keys"),
    ("DELETE", "/account/keys/a1b2c3d4-e5f6-7890-abcd-ef1234567890"),
]


def facts(answer: httpx2.Response) -> tuple[int, str, str]:
    error = answer.json()["error"]
    return answer.status_code, error["type"], error["code"]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_operation_needs_a_key_before_its_body_is_read(
    anyone: httpx2.Client, method: str, path: str
) -> None:
    answer = anyone.request(method, path, content=b"{ not json")

    assert facts(answer) == (401, "authentication_error", "missing_api_key")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ma_your_api_key",
        "Bearer ma_" + "0" * 32,
        "Bearer ma_" + "g" * 32,
        "Basic dXNlcjpwYXNz",
        "ma_a1b2c3d4e5f6789012345678901234ab",
        "Bearer \xff\xfe",
        "Bearer " + "x" * 5000,
    ],
)
def test_what_is_no_key_of_this_house_is_invalid(anyone: httpx2.Client, header: str) -> None:
    answer = anyone.get("/account", headers={b"Authorization": header.encode("latin-1")})

    assert facts(answer) == (401, "authentication_error", "invalid_api_key")


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_scheme_is_read_in_any_case(
    anyone: httpx2.Client, studio: Studio, workspace_id: UUID, scheme: str
) -> None:
    answer = anyone.get("/account", headers={"Authorization": f"{scheme} {studio.key(workspace_id)}"})

    assert answer.json()["user_id"] == str(workspace_id)


def test_a_key_may_come_as_x_api_key(anyone: httpx2.Client, studio: Studio, workspace_id: UUID) -> None:
    answer = anyone.get("/account", headers={"X-Api-Key": studio.key(workspace_id)})

    assert answer.status_code == 200


def test_any_key_of_the_workspace_opens_this_dialect(
    anyone: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    with studio.house.transaction() as services:
        issued = services.keys.issue(workspace_id, HOUSE_FORM, "CLI")

    answer = anyone.get("/account", headers={"Authorization": f"Bearer {issued.secret}"})

    assert answer.status_code == 200


@pytest.fixture
def reads(database: Database) -> Iterator[list[str]]:
    """Every statement that reaches the database."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(database.engine, "before_cursor_execute", note)


def test_a_key_with_a_wrong_checksum_costs_no_database_read(
    anyone: httpx2.Client, studio: Studio, workspace_id: UUID, reads: list[str]
) -> None:
    """Promise 11."""
    secret = studio.key(workspace_id)
    mistyped = secret[:-1] + ("0" if secret[-1] != "0" else "1")
    reads.clear()

    answer = anyone.get("/account", headers={"Authorization": f"Bearer {mistyped}"})

    assert answer.status_code == 401
    assert reads == []


def test_a_known_key_is_not_looked_up_again_at_once(client: httpx2.Client, reads: list[str]) -> None:
    client.get("/actors")
    reads.clear()

    client.get("/actors")

    assert [statement for statement in reads if "api_keys" in statement] == []


def test_a_revoked_key_opens_nothing_from_the_next_request_on(client: httpx2.Client) -> None:
    """Promise 13."""
    mine = client.get("/account/keys").json()["keys"][0]["id"]

    assert client.delete(f"/account/keys/{mine}").json() == {"revoked": True, "id": mine}

    assert facts(client.get("/account")) == (401, "authentication_error", "invalid_api_key")


def test_a_key_that_another_process_revokes_is_believed_for_some_seconds_at_most(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    """Promise 13: the cache asks again once its few seconds are over."""
    now = [0.0]
    studio.edge.callers._monotonic = lambda: now[0]
    mine = UUID(client.get("/account/keys").json()["keys"][0]["id"])
    with studio.house.transaction() as services:
        services.keys.revoke(workspace_id, mine)

    believed = client.get("/account").status_code
    now[0] = 4.9
    noticed = client.get("/account").status_code

    assert (believed, noticed) == (200, 401)


def test_a_key_that_is_revoked_while_it_is_looked_up_is_not_remembered(
    client: httpx2.Client, studio: Studio, database: Database
) -> None:
    """Promise 13: the look-up saw the key before it was revoked."""
    mine = UUID(client.get("/account/keys").json()["keys"][0]["id"])
    studio.edge.callers.forget(mine)

    def revoke(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if "FROM api_keys" in statement:
            studio.edge.callers.forget(mine)

    sa.event.listen(database.engine, "after_cursor_execute", revoke)
    client.get("/actors")
    sa.event.remove(database.engine, "after_cursor_execute", revoke)

    assert not studio.edge.callers._known


@pytest.mark.parametrize("path", ["/nope", "/", "/videos/", "/videos/1/2/3", "/account/usage/x", "//videos"])
def test_an_unknown_address_is_not_found_in_this_dialects_shape(client: httpx2.Client, path: str) -> None:
    """Promise 36."""
    answer = client.get(str(client.base_url).rstrip("/") + path)

    assert facts(answer) == (404, "not_found", "not_found")


def test_a_wrong_method_names_the_right_ones(client: httpx2.Client) -> None:
    """Promise 36."""
    answer = client.put("/videos", json={})

    assert facts(answer) == (405, "validation_error", "method_not_allowed")
    assert answer.headers["Allow"] == "GET, POST"


@pytest.mark.parametrize("path", ["/videos", "/account/keys"])
def test_a_body_over_one_megabyte_is_refused(client: httpx2.Client, path: str) -> None:
    """Promise 32."""
    answer = client.post(path, content=b'{"name": "' + b"x" * MEGABYTE + b'"}')

    assert facts(answer) == (413, "validation_error", "body_too_large")


def test_a_chunked_body_over_one_megabyte_is_refused_too(client: httpx2.Client) -> None:
    """Promise 32."""
    chunks = (b"x" * 65536 for _ in range(32))

    answer = client.post("/videos", content=chunks)

    assert "Content-Length" not in answer.request.headers
    assert facts(answer) == (413, "validation_error", "body_too_large")


def test_a_body_of_exactly_one_megabyte_is_read(client: httpx2.Client) -> None:
    start, end = b'{"name": "n", "more": "', b'"}'

    answer = client.post("/account/keys", content=start + b"x" * (MEGABYTE - len(start) - len(end)) + end)

    assert answer.status_code == 201


@pytest.mark.parametrize("path", ["/account", "/nope", "/videos/1", "/openapi.json"])
def test_every_answer_tells_the_limit(client: httpx2.Client, studio: Studio, path: str) -> None:
    """Promise 9."""
    answer = client.get(path)

    assert int(answer.headers["X-RateLimit-Limit"]) == 1_000_000
    assert 0 <= int(answer.headers["X-RateLimit-Remaining"]) < 1_000_000
    assert int(answer.headers["X-RateLimit-Reset"]) == studio.clock.now().timestamp() + 60


@pytest.fixture
def strict(
    furnish: Callable[..., Studio], served_at: Callable[[ASGIApp], str]
) -> tuple[Studio, httpx2.Client]:
    """A house that takes three requests a minute, and a client with a key."""
    studio = furnish(per_minute=3)
    client = httpx2.Client(base_url=f"{served_at(studio.app)}/agentmedia/api/v1")
    client.headers["Authorization"] = f"Bearer {studio.key(studio.workspace('Studio'))}"
    return studio, client


def test_the_request_after_the_last_is_refused_until_the_minute_ends(
    strict: tuple[Studio, httpx2.Client],
) -> None:
    """Promises 8 and 9."""
    studio, client = strict
    studio.clock.advance(timedelta(seconds=20))

    answers = [client.get("/account") for _ in range(5)]
    studio.clock.advance(timedelta(seconds=40))
    later = client.get("/account")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == ["2", "1", "0", "0", "0"]
    assert facts(answers[3]) == (429, "rate_limit_error", "rate_limit_exceeded")
    assert answers[3].headers["Retry-After"] == "40"
    assert later.status_code == 200


def test_each_key_has_its_own_limit_and_strangers_share_that_of_their_address(
    strict: tuple[Studio, httpx2.Client],
) -> None:
    studio, client = strict
    other = {"Authorization": f"Bearer {studio.key(studio.workspace('Other'))}"}
    nobody = {"Authorization": "Bearer ma_guess"}
    for _ in range(3):
        client.get("/account")

    assert client.get("/account").status_code == 429
    assert client.get("/account", headers=other).status_code == 200
    assert [client.get("/account", headers=nobody).status_code for _ in range(4)] == [401, 401, 401, 429]


def test_a_mistake_of_our_own_is_a_500_in_this_dialects_shape(
    client: httpx2.Client, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Promises 36 and 37: nothing of the mistake is told."""

    def broken() -> None:
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr(studio.house, "reading", broken)

    answer = client.get("/account")

    assert facts(answer) == (500, "server_error", "internal_error")
    assert "hunter2" not in answer.text
    assert "X-RateLimit-Limit" in answer.headers


def test_a_database_that_is_away_is_a_502_that_asks_to_try_again(
    client: httpx2.Client, database: Database
) -> None:
    """Promise 41."""
    client.get("/account")
    away = sa.exc.OperationalError("SELECT 1", {}, Exception("server closed the connection"))

    def refuse(*_: object) -> None:
        raise away

    sa.event.listen(database.engine, "before_cursor_execute", refuse)
    answer = client.get("/account")
    sa.event.remove(database.engine, "before_cursor_execute", refuse)

    assert facts(answer) == (502, "server_error", "edge_function_unreachable")
    assert answer.headers["Retry-After"] == "5"


def test_a_request_id_is_given_back_and_made_where_none_came(client: httpx2.Client) -> None:
    given = client.get("/account", headers={"X-Request-Id": "trace-12345678"})
    strange = client.get("/account", headers={"X-Request-Id": "a b"})

    assert given.headers["X-Request-Id"] == "trace-12345678"
    assert len(strange.headers["X-Request-Id"]) == 32


def test_neither_keys_nor_bodies_are_logged(client: httpx2.Client, capfd: pytest.CaptureFixture[str]) -> None:
    """Promises 12 and 37."""
    made = client.post("/account/keys", json={"name": "Secret project"}).json()["key"]
    client.get("/account", headers={"Authorization": f"Bearer {made}"})

    out, err = capfd.readouterr()

    assert made not in out + err
    assert made[11:] not in out + err
    assert "/agentmedia/api/v1/account" in out + err


def test_no_table_holds_a_raw_key(client: httpx2.Client, database: Database) -> None:
    """Promise 12: also not the answers that are kept for idempotency."""
    made = client.post("/account/keys", headers={"Idempotency-Key": "once"}).json()["key"]

    with database.reading() as connection:
        rows = [str(row) for table in metadata.sorted_tables for row in connection.execute(sa.select(table))]

    assert rows
    assert not [row for row in rows if made in row]


def test_a_host_name_serves_the_dialect_at_its_documented_root(client: httpx2.Client) -> None:
    root = str(client.base_url).removesuffix("/agentmedia/api/v1/")

    answer = client.get(f"{root}/api/v1/account", headers={"Host": "agent.media"})

    assert answer.status_code == 200
    assert client.get(f"{root}/api/v1/account").status_code == 404
