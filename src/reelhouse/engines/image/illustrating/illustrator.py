"""A prompt becomes a picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from reelhouse.engines.image.illustrating.card import draw_card
from reelhouse.engines.image.illustrating.composing import compose
from reelhouse.engines.image.illustrating.detailing import textured
from reelhouse.engines.image.illustrating.finishing import as_png, finish, raised
from reelhouse.engines.image.illustrating.lending import Loan, coloured, lent
from reelhouse.engines.image.illustrating.light import GRADES, Grade
from reelhouse.engines.image.illustrating.reading import read
from reelhouse.engines.image.illustrating.scene import Reading, Scene
from reelhouse.engines.image.illustrating.sheet import Pixels
from reelhouse.engines.image.illustrating.styling import restyled

MOST_TOLD = 8
"""Words that one note names; the rest is counted."""

FINER = 1.5
"""How many times as wide and high a picture in high detail is drawn, before it is made smaller."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the illustrator; `references` are RGB pictures of any size."""

    prompt: str
    width: int
    height: int
    seed: int = 0
    accent: str | None = None
    clear_below: float = 0.0
    references: Sequence[Pixels] = ()
    detailed: bool = False


@dataclass(frozen=True, slots=True)
class Illustration:
    png: bytes
    understood: tuple[str, ...]
    notes: tuple[str, ...]


def illustrate(order: Order, faces: Sequence[Path]) -> Illustration:
    """Draw what the prompt describes; when no word of it is known, set its words as a card.

    Takes up to a second of CPU: call it in a thread.
    """
    loan = lent(order.references)
    reading = read(order.prompt, order.seed)
    if reading is None:
        return _card(order, loan, faces)
    scene = _tinted(reading.scene, order, loan)
    pixels = _drawn(scene, order, loan)
    if scene.subjects:
        pixels = raised(pixels, order.clear_below)
    if loan is not None:
        pixels = coloured(pixels, loan)
    pixels = restyled(pixels, scene.style, order.seed)
    finished = finish(pixels, GRADES.get(scene.mood, Grade()))
    told = loan.told() if loan is not None else ()
    return Illustration(as_png(finished), (*reading.understood, *told), _notes(reading))


def _card(order: Order, loan: Loan | None, faces: Sequence[Path]) -> Illustration:
    accent = order.accent or (loan.accents[0] if loan is not None and loan.accents else None)
    card = draw_card(order.prompt, order.width, order.height, order.seed, accent, faces)
    note = "No word of the prompt is in the illustrator's vocabulary, so its words are set as a card."
    pixels = card.pixels
    told: tuple[str, ...] = ()
    if loan is not None:
        pixels, told = coloured(pixels, loan), loan.told()[:1]
    return Illustration(as_png(finish(pixels, Grade())), told, (note, *card.notes))


def _tinted(scene: Scene, order: Order, loan: Loan | None) -> Scene:
    """With the references' colours where the words gave none."""
    if loan is None or scene.colours or order.accent:
        return scene
    return replace(scene, colours=loan.accents[:2])


def _drawn(scene: Scene, order: Order, loan: Loan | None) -> Pixels:
    layout = loan.layout if loan is not None else None
    size = order.width, order.height
    if not order.detailed:
        return compose(scene, *size, order.seed, order.accent, layout).pixels
    large = round(size[0] * FINER), round(size[1] * FINER)
    pixels = compose(scene, *large, order.seed, order.accent, layout, detailed=True).pixels
    fine = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return textured(np.asarray(fine, np.uint8), order.seed)


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
