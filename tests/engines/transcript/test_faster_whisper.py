"""Whisper on this machine, by a model of random weights: how it is found, asked, and told."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.backends.faster_whisper import FasterWhisper, build
from reelhouse.engines.transcript.types import TranscriptRequest

if TYPE_CHECKING:
    from tests.engines.transcript.conftest import Recording

pytest.importorskip("faster_whisper", reason="the extra whisper is not installed")


@pytest.fixture
def engine(tiny_whisper: Path) -> FasterWhisper:
    return build(EngineSettings(backend="whisper", model=str(tiny_whisper)), Tools())


async def test_words_come_with_their_probability(engine: FasterWhisper, recording: "Recording") -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en"))

    assert {word.text for word in heard.words} <= {"la", "run", "no"}
    assert all(0 < word.confidence < 1 for word in heard.words)


async def test_a_given_text_is_anchored(engine: FasterWhisper, recording: "Recording") -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en-GB", recording.text))

    assert heard.method == "anchoring"
    assert set(heard.scores) == {"recognition", "anchoring"}


async def test_the_model_is_loaded_once(engine: FasterWhisper, recording: "Recording") -> None:
    await engine.hear(TranscriptRequest(recording.path, "en"))
    loaded = engine._loaded
    await engine.hear(TranscriptRequest(recording.path, "en"))

    assert engine._loaded is loaded


@pytest.mark.parametrize("wish", ["distil-large-v3", "../../etc", "someone/something"])
async def test_a_wish_that_is_not_here_is_told_and_never_fetched(
    engine: FasterWhisper, recording: "Recording", wish: str
) -> None:
    heard = await engine.hear(TranscriptRequest(recording.path, "en", model=wish))

    assert heard.notes == (f"The model {wish!r} is not on this machine; tiny listened.",)


async def test_weights_that_are_not_here_are_asked_for_with_the_way_to_get_them(
    recording: "Recording", tmp_path: Path
) -> None:
    engine = build(EngineSettings(backend="whisper"), Tools(models=tmp_path))

    with pytest.raises(EngineNotConfigured, match="REELHOUSE_TRANSCRIPT_MODEL") as refusal:
        await engine.hear(TranscriptRequest(recording.path, "en"))

    assert "download_model('distil-large-v3'" in refusal.value.remedy


async def test_a_folder_without_a_tokenizer_is_not_completed_from_the_network(
    recording: "Recording", tiny_whisper: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(tiny_whisper, tmp_path / "half")
    (folder / "tokenizer.json").unlink()

    with pytest.raises(EngineNotConfigured, match=r"lacks tokenizer\.json"):
        await build(EngineSettings(model=str(folder)), Tools()).hear(TranscriptRequest(recording.path, "en"))


async def test_broken_weights_are_a_failure(
    recording: "Recording", tiny_whisper: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(tiny_whisper, tmp_path / "broken")
    (folder / "model.bin").write_bytes(b"nothing")

    with pytest.raises(EngineUnavailable, match="cannot be loaded"):
        await build(EngineSettings(model=str(folder)), Tools()).hear(TranscriptRequest(recording.path, "en"))


async def test_a_language_that_the_model_does_not_know_is_refused(
    engine: FasterWhisper, recording: "Recording"
) -> None:
    with pytest.raises(EngineRefused, match="does not know the language 'de'"):
        await engine.hear(TranscriptRequest(recording.path, "de"))


async def test_a_check_tells_where_the_weights_are(engine: FasterWhisper, tiny_whisper: Path) -> None:
    assert await engine.check() == f"the weights are in {tiny_whisper}"
