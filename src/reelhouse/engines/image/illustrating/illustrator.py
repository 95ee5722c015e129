"""A prompt becomes a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reelhouse.engines.image.illustrating.card import draw_card
from reelhouse.engines.image.illustrating.composing import compose
from reelhouse.engines.image.illustrating.finishing import as_png, finish, raised
from reelhouse.engines.image.illustrating.light import GRADES, Grade
from reelhouse.engines.image.illustrating.reading import read
from reelhouse.engines.image.illustrating.scene import Reading
from reelhouse.engines.image.illustrating.styling import restyled

MOST_TOLD = 8
"""Words that one note names; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Illustration:
    png: bytes
    understood: tuple[str, ...]
    notes: tuple[str, ...]


def illustrate(
    prompt: str,
    width: int,
    height: int,
    seed: int,
    accent: str | None,
    faces: Sequence[Path],
    clear_below: float = 0.0,
) -> Illustration:
    """Draw what `prompt` describes; when no word of it is known, set its words as a card.

    Takes up to a second of CPU: call it in a thread.
    """
    reading = read(prompt, seed)
    if reading is None:
        card = draw_card(prompt, width, height, seed, accent, faces)
        note = "No word of the prompt is in the illustrator's vocabulary, so its words are set as a card."
        return Illustration(as_png(finish(card.pixels, Grade())), (), (note, *card.notes))
    pixels = compose(reading.scene, width, height, seed, accent).pixels
    if reading.scene.subjects:
        pixels = raised(pixels, clear_below)
    pixels = restyled(pixels, reading.scene.style, seed)
    grade = GRADES.get(reading.scene.mood, Grade())
    return Illustration(as_png(finish(pixels, grade)), reading.understood, _notes(reading))


def _notes(reading: Reading) -> tuple[str, ...]:
    notes = []
    if reading.unknown:
        notes.append(f"Not drawn, because the illustrator does not know it: {_told(reading.unknown)}.")
    if reading.crowded_out:
        notes.append(f"Known, but without room beside the rest: {_told(reading.crowded_out)}.")
    if reading.left_out:
        notes.append(f"Left out, as the prompt says: {_told(reading.left_out)}.")
    return tuple(notes)


def _told(words: tuple[str, ...]) -> str:
    named = ", ".join(word[:40] for word in words[:MOST_TOLD])
    rest = len(words) - MOST_TOLD
    return f"{named} and {rest} more" if rest > 0 else named
