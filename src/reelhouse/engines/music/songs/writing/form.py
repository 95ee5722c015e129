"""The form of a piece: how many bars at which tempo, and which section has how many of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reelhouse.engines.music.songs.reading.lyrics import Kind

SHORTEST_RING, LONGEST_RING = 1.6, 5.0  # seconds of the last chord
PHRASE = 4
RINGS = tuple(Fraction(quarters, 4) for quarters in (4, 3, 5, 2, 6, 8))  # bars of the last chord
FREE, ASKED = 0.05, 0.012  # how far the tempo may leave what the genre, or what the tags want
WANTED = {
    Kind.INTRO: 4, Kind.VERSE: 8, Kind.PRE: 4, Kind.CHORUS: 8, Kind.POST: 4, Kind.BRIDGE: 8, Kind.SOLO: 8,
    Kind.BREAK: 4, Kind.OUTRO: 4,
}  # fmt: skip
GROWS = {
    Kind.CHORUS: 1.0, Kind.VERSE: 0.8, Kind.SOLO: 0.7, Kind.BRIDGE: 0.6, Kind.POST: 0.5, Kind.PRE: 0.4,
    Kind.BREAK: 0.4, Kind.INTRO: 0.45, Kind.OUTRO: 0.4,
}  # fmt: skip
FORMS = (
    (5, "Chorus"), (9, "Intro, Chorus"), (15, "Intro, Verse, Chorus"), (25, "Intro, Verse, Chorus, Outro"),
    (41, "Intro, Verse, Chorus, Verse, Chorus, Outro"), (61,
    "Intro, Verse, Pre-Chorus, Chorus, Verse, Pre-Chorus, Chorus, Outro"),
    (89, "Intro, Verse, Pre-Chorus, Chorus, Verse, Pre-Chorus, Chorus, Bridge, Final Chorus, Outro"),
    (9999, "Intro, Verse, Pre-Chorus, Chorus, Verse, Pre-Chorus, Chorus, Solo, Bridge, Final Chorus, Outro"),
)  # fmt: skip
CLUB_NAMES = {
    "Verse": "Groove",
    "Pre-Chorus": "Build",
    "Chorus": "Drop",
    "Bridge": "Break",
    "Final Chorus": "Final Drop",
    "Solo": "Groove",
}


@dataclass(frozen=True, slots=True)
class Metre:
    """`beat` in seconds, exactly; `bars` before the last chord, which rings for `ring` seconds."""

    beats: int
    beat: Fraction
    bars: int
    ring: Fraction

    @property
    def bar(self) -> Fraction:
        return self.beat * self.beats

    @property
    def tempo(self) -> float:
        return float(60 / self.beat)


@dataclass(frozen=True, slots=True)
class Outline:
    """A section before its bars are known: `needs` is what its lines take when sung once."""

    name: str
    kind: Kind
    lines: tuple[int, ...] = ()
    needs: int = 0
    bars: int = 0


def metre_of(duration: Fraction, tempo: float, beats: int, *, is_asked: bool) -> Metre:
    """Whole bars and a last chord of about one bar; the tempo gives way a little so that it ends in time.

    Prefers a number of bars that fours divide, as phrases do.
    """
    bar = 60 * beats / tempo
    leeway = ASKED if is_asked else FREE
    choices: list[tuple[float, int, Fraction]] = []
    for bars in range(1, int(float(duration) / bar) + 3):
        exact = duration * Fraction(tempo).limit_denominator(1000) / (60 * beats) - bars
        for ring in (*RINGS, exact) if is_asked else RINGS:
            length = float(duration / (bars + ring)) if ring > 0 else 0.0
            if not SHORTEST_RING <= ring * length <= max(LONGEST_RING, 1.5 * length):
                continue
            stretch = abs(length / bar - 1)
            uneven = 0.0 if bars % 4 == 0 else 0.5 if bars % 2 == 0 else 1.0
            cost = 80 * max(stretch - leeway, 0) + 4 * stretch + 0.12 * uneven + 0.1 * abs(float(ring) - 1)
            choices.append((cost, bars, ring))
    _, whole, rest = min(choices, default=(0.0, 1, Fraction(1)))
    exact = duration / (whole + rest)
    return Metre(beats, exact / beats, whole, exact * rest)


def default_form(bars: int, *, club: bool) -> list[Outline]:
    """Of a piece without lyrics."""
    names = next(form for most, form in FORMS if bars < most).split(", ")
    kinds = {"Pre-Chorus": Kind.PRE, "Final Chorus": Kind.CHORUS}
    return [
        Outline(CLUB_NAMES.get(name, name) if club else name, kinds.get(name) or Kind(name.lower()))
        for name in names
    ]


def fitted(outlines: Sequence[Outline], bars: int) -> tuple[list[Outline], list[str]]:
    """Every section with its bars, `bars` in all, and what had to give way."""
    notes: list[str] = []
    sections = list(outlines)
    if len(sections) > bars:
        notes.append(
            f"There is no time for {len(sections)} sections; the last {len(sections) - bars} are left out."
        )
        sections = sections[:bars]
    sections = _with_more(sections, bars, notes)
    sections = [replace(section, bars=_first(section)) for section in sections]
    while (over := sum(section.bars for section in sections) - bars) > 0:
        longer = [place for place, section in enumerate(sections) if section.bars > 1]
        place = max(longer, key=lambda place: (_spare(sections[place]), sections[place].bars, place))
        step = next(step for step in (PHRASE, 2, 1) if step <= over and step < sections[place].bars)
        sections[place] = replace(sections[place], bars=sections[place].bars - step)
    while bars - sum(section.bars for section in sections) >= PHRASE:
        place = min(range(len(sections)), key=lambda place: (_fullness(sections[place]), place))
        sections[place] = replace(sections[place], bars=sections[place].bars + PHRASE)
    return _with_rest(sections, bars - sum(section.bars for section in sections)), notes


def _first(section: Outline) -> int:
    need = -(-section.needs // PHRASE) * PHRASE if section.needs > 2 else section.needs  # noqa: PLR2004
    return max(WANTED[section.kind], need)


def _spare(section: Outline) -> float:
    """How many bars could go without losing a line; instrumental ones are shortened first."""
    return (section.bars - max(section.needs, 1)) / (1 + GROWS[section.kind])


def _fullness(section: Outline) -> float:
    return section.bars / (max(WANTED[section.kind], section.needs) * GROWS[section.kind])


def _with_more(sections: list[Outline], bars: int, notes: list[str]) -> list[Outline]:
    """When the written sections would have to be stretched too far, instrumental ones join them."""
    added = []
    wants = sum(_first(section) for section in sections)
    if bars > 1.9 * wants and sections[0].kind is not Kind.INTRO:
        sections = [Outline("Intro", Kind.INTRO), *sections]
        added.append("Intro")
    if bars > 1.9 * wants and sections[-1].kind is not Kind.OUTRO:
        sections = [*sections, Outline("Outro", Kind.OUTRO)]
        added.append("Outro")
    sung = [section for section in sections if section.kind not in {Kind.INTRO, Kind.OUTRO}]
    while bars > 2.2 * sum(_first(section) for section in sections) and sung:
        again = [Outline("Solo", Kind.SOLO), *sung]
        end = len(sections) - (sections[-1].kind is Kind.OUTRO)
        sections = [*sections[:end], *again, *sections[end:]]
        added += [section.name for section in again]
    if added:
        notes.append(f"To fill the time, these sections were added: {', '.join(added)}.")
    return sections


def _with_rest(sections: list[Outline], left: int) -> list[Outline]:
    """One to three bars more than phrases need go to the section before the end, or to the last."""
    if left > 0:
        intros = [
            place
            for place, section in enumerate(sections)
            if section.kind is Kind.INTRO and left < PHRASE - 1
        ]
        place = intros[0] if intros else len(sections) - 1
        sections[place] = replace(sections[place], bars=sections[place].bars + left)
    return sections
