"""What is said in each scene of the outline, in a shorter and in longer versions."""

from dataclasses import dataclass, replace

from reelhouse.core.pitches.directing.goal import Goal
from reelhouse.core.pitches.directing.hooks import opposed_to
from reelhouse.core.pitches.directing.kinds import kind_of
from reelhouse.core.pitches.directing.names import Name, Sense, name_of
from reelhouse.core.pitches.directing.phrasing import Chooser, apart_from, filled, slots_of
from reelhouse.core.pitches.directing.reading import Reading
from reelhouse.core.pitches.directing.sketch import Sketch
from reelhouse.core.pitches.directing.texts import details, leads
from reelhouse.core.pitches.directing.words import capitalised, likeness, listed, shortened, stems
from reelhouse.core.pitches.plan import MOST_KINETIC_WORDS, Narrative, Purpose

UNNAMED = ("Step ", "Beat ")
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
        self._benefit_is_said = not goal.benefit or hook == opposed_to(goal.benefit)
        self._hooked = stems(hook)
        self._hook_begins = hook.partition(" ")[0]
        self._clauses: dict[int, str] = {}
        self._headings: list[frozenset[str]] = []

    def lines(self, sketch: Sketch, reading: Reading, total: int) -> Lines:
        """`total` is the number of beats."""
        name = name_of(sketch.title)
        lead = self._heading(reading)
        told = self._details(sketch, replace(reading, labels=()) if lead else reading, name)
        if lead:
            told = told[:1]
        elif sketch.place and told:
            lead, told = told[0], told[1:]
        else:
            lead = self._lead(sketch, name, total)
        if not lead:
            essence = self._essence(sketch, reading, name) or self._clauses.pop(sketch.beat, "")
            return Lines(("",), essence, 0)
        if not sketch.place:
            self._clauses[sketch.beat] = clause_of(lead, name)
        filler = self._take(details.PLAIN, sketch.scene_id, {})
        versions = [lead]
        for detail in (*told, filler):
            versions.append(f"{versions[-1]} {detail}")
        return Lines(tuple(versions), self._essence(sketch, reading, name), len(told))

    def _heading(self, reading: Reading) -> str:
        """The sentence that a screen says itself, once in a pitch."""
        if reading.heading is None or stems(reading.heading[0]) in self._headings:
            return ""
        self._headings.append(stems(reading.heading[0]))
        return f"{reading.heading[0].rstrip('.')}."

    def _lead(self, sketch: Sketch, name: Name, total: int) -> str:
        """Nothing for a further screen of which nothing is known: its beat was spoken of."""
        key = sketch.scene_id
        if sketch.place:
            return ""
        if name.title.startswith(UNNAMED):
            where = "first" if sketch.beat == 0 else "last" if sketch.beat == total - 1 else "next"
            return self._take(leads.UNNAMED[where], key, {})
        slots = {**slots_of(name), "it": self._goal.it, "taps": "taps" if sketch.is_touched else "clicks"}
        if self._narrative is Narrative.LISTICLE and sketch.beat < len(leads.NUMBERED):
            number = leads.NUMBERED[sketch.beat]
            listed_as = leads.LISTED_NUMBER if name.title.startswith(number) else leads.LISTED
            return self._take(listed_as, key, {**slots, "number": number})
        if name.sense is Sense.DEED and len(name.bare.split()) > 1 and stems(name.title) <= self._hooked:
            return self._take(leads.SAID, key, {"verb": name.bare.split()[0]})
        bank = leads.bank_for(
            sketch.purpose,
            kind_of(name),
            is_first=sketch.beat <= 0,
            is_last=sketch.beat == total - 1,
            has_product=bool(self._goal.product),
        )
        fresh = [one for one in bank if one.partition(" ")[0] != self._hook_begins] or bank
        return self._take(tuple(apart_from(name.bare, fresh)), key, slots)

    def _details(self, sketch: Sketch, reading: Reading, name: Name) -> list[str]:
        """At most two sentences of what is seen, or else one of what it is good for."""
        key = sketch.scene_id
        told: list[str] = []
        if reading.figures and sketch.purpose in WITH_FIGURES:
            told.append(self._take(details.FIGURES, key, {"figure": reading.figures[0][0]}))
        if len(reading.labels) > 1 or (reading.labels and _tells_something(reading.labels[0][0])):
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
            if reading.heading and len(reading.heading[0].split()) <= MOST_KINETIC_WORDS:
                return reading.heading[0].rstrip(".")
            if reading.figures:
                return shortened(reading.figures[0][0], MOST_KINETIC_WORDS)
            if reading.labels:
                return capitalised(reading.labels[0][0].removeprefix("the "))
            return ""
        return shortened(name.title, MOST_KINETIC_WORDS)


def _tells_something(label: str) -> bool:
    """A single thing is worth a sentence when there are many of it, or two words say which."""
    name = name_of(label)
    return name.is_plural or len(name.bare.removeprefix("the ").split()) > 1


def clause_of(lead: str, name: Name) -> str:
    """``Ready to go`` of ``Your captions, ready to go.``, for the next screen of a beat; else its title."""
    clause = lead.partition(", ")[2].strip(" .")
    return (
        capitalised(clause)
        if len(clause.split()) > 1 and not stems(clause) & stems(name.title)
        else name.title
    )
