"""The yardstick video against the bare encoder on the very same frames."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import imageio_ffmpeg

from benchmarks.measure import ROOT, Cost, Figure, cost_of, median_cost
from benchmarks.yardstick import FRAMES

FPS = 30


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as name:
        folder = Path(name)
        for step in ("prepare", "draw"):
            cost_of([sys.executable, "-m", "benchmarks.yardstick", step, name], cwd=ROOT)
        limit = median_cost(lambda: _bare_encoder(folder))
        first = _render(folder, forget=(".mp4", ".m4a", ".json", ".png", ""))
        fresh = median_cost(lambda: _render(folder, forget=(".mp4", ".m4a", ".json")))
        cached = median_cost(lambda: _render(folder))
    return [
        Figure("bare x264 of the same frames: wall", limit.wall, "s"),
        Figure("bare x264 of the same frames: CPU", limit.cpu, "s"),
        Figure("reelhouse, an actor never seen before: wall", first.wall, "s"),
        Figure("reelhouse, an actor never seen before: CPU", first.cpu, "s"),
        Figure("reelhouse: wall", fresh.wall, "s"),
        Figure("reelhouse: CPU", fresh.cpu, "s"),
        Figure("reelhouse / bare x264: wall", fresh.wall / limit.wall, "x"),
        Figure("reelhouse / bare x264: CPU", fresh.cpu / limit.cpu, "x", target=1.5),
        Figure("all scenes cached / fresh: wall", cached.wall / fresh.wall, "x", target=0.15),
    ]


def _render(folder: Path, forget: tuple[str, ...] = ()) -> Cost:
    """One render in a process of its own, after forgetting what the cache keeps of these kinds.

    An actor is drawn once for all of its videos, so drawings (.png, and folders) are kept unless said.
    """
    for kept in sorted((folder / "cache").glob("*")):
        if kept.suffix in forget:
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    argv = [sys.executable, "-m", "benchmarks.yardstick", "render", str(folder)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, check=True)
    return Cost(**json.loads(done.stdout))


def _bare_encoder(folder: Path) -> Cost:
    """x264 alone on the same frames, with the preset and quality of our scenes; no captions, no sound."""
    source = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "yuv420p",
        "-s",
        "1080x1920",
        "-r",
        str(FPS),
        "-i",
        str(folder / FRAMES),
    ]
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"]
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    return cost_of([ffmpeg, "-v", "error", "-y", *source, *encoder, str(folder / "bare.mp4")])
