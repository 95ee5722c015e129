"""Workspaces and the plans they are on."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from reelhouse.kit.money import MicroDollars, cents


class Tier(StrEnum):
    FREE = "free"
    PAYG = "payg"
    STARTER = "starter"
    CREATOR = "creator"
    PRO_PLUS = "pro_plus"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a tier allows. `max_video_seconds` is the longest video, `max_concurrent_jobs` those under way."""

    tier: Tier
    name: str
    monthly_allowance: MicroDollars
    max_concurrent_jobs: int
    max_video_seconds: int


PLANS: dict[Tier, Plan] = {
    plan.tier: plan
    for plan in (
        Plan(Tier.FREE, "Free", cents(0), 1, 5),
        Plan(Tier.PAYG, "Pay As You Go", cents(0), 2, 15),
        Plan(Tier.STARTER, "Creator", cents(3_900), 3, 10),
        Plan(Tier.CREATOR, "Pro", cents(6_900), 5, 15),
        Plan(Tier.PRO_PLUS, "Pro Plus", cents(12_900), 10, 15),
    )
}


@dataclass(frozen=True, slots=True)
class Workspace:
    """`webhook_url` hears of what ends in the workspace, where a request names no address of its own."""

    workspace_id: UUID
    name: str
    tier: Tier
    created_at: datetime
    trial_ends_at: datetime | None = None
    webhook_url: str | None = None

    @property
    def plan(self) -> Plan:
        return PLANS[self.tier]
