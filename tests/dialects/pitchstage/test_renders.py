"""Plans, renders, their events and webhooks, and artifacts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from tests.dialects.pitchstage.conftest import bearer, created, finish
from tests.dialects.pitchstage.test_projects import refused
from tests.dialects.test_streams import read

from reelhouse.core.jobs.types import JobError
from reelhouse.dialects.pitchstage.auth import PITCHSTAGE_FORM
from reelhouse.kit.money import MicroDollars

if TYPE_CHECKING:
    import httpx2
    from tests.dialects.conftest import Studio

RESULT = {
    "status",
    "renderId",
    "variantProjectId",
    "parentProjectId",
    "progress",
    "stage",
    "error",
    "outputs",
    "posterUrl",
    "transcript",
    "durationS",
    "scenes",
    "plan",
}


def planned(client: httpx2.Client, project_id: str, body: object = None) -> dict[str, Any]:
    answer = client.post(f"/v1/projects/{project_id}/plan", json=body)
    assert answer.status_code == 200, answer.text
    plan: dict[str, Any] = answer.json()
    return plan


def rendered(client: httpx2.Client, project_id: str, body: object = None) -> str:
    answer = client.post(f"/v1/projects/{project_id}/render", json=body)
    assert answer.status_code == 202, answer.text
    return str(answer.json()["renderId"])


def test_a_plan_needs_no_body_and_is_read_again(client: httpx2.Client, project_id: str) -> None:
    answer = client.post(f"/v1/projects/{project_id}/plan")

    again = client.get(f"/v1/projects/{project_id}/plan")
    plan = answer.json()
    assert answer.status_code == again.status_code == 200
    assert again.json() == plan
    assert len(plan["previewFrames"]) == len(plan["scenes"]) == plan["estimate"]["sceneCount"]
    assert {frame["status"] for frame in plan["previewFrames"]} == {"pending"}
    assert 0 <= plan["fit"]["score"] <= 1
    assert plan["fit"]["reasons"]


def test_a_plan_that_is_sent_back_comes_back(client: httpx2.Client, project_id: str) -> None:
    first = planned(client, project_id, {"intent": {"aspect": "9:16"}})

    again = planned(client, project_id, first)

    tiers = ("intent", "director", "scenes", "estimate")
    assert {tier: again[tier] for tier in tiers} == {tier: first[tier] for tier in tiers}


def test_what_does_not_go_together_is_a_warning(client: httpx2.Client, project_id: str) -> None:
    body = {"intent": {"aspect": "16:9"}, "director": {"portraitLayout": "stacked", "heroBeatIdx": 99}}

    warnings = planned(client, project_id, body)["warnings"]

    codes = {warning["code"]: warning for warning in warnings}
    assert {"LAYOUT_IGNORED_LANDSCAPE", "HERO_BEAT_CLAMPED"} <= set(codes)
    assert codes["HERO_BEAT_CLAMPED"]["field"] == "director.heroBeatIdx"
    assert codes["HERO_BEAT_CLAMPED"]["given"] == 99


def test_a_goal_in_the_intent_overrides_that_of_the_project(client: httpx2.Client, project_id: str) -> None:
    plan = planned(client, project_id, {"intent": {"goal": "Show accountants the audit trail."}})

    assert plan["intent"]["goal"] == "Show accountants the audit trail."


def test_no_plan_yet_is_404_to_read_and_422_to_render(client: httpx2.Client, project_id: str) -> None:
    assert refused(client.get(f"/v1/projects/{project_id}/plan")) == (404, "LK_404")
    assert refused(client.post(f"/v1/projects/{project_id}/render")) == (422, "LK_422")


def test_a_render_is_queued_in_a_variant_of_its_own(client: httpx2.Client, project_id: str) -> None:
    planned(client, project_id)

    answer = client.post(f"/v1/projects/{project_id}/render")
    result = client.get(f"/v1/renders/{answer.json()['renderId']}")

    assert answer.status_code == 202
    assert set(answer.json()) == {"renderId", "variantProjectId", "status"}
    assert answer.json()["status"] == "queued"
    assert set(result.json()) == RESULT
    assert result.headers["Retry-After"] == "2"
    assert result.json()["parentProjectId"] == project_id
    assert result.json()["variantProjectId"] == answer.json()["variantProjectId"] != project_id
    assert (result.json()["outputs"], result.json()["posterUrl"], result.json()["error"]) == ([], None, None)


def test_a_finished_render_tells_all_without_being_watched(
    client: httpx2.Client, studio: Studio, project_id: str
) -> None:
    plan = planned(client, project_id)
    render_id = rendered(client, project_id)

    finish(studio, render_id)
    answer = client.get(f"/v1/renders/{render_id}")

    result = answer.json()
    assert "Retry-After" not in answer.headers
    assert (result["status"], result["progress"], result["error"]) == ("completed", 1.0, None)
    assert [output["type"] for output in result["outputs"]] == ["video", "captions"]
    assert result["outputs"][0]["durationS"] == result["durationS"] == 30.5
    assert result["transcript"]["text"] == "Close the books."
    assert result["transcript"]["words"][0] == {"word": "Close", "startS": 0.5, "endS": 0.9}
    assert "/files/renders/" in result["posterUrl"]
    assert [scene["id"] for scene in result["scenes"]] == [scene["id"] for scene in plan["scenes"]]
    assert result["scenes"][0]["startS"] == 0
    assert result["scenes"][-1]["endS"] == pytest.approx(plan["estimate"]["durationS"], abs=0.002)
    assert all(scene["stillUrl"] for scene in result["scenes"])
    frames = [{**frame, "url": None, "status": "pending"} for frame in result["plan"]["previewFrames"]]
    assert frames == plan["previewFrames"]
    assert result["plan"]["intent"] == plan["intent"]


def test_a_failed_render_says_why_and_costs_nothing(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    planned(client, project_id)
    before = studio.available(workspace_id)
    render_id = rendered(client, project_id)

    fail(studio, render_id)

    result = client.get(f"/v1/renders/{render_id}").json()
    assert (result["status"], result["error"]["code"]) == ("failed", "check_failed")
    assert studio.available(workspace_id) == before


def test_the_events_of_a_render_end_with_it(client: httpx2.Client, studio: Studio, project_id: str) -> None:
    planned(client, project_id)
    render_id = rendered(client, project_id)
    finish(studio, render_id)
    address = f"{client.base_url}v1/renders/{render_id}/events"

    heard = read(address, headers=dict(client.headers))
    later = read(address, after="3", headers=dict(client.headers))

    assert [message.name for message in heard] == ["state", "queued", "started", "completed"]
    assert heard[0].data["status"] == heard[-1].data["status"] == "completed"
    assert {message.data["renderId"] for message in heard} == {render_id}
    assert [message.name for message in later] == ["state", "completed"]


@pytest.mark.parametrize("path", ["/v1/renders/{id}", "/v1/renders/{id}/events"])
def test_a_render_of_another_workspace_is_403(
    client: httpx2.Client, studio: Studio, project_id: str, path: str
) -> None:
    planned(client, project_id)
    theirs = path.replace("{id}", rendered(client, project_id))
    stranger = bearer(studio, studio.workspace("Stranger"))

    assert refused(client.get(theirs, headers=stranger)) == (403, "LK_002")
    assert refused(client.get(path.replace("{id}", project_id), headers=stranger)) == (404, "LK_404")


def test_the_webhook_of_the_workspace_tells_what_a_poll_would(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    with studio.house.transaction() as services:
        services.workspaces.set_webhook(workspace_id, "https://hooks.example/pitch")
    planned(client, project_id)
    done, broken = rendered(client, project_id), rendered(client, project_id)

    finish(studio, done)
    fail(studio, broken)

    with studio.house.reading() as services:
        told = {each.event: each.body for each in services.webhooks.list_deliveries(workspace_id)}
    assert set(told) == {"render.completed", "render.failed"}
    result = client.get(f"/v1/renders/{done}").json()
    assert json.loads(told["render.completed"])["data"] == result
    assert json.loads(told["render.failed"])["data"]["renderId"] == broken


def test_a_part_of_an_artifact_is_made_again(client: httpx2.Client, studio: Studio, project_id: str) -> None:
    plan = planned(client, project_id)
    render_id = rendered(client, project_id)
    finish(studio, render_id)
    [artifact_id] = {one["artifactId"] for one in client.get(f"/v1/renders/{render_id}").json()["outputs"]}
    body = {"scope": "scene", "targetId": plan["scenes"][0]["id"]}

    answer = client.post(f"/v1/artifacts/{artifact_id}/regenerate", json=body)
    busy = client.post(f"/v1/artifacts/{artifact_id}/regenerate", json=body)

    artifact = answer.json()["artifact"]
    assert answer.status_code == 202
    assert (artifact["id"], artifact["status"]) == (artifact_id, "regenerating")
    assert artifact["publishedRenderId"] == render_id != artifact["renderId"]
    assert refused(busy) == (409, "LK_409")
    assert client.get(f"/v1/renders/{artifact['renderId']}").json()["status"] == "queued"


@pytest.mark.parametrize(
    "body",
    [{}, {"scope": 1}, {"scope": "everything"}, {"scope": "scene"}, {"scope": "scene", "targetId": "none"}],
)
def test_a_scope_or_target_that_is_not_there_is_refused(
    client: httpx2.Client, studio: Studio, project_id: str, body: dict[str, Any]
) -> None:
    planned(client, project_id)
    render_id = rendered(client, project_id)
    finish(studio, render_id)
    artifact_id = client.get(f"/v1/renders/{render_id}").json()["outputs"][0]["artifactId"]

    assert refused(client.post(f"/v1/artifacts/{artifact_id}/regenerate", json=body)) == (422, "LK_422")


def test_an_unknown_artifact_is_404(client: httpx2.Client) -> None:
    project_id = created(client)["project"]["id"]

    for unknown in (project_id, "nonsense"):
        answer = client.post(f"/v1/artifacts/{unknown}/regenerate", json={"scope": "all"})
        assert refused(answer) == (404, "LK_404")


def test_a_render_over_the_cap_of_its_key_is_refused_with_its_code(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    cost = planned(client, project_id)["estimate"]["costCents"]
    with studio.house.transaction() as services:
        key = services.keys.issue(workspace_id, PITCHSTAGE_FORM, monthly_cap=MicroDollars(int(cost * 15_000)))
    poor = {"Authorization": f"Bearer {key.secret}"}

    first = client.post(f"/v1/projects/{project_id}/render", headers=poor)
    second = client.post(f"/v1/projects/{project_id}/render", headers=poor)

    assert first.status_code == 202
    assert refused(second) == (402, "LK_205")


def fail(studio: Studio, render_id: str) -> None:
    studio.start(render_id)
    with studio.house.transaction() as services:
        services.jobs.fail(UUID(render_id), JobError("check_failed", "The film was black.", "blackness"))
