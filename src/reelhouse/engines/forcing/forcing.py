"""Word times by the acoustic model of pocketsphinx, which is told what is said (forced alignment).

A recording longer than one stretch is cut where rough times of its words tell of a pause. The model is of
American English, its words are those of the CMU dictionary; others come with a pronunciation.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from pocketsphinx import Decoder, Segment, get_model_path

from reelhouse.engines.forcing.pronouncing import dictionary_key, guessed, phones_of
from reelhouse.engines.forcing.types import Forced, WordAsked

RATE = 16_000
FRAMES = 100  # a second
SAMPLE_BYTES = 2
SHIFTED = 1024  # how much smaller than in nature the decoder tells logarithms of scores (its SENSCR_SHIFT)
LEAST_LIKELY = 1e-300
BEAM = 1e-120  # a wider one finds no more ways, and takes ten times as long where there is none
LONGEST = 30.0  # seconds of a stretch
STRETCH = 20.0  # seconds after which the next good pause is taken
EDGE = 0.3  # seconds of sound around a stretch
FILLERS = "<[+"  # first letters of what is no word


def force(pcm: bytes, words: Sequence[WordAsked]) -> list[Forced | None]:
    """Each of `words` in mono 16-bit samples at `RATE`; None for those of a stretch that has no way."""
    found: list[Forced | None] = []
    decoder = _decoder()
    keys = _Keys(decoder)
    for first, last, start, end in _stretches(words, len(pcm) / SAMPLE_BYTES / RATE):
        own = pcm[int(start * RATE) * SAMPLE_BYTES : int(end * RATE) * SAMPLE_BYTES]
        told = words[first:last]
        aligned = _aligned(decoder, [keys.key_of(word) for word in told], own)
        found += (
            [Forced(word.start + start, word.end + start, word.likelihood) for word in aligned]
            if aligned
            else [None] * len(told)
        )
    return found


def _decoder() -> Decoder:
    model = Path(get_model_path())
    return Decoder(
        hmm=str(model / "en-us/en-us"),
        dict=str(model / "en-us/cmudict-en-us.dict"),
        lm=None,
        beam=BEAM,
        pbeam=BEAM,
        wbeam=BEAM,
        bestpath=False,  # the lattice loses the last words when music goes on behind them
        loglevel="FATAL",
    )


class _Keys:
    """Names of words in the dictionary of a decoder, which learns those that it does not have."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._known: dict[tuple[str, tuple[str, ...]], str] = {}

    def key_of(self, word: WordAsked) -> str:
        key = dictionary_key(word.text)
        if key and self._decoder.lookup_word(key):
            return key
        own = (key or word.text, word.sounds)
        if own not in self._known:
            phones = phones_of(word.sounds) or guessed(word.text) or "AH"
            self._known[own] = name = f"own{len(self._known)}"
            self._decoder.add_word(name, phones, False)  # noqa: FBT003 - it takes no names
        return self._known[own]


def _aligned(decoder: Decoder, keys: list[str], pcm: bytes) -> list[Forced] | None:
    try:
        decoder.set_align_text(" ".join(keys))
        decoder.start_utt()
        decoder.process_raw(pcm, full_utt=True)
        decoder.end_utt()
        if decoder.hyp() is None:
            return None
        said = [part for part in decoder.seg() if part.word[0] not in FILLERS]
    except RuntimeError:  # it found no way, or was cut off within a word
        return None
    if [part.word.partition("(")[0] for part in said] != keys:
        return None
    return [
        Forced(part.start_frame / FRAMES, (part.end_frame + 1) / FRAMES, _likelihood(part)) for part in said
    ]


def _likelihood(part: Segment) -> float:
    total: float = math.log(max(part.ascore, LEAST_LIKELY)) * SHIFTED
    frames: int = part.end_frame + 1 - part.start_frame
    return min(total / frames, 0.0)


def _stretches(words: Sequence[WordAsked], seconds: float) -> Iterator[tuple[int, int, float, float]]:
    """First word, last (excluded), start and end in seconds."""
    times = [word.rough for word in words]
    if seconds <= LONGEST or None in times:
        yield 0, len(words), 0.0, seconds
        return
    rough = [time for time in times if time is not None]
    first = 0
    while first < len(rough):
        last = _end_of_stretch(rough, first)
        start = max((rough[first - 1][1] if first else 0.0), rough[first][0] - EDGE)
        end = min((rough[last][0] if last < len(rough) else seconds), rough[last - 1][1] + EDGE)
        yield first, last, start, end
        first = last


def _end_of_stretch(rough: Sequence[tuple[float, float]], first: int) -> int:
    """After the widest pause between `STRETCH` / 2 and `STRETCH` seconds."""
    began = rough[first][0]
    if rough[-1][1] - began <= LONGEST:
        return len(rough)
    near = [
        place
        for place in range(first + 1, len(rough))
        if STRETCH / 2 <= rough[place - 1][1] - began <= STRETCH
    ]
    if not near:
        return next(
            (place for place in range(first + 1, len(rough)) if rough[place][0] - began > STRETCH), len(rough)
        )
    return max(near, key=lambda place: rough[place][0] - rough[place - 1][1])
