"""What every transcript engine promises, whoever listens."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.transcript.base import TranscriptEngine
from reelhouse.engines.transcript.types import Heard, TranscriptRequest

if TYPE_CHECKING:
    from tests.engines.transcript.conftest import Recording


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
