"""``/media/jobs`` of Killa Tamata, over real HTTP and a real database."""

from __future__ import annotations

import base64
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx2
import pytest
from PIL import Image

from reelhouse.core.workspaces.types import Tier
from reelhouse.kit.money import MicroDollars, dollars

if TYPE_CHECKING:
    from tests.dialects.conftest import Studio

FOX = {
    "task": "image.generate",
    "input": {"prompt": "cinematic fox astronaut", "width": 1024, "height": 1024},
}
SCRIPT = "We launch at dawn, hold formation, and bring everyone home safely."


@pytest.fixture
def killa(client: httpx2.Client) -> httpx2.Client:
    root = str(client.base_url).removesuffix("/").removesuffix("/agentmedia/api/v1")
    return httpx2.Client(
        base_url=f"{root}/killatamata/api/v1",
        headers={"Authorization": client.headers["Authorization"]},
        timeout=30,
    )


def png(size: tuple[int, int] = (64, 64)) -> str:
    file = io.BytesIO()
    Image.new("RGB", size, "orange").save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def submit(killa: httpx2.Client, task: str, **fields: object) -> httpx2.Response:
    return killa.post("/media/jobs", json={"task": task, "input": fields})


def issues(answer: httpx2.Response) -> dict[str, str]:
    assert answer.status_code == 400, answer.text
    return {issue["field"]: issue["problem"] for issue in answer.json()["details"]["issues"]}


def test_the_first_job_of_the_document(killa: httpx2.Client, studio: Studio, workspace_id: UUID) -> None:
    answer = killa.post("/media/jobs", json=FOX)

    taken = answer.json()
    assert answer.status_code == 202
    assert taken["jobId"] == taken["externalJobId"]
    assert taken["billing"] == {
        "status": "charged",
        "currency": "USD",
        "priceUsd": 0.02,
        "chargedUsd": 0.02,
    }
    assert taken["effectiveInput"]["outputFormat"] == "webp"
    assert studio.available(workspace_id) == dollars(129) - MicroDollars(20_000)
    assert [work.queue for work in studio.dispatcher.enqueued] == ["render"]
    polled = killa.get("/media/jobs", params={"jobId": taken["jobId"]}).json()
    assert (polled["status"], polled["downloadableOutputUrls"]) == ("queued", [])


def test_details_add_the_effective_input(killa: httpx2.Client) -> None:
    job = submit(killa, "video.generate", prompt="neon city", durationSeconds=6).json()["jobId"]

    details = killa.get("/media/jobs", params={"jobId": job, "includeDetails": 1}).json()

    assert details["effectiveInput"]["durationFrames"] == 177
    assert details["inputAdjustments"] == [
        {
            "field": "durationSeconds",
            "sent": 6.0,
            "used": 5.9,
            "reason": "a film has 8n + 1 frames; 177 at 30 fps is nearest to 6 s",
        }
    ]
    assert details["upstreamResult"] is None


def test_inline_images_are_put_away_and_never_shown(killa: httpx2.Client, studio: Studio) -> None:
    answer = submit(
        killa,
        "image.generate",
        prompt="a boat",
        referenceImages=[{"dataBase64": f"data:image/png;base64,{png()}", "mimeType": "image/png"}],
    )

    assert answer.status_code == 202, answer.text
    shown = answer.json()["effectiveInput"]["referenceImages"]
    assert [list(one) for one in shown] == [["mimeType", "sizeBytes"]]
    with studio.house.reading() as services:
        job = services.jobs.load(UUID(answer.json()["jobId"]))
        (upload,) = services.uploads.find([UUID(str(job.input["uploads"][0]))])  # type: ignore[index]
    assert studio.store.exists(upload.object_name)
    assert upload.media_type == "image/webp"


@pytest.mark.parametrize(
    ("media", "about"),
    [
        ({"dataBase64": "####", "mimeType": "image/png"}, "not base64"),
        ({"dataBase64": png(), "mimeType": "image/jpeg"}, "is said to be image/jpeg"),
        ({"dataBase64": png(), "mimeType": "image/gif"}, "not taken here"),
        ({"dataBase64": png()[:60], "mimeType": "image/png"}, "damaged"),
        ({"dataBase64": "A" * 10_100_000, "mimeType": "image/png"}, "longer than"),
        ({"dataBase64": f"data:image/webp;base64,{png()}", "mimeType": "image/png"}, "data URI says"),
    ],
)
def test_bad_inline_files_are_refused_and_leave_nothing(
    killa: httpx2.Client, studio: Studio, workspace_id: UUID, media: dict[str, str], about: str
) -> None:
    answer = submit(killa, "image.generate", prompt="a boat", referenceImages=[media])

    assert answer.status_code == 400
    assert about in answer.json()["error"]
    assert answer.json()["details"]["code"] in {"validation_failed", "input_unreadable"}
    assert studio.available(workspace_id) == dollars(129)
    assert studio.dispatcher.enqueued == []


