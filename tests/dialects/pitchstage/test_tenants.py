"""Promise 35: an id of another workspace is never readable or writable, on any route of Pitchstage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.dialects.pitchstage.conftest import bearer, features, finish
from tests.dialects.pitchstage.test_projects import refused
from tests.dialects.pitchstage.test_renders import planned, rendered

from reelhouse.dialects.registry import DIALECTS

if TYPE_CHECKING:
    from uuid import UUID

    import httpx2
    from tests.dialects.conftest import Studio

DOCUMENT = DIALECTS["pitchstage"].describe("https://media.example").openapi()
BODIES = {
    "/v1/projects/{id}/screenshots": {"features": features("Theirs")},
    "/v1/artifacts/{id}/regenerate": {"scope": "all"},
}


def test_anothers_id_is_forbidden_on_every_route_and_nothing_changes(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    planned(client, project_id)
    render_id = rendered(client, project_id)
    finish(studio, render_id)
    artifact_id = client.get(f"/v1/renders/{render_id}").json()["outputs"][0]["artifactId"]
    ids = {"projects": project_id, "renders": render_id, "artifacts": artifact_id}
    stranger = bearer(studio, studio.workspace("Stranger"))
    before = state_of(client, studio, workspace_id, ids)

    # Read from the application itself, so that a route of tomorrow is asked too.
    asked = 0
    for path, methods in DOCUMENT["paths"].items():
        for method in methods:
            if "{id}" in path:
                theirs = path.replace("{id}", ids[path.split("/")[2]])
                answer = client.request(method, theirs, json=BODIES.get(path), headers=stranger)
                assert refused(answer) == (403, "LK_002"), path
                asked += 1

    assert asked == 7
    assert state_of(client, studio, workspace_id, ids) == before


def state_of(client: httpx2.Client, studio: Studio, workspace_id: UUID, ids: dict[str, str]) -> list[object]:
    return [
        client.get(f"/v1/projects/{ids['projects']}/plan").json(),
        client.get(f"/v1/renders/{ids['renders']}").json(),
        studio.available(workspace_id),
        len(studio.dispatcher.enqueued),
    ]
