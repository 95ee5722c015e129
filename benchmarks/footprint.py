"""How quick reelhouse starts, and what it costs while nobody asks."""

import tempfile
import time
from pathlib import Path

from benchmarks.measure import REELHOUSE, Figure, cost_of, cpu_seconds, family, median_cost
from benchmarks.server import serving

IDLE_SECONDS = 15
MEGABYTE = 1024 * 1024


def figures() -> list[Figure]:
    shown = median_cost(lambda: cost_of([REELHOUSE, "--help"]), rounds=5)
    with tempfile.TemporaryDirectory() as folder:
        data = {"REELHOUSE_DATA": str(Path(folder) / "data")}
        demo = cost_of([REELHOUSE, "demo", "-o", str(Path(folder) / "demo.mp4")], env=data)
    with serving() as server:
        time.sleep(3)  # what a start leaves to do is not idleness
        processes = family(server.process)
        before, started = cpu_seconds(processes), time.perf_counter()
        time.sleep(IDLE_SECONDS)
        busy = (cpu_seconds(processes) - before) / (time.perf_counter() - started)
        memory = sum(process.memory_info().rss for process in processes) / MEGABYTE
        ready = server.ready_seconds
    return [
        Figure("reelhouse --help", shown.wall, "s", target=0.5),
        Figure("serve until ready, worker included", ready, "s", target=3),
        Figure("idle memory, both processes", memory, "MB", target=250),
        Figure("idle CPU, both processes", busy * 100, "% of a core", target=4),
        Figure("demo: a finished 10 s video", demo.wall, "s", target=15),
    ]
