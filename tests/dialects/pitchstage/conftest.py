"""Clients of Pitchstage's API, and a project with pictures in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import httpx2
import numpy as np
import pytest
from tests.dialects.conftest import PUBLIC_URL
from tests.serving import served

from reelhouse.core.assets.types import AssetKind, NewAsset
from reelhouse.core.pitches.results import RESULTS, PitchResult, ToldWord, told_scenes
from reelhouse.dialects.pitchstage.auth import PITCHSTAGE_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from tests.dialects.conftest import Studio

    from reelhouse.core.jobs.types import Job

API = "/pitchstage/api"
GOAL = "Show busy founders how Ledger closes their books in one click, and make them start a trial."


def picture(shade: int = 230, width: int = 640, height: int = 400) -> bytes:
    """A PNG of a page with a bar, a line of text and a button."""
    page = np.full((height, width, 3), shade, np.uint8)
    page[:50] = (120, 60, 30)
    cv2.putText(page, "Close the books", (40, 140), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (30, 30, 30), 2)
    cv2.rectangle(page, (40, 220), (260, 290), (60, 140, 20), -1)
    return bytes(cv2.imencode(".png", page)[1])


@pytest.fixture
def anyone(studio: Studio) -> Iterator[httpx2.Client]:
    """A client without a key, at the root of Pitchstage's API."""
    with served(studio.app) as address, httpx2.Client(base_url=f"{address}{API}", timeout=30) as client:
        yield client


@pytest.fixture
def client(anyone: httpx2.Client, studio: Studio, workspace_id: UUID) -> httpx2.Client:
    """A client with a key of the workspace, for everything."""
    anyone.headers.update(bearer(studio, workspace_id))
    return anyone


def bearer(studio: Studio, workspace_id: UUID, *scopes: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {studio.key(workspace_id, form=PITCHSTAGE_FORM, scopes=scopes)}"}


def announced(data: bytes) -> dict[str, Any]:
    return {"contentType": "image/png", "sizeBytes": len(data)}


def features(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "screenshots": [announced(picture())]} for name in names]


def created(client: httpx2.Client, *names: str, **fields: object) -> dict[str, Any]:
    """A new project with one screenshot a feature, none of them uploaded yet."""
    answer = client.post("/v1/projects", json={"goal": GOAL, "features": features(*names), **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def send(client: httpx2.Client, upload: dict[str, Any], data: bytes) -> httpx2.Response:
    """Follow an upload as it says, at this test's own address."""
    url = str(client.base_url).removesuffix(f"{API}/") + upload["url"].removeprefix(PUBLIC_URL)
    return httpx2.request(upload["method"], url, content=data, headers=upload["headers"])


@pytest.fixture
def project_id(client: httpx2.Client) -> str:
    """A project of two features whose screenshots have been uploaded."""
    made = created(client, "One click close", "Audit trail")
    for upload in made["uploads"]:
        assert send(client, upload, picture()).status_code == 200
    return str(made["project"]["id"])


def finish(studio: Studio, render_id: str) -> Job:
    """Make a film of a render, as a worker would."""
    job = studio.start(render_id)
    with studio.house.transaction() as services:
        plan = services.pitch_renders.get(job.workspace_id, job.job_id).plan
        for kind, part in [
            *((AssetKind.STILL, part) for part in range(len(plan.scenes))),
            (AssetKind.POSTER, 0),
            (AssetKind.CAPTIONS, 0),
            (AssetKind.VIDEO, 0),
        ]:
            services.assets.add(file_of(job, kind, part))
        services.pitch_renders.publish(job)
        told = PitchResult(
            engines={"speech": "builtin"},
            warnings=(),
            seconds=30.5,
            transcript="Close the books.",
            words=(ToldWord("Close", 0.5, 0.9), ToldWord("the", 0.9, 1.0), ToldWord("books.", 1.0, 1.45)),
            scenes=told_scenes(plan),
        )
        return services.jobs.succeed(job.job_id, RESULTS.dump_python(told, mode="json"), job.price)


def file_of(job: Job, kind: AssetKind, part: int) -> NewAsset:
    return NewAsset(
        workspace_id=job.workspace_id,
        job_id=job.job_id,
        kind=kind,
        media_type="video/mp4" if kind is AssetKind.VIDEO else "image/png",
        size=1000,
        sha256="0" * 64,
        object_name=f"renders/{job.job_id}/{kind.value}-{part}",
        facts={"seconds": 30.5, "width": 1920, "height": 1080} if kind is AssetKind.VIDEO else {},
        part=part,
    )
