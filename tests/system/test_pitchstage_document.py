"""Pitchstage's loop by curl alone: from a folder of screenshots to a video and a carousel."""

from __future__ import annotations

import json
import subprocess
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import pytest
from PIL import Image

from reelhouse.dialects.pitchstage.auth import PITCHSTAGE_FORM

if TYPE_CHECKING:
    from running import RunningHouse

SCREENSHOTS = Path(__file__).parents[2] / "examples" / "pitch"
FEATURES = ("01-one-command", "04-jobs-and-money")
PATIENCE = 300.0
TRIES = 3
GOOD = 0.9


class Curl:
    """An agent with a shell: it knows an address, a key, and what the answers say."""

    def __init__(self, house: RunningHouse, scopes: frozenset[str] = frozenset()) -> None:
        self.api = f"{house.base}/pitchstage/api"
        with house.opened() as opened, opened.transaction() as services:
            owner = services.workspaces.get_or_create("acme")
            self.key = services.keys.issue(owner.workspace_id, PITCHSTAGE_FORM, scopes=scopes).secret

    def __call__(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        status, answer = self.ask(method, path, body)
        assert status < 300, answer
        return answer

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, dict[str, Any]]:
        sent = [] if body is None else ["-d", json.dumps(body), "-H", "Content-Type: application/json"]
        out = self.run("-X", method, "-w", "\n%{http_code}", *self.login, *sent, f"{self.api}{path}")
        text, _, status = out.decode().rpartition("\n")
        return int(status), json.loads(text)

    @property
    def login(self) -> tuple[str, str]:
        return "-H", f"Authorization: Bearer {self.key}"

    def put(self, upload: dict[str, Any], file: Path) -> None:
        headers = [part for name, value in upload["headers"].items() for part in ("-H", f"{name}: {value}")]
        self.run("-f", "-X", upload["method"], *headers, "-T", str(file), upload["url"])

    def watch(self, render_id: str) -> list[str]:
        """The names of a render's events, until the stream ends by itself."""
        stream = self.run("-N", *self.login, f"{self.api}/v1/renders/{render_id}/events")
        return [line[7:] for line in stream.decode().splitlines() if line.startswith("event: ")]

    def download(self, url: str) -> bytes:
        return self.run("-f", url)

    def run(self, *arguments: str) -> bytes:
        return subprocess.run(
            ["curl", "-sS", *arguments], check=True, capture_output=True, timeout=PATIENCE
        ).stdout


@pytest.fixture(scope="module")
def curl(running: RunningHouse) -> Curl:
    return Curl(running)


@pytest.fixture(scope="module")
def project(curl: Curl) -> str:
    """A project with everything uploaded."""
    folders = {name: sorted((SCREENSHOTS / name).glob("*.png")) for name in FEATURES}
    created = curl(
        "POST",
        "/v1/projects",
        {
            "name": "reelhouse",
            "goal": "Show developers how to own their media studio with one command",
            "intent": {"aspect": "1:1", "targetLengthS": 15},
            "features": [
                {
                    "name": name,
                    "screenshots": [
                        {"contentType": "image/png", "sizeBytes": file.stat().st_size} for file in files
                    ],
                }
                for name, files in folders.items()
            ],
        },
    )
    files = [file for name in FEATURES for file in folders[name]]
    assert [upload["feature"] for upload in created["uploads"]] == [file.parent.name for file in files]
    for upload, file in zip(created["uploads"], files, strict=True):
        curl.put(upload, file)
    return str(created["project"]["id"])


def put_in(plan: dict[str, Any], path: str, value: object) -> None:
    """Set a field by its path, such as ``scenes[2].narrationText``."""
    target: Any = plan
    *way, last = path.replace("[", ".").replace("]", "").split(".")
    for step in way:
        target = target[int(step)] if step.isdigit() else target[step]
    target[int(last) if last.isdigit() else last] = value


def test_a_plan_that_comes_back_is_the_same_plan(curl: Curl, project: str) -> None:
    first = curl("POST", f"/v1/projects/{project}/plan")

    again = curl("POST", f"/v1/projects/{project}/plan", first)

    for part in ("intent", "director", "scenes", "warnings", "estimate", "fit"):
        assert again[part] == first[part], part


def test_an_agent_that_follows_the_gaps_converges(curl: Curl, project: str) -> None:
    poor = {"intent": {"targetLengthS": 120}, "director": {"hook": "Hello.", "cta": ""}}
    plan = curl("POST", f"/v1/projects/{project}/plan", poor)
    scores = [plan["fit"]["score"]]

    while plan["fit"]["gaps"] and scores[-1] < GOOD and len(scores) <= TRIES:
        for gap in plan["fit"]["gaps"]:
            put_in(plan, gap["field"], gap["suggestion"])
        plan = curl("POST", f"/v1/projects/{project}/plan", plan)
        scores.append(plan["fit"]["score"])

    assert scores == sorted(scores)
    assert scores[-1] >= GOOD > scores[0]


