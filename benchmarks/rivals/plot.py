# mypy: ignore-errors
"""The plot of the docs. Runs in an environment of its own, which has matplotlib."""

import json
import re
import sys
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt

INK, QUIET, OURS, LIMIT, RIVAL = "#1d1b2e", "#8b8aa0", "#5b3df0", "#b9b6d3", "#e59a4f"

WAYS = {
    "bare x264 veryfast": ("x264 veryfast alone (the limit)", LIMIT),
    "reelhouse veryfast": ("reelhouse", OURS),
    "one of three scenes changed": ("reelhouse, one of three scenes changed", OURS),
    "all scenes cached": ("reelhouse, all cached", OURS),
    "bare x264 medium": ("x264 medium alone", LIMIT),
    "reelhouse medium": ("reelhouse, medium", OURS),
    "MoviePy 2 veryfast": ("MoviePy 2", RIVAL),
    "Remotion 4": ("Remotion 4", RIVAL),
}


def main(figures: Path, target: Path) -> None:
    found = {
        f["name"]: f["value"] for group in json.loads(figures.read_text())["figures"].values() for f in group
    }
    plt.rcParams.update({"font.size": 10, "text.color": INK, "axes.labelcolor": INK, "xtick.color": QUIET})
    plot, (bars, line) = plt.subplots(1, 2, figsize=(11.5, 4.2), width_ratios=(1.55, 1), dpi=140)
    ways = [(name, *WAYS[name]) for name in WAYS if f"{name}: CPU" in found][::-1]
    values = [found[f"{name}: CPU"] for name, _, _ in ways]
    drawn = bars.barh(
        [label for _, label, _ in ways], values, color=[colour for *_, colour in ways], height=0.62
    )
    bars.bar_label(drawn, [f"{value:.1f} s" for value in values], padding=4, color=INK)
    bars.set_xlim(0, max(values) * 1.13)
    bars.set_title("CPU seconds for a video of 10 s, 1080×1920", loc="left", fontsize=11)
    lengths = sorted(
        (int(match[1]), value)
        for name, value in found.items()
        if (match := re.fullmatch(r"(\d+) s at half size: CPU a second of video", name))
    )
    if lengths:
        line.plot(*zip(*lengths, strict=True), "o-", color=OURS, linewidth=2)
        line.set_xscale("log")
        line.set_xticks([at for at, _ in lengths], [f"{at} s" for at, _ in lengths])
        line.minorticks_off()
        line.set_ylim(0, max(value for _, value in lengths) * 1.25)
        line.set_title("CPU seconds a second of video, by length\n(540×960)", loc="left", fontsize=11)
    else:
        line.remove()
    for axes in (bars, line):
        axes.spines[["top", "right", "left" if axes is bars else "top"]].set_visible(False)
        axes.spines[["bottom"]].set_color(LIMIT)
        axes.tick_params(length=0, labelcolor=INK)
    line.grid(axis="y", color="#ecebf4")
    plot.tight_layout(w_pad=3)
    plot.savefig(target, metadata={"Software": None})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
