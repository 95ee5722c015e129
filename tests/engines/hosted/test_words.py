"""Words heard by hosted models."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.fakes.fal import FakeFal
from reelhouse.engines.hosted.fakes.host import FakeHost
from reelhouse.engines.transcript.types import TranscriptRequest
from sound_making import wav

EngineOf = Callable[..., Any]
Giving = Callable[[str, Callable[[FakeHost], JsonValue]], Callable[..., JsonValue]]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "recording.wav"
    path.write_bytes(wav(3))
    return path


def chunks(*words: tuple[str, float, float | None]) -> JsonValue:
    return [{"timestamp": [start, end], "text": f" {text}"} for text, start, end in words]


HEARD = {
    "chunks of words": {"text": "ahoy there", "chunks": chunks(("ahoy", 0.5, 1.0), ("there", 1.2, None))},
    "segments with words": {
        "segments": [
            {
                "start": 0.5,
                "end": 3.0,
                "text": "ahoy there",
                "words": [
                    {"word": "ahoy", "start": 0.5, "end": 1.0, "score": 0.9},
                    {"word": "there", "start": 1.2, "end": 3.0, "score": 0.8},
                ],
            }
        ]
    },
}


@pytest.mark.parametrize("told", HEARD.values(), ids=HEARD.keys())
async def test_words_are_heard_with_their_times(
    vendor: FakeHost, engine_of: EngineOf, giving: Giving, recording: Path, told: JsonValue
) -> None:
    vendor.make = giving("", lambda _host: told)

    heard = await engine_of(vendor, "transcript.backends.hosted").hear(TranscriptRequest(recording))

    assert [(word.text, word.span.start, word.span.end) for word in heard.words] == [
        ("ahoy", Fraction(1, 2), Fraction(1)),
        ("there", Fraction(6, 5), Fraction(3)),
    ]
    inputs = vendor.works[0].inputs
    assert vendor.content_of(inputs["audio_url" if isinstance(vendor, FakeFal) else "audio"]).startswith(
        b"RIFF"
    )
    assert inputs["language"] == ("en" if isinstance(vendor, FakeFal) else "english")


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"text": "ahoy there"}, EngineRefused),
        ({"text": 7}, EngineUnavailable),
        ({"chunks": [{"timestamp": ["a", "b"], "text": "ahoy"}]}, EngineUnavailable),
        ({"chunks": "many"}, EngineUnavailable),
    ],
)
async def test_a_transcription_without_times_is_refused_and_rubbish_is_unavailable(
    fal: FakeFal,
    engine_of: EngineOf,
    giving: Giving,
    recording: Path,
    told: JsonValue,
    error: type[Exception],
) -> None:
    fal.make = giving("", lambda _host: told)

    with pytest.raises(error):
        await engine_of(fal, "transcript.backends.hosted").hear(TranscriptRequest(recording))


async def test_silence_has_no_words(
    fal: FakeFal, engine_of: EngineOf, giving: Giving, recording: Path
) -> None:
    fal.make = giving("", lambda _host: {"text": "", "chunks": []})

    heard = await engine_of(fal, "transcript.backends.hosted").hear(TranscriptRequest(recording))

    assert heard.words == ()
