"""What comes before a performance: the tags are read, the lyrics are said by a borrowed voice."""

from dataclasses import dataclass, field, replace

import numpy as np

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.music.songs.performing import Cast, performed
from reelhouse.engines.music.songs.playing.waves import Samples
from reelhouse.engines.music.songs.reading.lyrics import Lyrics, read_lyrics
from reelhouse.engines.music.songs.reading.style import Singer, Style
from reelhouse.engines.music.songs.reading.tags import read_tags
from reelhouse.engines.music.songs.singing.choir import Take
from reelhouse.engines.music.songs.singing.syllables import Syllable, syllables_of
from reelhouse.engines.music.songs.singing.voiceprint import pitch_of
from reelhouse.engines.music.songs.writing.composer import singer_of
from reelhouse.engines.music.types import Song, SongRequest
from reelhouse.engines.tools import Tools, Utter

SPEED = 0.75  # of speech: long vowels tell more
MOST_CHARACTERS = 2_400  # said in one breath of the voice's engine
VOICE_RATE = 22_050
LONGEST_LINE = 90  # syllables


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """All that is needed to perform `request` without asking anybody else."""

    request: SongRequest
    style: Style
    lyrics: Lyrics
    takes: dict[bool, Take] = field(default_factory=dict)
    singer: Singer = Singer.WOMAN
    notes: tuple[str, ...] = ()

    def performed(self) -> Song:
        """Blocks while it composes, plays and mixes."""
        return performed(self.request, Cast(self.style, self.lyrics, self.takes, self.singer, self.notes))


async def rehearsed(request: SongRequest, tools: Tools) -> Rehearsal:
    """Raises `EngineUnavailable` when the voice does not answer."""
    style = read_tags(request.tags)
    lyrics = read_lyrics(request.lyrics)
    singer = singer_of(style, request.seed)
    rehearsal = Rehearsal(request, style, lyrics, singer=singer)
    if not lyrics.lines:
        return rehearsal
    if not style.sings:
        return replace(
            rehearsal, notes=("The tags ask for an instrumental, so the lyrics only give the form.",)
        )
    if tools.utter is None:
        return replace(
            rehearsal, notes=("There is no voice here, so an instrument plays the tune of the lyrics.",)
        )
    try:
        takes = {
            is_man: await _take(tools.utter, lyrics.lines, request.language, is_man)
            for is_man in _voices(singer)
        }
    except EngineRefused as refusal:
        return replace(
            rehearsal, notes=(f"The lyrics are not sung, an instrument plays their tune: {refusal.reason}.",)
        )
    return replace(rehearsal, takes=takes)


def _voices(singer: Singer) -> tuple[bool, ...]:
    """Whether a man sings; both, for duets and choirs."""
    return {Singer.WOMAN: (False,), Singer.MAN: (True,)}.get(singer, (False, True))


async def _take(utter: Utter, lines: tuple[str, ...], language: str, is_man: bool) -> Take:
    """Every line once, in as few recordings as may be, joined."""
    sounds: list[Samples] = []
    syllables: list[tuple[Syllable, ...]] = []
    before = 0.0
    for batch in _batches(lines):
        text = " ".join(_closed(line) for line in batch)
        said = await utter(text, language.strip() or "en", male=is_man, monotone=True, speed=SPEED)
        sound = _resampled(
            np.frombuffer(said.pcm, "<i2").astype(np.float32) / np.float32(32768), said.sample_rate
        )
        tokens = [len(_closed(line).split()) for line in batch]
        heard = syllables_of(said.timing, tokens)
        syllables += [tuple(own.shifted(before) for own in line[:LONGEST_LINE]) for line in heard]
        sounds.append(sound)
        before += len(sound) / VOICE_RATE
    whole = np.concatenate(sounds)
    return Take(whole, VOICE_RATE, pitch_of(whole, VOICE_RATE), tuple(syllables))


def _batches(lines: tuple[str, ...]) -> list[list[str]]:
    batches: list[list[str]] = [[]]
    for line in lines:
        if sum(len(other) + 2 for other in batches[-1]) + len(line) > MOST_CHARACTERS:
            batches.append([])
        batches[-1].append(line)
    return [batch for batch in batches if batch]


def _closed(line: str) -> str:
    """With a full stop, so that the voice pauses before the next."""
    return line.rstrip(" ,;:-–—…").rstrip() + ("" if line.rstrip()[-1:] in ".!?。！？" else ".")


def _resampled(sound: Samples, rate: int) -> Samples:
    """At 22.05 kHz, whatever the voice speaks at."""
    if rate == VOICE_RATE:
        return sound
    places = np.arange(int(len(sound) * VOICE_RATE / rate)) * rate / VOICE_RATE
    return np.interp(places, np.arange(len(sound)), sound).astype(np.float32)
