"""The tunes of a piece: what is sung, and what an instrument plays where nobody sings."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from reelhouse.engines.music.composing.harmony import OCTAVE
from reelhouse.engines.music.songs.reading.lyrics import Kind
from reelhouse.engines.music.songs.reading.style import Singer, Style
from reelhouse.engines.music.songs.writing.chords import ROW_OF
from reelhouse.engines.music.songs.writing.form import Metre
from reelhouse.engines.music.songs.writing.melody import (
    Manner,
    Voice,
    Words,
    manner_of,
    phrase_rhythm,
    pitched,
)
from reelhouse.engines.music.songs.writing.score import STEPS, Note, Passage, SungNote
from reelhouse.engines.music.songs.writing.singable import Phrase, phrases_in

RANGES = {
    Singer.WOMAN: Voice(53, 59, 71),
    Singer.MAN: Voice(43, 50, 63),
    Singer.DUET: Voice(53, 59, 71),
    Singer.CHOIR: Voice(53, 60, 72),
}
LEAD_RANGE = Voice(62, 70, 86)
LOW_LEADS = {
    "cello": Voice(50, 58, 72),
    "horn": Voice(52, 60, 74),
    "saxophone": Voice(55, 65, 79),
    "clarinet": Voice(55, 66, 82),
}
PLAYED_BARS = 2
LAST_OF_FOUR = 3
NOTES_A_SECOND = 1.9


@dataclass(frozen=True, slots=True)
class Tunes:
    """All tunes of one piece: equal lines in equal kinds of sections have equal tunes."""

    style: Style
    metre: Metre
    tonic: int
    walk: tuple[int, ...]
    scale: tuple[int, ...]
    seed: int
    singer: Singer = Singer.WOMAN

    @property
    def steps(self) -> int:
        return self.metre.beats * STEPS

    def sung(self, passages: Sequence[Passage], words: Sequence[Words]) -> tuple[list[SungNote], list[int]]:
        """Syllables on their notes, and the lines for which there was no time."""
        sung: list[SungNote] = []
        for passage in passages:
            for phrase in phrases_in(passage.kind, len(passage.bars), passage.lines, words, self.metre):
                notes = self._phrase(
                    passage, phrase, words[phrase.line], RANGES[self.singer], spoken=self.style.speaks
                )
                sung += [SungNote(phrase.line, place, note) for place, note in enumerate(notes)]
        heard = {note.line for note in sung}
        return sung, [line for line in range(len(words)) if line not in heard]

    def lead(
        self, passages: Sequence[Passage], words: Sequence[Words], ending: int, ring: float
    ) -> list[Note]:
        """The instrument's tune: the hook in introductions and solos, answers between the lines of verses."""
        if self.style.alone:
            return []
        voice = LOW_LEADS.get(self.style.lead, LEAD_RANGE)
        notes: list[Note] = []
        for passage in passages:
            sings = phrases_in(passage.kind, len(passage.bars), passage.lines, words, self.metre)
            for bar in self._free_bars(passage, sings, any_words=bool(words)):
                place = bar // PLAYED_BARS
                phrase = Phrase(
                    -1,
                    bar,
                    min(PLAYED_BARS, len(passage.bars) - bar),
                    place,
                    closes=place % 4 == LAST_OF_FOUR,
                )
                played = self._phrase(passage, phrase, self._pseudo(passage, place), voice, spoken=False)
                level = (0.62 if sings else 0.78) + 0.22 * passage.energy
                notes += [Note(note.start, note.length, note.pitch, note.velocity * level) for note in played]
        if notes:
            home = min(
                (pitch for pitch in range(voice.lowest, voice.highest) if pitch % OCTAVE == self.tonic),
                key=lambda pitch: abs(pitch - notes[-1].pitch),
            )
            notes.append(Note(ending, ring * 0.9, home, 0.7))
        return notes

    def played(self, sung: Sequence[SungNote]) -> list[Note]:
        """What would be sung, where the instrument is at home."""
        at_home = LOW_LEADS.get(self.style.lead, LEAD_RANGE).home
        shift = round((at_home - RANGES[self.singer].home) / OCTAVE) * OCTAVE
        return [
            Note(own.note.start, own.note.length, own.note.pitch + shift, own.note.velocity) for own in sung
        ]

    def _free_bars(self, passage: Passage, sings: Sequence[Phrase], *, any_words: bool) -> list[int]:
        """Where a phrase of the instrument begins."""
        taken = {bar for phrase in sings for bar in range(phrase.bar, phrase.bar + phrase.bars)}
        starts = range(0, len(passage.bars), PLAYED_BARS)
        if passage.kind is Kind.INTRO and not sings:
            starts = range(len(passage.bars) // 2, len(passage.bars), PLAYED_BARS)
        if passage.kind is Kind.PRE and not any_words:
            starts = range(0, len(passage.bars) // 2, PLAYED_BARS)
        if passage.kind is Kind.BREAK:
            return []
        return [bar for bar in starts if not {bar, min(bar + 1, len(passage.bars) - 1)} & taken]

    def _pseudo(self, passage: Passage, place: int) -> Words:
        dice = self._dice(passage.kind, "count", place % 2)
        usual = float(self.metre.bar) * PLAYED_BARS * NOTES_A_SECOND
        busy = {Kind.CHORUS: 1.1, Kind.SOLO: 1.45, Kind.BRIDGE: 0.8}.get(passage.kind, 1.0)
        return Words((True,) * max(3, round(usual * busy * dice.uniform(0.8, 1.1))))

    def _phrase(
        self, passage: Passage, phrase: Phrase, words: Words, voice: Voice, *, spoken: bool
    ) -> list[Note]:
        steps = self.steps
        which = phrase.line if phrase.line >= 0 else f"played {phrase.place % 2}"
        dice = self._dice(passage.kind, "rhythm", which)
        rhythm = phrase_rhythm(words, phrase.bars * steps, STEPS, dice, busy=spoken)
        bars = passage.bars[phrase.bar : phrase.bar + phrase.bars]
        place = phrase.place % 4
        notes = pitched(
            rhythm, bars, steps, frozenset((self.tonic + step) % OCTAVE for step in self.walk), voice,
            self._manner(passage, spoken=spoken), place, closes=phrase.closes, tonic=self.tonic,
        )  # fmt: skip
        at = (passage.first + phrase.bar) * steps
        return [Note(at + note.start, note.length, note.pitch, note.velocity) for note in notes]

    def _manner(self, passage: Passage, *, spoken: bool) -> Manner:
        row = ROW_OF[passage.kind] if passage.kind not in {Kind.INTRO, Kind.SOLO, Kind.OUTRO} else "chorus"
        return manner_of(row, Random(f"manner:{row}:{self.seed}"), spoken=spoken)

    def _dice(self, kind: Kind, *what: object) -> Random:
        row = ROW_OF[kind] if kind not in {Kind.INTRO, Kind.SOLO, Kind.OUTRO} else "chorus"
        return Random(f"{self.seed}:{row}:{what}")
