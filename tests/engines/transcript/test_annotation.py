"""The document that tells what is known of a recording."""

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reelhouse.engines.transcript.annotation import annotate
from reelhouse.engines.transcript.fake import FakeTranscript
from reelhouse.engines.transcript.types import Heard, HeardWord, TranscriptRequest
from reelhouse.media.time import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Writer = Callable[[NDArray[np.float64]], Path]

RATE = 16_000
LYRICS = "[Intro]\n\n[Verse]\nWe run, we run\nthrough the night\n[Chorus]\nHold on [x2] tight — now"


async def annotated(path: Path, text: str | None = LYRICS, heard: Heard | None = None) -> dict[str, Any]:
    request = TranscriptRequest(path, "en", text)
    return await annotate(path, request, heard or await FakeTranscript().hear(request), "fake")


def codes(document: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in document["qa"]["warnings"]]


def tones(seconds: float, loudness: float = 0.2) -> NDArray[np.float64]:
    """Something like syllables, four a second."""
    time = np.arange(int(seconds * RATE)) / RATE
    return np.asarray(loudness * np.sin(2 * np.pi * 220 * time) * np.maximum(np.sin(2 * np.pi * 4 * time), 0))


def beaten(beats: Sequence[float], strong: Sequence[float], seconds: float) -> NDArray[np.float64]:
    """A click at each of `beats`; those that are `strong` are louder and deeper."""
    samples = np.zeros(int(seconds * RATE))
    decay = np.exp(-np.arange(1600) / 300)
    for beat in beats:
        hertz, loudness = (110, 0.8) if beat in strong else (900, 0.25)
        click = loudness * decay * np.sin(2 * np.pi * hertz * np.arange(1600) / RATE)
        first = int(beat * RATE)
        samples[first : first + 1600] += click[: len(samples) - first]
    return samples


async def test_marks_are_sections_and_no_words(sound: "Writer") -> None:
    document = await annotated(sound(tones(10)))

    assert [line["text"] for line in document["lyrics"]] == [
        "We run, we run",
        "through the night",
        "Hold on",
        "tight now",
    ]
    assert [word["text"] for word in document["words"]] == (
        ["We", "run,", "we", "run", "through", "the", "night", "Hold", "on", "tight", "now"]
    )
    assert [(part["name"], part["lines"]) for part in document["sections"]] == [
        ("Intro", []),
        ("Verse", [0, 1]),
        ("Chorus", [2]),
        ("x2", [3]),
    ]
    assert {part["source"] for part in document["sections"]} == {"lyrics"}


async def test_lines_and_words_point_at_each_other(sound: "Writer") -> None:
    document = await annotated(sound(tones(10)))

    for line in document["lyrics"]:
        own = [document["words"][place] for place in line["words"]]
        assert (line["start"], line["end"]) == (own[0]["start"], own[-1]["end"])
    assert [place for line in document["lyrics"] for place in line["words"]] == list(
        range(len(document["words"]))
    )


async def test_beats_and_downbeats_are_where_they_are_played(sound: "Writer") -> None:
    beats = [0.75 + 0.5 * place for place in range(38)]
    strong = beats[2::4]

    document = await annotated(sound(beaten(beats, strong, 20)), None)

    found = document["beats"]
    assert found["tempo"] == pytest.approx(120, abs=0.5)
    assert found["meter"] == 4
    assert np.abs(np.array(found["times"]) - beats[: len(found["times"])]).max() < 0.03
    assert np.abs(np.array(found["downbeats"]) - strong[: len(found["downbeats"])]).max() < 0.03
    assert found["confidence"] > 0.5


async def test_noise_has_no_beat(sound: "Writer") -> None:
    document = await annotated(sound(np.random.default_rng(1).normal(0, 0.1, 12 * RATE)), None)

    assert document["beats"]["tempo"] is None
    assert document["beats"]["times"] == document["beats"]["downbeats"] == []


async def test_sections_are_found_where_harmony_and_timbre_change(sound: "Writer") -> None:
    time = np.arange(20 * RATE) / RATE
    low = sum(np.sin(2 * np.pi * hertz * time) for hertz in (220, 277, 330))
    high = sum(np.sign(np.sin(2 * np.pi * hertz * time)) for hertz in (349, 440, 523))

    document = await annotated(sound(0.1 * np.concatenate([low, high])), None)

    sections = document["sections"]
    assert [(part["name"], part["source"]) for part in sections] == [
        ("section 1", "audio"),
        ("section 2", "audio"),
    ]
    assert sections[0]["end"] == sections[1]["start"] == pytest.approx(20, abs=1)
    assert (sections[0]["start"], sections[1]["end"]) == (0, 40)


async def test_recognised_words_are_parted_into_lines_at_pauses(sound: "Writer") -> None:
    times = [0.1, 0.5, 0.9, 3.0, 3.4]
    words = [
        HeardWord(text, Span(Fraction(at), Fraction(at) + Fraction(3, 10)), 0.9)
        for text, at in zip(["we", "run", "on", "hold", "tight"], times, strict=True)
    ]
    heard = Heard(tuple(words), "en", Fraction(5), "recognition", {"recognition": 0.9})

    document = await annotated(sound(tones(5)), None, heard)

    assert [line["text"] for line in document["lyrics"]] == ["we run on", "hold tight"]
    assert {line["section"] for line in document["lyrics"]} == {None}


async def test_doubtful_words_are_told(sound: "Writer") -> None:
    words = [
        HeardWord(text, Span(Fraction(place), Fraction(place + 1)), sure)
        for place, (text, sure) in enumerate([("hold", 0.9), ("on", 0.2), ("tight", 0.4)])
    ]
    heard = Heard(tuple(words), "en", Fraction(4), "forced-alignment", {"forced-alignment": 0.5})

    qa = (await annotated(sound(tones(4)), "hold on tight", heard))["qa"]

    assert (qa["meanConfidence"], qa["lowestConfidence"]) == (0.5, 0.2)
    assert qa["lowConfidenceWords"] == [1, 2]
    assert "transcript_doubtful" in [warning["code"] for warning in qa["warnings"]]


async def test_a_bad_recording_is_told(sound: "Writer") -> None:
    clipped = await annotated(sound(np.sign(tones(4))))
    silent = await annotated(sound(np.zeros(4 * RATE)), None)

    assert "clipping" in codes(clipped)
    assert {"soft", "mostly_silent"} <= set(codes(silent))
    assert silent["qa"]["signalToNoise"] is None
    assert "clipping" not in codes(await annotated(sound(tones(10))))


@pytest.mark.parametrize("samples", [np.zeros(0), np.zeros(1), np.ones(50)], ids=["none", "one", "few"])
async def test_the_shortest_recordings_have_a_document(sound: "Writer", samples: NDArray[np.float64]) -> None:
    document = await annotated(sound(samples), "hold")

    assert json.loads(json.dumps(document, allow_nan=False)) == document
