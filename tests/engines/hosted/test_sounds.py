"""Sounds, songs and voices by hosted models, and how their recordings travel."""

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import Failed, FakeHost, Reply
from reelhouse.engines.hosted.fakes.replicate import FakeReplicate
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.sound.types import SoundRequest
from reelhouse.engines.speech.types import CloneRequest, DescribedRequest
from sound_making import wav

EngineOf = Callable[..., Any]
Giving = Callable[[str, Callable[[FakeHost], JsonValue]], Callable[..., JsonValue]]


@pytest.fixture
def loud(vendor: FakeHost, giving: Giving) -> FakeHost:
    """A vendor whose models all give three seconds of sound."""
    vendor.make = giving("audio", lambda host: host.keep(wav(3), "audio/wav"))
    return vendor


async def test_a_sound_is_cut_to_the_sample(loud: FakeHost, engine_of: EngineOf) -> None:
    sound = await engine_of(loud, "sound.backends.hosted").make(SoundRequest("rain", Fraction("2.5"), 9))

    assert len(sound.pcm) == 4 * round(Fraction("2.5") * sound.sample_rate)
    inputs = loud.works[0].inputs
    assert (inputs["prompt"], inputs["seed"]) == ("rain", 9)
    assert inputs["duration"] == (2.5 if isinstance(loud, FakeFal) else 3)


async def test_a_sound_that_is_much_too_short_is_refused(loud: FakeHost, engine_of: EngineOf) -> None:
    with pytest.raises(EngineRefused, match="instead of 10"):
        await engine_of(loud, "sound.backends.hosted").make(SoundRequest("rain", Fraction(10)))


async def test_what_a_sound_model_has_no_input_for_is_told(loud: FakeHost, engine_of: EngineOf) -> None:
    sound = await engine_of(loud, "sound.backends.hosted").make(
        SoundRequest("rain", Fraction(3), variety=50, most_tokens=1024)
    )

    assert any(note.endswith("has no input for: most tokens, variety.") for note in sound.notes)


@pytest.mark.parametrize(("lyrics", "told"), [("[Verse]\nAhoy", "[Verse]\nAhoy"), (" ", "[inst]")])
async def test_a_song_without_words_is_instrumental(
    loud: FakeHost, engine_of: EngineOf, giving: Giving, lyrics: str, told: str
) -> None:
    loud.make = giving("audio", lambda host: host.keep(wav(15), "audio/wav"))

    song = await engine_of(loud, "music.backends.hosted").create(
        SongRequest("shanty, accordion", Fraction(15), lyrics, polish=True)
    )

    assert len(song.pcm) == 4 * 15 * song.sample_rate
    inputs = loud.works[0].inputs
    assert (inputs["tags"], inputs["lyrics"], inputs["duration"]) == ("shanty, accordion", told, 15)
    assert inputs["number_of_steps"] == 60


async def test_a_voice_is_made_of_a_description(loud: FakeHost, engine_of: EngineOf) -> None:
    spoken = await engine_of(loud, "speech.backends.hosted_voice").describe(
        DescribedRequest("Guten Tag", "a warm old man", "de-DE")
    )

    assert (len(spoken.pcm), spoken.sample_rate) == (3 * 2 * 16_000, 16_000)
    inputs = loud.works[0].inputs
    assert inputs["language"] == "German"
    assert inputs["prompt" if isinstance(loud, FakeFal) else "voice_description"] == "a warm old man"


async def test_a_voice_is_cloned_from_its_recording(
    replicate: FakeReplicate, engine_of: EngineOf, giving: Giving
) -> None:
    replicate.make = giving("audio", lambda host: host.keep(wav(2), "audio/wav"))
    request = CloneRequest("Ahoy there", wav(4), "This is my voice.")

    await engine_of(replicate, "speech.backends.hosted_voice").clone(request)

    inputs = replicate.works[0].inputs
    assert (inputs["mode"], inputs["text"], inputs["reference_text"]) == (
        *("voice_clone", "Ahoy there"),
        "This is my voice.",
    )
    assert replicate.content_of(inputs["reference_audio"]) == request.reference


