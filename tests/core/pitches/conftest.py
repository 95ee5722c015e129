"""A house with a desk for pitches on a real database, and screenshots that are really uploaded."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image, ImageDraw

from reelhouse.bootstrap.house import Ground, engine_tables, house_over
from reelhouse.config import Settings
from reelhouse.core.house import House
from reelhouse.core.jobs.types import JobError, JobState
from reelhouse.core.pitches.asked import NO_WISHES, Asked
from reelhouse.core.pitches.drafting import Drafter
from reelhouse.core.pitches.records import KeptPlan, NewProject, OpenedProject, Payer, Render
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot
from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.engines.ocr.settings import OcrSettings
from reelhouse.engines.text.fake import FakeText
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Database
from reelhouse.kit.money import MicroDollars
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects
from reelhouse.workflows.dispatcher import DbosDispatcher
from reelhouse.workflows.durable import create_durable_tables

GOAL = "Show busy teams how to send an invoice in one minute"
ORIGIN = "tests"
FEATURES = ("invoices", "reminders")


def screenshot(words: str, size: tuple[int, int] = (640, 360)) -> bytes:
    picture = Image.new("RGB", size, "#f6f7fb")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, size[0], 40), fill="#202840")
    draw.text((20, 70), words, fill="#101828", font_size=26)
    draw.rounded_rectangle((20, 140, 200, 190), 10, fill="#5b3df5")
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


@dataclass
class Studio:
    """A house, and what callers and workers do there. `settings` are read by whoever opens it."""

    house: House
    store: LocalObjects
    clock: FrozenClock
    folder: Path
    workspace_id: UUID
    settings: PitchSettings = field(default_factory=PitchSettings)

    def create(self, features: tuple[str, ...] = FEATURES, wishes: Asked = NO_WISHES) -> OpenedProject:
        announced = tuple(
            AnnouncedFeature(name, (AnnouncedScreenshot("image/png", 1000),)) for name in features
        )
        return self.house.pitches.create(NewProject(self.workspace_id, "Paperless", GOAL, wishes, announced))

    def upload(self, opened: OpenedProject, content: bytes | None = None) -> None:
        for number, one in enumerate(opened.screenshots):
            file = self.folder / "upload.png"
            file.write_bytes(content or screenshot(f"{one.feature} {number}"))
            self.store.put_file(one.object_name, file, "image/png")

    def project(self, features: tuple[str, ...] = FEATURES) -> UUID:
        """One whose screenshots are there."""
        opened = self.create(features)
        self.upload(opened)
        return opened.project.project_id

    def plan(self, project_id: UUID, asked: Asked = NO_WISHES) -> KeptPlan:
        return asyncio.run(self.house.pitches.plan(self.workspace_id, project_id, asked))

    def planned(self) -> UUID:
        project_id = self.project()
        self.plan(project_id)
        return project_id

    def render(self, project_id: UUID, asked: Asked | None = None, payer: Payer | None = None) -> Render:
        return asyncio.run(
            self.house.pitches.render(self.workspace_id, project_id, asked, payer, origin=ORIGIN)
        )

    def again(self, render: Render) -> Render:
        return self.house.pitches.get_render(self.workspace_id, render.job.job_id)

    def finish(self, job_id: UUID) -> None:
        """What a worker does last: deliver, settle and publish."""
        with self.house.transaction() as services:
            job = services.jobs.start(job_id)
            assert job.state is JobState.RUNNING
            services.pitch_renders.publish(job)
            services.jobs.succeed(job_id, {}, job.price)

    def fail(self, job_id: UUID) -> None:
        with self.house.transaction() as services:
            services.jobs.start(job_id)
            services.jobs.fail(job_id, JobError("internal_error", "It broke."))

    def available(self) -> MicroDollars:
        with self.house.reading() as services:
            return services.credits.wallet(self.workspace_id).available

    def key(self, cap: MicroDollars | None = None) -> Payer:
        from reelhouse.core.keys.types import HOUSE_FORM  # noqa: PLC0415

        with self.house.transaction() as services:
            issued = services.keys.issue(self.workspace_id, HOUSE_FORM, monthly_cap=cap)
        return Payer(issued.key.key_id)


OpenStudio = Callable[..., Studio]


@pytest.fixture
def open_studio(database: Database, clock: FrozenClock, tmp_path: Path) -> OpenStudio:
    """Opens a studio under other caps than the usual ones."""
    create_durable_tables(database)
    store = LocalObjects(tmp_path / "files", "https://media.example", LinkSigner(b"secret"), clock)

    def build(drafter: Drafter | None = None, ocr: str = "none", **caps: int) -> Studio:
        settings = PitchSettings(**caps)
        ground = Ground(
            database=database,
            clock=clock,
            store=store,
            dispatcher=DbosDispatcher(database.engine),
            payloads={},
            links_last=timedelta(hours=1),
            pitch=settings,
            ocr=OcrSettings(backend=ocr),
        )
        fetch = SafeFetch()
        scripts = ScriptDesk(FakeText(), ProductPages(fetch))
        house = house_over(ground, scripts, TaskDesk(engine_tables(Settings())), fetch, drafter)
        with house.transaction() as services:
            workspace_id = services.workspaces.get_or_create("Studio").workspace_id
        return Studio(house, store, clock, tmp_path, workspace_id, settings)

    return build


@pytest.fixture
def studio(open_studio: OpenStudio) -> Studio:
    return open_studio()
