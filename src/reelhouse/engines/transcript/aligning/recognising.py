"""Words that nobody told, by the recogniser of pocketsphinx: American English, and not well.

Long recordings are heard in stretches, cut in the quietest moment of the second half of each.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pocketsphinx import Decoder, get_model_path

from reelhouse.engines.transcript.aligning.told import Recognised

RATE, FRAMES = 16_000, 100
LONGEST = 20  # seconds of a stretch
QUIET_SECONDS = 0.1
SILENT = 33  # of 32768: -60 dB; the recogniser is sure of words in silence, too
MOST_STATES, MOST_WORDS = 3000, 10  # of a frame: half the time, and as many words right
FILLERS = "<[+"


def recognise(samples: NDArray[np.int16]) -> list[Recognised]:
    """Words of mono samples at `RATE`."""
    model = Path(get_model_path())
    decoder = Decoder(
        hmm=str(model / "en-us/en-us"),
        dict=str(model / "en-us/cmudict-en-us.dict"),
        lm=str(model / "en-us/en-us.lm.bin"),
        maxhmmpf=MOST_STATES,
        maxwpf=MOST_WORDS,
        loglevel="FATAL",
    )
    return [word for start, stretch in _stretches(samples) for word in _heard(decoder, stretch, start / RATE)]


def _heard(decoder: Decoder, samples: NDArray[np.int16], place: float) -> Iterator[Recognised]:
    decoder.start_utt()
    decoder.process_raw(samples.tobytes(), full_utt=True)
    decoder.end_utt()
    if decoder.hyp() is None:
        return
    for part in decoder.seg():
        own = samples[part.start_frame * RATE // FRAMES : (part.end_frame + 1) * RATE // FRAMES]
        if part.word[0] not in FILLERS and np.abs(own.astype(np.int32)).max(initial=0) > SILENT:
            yield Recognised(
                part.word.partition("(")[0],
                place + part.start_frame / FRAMES,
                place + (part.end_frame + 1) / FRAMES,
                min(max(part.prob, 0.0), 1.0),
            )


def _stretches(samples: NDArray[np.int16]) -> Iterator[tuple[int, NDArray[np.int16]]]:
    first, step = 0, int(QUIET_SECONDS * RATE)
    while len(samples) - first > LONGEST * RATE:
        half = first + LONGEST * RATE // 2
        blocks = samples[half : first + LONGEST * RATE].astype(np.float64).reshape(-1, step)
        cut = half + int((blocks**2).sum(axis=1).argmin()) * step + step // 2
        yield first, samples[first:cut]
        first = cut
    yield first, samples[first:]