def test_the_loop_ends_in_a_video_that_is_what_was_planned(curl: Curl, project: str) -> None:
    plan = curl("POST", f"/v1/projects/{project}/plan", {"intent": {"targetLengthS": 15}})
    deadline = time.monotonic() + PATIENCE
    while any(frame["status"] == "pending" for frame in plan["previewFrames"]):
        assert time.monotonic() < deadline, "the stills were never painted"
        time.sleep(2)
        plan = curl("GET", f"/v1/projects/{project}/plan")
    stills = [curl.download(frame["url"]) for frame in plan["previewFrames"]]
    assert all(Image.open(BytesIO(still)).size == (1080, 1080) for still in stills)

    accepted = curl("POST", f"/v1/projects/{project}/render")
    events = curl.watch(accepted["renderId"])
    result = curl("GET", f"/v1/renders/{accepted['renderId']}")

    assert (events[0], events[-1]) == ("state", "completed")
    assert (result["status"], result["parentProjectId"]) == ("completed", project)
    assert result["durationS"] == pytest.approx(plan["estimate"]["durationS"])
    assert [scene["id"] for scene in result["scenes"]] == [scene["id"] for scene in plan["scenes"]]
    assert result["transcript"]["text"].split() == [
        word for scene in plan["scenes"] for word in scene["narrationText"].split()
    ]
    video = next(output for output in result["outputs"] if output["type"] == "video")
    with av.open(BytesIO(curl.download(video["url"])), "r") as opened:
        frames = len(list(opened.decode(video=0)))
    assert frames == round(plan["estimate"]["durationS"] * 30)
    assert Image.open(BytesIO(curl.download(result["posterUrl"]))).size == (1080, 1080)


def test_a_scene_is_regenerated_alone(curl: Curl, project: str) -> None:
    accepted = curl("POST", f"/v1/projects/{project}/render", {"intent": {"artifactType": "carousel"}})
    assert curl.watch(accepted["renderId"])[-1] == "completed"
    first = curl("GET", f"/v1/renders/{accepted['renderId']}")
    scene = first["plan"]["scenes"][1]
    body = {
        "scope": "scene",
        "targetId": scene["id"],
        "videoConfig": {"scenes": [{"id": scene["id"], "slideSpec": {"headline": "Yours from today"}}]},
    }

    artifact = curl("POST", f"/v1/artifacts/{first['outputs'][0]['artifactId']}/regenerate", body)["artifact"]
    assert curl.watch(artifact["renderId"])[-1] == "completed"
    second = curl("GET", f"/v1/renders/{artifact['renderId']}")

    assert second["plan"]["scenes"][1]["slideSpec"]["headline"] == "Yours from today"
    assert second["plan"]["scenes"][2:] == first["plan"]["scenes"][2:]
    digests = [
        [output["sha256"] for output in result["outputs"] if output["type"] == "slide"]
        for result in (first, second)
    ]
    assert [old != new for old, new in zip(*digests, strict=True)] == [
        number == 1 for number in range(len(digests[0]))
    ]


def test_the_same_screenshots_make_a_carousel(curl: Curl, project: str) -> None:
    wishes = {"intent": {"artifactType": "carousel", "aspect": "4:5"}}

    accepted = curl("POST", f"/v1/projects/{project}/render", wishes)
    assert curl.watch(accepted["renderId"])[-1] == "completed"
    result = curl("GET", f"/v1/renders/{accepted['renderId']}")

    outputs = {kind: [one for one in result["outputs"] if one["type"] == kind] for kind in ("pdf", "slide")}
    assert curl.download(outputs["pdf"][0]["url"]).startswith(b"%PDF-")
    slides = [Image.open(BytesIO(curl.download(one["url"]))) for one in outputs["slide"]]
    assert {slide.size for slide in slides} == {(1080, 1350)}
    assert len(slides) == result["plan"]["estimate"]["sceneCount"] == len(result["scenes"])


def test_a_key_that_may_only_plan_renders_nothing(running: RunningHouse, project: str) -> None:
    planner = Curl(running, frozenset({"plan"}))

    plan = planner("POST", f"/v1/projects/{project}/plan")
    status, answer = planner.ask("POST", f"/v1/projects/{project}/render")

    assert plan["scenes"]
    assert (status, answer["error"]["code"]) == (403, "LK_002")
