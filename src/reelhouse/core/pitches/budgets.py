"""What a workspace and its keys may have and spend in a calendar month (UTC)."""

from datetime import datetime
from typing import Final
from uuid import UUID

from reelhouse.core.credits.service import Credits
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import JobKind
from reelhouse.core.keys.service import Keys
from reelhouse.core.pitches.errors import CeilingReached, KeyCapReached, QuotaUsedUp
from reelhouse.core.pitches.records import Payer
from reelhouse.core.pitches.repository import PitchRepository
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.kit.clock import Clock
from reelhouse.kit.money import MicroDollars

PROJECTS: Final = "projects"
ARTIFACTS: Final = "artifacts"


class Budgets:
    """Guards to be asked while the workspace is locked, so that two requests never pass on the same money.

    Quotas always hold. Caps of money hold where money is asked for: an unmetered house refuses none.
    """

    def __init__(
        self,
        repository: PitchRepository,
        jobs: Jobs,
        keys: Keys,
        credits: Credits,  # noqa: A002 - the domain's word
        settings: PitchSettings,
        clock: Clock,
    ) -> None:
        self._repository = repository
        self._jobs = jobs
        self._keys = keys
        self._credits = credits
        self._settings = settings
        self._clock = clock

    def admit_project(self, workspace_id: UUID) -> None:
        """Raises `QuotaUsedUp`."""
        limit = self._settings.projects_per_month
        if self._repository.count_projects(workspace_id, self._month()) >= limit:
            raise QuotaUsedUp(PROJECTS, limit)

    def admit_artifact(self, workspace_id: UUID) -> None:
        """Raises `QuotaUsedUp`."""
        limit = self._settings.artifacts_per_month
        if self._artifacts(workspace_id) >= limit:
            raise QuotaUsedUp(ARTIFACTS, limit)

    def admit_spending(self, workspace_id: UUID, payer: Payer | None, price: MicroDollars) -> None:
        """Raises `CeilingReached` or `KeyCapReached`."""
        if not self._credits.refuses:
            return
        left = self._left(self._settings.ceiling, workspace_id, None)
        if price > left:
            raise CeilingReached(price, left)
        if payer is None:
            return
        cap = self._keys.cap_of(payer.key_id)
        left = self._left(self._settings.key_cap if cap is None else cap, workspace_id, payer.key_id)
        if price > left:
            raise KeyCapReached(price, left)

    def _artifacts(self, workspace_id: UUID) -> int:
        """Those of this month that were made or may still be; what failed does not count."""
        artifacts = self._repository.artifacts_since(workspace_id, self._month())
        unmade = [artifact.working_id for artifact in artifacts if artifact.published_id is None]
        return len(artifacts) - len(unmade) + len(self._jobs.active_among(unmade))

    def _left(self, cap: int, workspace_id: UUID, key_id: UUID | None) -> MicroDollars:
        spent = self._jobs.spent(workspace_id, JobKind.PITCH, self._month(), key_id)
        return MicroDollars(max(0, cap - spent))

    def _month(self) -> datetime:
        return self._clock.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
