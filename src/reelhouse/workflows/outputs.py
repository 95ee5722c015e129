"""What jobs deliver, and how they tell their stage."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from pydantic import JsonValue, TypeAdapter

from reelhouse.core.assets.types import AssetKind, NewAsset
from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import Job
from reelhouse.kit.money import MicroDollars
from reelhouse.render.types import Progress
from reelhouse.workflows.progress import with_progress

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file that lies whole in the object store; `facts` are kept with its asset."""

    kind: AssetKind
    object_name: str
    media_type: str
    size: int
    sha256: str
    facts: Mapping[str, JsonValue] = field(default_factory=dict)
    part: int = 0


def asset_of(job: Job, file: OutputFile, expires_at: datetime | None = None) -> NewAsset:
    return NewAsset(
        workspace_id=job.workspace_id,
        job_id=job.job_id,
        kind=file.kind,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        object_name=file.object_name,
        facts=file.facts,
        expires_at=expires_at,
        part=file.part,
    )


@dataclass(frozen=True, slots=True)
class JobOutput:
    """What a job delivers; the first of `files` is what was asked for, the others lie beside it.

    All become assets. `result` is kept with the job; `charge` is what was delivered, at most the price.
    """

    files: tuple[OutputFile, ...]
    result: Mapping[str, JsonValue]
    charge: MicroDollars


OUTPUTS: TypeAdapter[JobOutput] = TypeAdapter(JobOutput)


def deliver(services: Services, job: Job, output: JobOutput) -> str:
    """The files and their price, at once; tells the state of the job."""
    main, *_ = [services.assets.add(asset_of(job, file)) for file in output.files]
    result = {**output.result, "asset_id": str(main.asset_id), "object_name": main.object_name}
    return services.jobs.succeed(job.job_id, result, output.charge).state.value


async def staged(house: House, job_id: UUID, stage: str, work: Callable[[Job], Awaitable[T]]) -> T:
    """Work that is too short, or too far from us, to tell more of it than its name."""
    job = await load_job(house, job_id)

    async def told(tell: Progress) -> T:
        tell(0.0, stage)
        return await work(job)

    return await with_progress(house, job_id, told)


async def kept_output(
    house: House, job_id: UUID, work: Callable[[Job, Progress], Awaitable[JobOutput]]
) -> dict[str, JsonValue]:
    """The longest step of a job, which tells its own stages; its output as it is recorded."""
    job = await load_job(house, job_id)
    output = await with_progress(house, job_id, lambda tell: work(job, tell))
    kept: dict[str, JsonValue] = OUTPUTS.dump_python(output, mode="json")
    return kept


async def load_job(house: House, job_id: UUID) -> Job:
    return await asyncio.to_thread(_read, house, job_id)


def _read(house: House, job_id: UUID) -> Job:
    with house.reading() as services:
        return services.jobs.load(job_id)
