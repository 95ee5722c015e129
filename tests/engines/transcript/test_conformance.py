"""What every transcript engine promises, whoever listens."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.transcript.base import TranscriptEngine
from reelhouse.engines.transcript.types import Heard, TranscriptRequest

if TYPE_CHECKING:
    from tests.engines.transcript.conftest import Recording


pytestmark = pytest.mark.usefixtures("scratch")

HOSTILE = {
    "code": '{"text": "Boots", "\\u0000": [1, null]} <script>alert(1)</script> {{7*7}} %s $(rm -rf /)',
    "signs": "Boots 🔥🚀 on\0\x01 the \x1b[31m 👩‍👩‍👧\r\n\tporch\x7f \ud800 🔥",
    "marks": "[Verse 1] Boots [[x]] ]] [Chorus]\n[Outro",
    "other": "Nothing \u202eevil\u202c שלום of that is said in there, " + "Boots" * 20,
}


def check(heard: Heard) -> None:
    """In order, apart, inside of the recording, with sureness that is one."""
    spans = [word.span for word in heard.words]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(0 <= span.start <= span.end <= heard.duration for span in spans)
    assert all(0 <= word.confidence <= 1 for word in heard.words)
    assert all(0 <= score <= 1 for score in heard.scores.values())
    assert heard.method


async def test_a_given_text_comes_back_word_for_word(
    engine: TranscriptEngine, recording: "Recording"
) -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en", recording.transcript))

    check(heard)
    assert [word.text for word in heard.words] == recording.transcript.split()
    assert heard.words[0].span.duration == 0, "a mark is not said"
    assert heard.method in heard.scores
    assert heard.duration == Fraction(recording.path.stat().st_size - 44, 2 * 16_000)
    assert heard.language == "en"


async def test_words_are_heard_without_a_text(engine: TranscriptEngine, recording: "Recording") -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en"))

    check(heard)
    assert heard.words
    assert heard.method == "recognition"


async def test_equal_requests_are_heard_equally(engine: TranscriptEngine, recording: "Recording") -> None:
    request = TranscriptRequest(recording.path, "en", recording.text)

    assert await engine.hear(request) == await engine.hear(request)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\xff\xfb\x90\x00" * 100], ids=["empty", "cut", "mp3"])
async def test_what_is_no_recording_is_refused(
    engine: TranscriptEngine, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.wav"
    path.write_bytes(content)

    with pytest.raises(EngineRefused, match="no WAV file"):
        await engine.hear(TranscriptRequest(path, "en", "We run"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_whatever_is_written_comes_back_as_it_is(
    engine: TranscriptEngine, recording: "Recording", text: str
) -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en", text))

    check(heard)
    assert [word.text for word in heard.words] == text.split()


async def test_a_model_that_nobody_knows_is_no_trouble(
    engine: TranscriptEngine, recording: "Recording"
) -> None:
    request = TranscriptRequest(recording.path, "en", recording.text)

    heard = await engine.hear(replace(request, model="large-v3"))

    assert [word.text for word in heard.words] == recording.text.split()
    assert all(note.strip() for note in heard.notes)


@pytest.mark.parametrize("text", ["", " \n\t ", "[Verse]\n[Chorus]", "... 🔥"])
async def test_a_transcript_without_a_word_is_refused(
    engine: TranscriptEngine, recording: "Recording", text: str
) -> None:
    with pytest.raises(EngineRefused, match="no word in the transcript"):
        await engine.hear(TranscriptRequest(recording.path, "en", text))
