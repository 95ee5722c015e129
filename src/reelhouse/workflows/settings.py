"""How a worker works."""

from pydantic import BaseModel, Field


class WorkerSettings(BaseModel):
    queues: list[str] = Field(default_factory=list, description="Queues this worker serves; empty for all.")
    concurrency: int = Field(default=2, ge=1, description="Videos that one worker makes at once.")
    polling_seconds: float = Field(
        default=0.25, gt=0, description="How often a worker looks for new work; less is quicker and busier."
    )
    heartbeat_seconds: float = Field(
        default=30.0,
        gt=0,
        description="A worker that is silent for so long is dead, and its work is resumed.",
    )
    sweep_seconds: float = Field(
        default=60.0, gt=0, description="How often forgotten holds, refunds and files are looked after."
    )
    drain_seconds: float = Field(
        default=20.0, ge=0, description="How long a worker that is told to stop may finish what it does."
    )
    keep_days: int = Field(
        default=7, ge=1, description="How long the engine's own record of finished work is kept, in days."
    )
