"""From a project and wishes to a plan: what has to be looked at and written is done between transactions."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlsplit
from uuid import UUID

from anyio.to_thread import run_sync

from reelhouse.core.actors.service import Actors
from reelhouse.core.brands.service import Brands
from reelhouse.core.pitches.asked import Asked
from reelhouse.core.pitches.directing.director import direct
from reelhouse.core.pitches.directing.echo import wishes_from
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.drafting import Drafter, KeptDraft
from reelhouse.core.pitches.errors import GivenFileUnusable, NothingPlanned
from reelhouse.core.pitches.inputs import LOGO_FIELD
from reelhouse.core.pitches.merging import merged
from reelhouse.core.pitches.plan import Plan, PlanWarning
from reelhouse.core.pitches.records import KeptPlan, Project
from reelhouse.core.pitches.remarks import Remark
from reelhouse.core.pitches.renders import PitchRenders
from reelhouse.core.pitches.seeing.viewing import Viewer, Views
from reelhouse.core.pitches.service import Pitches
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.core.pitches.subjects import subject_of
from reelhouse.core.pitches.types import Screenshot, Seen, Subject
from reelhouse.core.styles.service import Styles
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.storage.base import ObjectStore


class Holdings(Protocol):
    """The part of the core's services that pitches need."""

    @property
    def pitches(self) -> Pitches: ...
    @property
    def pitch_renders(self) -> PitchRenders: ...
    @property
    def styles(self) -> Styles: ...
    @property
    def brands(self) -> Brands: ...
    @property
    def actors(self) -> Actors: ...


@dataclass(frozen=True, slots=True)
class Ledger:
    """How the desk opens a transaction, and one that only reads."""

    transaction: Callable[[], AbstractContextManager[Holdings]]
    reading: Callable[[], AbstractContextManager[Holdings]]


@dataclass(frozen=True, slots=True)
class PitchTools:
    """What the desk works with."""

    viewer: Viewer
    store: ObjectStore
    fetch: SafeFetch
    settings: PitchSettings
    drafter: Drafter


@dataclass(frozen=True, slots=True)
class _Opened:
    """All that a plan of a project is made of."""

    project: Project
    screenshots: tuple[Screenshot, ...]
    last: KeptPlan | None
    draft: KeptDraft | None


@dataclass(frozen=True, slots=True)
class _Ready:
    """What a director is told."""

    subject: Subject
    wishes: Asked
    library: Library


@dataclass(frozen=True, slots=True)
class Resolved:
    project: Project
    plan: Plan
    asked: Asked
    screenshots: tuple[Screenshot, ...]
    seen: Mapping[UUID, Seen]


class Resolver:
    """Every call is for one workspace; an id of another one is refused by name (`NotOfThisWorkspace`)."""

    def __init__(self, ledger: Ledger, tools: PitchTools) -> None:
        self._ledger = ledger
        self._tools = tools

    async def planned(self, workspace_id: UUID, project_id: UUID) -> Resolved:
        opened = await run_sync(self._open, workspace_id, project_id)
        if opened.last is None:
            raise NothingPlanned(project_id)
        seen = seen_of(opened.screenshots)
        return Resolved(opened.project, opened.last.plan, opened.last.asked, opened.screenshots, seen)

    async def resolve(self, workspace_id: UUID, project_id: UUID, asked: Asked) -> Resolved:
        self.check_addresses(asked)
        opened = await run_sync(self._open, workspace_id, project_id)
        views = await self._tools.viewer.view(opened.screenshots)
        ready = await run_sync(self._prepared, opened, asked, views)
        plan = direct(ready.subject, ready.wishes, ready.library)
        drafted = await self._tools.drafter.draft(ready.subject, plan, opened.draft)
        if drafted.kept is not None:
            await run_sync(self._keep_draft, opened, drafted.kept)
            plan = direct(ready.subject, ready.wishes, ready.library, drafted.kept.draft)
        told = (*plan.warnings, *_unreadable(views), *_unread(views), *drafted.warnings)
        seen = {**seen_of(opened.screenshots), **views.seen}
        return Resolved(opened.project, replace(plan, warnings=told), ready.wishes, opened.screenshots, seen)

    def _prepared(self, opened: _Opened, asked: Asked, views: Views) -> _Ready:
        """Keep what was seen, and bring together what a director is told."""
        project, last = opened.project, opened.last
        own = wishes_from(asked, last.plan if last else None, last.asked if last else None)
        subject = subject_of(project, opened.screenshots, {**seen_of(opened.screenshots), **views.seen})
        with self._ledger.transaction() as services:
            check_logo(services, project.workspace_id, asked)
            services.pitches.note_seen(views.seen)
            library = self.library(services, project.workspace_id)
        return _Ready(subject, merged(project.wishes, own), library)

    def _keep_draft(self, opened: _Opened, draft: KeptDraft) -> None:
        if draft != opened.draft:
            with self._ledger.transaction() as services:
                services.pitches.keep_draft(opened.project.project_id, draft)

    def _open(self, workspace_id: UUID, project_id: UUID) -> _Opened:
        with self._ledger.reading() as services:
            opened = services.pitches.open(workspace_id, project_id)
            return _Opened(
                opened.project,
                opened.screenshots,
                services.pitches.find_plan(workspace_id, project_id),
                services.pitches.find_draft(project_id),
            )

    def library(self, services: Holdings, workspace_id: UUID) -> Library:
        return Library(
            styles=frozenset(style.name for style in services.styles.list_(workspace_id)),
            voices=services.actors.slugs,
            brands=services.brands.by_key(workspace_id),
            prices=self._tools.settings,
        )

    def check_addresses(self, asked: Asked) -> None:
        """Every address that a caller names is refused now if it would be refused later."""
        music, brand = asked.direction.music, asked.direction.brand
        for address in (music and music.upload_url, brand and brand.logo_url):
            if address and urlsplit(address).scheme:
                self._tools.fetch.check_url(address)


def check_logo(services: Holdings, workspace_id: UUID, asked: Asked) -> None:
    """A logo without an address is one of the workspace's own brand kits. Raises `GivenFileUnusable`."""
    brand = asked.direction.brand
    logo = brand.logo_url if brand else None
    if logo and not urlsplit(logo).scheme and not services.brands.owns_logo(workspace_id, logo):
        raise GivenFileUnusable(LOGO_FIELD, "it is no address, and no logo of this workspace")


def seen_of(screenshots: Sequence[Screenshot]) -> dict[UUID, Seen]:
    return {one.screenshot_id: one.seen for one in screenshots if one.seen is not None}


def _unread(views: Views) -> tuple[PlanWarning, ...]:
    if not views.unread:
        return ()
    message = f"The words on {views.unread} screenshots are not read yet; plan again, and they will be."
    return (PlanWarning(Remark.SCREENSHOTS_UNREAD, "screenshots", message, given=float(views.unread)),)


def _unreadable(views: Views) -> tuple[PlanWarning, ...]:
    return tuple(
        PlanWarning(
            code=Remark.SCREENSHOT_UNREADABLE,
            field="screenshots",
            message=f"The screenshot {screenshot_id} cannot be used: {reason}. Upload it again.",
            given=str(screenshot_id),
        )
        for screenshot_id, reason in sorted(views.refused.items())
    )
