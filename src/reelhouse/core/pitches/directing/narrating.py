"""What is said in each scene of the outline, in a shorter and in longer versions."""

from dataclasses import dataclass

from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.names import Name, name_of
from reelhouse.core.pitches.directing.phrasing import Chooser, filled, slots_of
from reelhouse.core.pitches.directing.reading import Reading
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.texts import details, leads
from reelhouse.core.pitches.directing.words import capitalised, likeness, listed, shortened, stems
from reelhouse.core.pitches.plan import MOST_KINETIC_WORDS, Narrative, Purpose

UNNAMED = ("Screen ", "Beat ")
WITH_FIGURES = frozenset({Purpose.PROOF, Purpose.PAYOFF, Purpose.AFTER, Purpose.REVEAL})
WITHOUT_BUTTONS = frozenset({Purpose.BEFORE, Purpose.PROBLEM, Purpose.PROOF})


@dataclass(frozen=True, slots=True)
class Lines:
    """`versions` from the shortest to the longest; `essence` is what is written large.

    Versions after `natural` say nothing more that matters, and only fill time.
    """

    versions: tuple[str, ...]
    essence: str
    natural: int = 1


class Narrator:
    """Speaks for one pitch, scene after scene; what it said before it says differently."""

    def __init__(self, goal: Goal, narrative: Narrative, hook: str) -> None:
        self._goal = goal
        self._narrative = narrative
        self._chooser = Chooser(f"{narrative}\0{goal.product}")
        self._hook_says_it = stems(goal.benefit) <= stems(hook)
        self._benefit_is_said = not goal.benefit

    def lines(self, sketch: Sketch, reading: Reading, total: int) -> Lines:
        """`total` is the number of beats."""
        name = name_of(sketch.title)
        slots = {**slots_of(name), "it": self._goal.it}
        lead = self._lead(sketch, name, slots, total)
        told = self._details(sketch, reading, name)
        if sketch.place and told:
            lead, told = told[0], told[1:]
        filler = self._take(details.PLAIN, sketch.scene_id, slots)
        versions = [lead]
        for detail in (*told, filler):
            versions.append(f"{versions[-1]} {detail}")
        return Lines(tuple(versions), self._essence(sketch, reading, name), len(told))

    def _lead(self, sketch: Sketch, name: Name, slots: dict[str, str], total: int) -> str:
        chooser, key = self._chooser, sketch.scene_id
        if sketch.place:
            return filled(chooser.take(leads.MORE[name.sense], key), slots)
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

    def _details(self, sketch: Sketch, reading: Reading, name: Name) -> list[str]:
        """At most two sentences of what is seen, or else one of what it is good for."""
        key = sketch.scene_id
        told: list[str] = []
        if reading.figures and sketch.purpose in WITH_FIGURES:
            told.append(self._take(details.FIGURES, key, {"figure": reading.figures[0][0]}))
        if reading.labels:
            bank = details.LABELS if len(reading.labels) > 1 else details.ONE_LABEL
            told.append(self._take(bank, key, {"labels": listed([label for label, _ in reading.labels])}))
        told += self._pressed(sketch, reading, name)
        if not told and self._may_say_the_benefit(sketch, name):
            self._benefit_is_said = True
            told.append(self._take(details.BENEFITS, key, {"do": self._goal.benefit}))
        return told[:2]

    def _may_say_the_benefit(self, sketch: Sketch, name: Name) -> bool:
        """Once, where it is no repetition: a solution answers its hook, others would only echo it."""
        if self._benefit_is_said or likeness(stems(name.title), stems(self._goal.benefit)) > 0:
            return False
        return sketch.purpose is Purpose.SOLUTION or (sketch.is_hero and not self._hook_says_it)

    def _pressed(self, sketch: Sketch, reading: Reading, name: Name) -> list[str]:
        """One button is pressed; several are what one can do."""
        buttons = [button for button, _ in reading.buttons if button.lower() != name.title.lower()]
        if not buttons or sketch.purpose in WITHOUT_BUTTONS:
            return []
        if len(buttons) > 1:
            deeds = listed([name_of(button).bare for button in buttons[:3]])
            return [self._take(details.DEEDS, sketch.scene_id, {"deeds": deeds})]
        bank = details.TAPS if sketch.is_touched else details.CLICKS
        return [self._take(bank, sketch.scene_id, {"button": buttons[0]})]

    def _take(self, bank: tuple[str, ...], key: str, slots: dict[str, str]) -> str:
        return filled(self._chooser.take(bank, key), slots)

    def _essence(self, sketch: Sketch, reading: Reading, name: Name) -> str:
        if sketch.place or name.title.startswith(UNNAMED):
            if reading.figures:
                return shortened(reading.figures[0][0], MOST_KINETIC_WORDS)
            if reading.labels:
                return capitalised(reading.labels[0][0].removeprefix("the "))
            return ""
        return shortened(name.title, MOST_KINETIC_WORDS)