@pytest.mark.parametrize(
    ("task", "fields", "where"),
    [
        ("image.generate", {"prompt": "x", "width": 1000, "height": 1024}, "input.width"),
        ("image.generate", {"prompt": "x", "width": 1024}, "input.height"),
        ("image.generate", {"prompt": "x", "width": 4096, "height": 2048}, "input.width"),
        ("image.generate", {"prompt": "x", "tint": "red"}, "input.tint"),
        ("image.generate", {"prompt": " "}, "input.prompt"),
        ("video.generate", {"prompt": "x", "durationFrames": 250}, "input.durationFrames"),
        ("video.generate", {"prompt": "x", "interpolationFps": 24}, "input.interpolationFps"),
        (
            "video.generate",
            {"prompt": "x", "referenceAudioUrl": "https://cdn.example.com/a.opus"},
            "input.referenceAudio",
        ),
        (
            "video.generate",
            {
                "prompt": "x",
                "startFrameImageUrl": "https://cdn.example.com/a.png",
                "sourceImage": "https://cdn.example.com/b.png",
            },
            "input.startFrameImage",
        ),
        ("video.combine", {"videoUrls": ["https://cdn.example.com/a.mp4"]}, "input.videoUrls"),
        ("audio.speak", {"text": SCRIPT}, "input.voiceDescription"),
        ("audio.speak", {"text": "Too short.", "voiceDescription": "A warm and calm voice."}, "input.text"),
        ("audio.speak", {"mode": "voice_clone", "text": SCRIPT}, "input.referenceAudioUrl"),
        ("ace.step.create", {"tags": "pop"}, "input.durationSeconds"),
        ("ace.step.create", {"tags": "pop", "durationSeconds": 10}, "input.durationSeconds"),
        ("moss.sound.effect", {"prompt": "rain", "durationSeconds": 2, "quality": "9k"}, "input.quality"),
        ("trellis.generate", {"targetFaceCount": 5}, "input.targetFaceCount"),
        ("audio.annotation.reference", {}, "input.sourceAudioUrl"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(
    killa: httpx2.Client, task: str, fields: dict[str, Any], where: str
) -> None:
    assert where in issues(submit(killa, task, **fields))


def test_an_unknown_task_is_refused_with_the_nine(killa: httpx2.Client) -> None:
    assert "trellis.generate" in issues(submit(killa, "image.make", prompt="x"))["task"]


def test_an_alias_that_agrees_is_fine(killa: httpx2.Client) -> None:
    address = "https://cdn.example.com/a.png"

    answer = submit(killa, "video.generate", prompt="x", startFrameImageUrl=address, sourceImageUrl=address)

    assert answer.status_code == 202
    assert answer.json()["effectiveInput"]["startFrameImage"] == address


def test_private_addresses_are_refused(killa: httpx2.Client) -> None:
    answer = submit(killa, "video.generate", prompt="x", startFrameImageUrl="http://10.0.0.1/a.png")

    assert answer.status_code == 400
    assert answer.json()["details"] == {"code": "url_not_allowed", "field": "startFrameImage"}
    assert "input.startFrameImage is not fetched" in answer.json()["error"]


def test_what_no_engine_here_can_do_is_refused_before_it_is_charged(
    killa: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    answer = submit(
        killa,
        "audio.speak",
        mode="voice_clone",
        text=SCRIPT,
        referenceAudioUrl="https://cdn.example.com/v.opus",
        referenceTranscript="Rin keeps her voice low.",
    )

    assert (answer.status_code, answer.json()["details"]["code"]) == (501, "not_configured")
    assert studio.available(workspace_id) == dollars(129)


def test_one_key_makes_one_job_and_one_charge(
    killa: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    def send(_number: int) -> httpx2.Response:
        return killa.post("/media/jobs", json=FOX, headers={"X-Idempotency-Key": "job-001"})

    with ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(send, range(200)))

    assert {answer.status_code for answer in answers} <= {202, 409}
    assert len({answer.json()["jobId"] for answer in answers if answer.status_code == 202}) == 1
    assert len(studio.dispatcher.enqueued) == 1
    assert studio.available(workspace_id) == dollars(129) - MicroDollars(20_000)


def test_the_key_may_stand_in_the_body_and_must_not_differ(killa: httpx2.Client) -> None:
    body = {**FOX, "idempotencyKey": "job-001"}
    first = killa.post("/media/jobs", json=body)
    again = killa.post("/media/jobs", json=body, headers={"X-Idempotency-Key": "job-001"})
    other = killa.post("/media/jobs", json={**body, "input": {"prompt": "a boat"}})
    torn = killa.post("/media/jobs", json=body, headers={"X-Idempotency-Key": "job-002"})

    assert first.json() == again.json()
    assert (other.status_code, other.json()["details"]["code"]) == (409, "idempotency_conflict")
    assert torn.status_code == 400


def test_a_key_is_kept_for_three_days(killa: httpx2.Client, studio: Studio) -> None:
    """Promise 3."""

    def send() -> str:
        answer = killa.post("/media/jobs", json=FOX, headers={"X-Idempotency-Key": "job-001"})
        assert answer.status_code == 202
        return str(answer.json()["jobId"])

    first = send()
    studio.clock.advance(timedelta(hours=71, minutes=59))
    again = send()
    studio.clock.advance(timedelta(minutes=2))

    assert again == first
    assert send() != first


def test_a_low_balance_is_told_in_dollars(killa: httpx2.Client, studio: Studio) -> None:
    poor = studio.workspace("Poor", Tier.PAYG)
    killa.headers["Authorization"] = f"Bearer {studio.key(poor)}"

    answer = killa.post("/media/jobs", json=FOX)

    assert answer.status_code == 402
    assert answer.json()["details"]["neededUsd"] == 0.02


def test_a_job_of_somebody_else_is_unknown(killa: httpx2.Client, studio: Studio) -> None:
    job = killa.post("/media/jobs", json=FOX).json()["jobId"]
    killa.headers["Authorization"] = f"Bearer {studio.key(studio.workspace('Other'))}"

    assert killa.get("/media/jobs", params={"jobId": job}).status_code == 404
    assert killa.get("/media/jobs", params={"jobId": "abc123"}).status_code == 404
    assert killa.get("/media/jobs").status_code == 400
