"""Media tasks of Killa Tamata through real processes: what comes out opens, and is what was asked."""

from __future__ import annotations

import base64
import time
from io import BytesIO
from typing import TYPE_CHECKING, Any

import av
import httpx2
import numpy as np
import pytest
from PIL import Image

from running import RunningHouse, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = "We launch at dawn, hold formation, and bring everyone home safely."
NARRATOR = "Warm confident narrator with balanced pacing, stable projection, and natural emphasis."
SHOT = "A sharp pistol shot in a dry canyon with a quick mechanical click and short tail echo."


class Killa:
    """A caller who submits and polls, as the document tells."""

    def __init__(self, house: RunningHouse, key: str) -> None:
        self._client = httpx2.Client(
            base_url=f"{house.base}/killatamata/api/v1", headers={"x-api-key": key}, timeout=60
        )

    def run(self, task: str, **fields: object) -> dict[str, Any]:
        taken = self._client.post("/media/jobs", json={"task": task, "input": fields})
        assert taken.status_code == 202, taken.text
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            job: dict[str, Any] = self._client.get(
                "/media/jobs", params={"jobId": taken.json()["jobId"], "includeDetails": 1}
            ).json()
            if job["status"] in {"completed", "failed"}:
                return job
            time.sleep(0.1)
        raise AssertionError("the job did not end")

    def made(self, task: str, **fields: object) -> tuple[dict[str, Any], bytes]:
        job = self.run(task, **fields)
        assert job["status"] == "completed", job["failure"]
        (url,) = job["downloadableOutputUrls"]
        answer = httpx2.get(url, timeout=60)
        assert answer.headers["content-type"].startswith(job["outputs"][0]["mimeType"])
        assert len(answer.content) == job["outputs"][0]["sizeBytes"]
        return job, answer.content

    def balance(self) -> float:
        return float(self._client.get("/balance").json()["balanceUsd"])


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHouse]:
    data = tmp_path_factory.mktemp("house") / "data"
    with serving(data, fetch_allow='["127.0.0.0/8"]') as running:
        yield running


@pytest.fixture
def killa(house: RunningHouse) -> Killa:
    return Killa(house, house.new_key())


def inline(size: tuple[int, int] = (320, 192)) -> dict[str, str]:
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    pixels = np.stack([columns % 256, rows % 256, (rows + columns) % 256], axis=2).astype(np.uint8)
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return {"dataBase64": base64.b64encode(file.getvalue()).decode(), "mimeType": "image/png"}


def frames_of(data: bytes) -> tuple[int, int, int, bool]:
    """Width, height, frames, and whether there is sound."""
    with av.open(BytesIO(data), "r") as container:
        video = container.streams.video[0]
        count = sum(1 for _ in container.decode(video))
        return video.codec_context.width, video.codec_context.height, count, bool(container.streams.audio)


def seconds_of(data: bytes) -> float:
    with av.open(BytesIO(data), "r") as container:
        rate = container.streams.audio[0].codec_context.sample_rate
        return float(sum(frame.samples for frame in container.decode(audio=0)) / rate)


def test_the_first_image_of_the_document(killa: Killa) -> None:
    before = killa.balance()

    job, data = killa.made("image.generate", prompt="cinematic fox astronaut", width=1024, height=1024)

    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size) == ("WEBP", (1024, 1024))
    assert job["upstreamResult"]["engine"] == "builtin"
    assert before - killa.balance() == pytest.approx(0.02)


@pytest.mark.parametrize(("form", "name"), [("png", "PNG"), ("jpg", "JPEG"), ("webp", "WEBP")])
def test_pictures_come_in_the_format_that_was_asked_for(killa: Killa, form: str, name: str) -> None:
    _, data = killa.made("image.generate", prompt="a boat", width=256, height=128, outputFormat=form)

    assert Image.open(BytesIO(data)).format == name


def test_an_edit_has_the_size_of_its_source(killa: Killa) -> None:
    job, data = killa.made(
        "image.edit", prompt="turn this scene into a dramatic noir poster", sourceImage=inline((301, 203))
    )

    assert Image.open(BytesIO(data)).size == (301, 203)
    assert "noir" in job["upstreamResult"]["understood"]


def test_an_edit_that_means_nothing_is_refunded(killa: Killa) -> None:
    before = killa.balance()

    job = killa.run("image.edit", prompt="make the dog smile", sourceImage=inline())

    assert (job["status"], job["failure"]["code"]) == ("failed", "engine_refused")
    assert job["billing"] == {
        "status": "refunded",
        "currency": "USD",
        "priceUsd": 0.03,
        "chargedUsd": 0,
    }
    assert killa.balance() == before
    assert (job["downloadableOutputUrls"], job["outputsState"]) == ([], "none")


def test_films_are_continued_and_joined(killa: Killa) -> None:
    shape = {"width": 320, "height": 192, "sampledFps": 25, "durationFrames": 25}
    first, data = killa.made(
        "video.generate", prompt="slow push-in", startFrameImage=inline(), interpolationFps=0, **shape
    )
    assert frames_of(data) == (320, 192, 25, False)
    second, data = killa.made(
        "video.generate",
        prompt="slow push-in",
        overlapFrameImages=[inline(), inline()],
        interpolationFps=50,
        **shape,
    )
    assert frames_of(data) == (320, 192, 50, False)

    joined, data = killa.made(
        "video.combine",
        videoUrls=[first["downloadableOutputUrls"][0], second["downloadableOutputUrls"][0]],
        overlapFrames=2,
        frameRate=25,
    )

    assert frames_of(data) == (320, 192, 25 + 23, False)
    assert joined["billing"]["priceUsd"] == 0.01


def test_clips_that_are_alike_are_joined_as_they_are(killa: Killa) -> None:
    shape = {"width": 256, "height": 128, "durationFrames": 17, "interpolationFps": 0}
    made = [killa.made("video.generate", prompt=words, **shape)[0] for words in ("a boat", "a city")]

    job, data = killa.made("video.combine", videoUrls=[one["downloadableOutputUrls"][0] for one in made])

    assert frames_of(data) == (256, 128, 34, False)
    assert job["upstreamResult"]["facts"]["reencoded"] is False


def test_speech_and_effects_are_mp3_of_their_length(killa: Killa) -> None:
    spoken, voice = killa.made("audio.speak", text=SCRIPT, voiceDescription=NARRATOR, quality="128k")
    shot, effect = killa.made("moss.sound.effect", prompt=SHOT, durationSeconds=2, maxNewTokens=1024)

    assert seconds_of(voice) == pytest.approx(spoken["upstreamResult"]["facts"]["seconds"], abs=0.1)
    assert seconds_of(effect) == pytest.approx(2.0, abs=0.1)
    assert shot["billing"]["priceUsd"] == 0.016192
    assert shot["upstreamResult"]["understood"] == ["pistol shot", "click", "canyon"]


@pytest.mark.parametrize("address", ["/nothing-here", "/healthz"])
def test_what_is_no_clip_fails_by_name_and_is_refunded(
    killa: Killa, house: RunningHouse, address: str
) -> None:
    before = killa.balance()

    job = killa.run("video.combine", videoUrls=[f"{house.base}{address}"] * 2)

    assert (job["status"], job["failure"]["code"]) == ("failed", "input_unreadable")
    assert "videoUrls[0]" in job["failure"]["message"]
    assert killa.balance() == before