async def test_fal_learns_a_voice_before_it_speaks(fal: FakeFal, engine_of: EngineOf) -> None:
    def make(host: FakeHost, model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
        if "clone-voice" in model:
            return {"speaker_embedding": {"url": f"{host.root}/files/voice.safetensors"}}
        return {"audio": {"url": host.keep(wav(2), "audio/wav")}}

    fal.make = make
    request = CloneRequest("Ahoy there", wav(4), "This is my voice.")

    await engine_of(fal, "speech.backends.hosted_voice").clone(request)

    learned, spoken = fal.works
    assert fal.content_of(learned.inputs["audio_url"]) == request.reference
    assert spoken.inputs["speaker_voice_embedding_file_url"] == f"{fal.root}/files/voice.safetensors"
    assert spoken.inputs["text"] == "Ahoy there"


@pytest.mark.parametrize("seconds", [4, 80])
async def test_small_files_go_along_and_large_ones_ahead(
    vendor: FakeHost, engine_of: EngineOf, giving: Giving, seconds: int
) -> None:
    vendor.make = giving("audio", lambda host: host.keep(wav(2), "audio/wav"))
    if isinstance(vendor, FakeFal):
        vendor.make = lambda host, model, _inputs: (
            {"speaker_embedding": {"url": "https://files.example.com/1"}}
            if "clone" in model
            else {"audio": {"url": host.keep(wav(2), "audio/wav")}}
        )
    recording = wav(seconds)

    await engine_of(vendor, "speech.backends.hosted_voice").clone(CloneRequest("Ahoy", recording, "Hi."))

    address = vendor.works[0].inputs["audio_url" if isinstance(vendor, FakeFal) else "reference_audio"]
    assert str(address).startswith("data:audio/wav;base64," if seconds == 4 else vendor.root)
    assert list(vendor.uploads.values()) == ([] if seconds == 4 else [recording])
    assert all(key is None for path, key in vendor.keys if path.startswith("/slots/"))


@pytest.mark.parametrize("error", ["", "CUDA out of memory"])
async def test_a_recording_does_not_stay_at_replicate(
    replicate: FakeReplicate, engine_of: EngineOf, error: str
) -> None:
    def make(host: FakeHost, _model: str, _inputs: dict[str, JsonValue]) -> JsonValue:
        if error:
            raise Failed(error)
        return host.keep(wav(2), "audio/wav")

    replicate.make = make
    recording = wav(10)

    with suppress(EngineUnavailable):
        await engine_of(replicate, "speech.backends.hosted_voice").clone(
            CloneRequest("Ahoy", recording, "Hi.")
        )

    assert replicate.deleted == [recording]


async def test_a_vendor_that_keeps_no_file_is_unavailable(vendor: FakeHost, engine_of: EngineOf) -> None:
    vendor.replies["upload"] = Reply.of({"detail": "later"})

    with pytest.raises(EngineUnavailable, match="file"):
        await engine_of(vendor, "speech.backends.hosted_voice").clone(CloneRequest("Ahoy", wav(80), "Hi."))

    assert vendor.works == []


@pytest.mark.parametrize("place", ["http://files.example.com/1", "https://10.0.0.1/1", "ftp://x/1", "", "//"])
async def test_a_recording_is_not_put_just_anywhere(fal: FakeFal, engine_of: EngineOf, place: str) -> None:
    fal.replies["upload"] = Reply.of({"upload_url": place, "file_url": "https://files.example.com/1"})

    with pytest.raises(EngineUnavailable, match="place for a file"):
        await engine_of(fal, "speech.backends.hosted_voice").clone(CloneRequest("Ahoy", wav(80), "Hi."))

    assert fal.works == []
