"""Every request of Killa Tamata's document that is served, by curl as it stands there.

Only base URL, key, addresses of media and the places for base64 are filled in. What is large is made to the
end with smaller sizes and durations (`SMALLER`), and submitted as it stands where nobody works on it.
"""

from __future__ import annotations

import io
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import httpx2
import numpy as np
import pytest
import trimesh
from PIL import Image

from killatamata_reader import (
    REQUESTS,
    Reader,
    body_of,
    fill_with_media,
    film_of,
    picture,
    price_of,
    reader_of,
    serving_files,
    sound_of,
    speak_into,
    with_body,
)
from running import RunningHouse, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

JOBS = [heading for heading, lines in REQUESTS.items() if '"task"' in lines]
CLONE = "TTS voice clone request"
SMALLER: dict[str, dict[str, Any]] = {
    "Video generation request (image-to-video)": {"width": 320, "height": 192, "durationSeconds": 1},
    "Video generation request (text-to-video)": {"width": 320, "height": 192, "durationSeconds": 1},
    "Video generation request (extreme quality)": {"width": 320, "height": 192, "durationSeconds": 1},
    "Video generation request (reference audio + start frame)": {
        "width": 320,
        "height": 192,
        "durationSeconds": 1,
    },
    "Video generation request (overlap-frame extension + reference audio)": {
        "width": 192,
        "height": 192,
        "durationFrames": 25,
    },
    "Music generation request": {"durationSeconds": 15},
}


@pytest.fixture
def newcomer(front: RunningHouse, request: pytest.FixtureRequest) -> Reader:
    """A reader with a workspace of its own, before a server that works on nothing."""
    return reader_of(front, request.node.name)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A reader before a server that works, with a vendor beside it that clones voices."""
    folder = tmp_path_factory.mktemp("cdn")
    fill_with_media(folder)
    with serving_files(folder) as cdn:
        cloner = json.dumps([{"backend": "openai", "url": f"{cdn}/v1"}])
        with serving(tmp_path_factory.mktemp("house") / "data", VOICE_FALLBACKS=cloner) as house:
            found = reader_of(house, "reader", cdn)
            speak_into(folder, found)
            yield found


@pytest.fixture(scope="module")
def submitted(reader: Reader) -> dict[str, dict[str, Any]]:
    """The answers to all jobs of the document, each of which is then under way."""
    answers = {}
    for heading in JOBS:
        if heading.startswith(("Submit", "Retry")):
            continue
        body = body_of(REQUESTS[heading])
        body["input"] |= SMALLER.get(heading, {})
        answers[heading] = reader.ask(with_body(REQUESTS[heading], body))
    return answers


@pytest.fixture
def made(
    submitted: dict[str, dict[str, Any]], reader: Reader, request: pytest.FixtureRequest
) -> tuple[dict[str, Any], bytes]:
    """The ended job of the test's heading, and its file."""
    answer = submitted[request.param]
    assert "jobId" in answer, answer
    job = reader.ended(answer["jobId"])
    (url,) = job["downloadableOutputUrls"]
    file = httpx2.get(url, timeout=60)
    assert file.headers["content-type"].startswith(job["outputs"][0]["mimeType"])
    return job, file.content


