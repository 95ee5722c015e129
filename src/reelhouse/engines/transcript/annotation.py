"""What is known of a recording, as one document: lyrics, words, sections, beats, and how sure it is.

The document is described in docs/reference/annotation.md.
"""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reelhouse.engines.transcript.lyrics import lyrics_of
from reelhouse.engines.transcript.types import Heard, TranscriptRequest

if TYPE_CHECKING:
    from reelhouse.engines.transcript.annotating.sound import Sounding

VERSION = 1


async def annotate(audio: Path, request: TranscriptRequest, heard: Heard, engine: str) -> dict[str, Any]:
    """The annotation of `audio`, a mono WAV file of 16 kHz and 16 bits; times are seconds."""
    return await asyncio.to_thread(_annotated, audio, request, heard, engine)


def _annotated(audio: Path, request: TranscriptRequest, heard: Heard, engine: str) -> dict[str, Any]:
    from reelhouse.engines.transcript.annotating import lines, quality  # noqa: PLC0415 - numpy is heavy
    from reelhouse.engines.transcript.annotating.sound import sounding_of  # noqa: PLC0415

    lyrics = lyrics_of(request.text or "")
    sounding = sounding_of(audio, parts=not lyrics.sections)
    if request.text is None:
        words, rows = heard.words, lines.lines_of_words(heard.words)
    else:
        words = tuple(heard.words[place] for place in lyrics.spoken)
        rows = lines.lines_of_lyrics(lyrics)
    if lyrics.sections:
        sections = lines.named_sections(lyrics.sections, rows, words, float(heard.duration))
    else:
        sections = lines.heard_sections(sounding.boundaries, rows, words)
    return {
        "version": VERSION,
        "engine": engine,
        "method": heard.method,
        "language": heard.language,
        "duration": lines.seconds(heard.duration),
        "lyrics": lines.lyrics_table(rows, words, lyrics.sections),
        "words": [
            {
                "text": word.text,
                "start": lines.seconds(word.span.start),
                "end": lines.seconds(word.span.end),
                "confidence": round(word.confidence, 3),
            }
            for word in words
        ],
        "sections": sections,
        "beats": _beats(sounding),
        "qa": quality.quality_of(heard, words, sounding),
    }


def _beats(sounding: "Sounding") -> dict[str, Any]:
    pulse = sounding.pulse
    return {
        "tempo": pulse.tempo,
        "meter": pulse.meter,
        "times": list(pulse.times),
        "downbeats": list(pulse.downbeats),
        "confidence": pulse.sureness,
    }
