"""Measuring programs: wall time, CPU time and memory of a child with all of its children."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
# A program is measured as people run it: with its bytecode cached.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

MEGABYTE = 1024 * 1024
REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and seconds of CPU in user and system mode together."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `target` is a bound in the same unit: at most, or at least where `at_least`."""

    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def meets_target(self) -> bool | None:
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def cost_of(argv: Sequence[str], env: dict[str, str] | None = None, cwd: Path | None = None) -> Cost:
    """Run a program to its end; its CPU time includes what its own children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(argv, env={**os.environ, **(env or {})}, cwd=cwd, capture_output=True, check=False)
    wall = time.perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{argv[0]} failed:\n{done.stderr.decode(errors='replace')[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def median_cost(measure: Callable[[], Cost], rounds: int = 3) -> Cost:
    costs = [measure() for _ in range(rounds)]
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def best_cost(ways: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """The best of some rounds for each way, in turn: a busy machine disturbs all of them alike."""
    found: dict[str, list[Cost]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, measure in ways.items():
            found[way].append(measure())
    return {
        way: Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs))
        for way, costs in found.items()
    }


@dataclass(frozen=True, slots=True)
class Peak:
    """Seconds of a program, and the megabytes that it and its children held at most.

    Pages that processes share count once in `pss`, and in `rss` once for each process.
    """

    wall: float
    cpu: float
    rss: float
    pss: float


def peak_of(argv: Sequence[str], cwd: Path | None = None) -> tuple[Peak, bytes]:
    """Run a program to its end, looking at its memory ten times a second; also what it printed."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(argv, cwd=cwd, stdout=out)
        root = psutil.Process(child.pid)
        rss = pss = cpu = 0.0
        while child.poll() is None:
            with suppress(psutil.Error):
                held = [process.memory_full_info() for process in family(root)]
                cpu = max(cpu, cpu_seconds(family(root)))
                rss = max(rss, sum(memory.rss for memory in held) / MEGABYTE)
                pss = max(pss, sum(memory.pss for memory in held) / MEGABYTE)
            time.sleep(0.1)
        if child.returncode:
            raise SystemExit(f"{argv[0]} failed")
        out.seek(0)
        return Peak(time.perf_counter() - started, cpu, rss, pss), out.read()


def family(root: psutil.Process) -> list[psutil.Process]:
    return [root, *root.children(recursive=True)]


def cpu_seconds(processes: Sequence[psutil.Process]) -> float:
    return sum(times.user + times.system for times in (process.cpu_times() for process in processes))


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
