"""The few words of a scene that are written large."""

from reelhouse.core.pitches.directing.choices import written
from reelhouse.core.pitches.directing.layouts import WITH_WORDS
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.directing.words import stems
from reelhouse.core.pitches.plan import MOST_KINETIC_WORDS, Layout, Role

LONGEST = 60


def kinetic_for(sketch: Sketch, essence: str, narration: str, layout: Layout, path: str, notes: Notes) -> str:
    """What the caller dictates, of at most six words; else the essence of what is said."""
    wish = sketch.wish.kinetic_text
    if wish is not None:
        return _within_six(wish, f"{path}.kineticText", notes)
    if layout in WITH_WORDS or sketch.role is not Role.BEAT:
        return essence
    return essence if not sketch.place or not narration or stems(essence) & stems(narration) else ""


def _within_six(given: str, path: str, notes: Notes) -> str:
    words = given.split()
    if len(words) > MOST_KINETIC_WORDS:
        short = " ".join(words[:MOST_KINETIC_WORDS]).rstrip(",;:-")
        notes.add(Code.KINETIC_TRUNCATED, path, " ".join(words), short)
        return short
    return written(given, LONGEST * 2, path, notes)
