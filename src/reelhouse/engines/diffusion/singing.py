"""Songs by ACE-Step, in the process that holds it."""

from typing import Any

import numpy as np

from reelhouse.engines.diffusion.calling import STEPS, called, unread
from reelhouse.engines.diffusion.steps import Steps
from reelhouse.engines.diffusion.wire import SOUND, Order, Report, SongWork

BASE_STEPS = 50
"""Of the models that are not ``turbo``, for which alone the pipeline's own number is meant."""


def sing(pipe: Any, order: Order, work: SongWork, steps: Steps) -> Report:  # noqa: ANN401
    usual: dict[str, object] = {"guidance_scale": 1.0} if pipe.is_turbo else {STEPS: BASE_STEPS}
    ours = {
        "prompt": work.tags,
        "lyrics": work.lyrics,
        "vocal_language": work.language,
        "audio_duration": work.seconds,
        "bpm": work.bpm,
        "keyscale": work.key,
        "timesignature": work.meter,
        "output_type": "np",
    }
    made = called(pipe, steps, order.recipe, seed=work.seed, more=work.more, usual=usual, ours=ours)
    steps.check()
    sides = np.clip(made.audios[0], -1, 1)  # channels, samples
    stereo = sides if len(sides) > 1 else np.repeat(sides, 2, axis=0)
    (order.folder / SOUND).write_bytes(np.rint(stereo[:2].T * 32767).astype("<i2").tobytes())
    notes = unread(pipe, order.recipe, "max_lyric_length", lyrics=work.lyrics)
    return Report(told="made", number=order.number, rate=int(pipe.sample_rate), notes=notes)
