"""What is known of a recording, as one document: lyrics, words, sections, beats, and how sure it is."""

import asyncio
import wave
from pathlib import Path
from typing import Any

from reelhouse.engines.transcript.types import Heard, HeardWord, TranscriptRequest

VERSION = 1
UNSURE = 0.5
FULL_SCALE = 32767
QUIET = 0.01
FRAME_SECONDS = 0.02
FEWEST_BEATS = 4
BAR = 4


async def annotate(audio: Path, request: TranscriptRequest, heard: Heard, engine: str) -> dict[str, Any]:
    """The annotation of `audio`, a mono WAV file of 16-bit samples; times are seconds."""
    sound = await asyncio.to_thread(_sound, audio)
    lines = lines_of(request.text, heard.words)
    return {
        "version": VERSION,
        "engine": engine,
        "method": heard.method,
        "language": heard.language,
        "duration": round(float(heard.duration), 3),
        "lyrics": lines,
        "words": [
            {
                "text": word.text,
                "start": round(float(word.span.start), 3),
                "end": round(float(word.span.end), 3),
                "confidence": round(word.confidence, 3),
            }
            for word in heard.words
        ],
        "sections": sections_of(lines),
        "beats": sound["beats"],
        "qa": {
            "words": len(heard.words),
            "meanConfidence": round(
                sum(word.confidence for word in heard.words) / max(len(heard.words), 1), 3
            ),
            "lowConfidenceWords": [word.text for word in heard.words if word.confidence < UNSURE],
            "scores": heard.scores,
            "silenceRatio": sound["silence"],
            "clippedSamples": sound["clipped"],
            "notes": list(heard.notes),
        },
    }


def lines_of(text: str | None, words: tuple[HeardWord, ...]) -> list[dict[str, Any]]:
    """The lines of the lyrics with their sections and times; without lyrics, all words are one line."""
    if text is None:
        return [_line(words, 0, None)] if words else []
    lines, section, place = [], None, 0
    for row in text.splitlines():
        line = row.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip()
            continue
        own = words[place : place + len(line.split())]
        if own:
            lines.append(_line(own, place, section))
            place += len(own)
    return lines


def sections_of(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Stretches of lines below one mark."""
    sections: list[dict[str, Any]] = []
    for line in lines:
        if line["section"] is None:
            continue
        if sections and sections[-1]["name"] == line["section"]:
            sections[-1]["end"] = line["end"]
        else:
            sections.append({"name": line["section"], "start": line["start"], "end": line["end"]})
    return sections


def _line(words: tuple[HeardWord, ...], place: int, section: str | None) -> dict[str, Any]:
    return {
        "text": " ".join(word.text for word in words),
        "section": section,
        "start": round(float(words[0].span.start), 3),
        "end": round(float(words[-1].span.end), 3),
        "words": list(range(place, place + len(words))),
    }


def _sound(path: Path) -> dict[str, Any]:
    import numpy as np  # noqa: PLC0415 - heavy

    with wave.open(str(path), "rb") as file:
        rate = file.getframerate()
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    loud = samples.astype(np.float32) / FULL_SCALE
    step = int(FRAME_SECONDS * rate)
    frames = loud[: len(loud) // step * step].reshape(-1, step)
    levels = np.sqrt((frames**2).mean(axis=1)) if len(frames) else np.zeros(1)
    return {
        "beats": _beats(loud, rate),
        "silence": round(float((levels < QUIET).mean()), 3),
        "clipped": int((np.abs(samples.astype(np.int32)) >= FULL_SCALE).sum()),
    }


def _beats(samples: Any, rate: int) -> dict[str, Any]:  # noqa: ANN401 - numpy is loaded late
    import librosa  # noqa: PLC0415 - seconds to import
    import numpy as np  # noqa: PLC0415

    tempo, times = librosa.beat.beat_track(y=samples, sr=rate, units="time")
    beats = [round(float(at), 3) for at in np.atleast_1d(times)]
    found = len(beats) >= FEWEST_BEATS
    return {
        "tempo": round(float(np.atleast_1d(tempo)[0]), 2) if found else None,
        "times": beats if found else [],
        "downbeats": beats[::BAR] if found else [],
    }
