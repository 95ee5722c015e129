"""What is made of plans: renders in variants of their own, and regenerations of what was made."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from reelhouse.core.assets.service import Assets
from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.core.jobs.service import Jobs
from reelhouse.core.jobs.types import Job, JobKind, NewJob
from reelhouse.core.pitches.budgets import Budgets
from reelhouse.core.pitches.errors import ArtifactBusy, ArtifactNotFound, NotOfThisWorkspace
from reelhouse.core.pitches.orders import ORDERS, PitchOrder
from reelhouse.core.pitches.records import Artifact, ArtifactState, Payer, Project, Render
from reelhouse.core.pitches.repository import PitchRepository
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.kit.money import MicroDollars

WORKFLOW: Final = "render_pitch"
QUEUE: Final = "render"


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many variants were removed, and the files that nobody will ask for any more."""

    variants: int
    object_names: tuple[str, ...]


class PitchRenders:
    def __init__(
        self,
        *,
        repository: PitchRepository,
        workspaces: Workspaces,
        jobs: Jobs,
        assets: Assets,
        budgets: Budgets,
        clock: Clock,
    ) -> None:
        self._repository = repository
        self._workspaces = workspaces
        self._jobs = jobs
        self._assets = assets
        self._budgets = budgets
        self._clock = clock

    def request(
        self, project: Project, order: PitchOrder, price: MicroDollars, origin: str, payer: Payer | None
    ) -> Render:
        """Fork a variant that has this plan, hold its price, and queue the work, all or nothing.

        The ids of the variant and the artifact are those of the order. Raises `QuotaUsedUp`,
        `CeilingReached`, `KeyCapReached` or `OutOfCredits`, before anything is written.
        """
        workspace = self._workspaces.lock(project.workspace_id)
        self._budgets.admit_artifact(project.workspace_id)
        self._budgets.admit_spending(project.workspace_id, payer, price)
        variant = Project(
            project_id=order.variant_id,
            workspace_id=project.workspace_id,
            parent_id=project.shows_of,
            name=project.name,
            goal=project.goal,
            wishes=project.wishes,
            features=project.features,
            created_at=self._clock.now(),
        )
        self._repository.add_project(variant)
        job = self._submit(project.workspace_id, order, price, origin, payer, workspace.webhook_url)
        artifact = Artifact(
            artifact_id=order.artifact_id,
            workspace_id=project.workspace_id,
            project_id=variant.project_id,
            kind=order.plan.intent.artifact_type,
            state=ArtifactState.RENDERING,
            version=0,
            published_id=None,
            working_id=job.job_id,
            created_at=self._clock.now(),
        )
        self._repository.add_artifact(artifact)
        return Render(job, variant, artifact, order.plan, ())

    def request_again(
        self, artifact: Artifact, order: PitchOrder, price: MicroDollars, origin: str, payer: Payer | None
    ) -> Artifact:
        """Queue the making again of a part; until it is done the old version is shown, and after a failure.

        Raises `ArtifactBusy`, `CeilingReached`, `KeyCapReached` or `OutOfCredits`.
        """
        workspace = self._workspaces.lock(artifact.workspace_id)
        artifact = self.get_artifact(artifact.workspace_id, artifact.artifact_id, lock=True)
        if artifact.state in {ArtifactState.RENDERING, ArtifactState.REGENERATING}:
            raise ArtifactBusy(artifact.artifact_id)
        self._budgets.admit_spending(artifact.workspace_id, payer, price)
        job = self._submit(artifact.workspace_id, order, price, origin, payer, workspace.webhook_url)
        self._repository.work_on(artifact.artifact_id, job.job_id)
        return self.get_artifact(artifact.workspace_id, artifact.artifact_id)

    def get_artifact(self, workspace_id: UUID, artifact_id: UUID, *, lock: bool = False) -> Artifact:
        """Raises `ArtifactNotFound`, or `NotOfThisWorkspace`."""
        artifact = self._repository.find_artifact(artifact_id, lock=lock)
        if artifact is None:
            raise ArtifactNotFound(artifact_id)
        if artifact.workspace_id != workspace_id:
            raise NotOfThisWorkspace("artifact", artifact_id)
        return self._at_work(artifact)

    def order_of(self, job_id: UUID) -> PitchOrder:
        """What a job was asked to make."""
        return ORDERS.validate_python(self._jobs.load(job_id).input)

    def get(self, workspace_id: UUID, job_id: UUID) -> Render:
        """Raises `JobNotFound`, or `NotOfThisWorkspace`."""
        job = self._jobs.load(job_id)
        if job.kind is not JobKind.PITCH or job.deleted_at is not None:
            raise JobNotFound(job_id)
        if job.workspace_id != workspace_id:
            raise NotOfThisWorkspace("render", job_id)
        order = ORDERS.validate_python(job.input)
        variant = self._repository.find_project(order.variant_id)
        artifact = self._repository.find_artifact(order.artifact_id)
        if variant is None or artifact is None:  # an abandoned variant is removed after some days
            raise JobNotFound(job_id)
        assets = self._assets.list_for_job(job_id)
        return Render(job, variant, self._at_work(artifact), order.plan, assets)

    def publish(self, job: Job) -> None:
        """Show what this job made, in the transaction that settles it."""
        self._repository.publish(ORDERS.validate_python(job.input).artifact_id, job.job_id)

    def prune(self, older_than: timedelta, limit: int) -> Pruned:
        """Remove variants of that age that came to nothing; the caller removes their files."""
        old = self._repository.unpublished_variants(self._clock.now() - older_than, limit)
        active = self._jobs.active_among([job_id for _, job_id in old if job_id is not None])
        abandoned = [project_id for project_id, job_id in old if job_id not in active]
        left = [still for project_id in abandoned for still in self._repository.delete_variant(project_id)]
        return Pruned(len(abandoned), tuple(still.object_name for still in left))

    def _at_work(self, artifact: Artifact) -> Artifact:
        """The artifact with its state as its jobs tell it."""
        if not self._jobs.active_among([artifact.working_id]):
            return artifact
        made = artifact.published_id is not None
        return replace(artifact, state=ArtifactState.REGENERATING if made else ArtifactState.RENDERING)

    def _submit(
        self,
        workspace_id: UUID,
        order: PitchOrder,
        price: MicroDollars,
        origin: str,
        payer: Payer | None,
        webhook_url: str | None,
    ) -> Job:
        return self._jobs.submit(
            NewJob(
                workspace_id=workspace_id,
                kind=JobKind.PITCH,
                origin=origin,
                input=ORDERS.dump_python(order, mode="json"),
                price=price,
                workflow=WORKFLOW,
                queue=QUEUE,
                webhook_url=webhook_url,
                key_id=None if payer is None else payer.key_id,
            )
        )
