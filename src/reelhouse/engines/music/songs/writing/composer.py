"""Writes a whole piece: chords for each section, then everybody's part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from reelhouse.engines.music.composing.harmony import OCTAVE, voiced
from reelhouse.engines.music.songs.reading.lyrics import Kind, Stanza
from reelhouse.engines.music.songs.reading.style import Layer, Singer, Style
from reelhouse.engines.music.songs.writing.chords import (
    ROW_OF,
    SCALES,
    TUNE_SCALES,
    chord_of,
    progressions_for,
    tonality_of,
)
from reelhouse.engines.music.songs.writing.drumming import drums_of
from reelhouse.engines.music.songs.writing.figures import bass_bar, chord_bar
from reelhouse.engines.music.songs.writing.form import Metre, Outline, default_form, fitted, metre_of
from reelhouse.engines.music.songs.writing.melody import Words
from reelhouse.engines.music.songs.writing.score import STEPS, Bar, Hit, Note, Part, Passage, Role, Score
from reelhouse.engines.music.songs.writing.singable import bars_for
from reelhouse.engines.music.songs.writing.tunes import Tunes

ENERGIES = {
    Kind.INTRO: 0.4, Kind.VERSE: 0.46, Kind.PRE: 0.62, Kind.CHORUS: 0.86, Kind.POST: 0.86, Kind.BRIDGE: 0.4,
    Kind.SOLO: 0.78, Kind.BREAK: 0.3,
    Kind.OUTRO: 0.5,
}  # fmt: skip
BASS_JOINS, CALM = 0.36, 0.5
TEMPO_JITTER = 0.025


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be written. `words` has an entry for each lyric line, `stanzas` say where they are."""

    style: Style
    duration: Fraction
    stanzas: tuple[Stanza, ...]
    lines: tuple[str, ...]
    words: tuple[Words, ...]
    seed: int
    sings: bool = True
    """Otherwise an instrument plays what would be sung."""


@dataclass(frozen=True, slots=True)
class Written:
    score: Score
    metre: Metre
    tonic: int
    mode: str
    notes: tuple[str, ...]


def compose(ask: Ask) -> Written:
    """Equal asks, equal music."""
    style = ask.style
    dice = Random(f"{style.genre.name}:{ask.seed}")
    metre = _metre(ask, dice)
    tonic, mode = _key(style, dice)
    outlines, notes = fitted(_outlines(ask, metre), metre.bars)
    passages = _passages(outlines, style, tonic, mode, dice)
    steps = metre.beats * STEPS
    tunes = Tunes(style, metre, tonic, TUNE_SCALES[mode], SCALES[mode], ask.seed, singer_of(style, ask.seed))
    sung, unsung = tunes.sung(passages, ask.words)
    if unsung:
        told = ", ".join(f"“{ask.lines[line][:40]}”" for line in unsung[:4])
        notes.append(f"There was no time to sing {len(unsung)} of {len(ask.lines)} lines: {told}.")
    ending = metre.bars * steps
    ring = float(metre.ring / metre.beat) * STEPS
    parts = [*_accompaniment(passages, style, steps, tonic, mode, ending, ring)]
    lead = tunes.lead(passages, ask.words, ending, ring)
    if not ask.sings:
        lead = sorted([*lead, *tunes.played(sung)], key=lambda note: note.start)
    if lead:
        parts.append(Part(Role.LEAD, style.lead, tuple(lead)))
    hits = tuple(sorted(_drums(passages, style, steps, ending, dice), key=lambda hit: (hit.start, hit.piece)))
    score = Score(tuple(passages), tuple(parts), hits, tuple(sung), steps, ending)
    return Written(score, metre, tonic, mode, tuple(notes))


def _metre(ask: Ask, dice: Random) -> Metre:
    style = ask.style
    slowest, usual, fastest = style.genre.tempo
    if style.tempo is not None:
        return metre_of(ask.duration, style.tempo, style.beats, is_asked=True)
    free = usual * style.pace * (1 + dice.uniform(-TEMPO_JITTER, TEMPO_JITTER))
    return metre_of(ask.duration, min(max(free, slowest * 0.72), fastest * 1.3), style.beats, is_asked=False)


def _key(style: Style, dice: Random) -> tuple[int, str]:
    own = dice.choice(style.genre.modes)
    tonic = dice.randrange(OCTAVE)
    mode = style.mode or own
    if (
        style.mode is not None
        and tonality_of(own) == tonality_of(style.mode)
        and style.mode in {"major", "minor"}
    ):
        mode = own if own in style.genre.modes else style.mode
    return tonic if style.tonic is None else style.tonic, mode


def _outlines(ask: Ask, metre: Metre) -> list[Outline]:
    if not ask.stanzas:
        club = ask.style.genre.pump >= 0.4  # noqa: PLR2004 - what is danced to
        return default_form(metre.bars, club=club)
    numbers = {line: number for number, line in enumerate(ask.lines)}
    outlines = []
    for stanza in ask.stanzas:
        lines = tuple(numbers[line] for line in stanza.lines if ask.words[numbers[line]].ends)
        outlines.append(
            Outline(stanza.name, stanza.kind, lines, sum(bars_for(ask.words[line], metre) for line in lines))
        )
    return outlines


