"""How loud a file is, by EBU R 128 (ITU-R BS.1770): integrated loudness and true peak."""

import re
from dataclasses import dataclass
from pathlib import Path

from reelhouse.render.ffmpeg import PROTOCOLS, Ffmpeg

TARGET_LUFS = -14.0
TOLERANCE_LU = 1.0
CEILING_DBTP = -1.0
SILENCE_LUFS = -70.0
"""What the measurement calls everything below its absolute gate."""

SUMMARY = re.compile(
    r"I:\s+(?P<lufs>-?[\d.]+|-?inf|nan) LUFS.*?Peak:\s+(?P<peak>-?[\d.]+|-?inf) dBFS", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Loudness:
    lufs: float
    true_peak_dbtp: float

    @property
    def silent(self) -> bool:
        return self.lufs <= SILENCE_LUFS


async def measure(ffmpeg: Ffmpeg, path: Path, *, through: str = "anull") -> Loudness:
    """The loudness of the first sound of a file, after the filters `through`."""
    arguments = [
        *PROTOCOLS, "-i", str(path), "-map", "0:a:0", "-af",
        f"{through},ebur128=peak=true:framelog=quiet", "-f", "null", "-",
    ]  # fmt: skip
    told = await ffmpeg.run(arguments, cwd=path.parent, stage="measuring loudness", level="info")
    return summary_of(told.log)


def summary_of(log: str) -> Loudness:
    """The figures at the end of what the `ebur128` filter says; a log without them is a silent sound."""
    found = list(SUMMARY.finditer(log))
    if not found:
        return Loudness(SILENCE_LUFS, SILENCE_LUFS)
    return Loudness(_figure(found[-1]["lufs"]), _figure(found[-1]["peak"]))


def _figure(text: str) -> float:
    return SILENCE_LUFS if text.lstrip("-") in {"inf", "nan"} else float(text)
