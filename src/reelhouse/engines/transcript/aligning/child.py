"""Listens to one recording, in a process with limits of its own, and leaves when it is done.

Run as a script: the first argument is what to do (``warp``, ``force`` or ``recognise``), the second a file
with a `Job`. The answer is written to stdout as JSON.
"""

import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reelhouse.engines.forcing.types import Forced
    from reelhouse.engines.transcript.aligning.told import Job, Recognised, Voice, Warped


def warped(job: "Job") -> "tuple[Warped, ...]":
    """By the voice that is nearer to the one that is heard."""
    import numpy as np  # noqa: PLC0415 - this module is imported for its path, too

    from reelhouse.engines.transcript.aligning.features import mels_of  # noqa: PLC0415
    from reelhouse.engines.transcript.aligning.warping import Reference, warp  # noqa: PLC0415

    recording = mels_of(np.frombuffer(_samples(job.audio), "<i2") / 32768)

    def by(voice: "Voice") -> "tuple[Warped, ...]":
        samples = np.frombuffer(Path(voice.path).read_bytes(), "<i2") / 32768
        return warp(recording, Reference(samples, voice.sample_rate, voice.words))

    return min(map(by, job.voices), key=lambda words: sum(word.rank for word in words))


def forced(job: "Job") -> "tuple[Forced | None, ...]":
    from reelhouse.engines.forcing.forcing import force  # noqa: PLC0415

    return tuple(force(_samples(job.audio), job.words))


def recognised(job: "Job") -> "tuple[Recognised, ...]":
    import numpy as np  # noqa: PLC0415

    from reelhouse.engines.transcript.aligning.recognising import recognise  # noqa: PLC0415

    return tuple(recognise(np.frombuffer(_samples(job.audio), "<i2")))


def _samples(path: str) -> bytes:
    with wave.open(path, "rb") as file:
        return file.readframes(file.getnframes())


def main(kind: str, path: str) -> None:
    from reelhouse.engines.transcript.aligning import told  # noqa: PLC0415

    job = told.JOB.validate_json(Path(path).read_bytes())
    answer = {
        "warp": lambda: told.WARPED.dump_json(warped(job)),
        "force": lambda: told.FORCED.dump_json(forced(job)),
        "recognise": lambda: told.RECOGNISED.dump_json(recognised(job)),
    }
    sys.stdout.buffer.write(answer[kind]())


if __name__ == "__main__":
    main(*sys.argv[1:])
