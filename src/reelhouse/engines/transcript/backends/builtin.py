"""Builtin hearing: words that are known are found by two ways, others are recognised (English only).

The ways are pocketsphinx' acoustic model and the warping of speech that we made ourselves; the one with the
better score is believed. No weights but those inside of the package pocketsphinx, no network.
"""

import asyncio
import wave
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.forcing.types import WordAsked
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.aligning import judging
from reelhouse.engines.transcript.aligning.listening import Listener
from reelhouse.engines.transcript.aligning.saying import Said, say
from reelhouse.engines.transcript.anchoring import with_marks
from reelhouse.engines.transcript.lyrics import Lyrics, lyrics_of
from reelhouse.engines.transcript.recognised import RoughWord, heard_from
from reelhouse.engines.transcript.types import Heard, HeardWord, TranscriptRequest
from reelhouse.media.time import Span

RATE = 16_000
LONGEST_SECONDS = 600
SHORT_SECONDS = (
    45  # both ways are gone at once; in longer ones, the second needs to know what the first found
)
FASTEST, ALWAYS = 60, 100  # letters a second, twice as many as anybody says; and letters that may be more
OTHERS = "set REELHOUSE_TRANSCRIPT_BACKEND to whisper or openai"
UNSURE = 0.5


def build(settings: EngineSettings, tools: Tools) -> "BuiltinTranscript":
    return BuiltinTranscript(settings, tools)


class BuiltinTranscript:
    name = "builtin"

    def __init__(self, settings: EngineSettings, tools: Tools) -> None:
        self._timeout = settings.timeout_seconds
        self._utter = tools.utter

    async def hear(self, request: TranscriptRequest) -> Heard:
        """Raises `EngineRefused` for other languages than English without a text, and for those that the
        builtin voice does not speak; for recordings of over ten minutes; and for a text without a word.
        """
        duration = await asyncio.to_thread(_duration, request.audio)
        with TemporaryDirectory(prefix="hearing-") as folder:
            listener = Listener(self.name, request.audio.resolve(), Path(folder), self._timeout)
            if request.text is None:
                return await self._recognised(listener, request, duration)
            return await self._found(listener, request, lyrics_of(request.text), duration)

    async def _recognised(self, listener: Listener, request: TranscriptRequest, duration: Fraction) -> Heard:
        if not _is_english(request.language):
            raise EngineRefused(
                self.name, f"without a transcript it hears English only, not {request.language!r}; {OTHERS}"
            )
        words = [
            RoughWord(word.text, word.start, word.end, word.share) for word in await listener.recognise()
        ]
        return heard_from(request, words, duration)

    async def _found(
        self, listener: Listener, request: TranscriptRequest, lyrics: Lyrics, duration: Fraction
    ) -> Heard:
        _check(lyrics, duration)
        voices = await self._voices(lyrics, request.language)
        findings = await self._findings(listener, lyrics, voices, request.language, duration)
        best = judging.chosen(findings)
        words = _words(lyrics, best, duration)
        scores = {finding.method: round(finding.score, 4) for finding in findings}
        return Heard(
            words=with_marks(lyrics, words),
            language=request.language,
            duration=duration,
            method=best.method,
            scores=scores,
            notes=_notes(best, request.model),
        )

    async def _voices(self, lyrics: Lyrics, language: str) -> Sequence[Said]:
        """The words said by a man and by a woman; by nobody where there is no voice for it."""
        if self._utter is None:
            return ()
        try:
            return [await say(self._utter, lyrics, language, male=male) for male in (True, False)]
        except EngineRefused as refusal:
            if _is_english(language):
                return ()
            raise EngineRefused(self.name, f"{refusal.reason}; {OTHERS}") from refusal

    async def _findings(
        self, listener: Listener, lyrics: Lyrics, voices: Sequence[Said], language: str, duration: Fraction
    ) -> list[judging.Finding]:
        asked = _asked(lyrics, voices)
        if not voices and not _is_english(language):
            raise EngineRefused(self.name, f"nobody speaks {language!r} to compare with; {OTHERS}")
        if not voices:
            return [judging.forced_finding(await listener.force(asked))]
        if not _is_english(language):
            return [judging.warped_finding(await listener.warp(voices))]
        if duration <= SHORT_SECONDS:
            warped, forced = await asyncio.gather(listener.warp(voices), listener.force(asked))
        else:
            warped = await listener.warp(voices)
            rough = [
                WordAsked(word.text, word.sounds, (place.start, place.end))
                for word, place in zip(asked, warped, strict=True)
            ]
            forced = await listener.force(rough)
        return [judging.forced_finding(forced), judging.warped_finding(warped)]


def _check(lyrics: Lyrics, duration: Fraction) -> None:
    """Raises `EngineRefused` for a transcript that nobody can say in `duration` seconds."""
    letters = sum(len(lyrics.tokens[place].spoken) for place in lyrics.spoken)
    if not letters:
        raise EngineRefused("builtin", "there is no word in the transcript")
    if letters > FASTEST * duration + ALWAYS:
        told = f"{len(lyrics.spoken)} words in {float(duration):.1f} s"
        raise EngineRefused("builtin", f"the transcript is longer than what anybody says: {told}")


def _asked(lyrics: Lyrics, voices: Sequence[Said]) -> list[WordAsked]:
    spoken = [lyrics.tokens[place].spoken for place in lyrics.spoken]
    if not voices:
        return [WordAsked(word) for word in spoken]
    return [WordAsked(word, said.sounds) for word, said in zip(spoken, voices[0].words, strict=True)]


def _words(lyrics: Lyrics, found: judging.Finding, duration: Fraction) -> list[HeardWord]:
    """One after the other; a word that was not found has an instant behind its neighbour."""
    words: list[HeardWord] = []
    place = Fraction(0)
    for index, span, sure in zip(lyrics.spoken, found.spans, found.sure, strict=True):
        start, end = (place, place) if span is None else (_exact(span[0]), _exact(span[1]))
        start = min(max(start, place), duration)
        place = min(max(end, start), duration)
        words.append(HeardWord(lyrics.tokens[index].spoken, Span(start, place), round(sure, 4)))
    return words


def _notes(found: judging.Finding, model: str) -> tuple[str, ...]:
    notes = [f"The builtin engine has no model {model!r}; it listened by its own."] if model else []
    if found.score < UNSURE:
        notes.append("What is heard does not fit the transcript well; its times are not to be relied on.")
    return tuple(notes)


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").partition("-")[0] in {"", "en"}


def _duration(audio: Path) -> Fraction:
    """Raises `EngineRefused` for anything but a mono WAV file of 16 kHz and 16 bits, and for a long one."""
    try:
        with wave.open(str(audio), "rb") as file:
            form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
            duration = Fraction(file.getnframes(), RATE)
    except (wave.Error, EOFError):
        form, duration = (0, 0, 0), Fraction(0)
    if form != (RATE, 1, 2) or not duration:
        raise EngineRefused("builtin", "the recording is no WAV file of 16 kHz, mono, 16 bits")
    if duration > LONGEST_SECONDS:
        raise EngineRefused(
            "builtin", f"it listens for {LONGEST_SECONDS} s at most, not {float(duration):.1f}"
        )
    return duration


def _exact(seconds: float) -> Fraction:
    return Fraction(round(seconds * 1000), 1000)
