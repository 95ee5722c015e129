"""Whether cost grows in step with length, memory stays, and two jobs at once lose nothing."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import ROOT, Figure, Peak, peak_of

SECONDS = (5, 30, 120, 600)
"""At half the width and height, so that the longest takes minutes only."""

FULL_SECONDS = (10, 60)


def figures() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="reelhouse-bench-") as name:
        folder = Path(name)
        return [*_lengths(folder), *_memory(folder), *_at_once(folder)]


def _lengths(folder: Path) -> list[Figure]:
    _prepare(folder / "first", 10, "--half")
    _rendered(folder / "first", folder / "half")  # draws the presenter, once for all
    found = []
    rates = []
    for seconds in SECONDS:
        _prepare(folder / str(seconds), seconds, "--half")
        peak = _rendered(folder / str(seconds), folder / "half")
        rates.append(peak.cpu / seconds)
        found += [
            Figure(f"{seconds} s at half size: CPU a second of video", peak.cpu / seconds, "s"),
            Figure(f"{seconds} s at half size: wall a second of video", peak.wall / seconds, "s"),
            Figure(f"{seconds} s at half size: peak memory (PSS)", peak.pss, "MB", 800),
        ]
    return [*found, Figure("600 s / 30 s, CPU a second of video", rates[-1] / rates[1], "x", 1.1)]


def _memory(folder: Path) -> list[Figure]:
    found = []
    for seconds in FULL_SECONDS:
        _prepare(folder / f"full-{seconds}", seconds)
        peak = _rendered(folder / f"full-{seconds}", folder / "full")
        found += [
            Figure(f"{seconds} s at full size: peak memory (PSS)", peak.pss, "MB", 800),
            Figure(f"{seconds} s at full size: peak memory (RSS)", peak.rss, "MB"),
        ]
    return found


def _at_once(folder: Path) -> list[Figure]:
    """Two jobs of one worker's machine, by the clock: together, and one after the other."""
    jobs = [folder / "one", folder / "two"]
    for job in jobs:
        _prepare(job, 10)
        _run(job, job / "cache")
    _forget(jobs)
    started = time.perf_counter()
    for job in jobs:
        _run(job, job / "cache")
    after_each_other = time.perf_counter() - started
    _forget(jobs)
    started = time.perf_counter()
    running = [
        subprocess.Popen(_argv(job, job / "cache"), cwd=ROOT, stdout=subprocess.DEVNULL) for job in jobs
    ]
    for child in running:
        if child.wait():
            raise SystemExit("one of two renders at once failed")
    at_once = time.perf_counter() - started
    return [
        Figure("two jobs after each other: wall", after_each_other, "s"),
        Figure("two jobs at once: wall", at_once, "s"),
        Figure("two jobs at once / after each other: wall", at_once / after_each_other, "x", 1.0),
    ]


def _forget(jobs: list[Path]) -> None:
    for job in jobs:
        for kept in (job / "cache").iterdir():
            if kept.suffix in {".mp4", ".m4a", ".json"}:
                kept.unlink()


def _prepare(folder: Path, seconds: int, *options: str) -> None:
    folder.mkdir()
    step = [sys.executable, "-m", "benchmarks.yardstick", "prepare", str(folder), "--seconds", str(seconds)]
    subprocess.run([*step, *options], cwd=ROOT, check=True)


def _argv(folder: Path, cache: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.yardstick", "render", str(folder), "--cache", str(cache)]


def _run(folder: Path, cache: Path) -> None:
    subprocess.run(_argv(folder, cache), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _rendered(folder: Path, cache: Path) -> Peak:
    """What it costs by its own account, and the memory that others see it take."""
    peak, out = peak_of(_argv(folder, cache), cwd=ROOT)
    told = json.loads(out.splitlines()[-1])
    return Peak(told["wall"], told["cpu"], peak.rss, peak.pss)
