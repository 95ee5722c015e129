"""From the words of tags to the style of a piece."""

from dataclasses import dataclass, field, replace

from reelhouse.engines.music.songs.reading.figures import Figures, figures_of
from reelhouse.engines.music.songs.reading.genres import BY_NAME, GENRE_WORDS
from reelhouse.engines.music.songs.reading.phrases import Phrase, phrases_of
from reelhouse.engines.music.songs.reading.style import Genre, Layer, Singer, Sound, Style
from reelhouse.engines.music.songs.reading.words import (
    ALONE,
    BASS,
    DRUMS,
    IDLE,
    INSTRUMENTS,
    LEAD,
    MOODS,
    SILENT,
    SINGERS,
    SPOKEN,
    TOUCHES,
    VOICES,
    Mood,
    Player,
    Touch,
)

DEFAULT = "pop"
SMALL_ENSEMBLE = "chamber"
ONLY = frozenset({"solo", "only"})
MOST_LAYERS = 6
KNOWN = frozenset({*GENRE_WORDS, *INSTRUMENTS, *MOODS, *SINGERS, *VOICES, *SPOKEN, *SILENT, *ALONE, *TOUCHES})


@dataclass(slots=True)
class Findings:
    """What the words of the tags turned out to be, in their order."""

    genres: list[str] = field(default_factory=list)
    players: list[Player] = field(default_factory=list)
    absent: list[Player] = field(default_factory=list)
    moods: list[Mood] = field(default_factory=list)
    touches: list[Touch] = field(default_factory=list)
    singers: list[Singer] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    only: bool = False
    sings: bool = True
    speaks: bool = False
    alone: bool = False


def read_tags(tags: str) -> Style:
    """Nothing is refused: what is not understood is told in `unknown`, and pop is the default."""
    figures = figures_of(tags)
    found = Findings(told=list(figures.told))
    for tag in figures.rest.replace(";", ",").replace("\n", ",").split(","):
        found.only = found.only or bool(ONLY & set(tag.lower().split()))
        for phrase in phrases_of(tag, KNOWN):
            _sort(phrase, found)
    return _style(found, figures)


def _sort(phrase: Phrase, found: Findings) -> None:
    if not phrase.is_known:
        if phrase.text not in IDLE and phrase.text not in found.unknown:
            found.unknown.append(phrase.text)
        return
    if phrase.is_absent:
        _sort_absent(phrase.text, found)
        return
    found.told.append(phrase.text)
    if phrase.text in GENRE_WORDS:
        found.genres.append(GENRE_WORDS[phrase.text])
    if phrase.text in INSTRUMENTS:
        found.players.append(INSTRUMENTS[phrase.text])
    if phrase.text in MOODS:
        found.moods.append(MOODS[phrase.text])
    if phrase.text in TOUCHES:
        found.touches.append(TOUCHES[phrase.text])
    if phrase.text in SINGERS:
        found.singers.append(SINGERS[phrase.text])
    found.sings = found.sings and phrase.text not in SILENT
    found.speaks = found.speaks or phrase.text in SPOKEN or phrase.text == "rap"
    found.alone = found.alone or phrase.text in ALONE


def _sort_absent(text: str, found: Findings) -> None:
    found.told.append(f"no {text}")
    if text in INSTRUMENTS:
        found.absent.append(INSTRUMENTS[text])
    if text in TOUCHES and TOUCHES[text].room > 0:
        found.touches.append(Touch(room=-1.0))
    if text in VOICES or text in SINGERS:
        found.sings = False


def _style(found: Findings, figures: Figures) -> Style:
    genre = _genre(found)
    layers, lead, bass, kit = _ensemble(genre, found)
    moods = found.moods
    absent = {player.role for player in found.absent if not player.design}
    named_drums = any(player.role == DRUMS for player in found.players)
    calm = any(not mood.drums for mood in moods) and not (found.genres or named_drums)
    beats = figures.beats or genre.beats
    singer = Singer.DUET if len(set(found.singers)) > 1 else next(iter(found.singers), None)
    return Style(
        genre=replace(genre, kit=kit),
        tempo=figures.tempo,
        pace=_product(moods),
        tonic=figures.tonic,
        mode=figures.mode or next((mood.mode for mood in moods if mood.mode), None),
        beats=beats,
        bass=None if BASS in absent or found.alone else bass,
        layers=() if found.alone else layers,
        lead=lead,
        drums=not (DRUMS in absent or calm or found.alone or (found.only and not named_drums)),
        energy=sum(mood.energy for mood in moods),
        sound=_sound(found),
        singer=singer,
        sings=found.sings,
        speaks=found.speaks,
        alone=found.alone,
        understood=tuple(dict.fromkeys(found.told)),
        unknown=tuple(found.unknown),
        notes=figures.notes,
        is_default=not (found.genres or found.players or found.alone),
    )


