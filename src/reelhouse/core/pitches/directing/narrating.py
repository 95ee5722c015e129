"""What is said in each scene of the outline, in a shorter and in longer versions."""

from dataclasses import dataclass

from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.names import Name, name_of
from reelhouse.core.pitches.directing.phrasing import Chooser, filled, slots_of
from reelhouse.core.pitches.directing.reading import Reading
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.texts import details, leads
from reelhouse.core.pitches.directing.words import capitalised, listed, shortened
from reelhouse.core.pitches.plan import MOST_KINETIC_WORDS, Narrative, Purpose

UNNAMED = "Screen "
FEWEST_FOR_A_LIST = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """`versions` from the shortest to the longest; `essence` is what is written large."""

    versions: tuple[str, ...]
    essence: str


class Narrator:
    """Speaks for one pitch, scene after scene; what it said before it says differently."""

    def __init__(self, goal: Goal, narrative: Narrative) -> None:
        self._goal = goal
        self._narrative = narrative
        self._chooser = Chooser(f"{narrative}\0{goal.product}")
        self._benefit_is_said = not goal.benefit

    def lines(self, sketch: Sketch, reading: Reading, total: int) -> Lines:
        """`total` is the number of beats."""
        name = name_of(sketch.title)
        slots = {**slots_of(name), "it": self._goal.it}
        lead = self._lead(sketch, name, slots, total)
        told = self._details(sketch, reading, name, slots)
        versions = [lead]
        for detail in told:
            versions.append(f"{versions[-1]} {detail}")
        if sketch.place and not reading.says_nothing and told:
            versions[0] = told[0]
            versions = [told[0], *versions[1:]]
        return Lines(tuple(dict.fromkeys(versions)), self._essence(sketch, reading, name))

    def _lead(self, sketch: Sketch, name: Name, slots: dict[str, str], total: int) -> str:
        chooser, key = self._chooser, sketch.scene_id
        if sketch.place:
            return filled(chooser.take(leads.MORE, key), slots)
        if name.title.startswith(UNNAMED):
            where = "first" if sketch.beat == 0 else "last" if sketch.beat == total - 1 else "next"
            return filled(chooser.take(leads.UNNAMED[where], key), slots)
        if self._narrative is Narrative.LISTICLE and sketch.beat < len(leads.NUMBERED):
            slots = {**slots, "number": leads.NUMBERED[sketch.beat]}
            return filled(chooser.take(leads.LISTED[name.sense], key), slots)
        return filled(chooser.take(self._bank(sketch, total)[name.sense], key), slots)

    def _bank(self, sketch: Sketch, total: int) -> leads.Bank:
        if sketch.purpose is not Purpose.STEP:
            return leads.BY_PURPOSE[sketch.purpose]
        if sketch.beat == 0:
            return leads.FIRST
        return leads.LAST if sketch.beat == total - 1 else leads.NEXT

    def _details(self, sketch: Sketch, reading: Reading, name: Name, slots: dict[str, str]) -> list[str]:
        told: list[str] = []
        key = sketch.scene_id
        if reading.figures and sketch.purpose in {Purpose.PROOF, Purpose.PAYOFF, Purpose.AFTER}:
            told.append(self._take(details.FIGURES, key, {"figure": reading.figures[0][0]}))
        labels = [label for label, _ in reading.labels]
        if labels:
            bank = details.LABELS if len(labels) >= FEWEST_FOR_A_LIST else details.ONE_LABEL
            told.append(self._take(bank, key, {"labels": listed(labels)}))
        if reading.buttons and sketch.purpose in {
            Purpose.STEP,
            Purpose.SOLUTION,
            Purpose.REVEAL,
            Purpose.AFTER,
        }:
            button = reading.buttons[0][0]
            if button.lower() != name.title.lower() or told:
                bank = details.TAPS if sketch.is_touched else details.CLICKS
                told.append(self._take(bank, key, {"button": button}))
        if not told and not self._benefit_is_said and sketch.is_hero:
            self._benefit_is_said = True
            told.append(self._take(details.BENEFITS, key, {"do": self._goal.benefit}))
        if not told:
            told.append(self._take(details.PLAIN, key, slots))
        return told[:2]

    def _take(self, bank: tuple[str, ...], key: str, slots: dict[str, str]) -> str:
        return filled(self._chooser.take(bank, key), slots)

    def _essence(self, sketch: Sketch, reading: Reading, name: Name) -> str:
        if sketch.place or name.title.startswith(UNNAMED):
            if reading.figures:
                return shortened(reading.figures[0][0], MOST_KINETIC_WORDS)
            if reading.labels:
                return capitalised(reading.labels[0][0])
            return ""
        return shortened(name.title, MOST_KINETIC_WORDS)
