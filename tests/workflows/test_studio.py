"""The studio of video jobs: what its steps leave behind for each other, wherever they run."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.jobs.types import Job, JobKind, JobState
from reelhouse.core.videos.pictures.desk import ImageEngines, PictureDesk
from reelhouse.core.videos.pictures.images import UserImages
from reelhouse.core.videos.production import VideoEngines, VideoStudio
from reelhouse.core.videos.service import PLANS_OF_VIDEOS
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.image.fake import FakeImage
from reelhouse.engines.music.fake import FakeMusic
from reelhouse.engines.presenter.fake import FakePresenter
from reelhouse.engines.speech.fake import FakeSpeech
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.money import cents
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.media.composition import Aspect
from reelhouse.render.captions.styles import caption_style
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Preset
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects
from reelhouse.workflows.make_video import Materials
from reelhouse.workflows.studio import StudioProduction

PLAN = VideoPlan(
    script="My desk was a mess. Then I found this lamp and the window.",
    generated=False,
    actor_slug="emma",
    seconds=5,
    style=caption_style("hormozi"),
    aspect=Aspect.SQUARE,
    voice_speed=1.0,
    broll=True,
)

Machine = Callable[[str], StudioProduction]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def job() -> Job:
    now = datetime(2026, 3, 20, tzinfo=UTC)
    return Job(
        job_id=uuid4(),
        workspace_id=uuid4(),
        kind=JobKind.VIDEO,
        origin="tests",
        state=JobState.RUNNING,
        input=PLANS_OF_VIDEOS.dump_python(PLAN, mode="json"),
        price=cents(150),
        charged=cents(0),
        refund_pending=False,
        progress=0,
        stage="",
        result=None,
        error=None,
        webhook_url=None,
        idempotency_key=None,
        created_at=now,
        started_at=now,
        ended_at=None,
        deleted_at=None,
    )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine of its own by its name; what all of them share is the object store."""
    store = LocalObjects(tmp_path / "store", "http://house", LinkSigner(b"no secret"), FrozenClock())

    def open_machine(name: str) -> StudioProduction:
        engines = VideoEngines(
            speech=FakeSpeech(),
            music=FakeMusic(),
            pictures=PictureDesk(ImageEngines(FakeImage), UserImages(SafeFetch())),
            presenter=FakePresenter(),
        )
        settings = RenderSettings(preset=Preset.DRAFT)
        studio = VideoStudio(Actors(LIBRARY), engines, settings, tmp_path / name / "cache")
        return StudioProduction(studio, store, tmp_path / name / "work")

    return open_machine


def stored(tmp_path: Path) -> list[str]:
    store = tmp_path / "store"
    return sorted(str(path.relative_to(store)) for path in store.rglob("*") if path.is_file())


async def test_each_step_may_run_on_another_machine_and_twice(
    machine: Machine, job: Job, tmp_path: Path
) -> None:
    pictures = await machine("one").gather(job)
    assert await machine("two").gather(job) == pictures
    narration = await machine("two").speak(job)
    assert await machine("one").speak(job) == narration
    performance = await machine("three").perform(job, narration)
    between = stored(tmp_path)

    output = await machine("four").render(job, Materials(pictures, narration, performance), lambda *_: None)

    assert len(between) == 3
    assert all(name.startswith(f"work/{job.job_id}/") for name in between)
    assert output.files[0].facts["seconds"] == 5
    assert output.result["engines"] == {"speech": "fake", "presenter": "fake", "image": "fake"}
    assert {file.object_name for file in output.files} < set(stored(tmp_path))
    await machine("one").tidy(job)
    assert set(stored(tmp_path)) == {file.object_name for file in output.files}
    assert not list((tmp_path / "four" / "work").iterdir())


async def test_what_is_not_delivered_leaves_nothing(machine: Machine, job: Job, tmp_path: Path) -> None:
    one = machine("one")
    pictures, narration = await one.gather(job), await one.speak(job)
    performance = await one.perform(job, narration)
    await one.render(job, Materials(pictures, narration, performance), lambda *_: None)

    await machine("two").discard(job)

    assert stored(tmp_path) == []
