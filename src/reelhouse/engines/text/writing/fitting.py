"""Fitting what a model wrote to the length and form of a spoken script."""

from reelhouse.engines.text.writing.cleaning import sentences, spoken
from reelhouse.engines.text.writing.composing import FEWEST_CHARACTERS, MOST_CHARACTERS


def is_fitting(text: str, max_words: int) -> bool:
    return len(text.split()) <= max_words and FEWEST_CHARACTERS <= len(text) <= MOST_CHARACTERS


def cleaned(text: str) -> str:
    """Speech only, ending as a sentence ends."""
    words = spoken(text)
    return words if not words or words[-1] in ".!?。！？" else f"{words}."


def trimmed(text: str, max_words: int) -> str | None:
    """The whole sentences of `text` that fit, the last one (the call) kept if it can be; None if none fit."""
    parts = sentences(text)
    for keep_last in (True, False):
        chosen = _whole(parts, max_words, keep_last=keep_last)
        if is_fitting(chosen, max_words) and chosen.startswith(parts[0]):
            return chosen
    return None


def _whole(parts: list[str], max_words: int, *, keep_last: bool) -> str:
    last = parts[-1:] if keep_last else []
    room = max_words - sum(len(part.split()) for part in last)
    chosen: list[str] = []
    for part in parts[: len(parts) - len(last)]:
        if len(part.split()) > room:
            break
        chosen.append(part)
        room -= len(part.split())
    return " ".join([*chosen, *last])
