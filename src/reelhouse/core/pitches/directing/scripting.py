"""The words of every scene: what is dictated, what an engine drafted, or what the director writes."""

from reelhouse.core.pitches.directing.choices import written
from reelhouse.core.pitches.directing.drafts import Draft
from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.hooks import bridges_for, brief_benefit
from reelhouse.core.pitches.directing.importance import importance_of
from reelhouse.core.pitches.directing.narrating import Lines, Narrator
from reelhouse.core.pitches.directing.reading import NOTHING_READ, Reading, read_screen
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.telling import Told, dictated_frames
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.directing.words import capitalised, shortened, stem
from reelhouse.core.pitches.plan import MOST_KINETIC_WORDS, Direction, Role
from reelhouse.engines.text.writing.cleaning import sentences
from reelhouse.engines.text.writing.fitting import cleaned

LONGEST_NARRATION, LONGEST_DRAFTED = 600, 240


class Script:
    """Everything that is said and read on the screens of one pitch, scene by scene."""

    def __init__(self, goal: Goal, direction: Direction, draft: Draft | None) -> None:
        self._goal = goal
        self._direction = direction
        self._draft = draft or Draft()
        self._narrator = Narrator(goal, direction.narrative_template, direction.hook)
        self._wanted = frozenset(map(stem, goal.keywords))
        self.readings: dict[str, Reading] = {}
        self.essences: dict[str, str] = {}

    def told(self, sketches: list[Sketch], notes: Notes) -> list[Told]:
        """Each scene with the versions of its text."""
        return [self._told(sketch, place, notes) for place, sketch in enumerate(sketches)]

    def _told(self, sketch: Sketch, place: int, notes: Notes) -> Told:
        lines = self._lines(sketch)
        self.essences[sketch.scene_id] = lines.essence
        path = f"scenes[{place}]"
        dictated = sketch.wish.narration
        if dictated is not None:
            dictated = fitted(dictated, f"{path}.narrationText", notes)
        return Told(
            sketch=sketch,
            versions=lines.versions,
            natural=min(lines.natural, len(lines.versions) - 1),
            dictated=dictated,
            weight=importance_of(sketch),
            frames=dictated_frames(sketch.wish.seconds, f"{path}.durationS", notes),
        )

    def _lines(self, sketch: Sketch) -> Lines:
        direction = self._direction
        if sketch.role is Role.OPENING:
            bridges = bridges_for(self._goal, direction.narrative_template, direction.hook)
            return Lines(_longer(direction.hook, bridges), self._hook_essence(), min(len(bridges), 1))
        if sketch.role is Role.CLOSING:
            return Lines((direction.cta,), in_six(direction.cta, self._goal.product), 0)
        reading = NOTHING_READ
        if sketch.shown is not None:
            reading = read_screen(sketch.shown.seen, sketch.title, self._wanted)
        self.readings[sketch.scene_id] = reading
        lines = self._narrator.lines(sketch, reading, len(direction.outline))
        beat = direction.outline[sketch.beat].beat_id if 0 <= sketch.beat < len(direction.outline) else ""
        drafted = self._draft.narrations.get(beat, "") if not sketch.place else ""
        if not drafted.strip():
            return lines
        versions = _drafted(drafted)
        return Lines(versions, lines.essence, len(versions) - 1)

    def _hook_essence(self) -> str:
        return in_six(
            self._direction.hook, self._goal.benefit, brief_benefit(self._goal.benefit), self._goal.product
        )


def in_six(*texts: str) -> str:
    """The first of `texts` that has six words at most; else the beginning of the first."""
    fits = (text for text in texts if text and len(text.split()) <= MOST_KINETIC_WORDS)
    return capitalised(next(fits, shortened(texts[0], MOST_KINETIC_WORDS)))


def fitted(text: str, path: str, notes: Notes) -> str:
    """A dictated narration on one line, cut after a whole sentence where it is too long for a scene."""
    words = " ".join(written(text, 20 * LONGEST_NARRATION, path, notes).split())
    if len(words) <= LONGEST_NARRATION:
        return words
    short = _sentences_within(words, LONGEST_NARRATION)
    notes.add(
        Code.NARRATION_TRIMMED, path, words, short, detail=f"It may have {LONGEST_NARRATION} characters."
    )
    return short


def _drafted(text: str) -> tuple[str, ...]:
    """Its first sentence, its first two, and so on."""
    parts = sentences(_sentences_within(cleaned(text), LONGEST_DRAFTED))
    return tuple(" ".join(parts[: place + 1]) for place in range(len(parts)))


def _sentences_within(text: str, most: int) -> str:
    """As many whole sentences as fit; of one that is too long, as many words."""
    kept = ""
    for part in sentences(text):
        longer = f"{kept} {part}".strip()
        if len(longer) > most:
            break
        kept = longer
    return kept or f"{text[: most - 1].rpartition(' ')[0] or text[: most - 1]}."


def _longer(first: str, more: list[str]) -> tuple[str, ...]:
    """`first`, then with one more sentence after the other."""
    versions = [first]
    for one in more if first else ():
        versions.append(f"{versions[-1]} {one}")
    return tuple(versions)
