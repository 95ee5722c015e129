"""The page and the plot of the docs, from the figures of a run."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.measure import ROOT, Figure
from benchmarks.pictures import RIVALS

PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
PLOT = ROOT / "docs" / "images" / "bench.png"

THOUSAND = 1000

HEAD = """# Benchmarks

`make bench` measures all of this side by side, in one run; \
`python -m benchmarks pictures lengths pitch --docs` writes this page. The targets are \
those that the project set itself.

![CPU seconds of one video, and CPU a second of video by length](../images/bench.png)

**The yardstick** is a video of ten seconds, 1080×1920 at 30 frames a second, H.264 at CRF 20 with \
AAC: speech, a presenter who is drawn and moves with every sound, a caption for each word, a picture \
with a camera move and the presenter inset, music that is ducked under the voice, and an end card; \
three scenes, one of them with a dissolve. **The limit** is x264 alone: it encodes the very same \
frames, captions and all, from a raw file, and does nothing else. **MoviePy 2** composes the like of \
it, and gets the presenter as a finished film. Ours and the limit are the best of several rounds, taken \
in turn, so that a busy machine disturbs all alike; MoviePy, an actor never seen before and all lengths \
are measured once. CPU is user and system time of all processes, and \
says more than the clock. Loading the program does not count, as a worker stays loaded; drawings of \
the presenter are kept, as an actor is drawn once for all videos.
"""

MACHINE = """
Measured on {cores} cores, {system}, Python {python}; the load average was {busy} when it began, \
which lengthens the clock, and CPU by a little.
"""

NOTES = """
## What was left out

- Remotion is not free for every company, so it is no dependency, and its figures are not on this page. \
`benchmarks/remotion/README.md` says how to measure it here: `make bench` takes it in when it is installed.
- Lengths from 5 s to 10 min are measured at half the width and height; memory at full size as well.
- Peak memory is that of all processes of one render with two workers: PSS counts shared pages once.
"""


def write(results: dict[str, list[Figure]], machine: Mapping[str, object], figures: Path) -> None:
    """The page; and the plot, where the environment that draws it is installed."""
    parts = [HEAD, MACHINE.format(**machine)]
    parts += [
        f"\n## {subject.capitalize()}\n\n{_tables(found)}"
        for subject, found in sorted(results.items(), key=_order)
    ]
    PAGE.write_text("".join([*parts, NOTES]))
    if RIVALS.exists():
        PLOT.parent.mkdir(exist_ok=True)
        script = str(ROOT / "benchmarks" / "rivals" / "plot.py")
        subprocess.run([str(RIVALS), script, str(figures), str(PLOT)], check=True)


def _order(subject: tuple[str, list[Figure]]) -> bool:
    """Pictures come first; they are what the page is about."""
    return subject[0] != "pictures"


def _tables(found: Iterable[Figure]) -> str:
    """Figures of one way in one row (``way: measure``), and ways that were measured alike in one table."""
    rows: dict[str, dict[str, Figure]] = {}
    for figure in found:
        rows.setdefault(figure.name.split(": ")[0], {})[_measure(figure)] = figure
    alike = groupby(rows.items(), key=lambda row: tuple(row[1]))
    return "\n".join(_table(measures, list(ways)) for measures, ways in alike)


def _table(measures: tuple[str, ...], ways: list[tuple[str, dict[str, Figure]]]) -> str:
    lines = [f"| what | {' | '.join(measures)} |", f"| --- |{' --- |' * len(measures)}"]
    lines += [f"| {way} | {' | '.join(_cell(cells[name]) for name in measures)} |" for way, cells in ways]
    return "\n".join(lines) + "\n"


def _measure(figure: Figure) -> str:
    return figure.name.partition(": ")[2] or "figure"


def _cell(figure: Figure) -> str:
    digits = f"{figure.value:,.0f}" if figure.value >= THOUSAND else f"{figure.value:.3g}"
    told = f"{digits} {figure.unit}"
    if figure.target is None:
        return told
    bound = f"{'≥' if figure.at_least else '≤'} {figure.target:g}"
    return f"**{told}** ({bound}{'' if figure.meets_target else ', missed'})"


def main(runs: list[Path]) -> None:
    """Write the page from earlier runs, of which each may have measured another subject."""
    merged: dict[str, Any] = {"machine": {}, "figures": {}}
    for run in runs:
        kept = json.loads(run.read_text())
        merged["machine"] |= {"busy": 0.0} | kept["machine"]
        merged["figures"] |= kept["figures"]
    known = ("name", "value", "unit", "target", "at_least")
    results = {
        subject: [Figure(**{key: figure[key] for key in known}) for figure in found]
        for subject, found in merged["figures"].items()
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as figures:
        json.dump(merged, figures)
        figures.flush()
        write(results, merged["machine"], Path(figures.name))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
