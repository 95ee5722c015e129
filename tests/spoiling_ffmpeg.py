"""An ffmpeg that spoils what it makes, as it is ordered: the true one does the work.

Run as ``python spoiling_ffmpeg.py ORDERS FFMPEG ARGUMENT…``. The file ORDERS holds a way to spoil files,
``=``, and how many more files are to be spoilt so. It imports the standard library only, and knows of the
house no more than the command lines that an operator could see.
"""

import os
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

Arguments = list[str]

LATE_CAPTIONS = 0.5
LATE_FRAMES = 12
MOUTH = "iw*0.4:ih*0.22:iw*0.3:ih*0.28"
"""Where in an upright picture a presenter's mouth is, with much of the face around it."""

MOMENT = re.compile(r"(\d+):(\d\d):(\d\d\.\d\d)")


def scenes_swapped(arguments: Arguments) -> Arguments:
    listed = Path("scenes.txt").read_text().splitlines()
    Path("scenes.txt").write_text("\n".join([listed[0], *reversed(listed[1:])]) + "\n")
    return arguments


def captions_missing(arguments: Arguments) -> Arguments:
    return _with_captions(arguments, lambda _line: "")


def captions_late(arguments: Arguments) -> Arguments:
    def later(found: "re.Match[str]") -> str:
        seconds = int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) + LATE_CAPTIONS
        return f"{int(seconds // 3600)}:{int(seconds // 60 % 60):02}:{seconds % 60:05.2f}"

    return _with_captions(arguments, lambda line: MOMENT.sub(later, line, count=2))


def mouth_frozen(arguments: Arguments) -> Arguments:
    """The face of the first frame lies over all others; around it everything goes on."""
    left, top = MOUTH.split(":")[2:]
    place = f"overlay=x={left.replace('iw', 'W')}:y={top.replace('ih', 'H')}:shortest=1"
    patch = f"split[whole][face];[face]crop={MOUTH},loop=loop=-1:size=1[still];[whole][still]{place}"
    return _with_pictures(arguments, patch)


def lips_late(arguments: Arguments) -> Arguments:
    """All pictures late, the captions on them in time: the last ones take the place of the first."""
    return _with_pictures(arguments, f"tpad=start={LATE_FRAMES}:start_mode=clone")


def words_late(arguments: Arguments) -> Arguments:
    """As long as before: what would stand behind the end is lost."""
    cut = "areverse,atrim=start=0.3,asetpts=PTS-STARTPTS,areverse"
    return _with_sound(arguments, f"{cut},adelay=300:all=1")


def words_early(arguments: Arguments) -> Arguments:
    return _with_sound(arguments, "atrim=start=0.3,asetpts=PTS-STARTPTS,apad=pad_dur=0.3")


def sound_late(arguments: Arguments) -> Arguments:
    return _with_sound(arguments, "adelay=700:all=1,atrim=end=5")


def sound_lost(arguments: Arguments) -> Arguments:
    return _with_sound(arguments, "volume=0")


JOINING, FILMING, MIXING = "scenes.txt", "scene.mp4", "-c:a"
WAYS: dict[str, tuple[str, Callable[[Arguments], Arguments]]] = {
    "scenes swapped": (JOINING, scenes_swapped),
    "captions missing": (FILMING, captions_missing),
    "captions late": (FILMING, captions_late),
    "mouth frozen": (FILMING, mouth_frozen),
    "lips late": (FILMING, lips_late),
    "words late": (MIXING, words_late),
    "words early": (MIXING, words_early),
    "sound late": (MIXING, sound_late),
    "sound lost": (MIXING, sound_lost),
}
"""At the mention of what, and how."""


def _with_captions(arguments: Arguments, change: Callable[[str], str]) -> Arguments:
    path = Path("captions.ass")
    if path.exists():
        lines = path.read_text("utf-8").splitlines()
        changed = [change(line) if line.startswith("Dialogue:") else line for line in lines]
        path.write_text("\n".join(changed) + "\n", "utf-8")
    return arguments


def _with_pictures(arguments: Arguments, graph: str) -> Arguments:
    place = arguments.index("-vf") + 1
    return [*arguments[:place], f"{graph},{arguments[place]}", *arguments[place + 1 :]]


def _with_sound(arguments: Arguments, graph: str) -> Arguments:
    place = arguments.index(MIXING)
    return [*arguments[:place], "-af", graph, *arguments[place:]]


def _spoilt(orders: Path, arguments: Arguments) -> Arguments:
    way, _, rest = orders.read_text().strip().partition("=") if orders.exists() else ("", "", "0")
    mark, spoil = WAYS.get(way, ("", list))
    if not mark or mark not in arguments or int(rest) <= 0:
        return arguments
    orders.write_text(f"{way}={int(rest) - 1}")
    return spoil(arguments)


def stand_in(folder: Path, orders: Path, ffmpeg: str) -> Path:
    """A program in `folder` that is called as ffmpeg is."""
    words = [sys.executable, "-I", str(Path(__file__)), str(orders), ffmpeg]
    program = folder / "ffmpeg"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n')
    program.chmod(0o700)
    return program


def main(orders: str, ffmpeg: str, *arguments: str) -> None:
    os.execv(ffmpeg, [ffmpeg, *_spoilt(Path(orders), list(arguments))])


if __name__ == "__main__":
    main(*sys.argv[1:])
