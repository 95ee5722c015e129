"""The yardstick video against the bare encoder on the very same frames."""

import sys
import tempfile
from pathlib import Path

import imageio_ffmpeg

from benchmarks.measure import ROOT, Cost, Figure, cost_of, median_cost

FPS = 30


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as name:
        folder = Path(name)
        prepare = [sys.executable, "-m", "benchmarks.yardstick", "prepare", name]
        cost_of(prepare, cwd=ROOT)
        fresh = median_cost(lambda: _render(folder, fresh=True))
        cached = median_cost(lambda: _render(folder, fresh=False))
        limit = _bare_encoder(folder)
    return [
        Figure("bare x264 of the same frames: wall", limit.wall, "s"),
        Figure("bare x264 of the same frames: CPU", limit.cpu, "s"),
        Figure("reelhouse: wall", fresh.wall, "s"),
        Figure("reelhouse: CPU", fresh.cpu, "s"),
        Figure("reelhouse / bare x264: wall", fresh.wall / limit.wall, "x"),
        Figure("reelhouse / bare x264: CPU", fresh.cpu / limit.cpu, "x", target=1.5),
        Figure("all scenes cached / fresh: wall", cached.wall / fresh.wall, "x", target=0.15),
    ]


def _render(folder: Path, *, fresh: bool) -> Cost:
    if fresh:
        for old in sorted((folder / "cache").rglob("*"), reverse=True):
            old.unlink() if old.is_file() else old.rmdir()
    return cost_of([sys.executable, "-m", "benchmarks.yardstick", "render", str(folder)], cwd=ROOT)


def _bare_encoder(folder: Path) -> Cost:
    """x264 alone, with the settings that our scenes use, on raw frames decoded from our own result."""
    ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()
    raw = folder / "frames.yuv"
    size = "1080x1920"
    cost_of(
        [
            ffmpeg,
            "-v",
            "error",
            "-y",
            "-i",
            str(folder / "out.mp4"),
            "-f",
            "rawvideo",
            "-pix_fmt",
            "yuv420p",
            str(raw),
        ]
    )
    source = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size, "-r", str(FPS), "-i", str(raw)]
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"]
    cost = median_cost(
        lambda: cost_of([ffmpeg, "-v", "error", "-y", *source, *encoder, str(folder / "bare.mp4")])
    )
    raw.unlink()
    return cost
