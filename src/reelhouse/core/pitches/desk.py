"""Where pitches are planned and ordered: what takes time is done here, between short transactions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from anyio.to_thread import run_sync

from reelhouse.core.pitches.asked import NO_WISHES, Asked
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.echo import wishes_from
from reelhouse.core.pitches.errors import PlanNotFound
from reelhouse.core.pitches.merging import merged
from reelhouse.core.pitches.ordering import order_again, order_of, preview_order_of
from reelhouse.core.pitches.orders import PitchOrder
from reelhouse.core.pitches.plan import CAPTIONS_OFF, Plan
from reelhouse.core.pitches.records import (
    Artifact,
    KeptPlan,
    NewProject,
    OpenedProject,
    Payer,
    Render,
    Scope,
)
from reelhouse.core.pitches.regenerating import check_scope, price_again, regenerated, within
from reelhouse.core.pitches.resolver import Holdings, Ledger, PitchTools, Resolver, check_logo, seen_of
from reelhouse.core.pitches.subjects import subject_of
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot, Screenshot
from reelhouse.media.captions import CaptionStyle
from reelhouse.storage.base import UploadLink

UPLOADS_LAST = timedelta(hours=1)
PREVIEWS_LAST = timedelta(hours=24)


class PitchDesk:
    """Every call is for one workspace; an id of another one is refused by name (`NotOfThisWorkspace`)."""

    def __init__(self, ledger: Ledger, tools: PitchTools) -> None:
        self._ledger = ledger
        self._tools = tools
        self._resolver = Resolver(ledger, tools)

    def create(self, new: NewProject) -> OpenedProject:
        """Raises `QuotaUsedUp`, `TooManyScreenshots` or `AddressRefused`."""
        self._resolver.check_addresses(new.wishes)
        with self._ledger.transaction() as services:
            return services.pitches.create(new)

    def add_screenshots(
        self,
        workspace_id: UUID,
        project_id: UUID,
        features: Sequence[AnnouncedFeature],
        loose: Sequence[AnnouncedScreenshot],
    ) -> tuple[Screenshot, ...]:
        """Raises `ProjectNotFound`, `NotOfThisWorkspace`, `VariantFixed` or `TooManyScreenshots`."""
        with self._ledger.transaction() as services:
            return services.pitches.add_screenshots(workspace_id, project_id, features, loose)

    def upload_link(self, screenshot: Screenshot) -> UploadLink:
        """Where its file can be sent to, for an hour."""
        announced = screenshot.announced
        return self._tools.store.upload_link(
            screenshot.object_name, announced.media_type, announced.size, UPLOADS_LAST
        )

    def link(self, object_name: str) -> str:
        """Where a still of a plan can be seen, for a day."""
        return self._tools.store.link(object_name, PREVIEWS_LAST)

    async def plan(self, workspace_id: UUID, project_id: UUID, asked: Asked) -> KeptPlan:
        """Resolve a plan, keep it, and have its stills painted.

        Raises `ProjectNotFound`, `NotOfThisWorkspace` or `AddressRefused`.
        """
        resolved = await self._resolver.resolve(workspace_id, project_id, asked)

        def keep() -> KeptPlan:
            with self._ledger.transaction() as services:
                return services.pitches.keep_plan(resolved.project, resolved.plan, resolved.asked)

        return await run_sync(keep)

    def latest(self, workspace_id: UUID, project_id: UUID) -> KeptPlan:
        """The last plan. Raises `ProjectNotFound`, `NotOfThisWorkspace` or `PlanNotFound`."""
        with self._ledger.reading() as services:
            kept = services.pitches.find_plan(workspace_id, project_id)
        if kept is None:
            raise PlanNotFound(project_id)
        return kept

    async def render(
        self,
        workspace_id: UUID,
        project_id: UUID,
        asked: Asked | None,
        payer: Payer | None,
        *,
        origin: str,
    ) -> Render:
        """Render the plan that the wishes make, or the last one, in a variant of its own.

        Raises `ProjectNotFound`, `NotOfThisWorkspace`, `NothingPlanned`, `ScreenshotsMissing`, `QuotaUsedUp`,
        `CeilingReached`, `KeyCapReached`, `OutOfCredits` or `AddressRefused`; nothing is written then.
        """
        resolved = await (
            self._resolver.planned(workspace_id, project_id)
            if asked is None
            else self._resolver.resolve(workspace_id, project_id, asked)
        )

        def request() -> Render:
            with self._ledger.transaction() as services:
                order = order_of(
                    resolved.plan,
                    resolved.asked,
                    resolved.screenshots,
                    resolved.seen,
                    style=_style(services, workspace_id, resolved.plan),
                )
                price = resolved.plan.estimate.price
                return services.pitch_renders.request(resolved.project, order, price, origin, payer)

        return await run_sync(request)

    async def regenerate(
        self,
        workspace_id: UUID,
        artifact_id: UUID,
        scope: Scope,
        target_id: str | None,
        asked: Asked | None,
        payer: Payer | None,
        *,
        origin: str,
    ) -> Artifact:
        """Make a part of an artifact again; the rest stays exactly as it is.

        Raises `ArtifactNotFound`, `NotOfThisWorkspace`, `ScopeUnknown`, `ArtifactBusy`, `CeilingReached`,
        `KeyCapReached`, `OutOfCredits` or `AddressRefused`.
        """
        wishes = within(asked or NO_WISHES, scope)
        self._resolver.check_addresses(wishes)

        def request() -> Artifact:
            with self._ledger.transaction() as services:
                artifact = services.pitch_renders.get_artifact(workspace_id, artifact_id)
                old = services.pitch_renders.order_of(artifact.published_id or artifact.working_id)
                check_scope(old.plan, scope, target_id)
                check_logo(services, workspace_id, wishes)
                opened = services.pitches.open(workspace_id, artifact.project_id)
                seen = seen_of(opened.screenshots)
                again = merged(old.asked, wishes_from(wishes, old.plan, old.asked))
                subject = subject_of(opened.project, opened.screenshots, seen)
                draft = services.pitches.find_draft(opened.project.shows_of)
                library = self._resolver.library(services, workspace_id)
                new = direct(subject, again, library, draft.draft if draft else None)
                plan = regenerated(old.plan, new, scope, target_id)
                price = price_again(plan, scope, target_id, self._tools.settings)
                plan = replace(plan, estimate=replace(plan.estimate, price=price))
                style = _style(services, workspace_id, plan)
                order = order_again(old, plan, again, opened.screenshots, seen, scope, target_id, style)
                return services.pitch_renders.request_again(artifact, order, price, origin, payer)

        return await run_sync(request)

    def preview_order(self, project_id: UUID, number: int) -> PitchOrder | None:
        """What the stills of that plan show; None when it was superseded. For the worker, whoever asked."""
        with self._ledger.reading() as services:
            kept = services.pitches.find_current_plan(project_id, number)
            if kept is None:
                return None
            opened = services.pitches.open_any(project_id)
            style = _style(services, opened.project.workspace_id, kept.plan)
        return preview_order_of(kept.plan, kept.asked, opened.screenshots, seen_of(opened.screenshots), style)

    def get_render(self, workspace_id: UUID, render_id: UUID) -> Render:
        """Raises `JobNotFound` or `NotOfThisWorkspace`."""
        with self._ledger.reading() as services:
            return services.pitch_renders.get(workspace_id, render_id)

    def prune(self, limit: int) -> int:
        """Remove the oldest variants that came to nothing, and their files; returns how many.

        When a file cannot be removed all stay, and the next call tries again.
        """
        with self._ledger.transaction() as services:
            older_than = timedelta(days=self._tools.settings.variants_kept_days)
            pruned = services.pitch_renders.prune(older_than, limit)
            for name in pruned.object_names:
                self._tools.store.delete(name)
        return pruned.variants


def _style(services: Holdings, workspace_id: UUID, plan: Plan) -> CaptionStyle | None:
    name = plan.intent.caption_style
    return None if name == CAPTIONS_OFF else services.styles.get(workspace_id, name)
