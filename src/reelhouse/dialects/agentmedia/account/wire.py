"""The account, usage and key messages of agent-media."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictStr

Period = Literal["7d", "30d", "90d"]


class PlanFacts(BaseModel):
    tier: str
    name: str
    status: Literal["active"] = "active"
    trial_active: bool
    trial_ends_at: str | None
    current_period_end: str | None


class CreditFacts(BaseModel):
    monthly_remaining: int
    monthly_allowance: int
    purchased: int
    total: int


class LimitFacts(BaseModel):
    max_concurrent_jobs: int
    max_video_duration: int
    models_available: list[str]


class Account(BaseModel):
    user_id: str
    plan: PlanFacts
    credits: CreditFacts
    limits: LimitFacts


class UsageSummary(BaseModel):
    total_jobs: int
    completed_jobs: int
    failed_jobs: int
    credits_used: int


class ModelUsage(BaseModel):
    model_config = ConfigDict(protected_namespaces=())

    model_slug: str
    job_count: int
    credits_used: int
    avg_duration_seconds: float


class DayUsage(BaseModel):
    date: str
    job_count: int
    credits_used: int


class OperationUsage(BaseModel):
    operation: str
    job_count: int


class UsageBody(BaseModel):
    period: Period
    period_start: str
    period_end: str
    summary: UsageSummary
    by_model: list[ModelUsage]
    daily: list[DayUsage]
    by_operation: list[OperationUsage]


class KeyBody(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Production Key"}]})

    name: StrictStr | None = Field(
        None, max_length=100, description="Key name.", json_schema_extra={"default": "Default"}
    )


class KeyCreated(BaseModel):
    """`key` is the whole key, shown this one time."""

    key: str
    id: str
    key_prefix: str
    name: str
    created_at: str


class KeyFacts(BaseModel):
    id: str
    key_prefix: str
    name: str
    created_at: str
    last_used_at: str | None


class KeyList(BaseModel):
    keys: list[KeyFacts]


class KeyRevoked(BaseModel):
    revoked: Literal[True] = True
    id: str