def _passages(
    outlines: Sequence[Outline], style: Style, tonic: int, mode: str, dice: Random
) -> list[Passage]:
    rows = progressions_for(style.genre.progressions, mode, dice)
    passages: list[Passage] = []
    voices: tuple[int, ...] | None = None
    first = 0
    turns: dict[Kind, int] = {}
    for number, outline in enumerate(outlines):
        is_last = number == len(outlines) - 1
        turn = turns[outline.kind] = turns.get(outline.kind, -1) + 1
        row = rows[ROW_OF[outline.kind]]
        bars = []
        for place in range(outline.bars):
            is_close = is_last and place == outline.bars - 1 and outline.bars > 1
            chord = chord_of(_dominant(mode) if is_close else row[place % len(row)], tonic)
            voices = voiced(chord, voices)
            bars.append(Bar(chord, voices))
        energy = _energy(outline, style, turn, is_last=is_last)
        passages.append(
            Passage(outline.name, outline.kind, first, tuple(bars), energy, outline.lines, turn, is_last)
        )
        first += outline.bars
    return passages


def _dominant(mode: str) -> str:
    return {
        "phrygian": "bII",
        "phrygian dominant": "bII",
        "blues": "V7",
        "mixolydian": "bVII",
        "dorian": "bVII",
    }.get(mode, "V")


def _energy(outline: Outline, style: Style, turn: int, *, is_last: bool) -> float:
    energy = ENERGIES[outline.kind] + min(turn, 2) * 0.06 + 0.32 * style.energy
    if is_last and outline.kind is Kind.CHORUS:
        energy += 0.08
    return min(max(energy, 0.12), 1.0)


def _accompaniment(
    passages: Sequence[Passage], style: Style, steps: int, tonic: int, mode: str, ending: int, ring: float
) -> Iterator[Part]:
    """Basses and chords, and what they hold at the end."""
    home = voiced(chord_of("i" if tonality_of(mode) == "minor" else "I", tonic), passages[-1].bars[-1].voices)
    loudest = max(passage.energy for passage in passages)
    last = Bar(chord_of("i" if tonality_of(mode) == "minor" else "I", tonic), home)
    if style.bass is not None:
        notes = list(_bass(passages, style.bass, steps, last))
        notes += [
            Note(ending, ring, pitch.pitch, 0.9)
            for pitch in list(bass_bar("whole", last, last, 0, steps, 1.0))[:1]
        ]
        yield Part(Role.BASS, style.bass.instrument, tuple(notes))
    for place, layer in enumerate(style.layers):
        enters = min(layer.enters, loudest) if place == 0 else layer.enters
        notes = list(_chords(passages, layer, enters, steps))
        if notes:
            figure = "power sustained" if layer.figure.startswith("power") else "sustained"
            notes += [
                Note(ending, ring, note.pitch, note.velocity)
                for note in chord_bar(figure, last, 0, steps, 0.8)
            ]
            yield Part(Role.CHORDS, layer.instrument, tuple(notes))


def _bass(passages: Sequence[Passage], layer: Layer, steps: int, last: Bar) -> Iterator[Note]:
    bars = [bar for passage in passages for bar in passage.bars] + [last]
    for passage in passages:
        for place in range(len(passage.bars)):
            waits = passage.kind is Kind.INTRO and place < len(passage.bars) // 2
            if passage.energy < BASS_JOINS or waits:
                continue
            number = passage.first + place
            figure = layer.figure if passage.energy > CALM else _calmer(layer.figure)
            velocity = 0.7 + 0.3 * passage.energy
            yield from bass_bar(figure, bars[number], bars[number + 1], number * steps, steps, velocity)


def _calmer(figure: str) -> str:
    """In quiet sections a bass plays less."""
    return {
        "eighths": "pop",
        "octaves": "quarters",
        "rolling": "offbeats",
        "gallop": "eighths",
        "funk": "syncopated",
        "wobbled": "long",
    }.get(figure, figure)


def _chords(passages: Sequence[Passage], layer: Layer, enters: float, steps: int) -> Iterator[Note]:
    for passage in passages:
        if passage.energy + 1e-9 < enters and not (enters <= 0):
            continue
        for place, bar in enumerate(passage.bars):
            rise = 0.15 * place / len(passage.bars) if passage.kind is Kind.PRE else 0.0
            yield from chord_bar(
                layer.figure, bar, (passage.first + place) * steps, steps, 0.58 + 0.36 * passage.energy + rise
            )


def _drums(passages: Sequence[Passage], style: Style, steps: int, ending: int, dice: Random) -> Iterator[Hit]:
    if not style.drums:
        return
    genre, club = style.genre, style.genre.electronic and style.genre.pump > 0
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        yield from drums_of(passage, following, genre.groove, genre.kit, steps, dice, club=club)
        if club and passage.kind is Kind.PRE and following is not None:
            yield Hit(max((following.first * steps) - 2 * steps, 0), "riser", 0.8)
        if club and following is not None and following.energy >= 0.8 > passage.energy:  # noqa: PLR2004
            yield Hit(following.first * steps, "impact", 0.8)
    if genre.groove != "none":
        kick = {
            "club": "club kick",
            "hard": "hard kick",
            "orchestra": "bass drum",
            "march": "bass drum",
            "808": "deep kick",
            "chip": "chip kick",
        }.get(genre.kit, "kick")
        yield Hit(ending, kick, 0.9)
        if genre.kit not in {"chip", "jazz", "dusty"}:
            yield Hit(ending, "crash", 0.7)


def singer_of(style: Style, seed: int) -> Singer:
    """Who sings: as asked, or as the genre has it, and now and then the other one."""
    if style.singer is not None:
        return style.singer
    usual = style.genre.singer
    other = {Singer.WOMAN: Singer.MAN, Singer.MAN: Singer.WOMAN}.get(usual, usual)
    return other if Random(f"singer:{seed}").random() < 0.2 else usual  # noqa: PLR2004
