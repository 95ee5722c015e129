"""Projects and the uploads of their screenshots."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from tests.dialects.pitchstage.conftest import (
    GOAL,
    announced,
    bearer,
    created,
    features,
    picture,
    send,
)

if TYPE_CHECKING:
    import httpx2
    from tests.dialects.conftest import Studio

CREATED = {"id", "name", "goal", "intent", "features", "parentProjectId", "createdAt"}
UPLOAD = {"id", "feature", "url", "method", "headers", "expiresAt", "contentType", "sizeBytes"}


def refused(answer: httpx2.Response) -> tuple[int, str]:
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
    return answer.status_code, body["error"]["code"]


def test_a_project_answers_with_an_upload_for_each_announced_screenshot(
    client: httpx2.Client, studio: Studio
) -> None:
    made = created(client, "Close", "Audit", name="Ledger", intent={"aspect": "9:16"})

    project, uploads = made["project"], made["uploads"]
    assert set(project) == CREATED
    assert (project["name"], project["goal"], project["intent"]["aspect"]) == ("Ledger", GOAL, "9:16")
    assert [feature["name"] for feature in project["features"]] == ["Close", "Audit"]
    assert [upload["feature"] for upload in uploads] == ["Close", "Audit"]
    assert [feature["screenshotIds"] for feature in project["features"]] == [[one["id"]] for one in uploads]
    assert all(set(upload) == UPLOAD for upload in uploads)
    assert {(one["method"], one["contentType"]) for one in uploads} == {("PUT", "image/png")}
    ends = datetime.fromisoformat(uploads[0]["expiresAt"])
    assert ends == studio.clock.now().replace(microsecond=0) + timedelta(hours=1)


def test_a_project_needs_nothing_but_a_goal(client: httpx2.Client) -> None:
    made = client.post("/v1/projects", json={"goal": GOAL})

    assert (made.status_code, made.json()["uploads"], made.json()["project"]["features"]) == (201, [], [])


def test_an_upload_takes_exactly_the_file_that_was_announced(client: httpx2.Client) -> None:
    [upload] = created(client, "Close")["uploads"]

    assert send(client, upload, picture()[:-1]).status_code == 400
    assert send(client, upload, picture() + b"!").status_code == 413
    assert send(client, {**upload, "headers": {"Content-Type": "image/jpeg"}}, picture()).status_code == 415
    assert send(client, {**upload, "url": upload["url"][:-1] + "x"}, picture()).status_code == 403
    assert send(client, upload, picture()).status_code == 200


def test_a_screenshot_may_be_replaced_until_a_plan_was_made_with_it(client: httpx2.Client) -> None:
    made = created(client, "Close")
    [upload] = made["uploads"]

    before = [send(client, upload, picture()).status_code for _ in range(2)]
    client.post(f"/v1/projects/{made['project']['id']}/plan")
    after = send(client, upload, picture())

    assert before == [200, 200]
    assert refused(after) == (409, "upload_closed")


def test_screenshots_are_added_to_features_and_loose(client: httpx2.Client) -> None:
    project_id = created(client, "Close")["project"]["id"]

    answer = client.post(
        f"/v1/projects/{project_id}/screenshots",
        json={"features": features("Close", "New"), "screenshots": [announced(picture())]},
    )

    assert answer.status_code == 201
    assert set(answer.json()) == {"uploads"}
    assert [upload["feature"] for upload in answer.json()["uploads"]] == ["Close", "New", None]


SHOT = {"contentType": "image/png", "sizeBytes": 1000}


@pytest.mark.parametrize("body", [None, {}, {"features": None, "screenshots": None}])
def test_adding_no_screenshots_at_all_is_refused(client: httpx2.Client, body: object) -> None:
    project_id = created(client)["project"]["id"]

    answer = client.post(f"/v1/projects/{project_id}/screenshots", json=body)

    assert refused(answer) == (422, "LK_422")


def test_a_project_holds_no_more_than_a_request(client: httpx2.Client) -> None:
    project_id = created(client, "Close")["project"]["id"]

    answer = client.post(f"/v1/projects/{project_id}/screenshots", json={"screenshots": [SHOT] * 50})

    assert refused(answer) == (422, "LK_422")


@pytest.mark.parametrize("path", ["/v1/projects/{id}/screenshots", "/v1/projects/{id}/plan"])
def test_an_unknown_project_is_404_and_one_of_another_workspace_403(
    client: httpx2.Client, studio: Studio, path: str
) -> None:
    theirs = created(client, "Close")["project"]["id"]
    stranger = bearer(studio, studio.workspace("Stranger"))

    for unknown in (str(uuid4()), "nonsense", "%20"):
        answer = client.post(path.replace("{id}", unknown), json={"screenshots": [SHOT]})
        assert refused(answer) == (404, "LK_404")
    answer = client.post(path.replace("{id}", theirs), json={"screenshots": [SHOT]}, headers=stranger)
    assert refused(answer) == (403, "LK_002")


def test_the_same_request_with_one_idempotency_key_makes_one_project(client: httpx2.Client) -> None:
    once = {"Idempotency-Key": "the first"}
    body = {"goal": GOAL, "features": features("Close")}

    first = client.post("/v1/projects", json=body, headers=once)
    again = client.post("/v1/projects", json=body, headers=once)
    other = client.post("/v1/projects", json={"goal": "Another"}, headers=once)

    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert refused(other) == (409, "LK_409")
