"""Media tasks of Killa Tamata through real processes: what comes out opens, and is what was asked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import av
import pytest
from PIL import Image

from media_caller import Killa, inline
from running import RunningHouse, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = "We launch at dawn, hold formation, and bring everyone home safely."
NARRATOR = "Warm confident narrator with balanced pacing, stable projection, and natural emphasis."
SHOT = "A sharp pistol shot in a dry canyon with a quick mechanical click and short tail echo."


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHouse]:
    data = tmp_path_factory.mktemp("house") / "data"
    with serving(data, fetch_allow='["127.0.0.0/8"]') as running:
        yield running


@pytest.fixture
def killa(house: RunningHouse) -> Killa:
    return Killa(house, house.new_key())


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
