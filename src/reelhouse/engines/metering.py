"""What every engine call leaves in the metrics: how often, how long, and how it ended."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import Counter, Histogram

from reelhouse.engines.errors import EngineRefused, EngineUnavailable

CALLS = Counter(
    "reelhouse_engine_calls",
    "Calls of engines, by how they ended: done, refused, unavailable, canceled or broken.",
    ["family", "engine", "outcome"],
)
SECONDS = Histogram(
    "reelhouse_engine_seconds",
    "Wall time of one engine call.",
    ["family", "engine"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120),
)


@contextmanager
def metered_call(family: str, engine: str) -> Iterator[None]:
    """Count and time what happens inside; whatever it raises passes through unchanged."""
    outcome = "canceled"  # what is neither an answer nor an error is a cancellation
    started = perf_counter()
    try:
        yield
        outcome = "done"
    except EngineRefused:
        outcome = "refused"
        raise
    except EngineUnavailable:
        outcome = "unavailable"
        raise
    except Exception:
        outcome = "broken"
        raise
    finally:
        CALLS.labels(family, engine, outcome).inc()
        SECONDS.labels(family, engine).observe(perf_counter() - started)
