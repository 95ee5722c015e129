"""Words heard by Whisper on this machine, through faster-whisper (the extra ``whisper``).

Nothing is ever downloaded: weights are a folder that the settings name, or were fetched once by hand.
Source: https://github.com/SYSTRAN/faster-whisper
"""

import asyncio
import math
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from threading import Event, Lock
from typing import Any

from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.recognised import RoughWord, check_text, duration_of, heard_from
from reelhouse.engines.transcript.types import Heard, TranscriptRequest

DEFAULT_MODEL = "distil-large-v3"
MOST_PROMPT = 800  # characters; the model reads the last 224 tokens of it
PARTS = ("model.bin", "tokenizer.json")  # a folder without a tokenizer would be asked for on the network


def build(settings: EngineSettings, tools: Tools) -> "FasterWhisper":
    return FasterWhisper(settings, tools)


class FasterWhisper:
    """Keeps one model in memory, loaded when it is first needed; one recording is heard at a time."""

    name = "whisper"

    def __init__(self, settings: EngineSettings, tools: Tools) -> None:
        self._settings = settings
        self._cache = tools.models
        self._lock = Lock()
        self._loaded: tuple[Path, Any] | None = None

    async def hear(self, request: TranscriptRequest) -> Heard:
        """With a given text its words, anchored to those that were recognised.

        Raises `EngineNotConfigured` when the weights are not on this machine, `EngineUnavailable` when it
        takes too long, and `EngineRefused` for a language that Whisper, or an English model, does not know.
        """
        check_text(self.name, request)
        duration = await asyncio.to_thread(duration_of, self.name, request.audio)
        given_up = Event()
        try:
            return await asyncio.to_thread(self._heard, request, duration, given_up)
        finally:
            given_up.set()  # the thread of a cancelled call ends after the segment that it is hearing

    async def check(self) -> str:
        """Where the weights are. Raises `EngineNotConfigured`."""
        return f"the weights are in {await asyncio.to_thread(self._weights, self._model)}"

    @property
    def _model(self) -> str:
        return self._settings.model or DEFAULT_MODEL

    def _heard(self, request: TranscriptRequest, duration: Fraction, given_up: Event) -> Heard:
        weights, notes = self._chosen(request.model)
        deadline = time.monotonic() + self._settings.timeout_seconds
        with self._lock:
            words = list(self._words(self._opened(weights), request, deadline, given_up))
        return heard_from(request, words, duration, notes)

    def _chosen(self, wish: str) -> tuple[Path, tuple[str, ...]]:
        """The model that is wished for if its weights are here, or the one of the settings, which is told."""
        if not wish or wish == self._model:
            return self._weights(self._model), ()
        from faster_whisper import available_models  # noqa: PLC0415 - heavy

        if wish in available_models():  # a wish of a stranger is a name, never a path
            try:
                return self._weights(wish), ()
            except EngineNotConfigured:
                pass
        named = Path(self._model).name
        return self._weights(self._model), (f"The model {wish!r} is not on this machine; {named} listened.",)

    def _weights(self, model: str) -> Path:
        folder = Path(model)
        if not folder.is_dir():
            folder = self._fetched(model)
        if missing := [part for part in PARTS if not (folder / part).is_file()]:
            raise EngineNotConfigured(
                f"the Whisper model {model!r}", f"its folder lacks {' and '.join(missing)}"
            )
        return folder

    def _fetched(self, model: str) -> Path:
        from faster_whisper import download_model  # noqa: PLC0415 - heavy

        cache = str(self._cache) if self._cache else None
        try:
            return Path(download_model(model, local_files_only=True, cache_dir=cache))
        except Exception as failure:
            into = f", cache_dir={cache!r}" if cache else ""
            raise EngineNotConfigured(
                f"the Whisper model {model!r}",
                "set REELHOUSE_TRANSCRIPT_MODEL to a folder with its weights, or fetch them once: "
                f'python -c "import faster_whisper as w; w.download_model({model!r}{into})"',
            ) from failure

    def _opened(self, weights: Path) -> Any:  # noqa: ANN401 - the library has no types
        if self._loaded is None or self._loaded[0] != weights:
            from faster_whisper import WhisperModel  # noqa: PLC0415 - heavy

            self._loaded = None  # two models would not fit where one does
            try:
                model = WhisperModel(str(weights), device="auto", local_files_only=True)
            except (RuntimeError, ValueError, OSError) as failure:
                raise EngineUnavailable(
                    self.name, f"the model in {weights.name} cannot be loaded: {failure}"
                ) from failure
            self._loaded = (weights, model)
        return self._loaded[1]

    def _words(
        self,
        model: Any,  # noqa: ANN401
        request: TranscriptRequest,
        deadline: float,
        given_up: Event,
    ) -> Iterator[RoughWord]:
        language = request.language.lower().replace("_", "-").partition("-")[0] or None
        if language not in {None, *model.supported_languages}:
            raise EngineRefused(self.name, f"this model does not know the language {request.language!r}")
        segments, _ = model.transcribe(
            str(request.audio),
            language=language,
            word_timestamps=True,
            temperature=0.0,
            condition_on_previous_text=False,  # or one mistake is repeated to the end
            initial_prompt=_prompt(request.text) if request.text else None,
        )
        for segment in segments:
            if given_up.is_set() or time.monotonic() > deadline:
                raise EngineUnavailable(
                    self.name, f"listening took longer than {self._settings.timeout_seconds} s"
                )
            for word in segment.words or ():
                sure = float(word.probability)
                yield RoughWord(
                    word.word, float(word.start), float(word.end), sure if math.isfinite(sure) else 0.0
                )


def _prompt(text: str) -> str:
    """The last of the known words, without half characters, of which the tokenizer would die."""
    return " ".join(text.split())[-MOST_PROMPT:].encode(errors="replace").decode()