def _genre(found: Findings) -> Genre:
    """The first named; a second one lends what it is known for. Instruments alone are a small ensemble."""
    if not found.genres:
        has_band = any(player.role in {BASS, DRUMS} for player in found.players)
        return BY_NAME[DEFAULT if has_band or not found.players else SMALL_ENSEMBLE]
    names = list(dict.fromkeys(found.genres))
    first = BY_NAME[names[0]]
    if len(names) == 1:
        return first
    second = BY_NAME[names[1]]
    lent = tuple(
        layer for layer in second.layers if layer.instrument not in {own.instrument for own in first.layers}
    )
    return replace(first, layers=(*first.layers, *lent[:2])[:MOST_LAYERS])


def _ensemble(genre: Genre, found: Findings) -> tuple[tuple[Layer, ...], str, Layer | None, str]:
    """Who plays: those of the genre without the unwanted, and the named, who play from the start."""
    unwanted = {player.design for player in found.absent}
    layers = [layer for layer in genre.layers if layer.instrument not in unwanted]
    lead, bass, kit = genre.lead, genre.bass, genre.kit
    named: list[Layer] = []
    for player in found.players:
        if player.role == LEAD:
            lead = player.design
        elif player.role == BASS:
            bass = (
                Layer(player.design, player.figure)
                if player.design
                else bass or Layer("finger bass", "eighths")
            )
        elif player.role == DRUMS:
            kit = player.design or kit
        elif player.design not in {layer.instrument for layer in named}:
            named.append(_joined(player, layers))
    if found.only and found.players:
        bass = bass if any(player.role == BASS for player in found.players) else None
        return tuple(named), lead if not named else named[0].instrument, bass, kit
    if genre.name == SMALL_ENSEMBLE:
        return _chamber(named, found, lead, bass, kit)
    kept = [layer for layer in layers if layer.instrument not in {player.instrument for player in named}]
    return (*named, *kept)[:MOST_LAYERS], lead, bass, kit


def _chamber(
    named: list[Layer], found: Findings, lead: str, bass: Layer | None, kit: str
) -> tuple[tuple[Layer, ...], str, Layer | None, str]:
    """Only the named ones; a melody instrument alone is accompanied by a piano, and plays the tune."""
    has_lead = any(player.role == LEAD for player in found.players)
    layers = tuple(named) or (Layer("piano", "arpeggio"),)
    return layers, lead if has_lead else layers[0].instrument, bass, kit


def _joined(player: Player, layers: list[Layer]) -> Layer:
    """A named instrument plays the genre's figure for it, from the start or nearly so."""
    own = next((layer for layer in layers if layer.instrument == player.design), None)
    if own is None:
        return Layer(player.design, player.figure)
    return replace(own, enters=min(own.enters, 0.35))


def _sound(found: Findings) -> Sound:
    sound = Sound()
    for touch in found.touches:
        sound = replace(
            sound,
            width=sound.width + touch.width,
            pump=touch.pump if touch.pump is not None else sound.pump,
            punch=min(sound.punch + touch.punch, 1.5),
            room=max(sound.room + touch.room, 0.0),
            tape=min(max(sound.tape + touch.tape, 0.0), 1.0),
            vinyl=min(sound.vinyl + touch.vinyl, 1.0),
            treble=min(max(sound.treble + touch.treble, -7.0), 3.0),
            low=min(max(sound.low + touch.low, -5.0), 3.0),
            drive=min(sound.drive + touch.drive, 1.5),
        )
    moods = sum(mood.room for mood in found.moods)
    return replace(sound, width=min(max(sound.width, 0.0), 1.6), room=sound.room + moods)


def _product(moods: list[Mood]) -> float:
    pace = 1.0
    for mood in moods:
        pace *= mood.pace
    return min(max(pace, 0.6), 1.5)
