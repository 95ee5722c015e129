"""What a request must not be: the first thing that is wrong is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.dialects.pitchstage.conftest import GOAL, created
from tests.dialects.pitchstage.test_projects import SHOT, refused

if TYPE_CHECKING:
    import httpx2


@pytest.fixture
def backend() -> str:
    """No row is written here, so one database will do."""
    return "sqlite"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "goal"),
        ({"goal": None}, "goal"),
        ({"goal": "  "}, "goal"),
        ({"goal": 3}, "goal"),
        ({"goal": GOAL, "name": ""}, "name"),
        ({"goal": GOAL, "intent": {"targetLengthS": "30"}}, "intent.targetLengthS"),
        ({"goal": GOAL, "features": "Close"}, "features"),
        ({"goal": GOAL, "features": [{"name": "a", "screenshots": []}] * 21}, "features"),
        ({"goal": GOAL, "features": [{"name": "a", "screenshots": [SHOT] * 51}]}, "features[0].screenshots"),
        ({"goal": GOAL, "features": [{"name": n, "screenshots": [SHOT] * 26} for n in "ab"]}, "features"),
        ({"goal": GOAL, "features": [{"screenshots": [SHOT]}]}, "features[0].name"),
        ({"goal": GOAL, "features": [{"name": "a"}]}, "features[0].screenshots"),
        *(
            (
                {"goal": GOAL, "features": [{"name": "a", "screenshots": [{**SHOT, name: value}]}]},
                f"features[0].screenshots[0].{name}",
            )
            for name, value in [
                ("contentType", "image/gif"),
                ("contentType", None),
                ("sizeBytes", 0),
                ("sizeBytes", 20 * 1024 * 1024 + 1),
                ("sizeBytes", "1000"),
                ("sizeBytes", 10.5),
                ("sizeBytes", True),
                ("width", 0),
                ("height", "10"),
            ]
        ),
    ],
)
def test_what_is_wrong_is_refused_with_its_field(
    client: httpx2.Client, body: dict[str, Any], field: str
) -> None:
    answer = client.post("/v1/projects", json=body)

    assert refused(answer) == (422, "LK_422")
    assert field in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"intent": {"targetLengthS": "30"}}, "intent.targetLengthS"),
        ({"director": {"smartZoom": 1}}, "director.smartZoom"),
        ({"scenes": [{}, {"durationS": True}]}, "scenes[1].durationS"),
        ({"scenes": {}}, "scenes"),
    ],
)
@pytest.mark.parametrize("verb", ["plan", "render"])
def test_a_plan_of_wrong_types_is_refused_with_its_field(
    client: httpx2.Client, verb: str, body: dict[str, Any], field: str
) -> None:
    project_id = created(client)["project"]["id"]

    answer = client.post(f"/v1/projects/{project_id}/{verb}", json=body)

    assert refused(answer) == (422, "LK_422")
    assert answer.json()["error"]["message"].startswith(f"{field} must be a valid")
