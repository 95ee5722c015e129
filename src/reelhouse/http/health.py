"""Is this process alive, and can the whole house work?"""

import shutil
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import anyio
import sqlalchemy as sa
import structlog
from anyio import from_thread
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from reelhouse.kit.db import Database
from reelhouse.kit.errors import ReelhouseError

PATIENCE_SECONDS = 5
LEAST_FREE_BYTES = 512 * 1024 * 1024

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one probe saw; `detail` says what to do when it is not well."""

    name: str
    well: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """A quick look at one thing the house needs. `look` returns a detail, and raises when it is not well."""

    name: str
    look: Callable[[], str]


class NotWell(Exception):
    """A probe's own words for what is wrong."""


def health_routes(probes: Sequence[Probe]) -> list[Route]:
    async def healthz(_request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def readyz(_request: Request) -> Response:
        findings = await examine(probes)
        ready = all(finding.well for finding in findings)
        body = {
            "status": "ready" if ready else "not ready",
            "checks": [asdict(finding) for finding in findings],
        }
        return JSONResponse(body, 200 if ready else 503)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]


async def examine(probes: Sequence[Probe]) -> list[Finding]:
    """Ask all probes at once; one that does not answer in time is not well."""
    findings: dict[str, Finding] = {
        probe.name: Finding(probe.name, well=False, detail=f"no answer within {PATIENCE_SECONDS} s")
        for probe in probes
    }

    async def ask(probe: Probe) -> None:
        findings[probe.name] = await run_sync(_ask, probe, abandon_on_cancel=True)

    with anyio.move_on_after(PATIENCE_SECONDS):
        async with anyio.create_task_group() as tasks:
            for probe in probes:
                tasks.start_soon(ask, probe)
    return list(findings.values())


def _ask(probe: Probe) -> Finding:
    try:
        return Finding(probe.name, well=True, detail=probe.look())
    except NotWell as finding:
        return Finding(probe.name, well=False, detail=str(finding))
    except Exception as failure:  # noqa: BLE001 - whatever a probe meets is its finding
        log.warning("probe_failed", probe=probe.name, error=repr(failure))
        return Finding(probe.name, well=False, detail=type(failure).__name__)


def database_probe(database: Database) -> Probe:
    def look() -> str:
        with database.reading() as connection:
            connection.execute(sa.select(1))
        return database.engine.dialect.name

    return Probe("database", look)


def disk_probe(folder: Path, least_free: int = LEAST_FREE_BYTES) -> Probe:
    def look() -> str:
        free = shutil.disk_usage(folder).free
        if free < least_free:
            raise NotWell(f"{free >> 20} MiB free, {least_free >> 20} MiB are needed")
        return f"{free >> 20} MiB free"

    return Probe("disk", look)


def ffmpeg_probe(find: Callable[[], Coroutine[Any, Any, str]]) -> Probe:
    """`find` tells which ffmpeg there is, and raises an error with the remedy when there is none."""

    def look() -> str:
        try:
            return from_thread.run(find)
        except ReelhouseError as missing:
            raise NotWell(missing.message) from missing

    return Probe("ffmpeg", look)
