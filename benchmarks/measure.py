"""Measuring programs: wall time, CPU time and memory of a child with all of its children."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
# A program is measured as people run it: with its bytecode cached.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

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


def family(root: psutil.Process) -> list[psutil.Process]:
    return [root, *root.children(recursive=True)]


def cpu_seconds(processes: Sequence[psutil.Process]) -> float:
    return sum(times.user + times.system for times in (process.cpu_times() for process in processes))


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
