"""How far the words of an annotation can be relied on, and what speaks against them."""

from collections.abc import Sequence
from typing import Any

from reelhouse.engines.transcript.annotating.sound import Sounding
from reelhouse.engines.transcript.types import Heard, HeardWord

FRAMES = 100  # of `Sounding.voiced`, a second
UNSURE = 0.5
MOST_UNSURE = 0.25  # of all words, and the transcript is doubted
LEAST_COVERED = 0.5  # of what sounds like a voice, and words are missing; music sounds like one, too
SLOWEST, FASTEST = 0.7, 6.0  # words a second, within lines
BRIEF = 0.03  # seconds, in which nobody says a word of more than
BRIEF_LETTERS = 3
LEAST_SIGNAL = 12.0  # dB
SOFT = -45.0  # dB of full scale
MOST_SILENT = 0.6


def quality_of(heard: Heard, words: Sequence[HeardWord], sounding: Sounding) -> dict[str, Any]:
    """The table ``qa``. `words` are those that are said."""
    sure = [word.confidence for word in words]
    unsure = [place for place, level in enumerate(sure) if level < UNSURE]
    frames = len(sounding.voiced)
    silence = 1 - float(sounding.voiced.sum()) / frames if frames else 1.0
    figures: dict[str, Any] = {
        "words": len(words),
        "meanConfidence": round(sum(sure) / len(sure), 3) if sure else None,
        "lowestConfidence": round(min(sure), 3) if sure else None,
        "confidenceThreshold": UNSURE,
        "lowConfidenceWords": unsure,
        "scores": dict(heard.scores),
        "coverage": _coverage(words, sounding),
        "wordsPerSecond": _pace(words),
        "silenceRatio": round(silence, 3),
        "clippedSamples": sounding.clipped,
        "signalToNoise": sounding.signal_to_noise,
        "level": sounding.level,
        "notes": list(heard.notes),
    }
    return {**figures, "warnings": _warnings(figures, words)}


def _coverage(words: Sequence[HeardWord], sounding: Sounding) -> float | None:
    """How much of what sounds like a voice lies within words."""
    total = int(sounding.voiced.sum())
    if not total:
        return None
    inside = sum(
        int(sounding.voiced[int(word.span.start * FRAMES) : int(word.span.end * FRAMES)].sum())
        for word in words
    )
    return round(min(inside / total, 1.0), 3)


def _pace(words: Sequence[HeardWord]) -> float | None:
    """Words a second of the time that words take."""
    seconds = float(sum(word.span.duration for word in words))
    return round(len(words) / seconds, 2) if seconds else None


def _warnings(figures: dict[str, Any], words: Sequence[HeardWord]) -> list[dict[str, str]]:
    pace, coverage = figures["wordsPerSecond"], figures["coverage"]
    signal = figures["signalToNoise"]
    brief = [word for word in words if word.span.duration < BRIEF and len(word.text) > BRIEF_LETTERS]
    found = {
        "no_words": (not words, "No word was heard."),
        "transcript_doubtful": (
            len(figures["lowConfidenceWords"]) > MOST_UNSURE * max(len(words), 1),
            "Many words are unsure: the transcript may say something else than the recording.",
        ),
        "words_missing": (
            bool(words) and coverage is not None and coverage < LEAST_COVERED,
            "Most of what sounds like a voice, or like music, lies outside of all words.",
        ),
        "pace_implausible": (
            pace is not None and not SLOWEST <= pace <= FASTEST,
            "Words are slower or faster than people speak or sing.",
        ),
        "words_too_brief": (bool(brief), "Some words are briefer than anybody can say them."),
        "clipping": (figures["clippedSamples"] > 0, "The recording is clipped."),
        "noisy": (
            signal is not None and signal < LEAST_SIGNAL,
            "Speech stands out little from what else is heard.",
        ),
        "soft": (figures["level"] < SOFT, "The recording is very soft."),
        "mostly_silent": (figures["silenceRatio"] > MOST_SILENT, "Most of the recording is silent."),
    }
    return [{"code": code, "message": message} for code, (holds, message) in found.items() if holds]