def of(*headings: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("made", headings, indirect=True, ids=headings)


def test_the_document_has_every_request_that_is_served() -> None:
    assert len(REQUESTS) == 22
    assert len(JOBS) == 16
    assert {body_of(REQUESTS[heading])["task"] for heading in JOBS} == {
        "image.generate",
        "image.edit",
        "video.generate",
        "video.combine",
        "audio.speak",
        "audio.annotation.reference",
        "ace.step.create",
        "moss.sound.effect",
        "trellis.generate",
    }


def test_hello_world_runs_as_it_stands(newcomer: Reader) -> None:
    taken, polled = newcomer.run(REQUESTS["Submit and poll your first media job"]).splitlines()

    assert json.loads(taken)["jobId"] == json.loads(polled)["jobId"]
    assert (json.loads(polled)["status"], json.loads(polled)["downloadableOutputUrls"]) == ("queued", [])


def test_health_and_packages_need_no_key(newcomer: Reader) -> None:
    health = newcomer.ask('curl -sS "$API_BASE/api/v1/health"')
    packages = newcomer.ask('curl -sS "$API_BASE/api/v1/packages"')["packages"]

    assert health == {"status": "ok"}
    assert {"packageCode", "priceUsd"} <= set(packages[0])


def test_keys_are_made_listed_and_revoked(newcomer: Reader) -> None:
    made = newcomer.ask(REQUESTS["Create API key request"])
    listed = newcomer.ask(REQUESTS["List API keys request"])["keys"]
    revoked = newcomer.ask(REQUESTS["Revoke API key request"].replace("abcde", made["keyPrefix"]))

    assert made["apiKey"].startswith(made["keyPrefix"])
    assert {"Agent Worker A", "Test"} == {key["label"] for key in listed}
    assert "apiKey" not in listed[0]
    assert revoked == {"revoked": True, "keyPrefix": made["keyPrefix"]}
    assert len(newcomer.ask(REQUESTS["List API keys request"])["keys"]) == 1
    lost = Reader(newcomer.house, made["apiKey"], newcomer.cdn).ask(REQUESTS["Balance request"])
    assert lost["details"]["code"] == "invalid_api_key"


@pytest.mark.parametrize("heading", JOBS)
def test_a_job_is_taken_as_it_stands_at_its_price(newcomer: Reader, heading: str) -> None:
    before = newcomer.balance()
    sent = body_of(newcomer.filled(REQUESTS[heading]))["input"]

    answer = newcomer.ask(REQUESTS[heading].replace('\necho "$SUBMIT_RES"', "\nexit", 1).replace(
        "SUBMIT_RES=$(curl", "(curl"
    ))  # fmt: skip

    if heading == CLONE:
        assert answer["details"]["code"] == "not_configured"
        assert newcomer.balance() == before
        return
    price = price_of(heading)
    assert answer["billing"]["priceUsd"] == pytest.approx(price, abs=1e-6)
    assert before - newcomer.balance() == pytest.approx(price, abs=1e-6)
    adjusted = {adjustment["field"] for adjustment in answer["inputAdjustments"]}
    assert adjusted == ({"durationSeconds"} if sent.get("durationSeconds") == 6 else set())
    shown = answer["effectiveInput"]
    for name in set(sent) & set(shown) - adjusted:
        assert same(shown[name], sent[name]), name


def same(shown: object, sent: object) -> bool:
    """Whether a field is shown as it was sent; of a file in the request only facts are shown."""
    if isinstance(sent, list):
        return isinstance(shown, list) and all(map(same, shown, sent))
    if isinstance(sent, dict):
        return isinstance(shown, dict) and shown["mimeType"] == sent["mimeType"]
    return shown == sent


def test_a_write_that_is_sent_again_is_the_same_job_and_charged_once(newcomer: Reader) -> None:
    before = newcomer.balance()

    answers = [newcomer.ask(REQUESTS["Retry-safe write request example"]) for _ in range(2)]

    assert answers[0] == answers[1]
    assert before - newcomer.balance() == pytest.approx(0.02)


def test_status_requests_show_a_summary_and_details(newcomer: Reader) -> None:
    taken = newcomer.ask(REQUESTS["Music generation request"])

    summary = newcomer.ask(REQUESTS["Media job status request (summary)"].replace("abc123", taken["jobId"]))
    details = newcomer.job(taken["jobId"])

    assert details.items() >= summary.items()
    assert set(details) - set(summary) == {"upstreamResult", "effectiveInput", "inputAdjustments"}
    assert details["effectiveInput"] == taken["effectiveInput"]


def test_a_status_request_for_a_job_that_is_not_there_says_so(newcomer: Reader) -> None:
    answer = newcomer.ask(REQUESTS["Media job status request (summary)"])

    assert answer["details"]["code"] == "job_not_found"


@of("Image generation request")
def test_the_image_opens(made: tuple[dict[str, Any], bytes]) -> None:
    image = Image.open(io.BytesIO(made[1]))

    image.load()
    assert (image.format, image.size) == ("WEBP", (1536, 1024))


@of("Image edit request")
def test_the_edit_opens_in_the_size_of_its_source(made: tuple[dict[str, Any], bytes]) -> None:
    image = Image.open(io.BytesIO(made[1]))

    assert (image.format, image.size) == ("WEBP", (128, 96))
    assert "noir" in made[0]["upstreamResult"]["understood"]
    colours = np.asarray(image.convert("RGB"), dtype=float)
    assert np.abs(colours - colours.mean(axis=2, keepdims=True)).mean() < 20


@of(*(heading for heading in SMALLER if heading.startswith("Video")))
def test_a_film_opens_with_its_frames_and_its_sound(made: tuple[dict[str, Any], bytes]) -> None:
    job, data = made
    wanted = job["effectiveInput"]
    seconds = Fraction(wanted["durationFrames"], wanted["sampledFps"])
    frames, rate, sound = film_of(data)

    assert frames[0].shape[:2] == (wanted["height"], wanted["width"])
    assert rate == (wanted["interpolationFps"] or wanted["sampledFps"])
    assert len(frames) == round(seconds * rate)
    assert (sound is not None) == (wanted["referenceAudio"] is not None)
    if sound is not None:
        assert sound == pytest.approx(float(seconds), abs=0.1)
    assert np.abs(frames[0].astype(float) - frames[-1]).mean() > 0.5


@of("Video generation request (overlap-frame extension + reference audio)")
def test_a_continuation_begins_with_the_overlap(made: tuple[dict[str, Any], bytes]) -> None:
    frames, _, _ = film_of(made[1])

    first = Image.open(io.BytesIO(picture("WEBP", (128, 128), shift=-6))).convert("RGB").resize((192, 192))
    assert np.abs(np.asarray(first, dtype=float) - frames[0]).mean() < 8


@of("Video combine request")
def test_the_clips_are_joined_with_their_sound(made: tuple[dict[str, Any], bytes]) -> None:
    frames, rate, sound = film_of(made[1])

    assert (len(frames), rate) == (60 + 57, Fraction(60))
    assert sound == pytest.approx(117 / 60, abs=0.06)
    assert frames[30][..., 0].mean() > 200
    assert frames[-30][..., 1].mean() > 80


@of("TTS request", CLONE, "Music generation request", "Sound effect request")
def test_a_sound_opens_in_its_length_and_bit_rate(made: tuple[dict[str, Any], bytes]) -> None:
    job, data = made
    wanted = job["effectiveInput"]
    seconds, kbps, loudest = sound_of(data)

    assert seconds == pytest.approx(
        wanted.get("durationSeconds", job["upstreamResult"]["facts"]["seconds"]), abs=0.1
    )
    assert kbps == pytest.approx(int(wanted["quality"].removesuffix("k")), rel=0.05)
    assert loudest > 0.1


@of("Audio annotation request")
def test_the_annotation_is_json_with_its_words_in_time(made: tuple[dict[str, Any], bytes]) -> None:
    document = json.loads(made[1])

    assert {"lyrics", "words", "sections", "beats", "qa"} <= set(document)
    words = [word["text"] for word in document["words"]]
    starts = [word["start"] for word in document["words"]]
    assert words[:3] == ["Boots", "on", "the"]
    assert len(words) == 19
    assert starts == sorted(starts)


@of("3D generation request")
def test_the_solid_is_closed_and_textured(made: tuple[dict[str, Any], bytes]) -> None:
    (solid,) = trimesh.load_scene(io.BytesIO(made[1]), file_type="glb").geometry.values()

    assert 100 < len(solid.faces) <= 20_000
    assert solid.visual.material.baseColorTexture.size == (1024, 1024)
    whole = trimesh.Trimesh(solid.vertices, solid.faces, process=True)
    whole.merge_vertices(merge_tex=True, merge_norm=True)
    assert whole.is_watertight
