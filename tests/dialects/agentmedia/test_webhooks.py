"""What the webhook of a job tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

import sqlalchemy as sa

from reelhouse.core.jobs.types import JobError
from reelhouse.core.webhooks.models import webhook_deliveries

if TYPE_CHECKING:
    import httpx2
    from tests.dialects.conftest import Studio

BODY = {
    "script": "Ever wonder why top founders wake up at 5am? It is not about the alarm clock.",
    "webhook_url": "https://hooks.example/agentmedia",
}


def told(studio: Studio) -> list[dict[str, object]]:
    with studio.house.database.reading() as connection:
        bodies = connection.execute(sa.select(webhook_deliveries.c.body)).scalars().all()
    return [json.loads(body) for body in bodies]


def test_each_end_of_a_job_is_told_in_the_words_of_reading_it(client: httpx2.Client, studio: Studio) -> None:
    done, failed, stopped = (client.post("/videos", json=BODY).json()["job_id"] for _ in range(3))

    studio.finish(done)
    studio.start(failed)
    with studio.house.transaction() as services:
        services.jobs.fail(UUID(failed), JobError("engine_refused", "No."))
    client.post(f"/videos/{stopped}/cancel")

    events = {event["data"]["id"]: event for event in told(studio)}  # type: ignore[index]  # JSON of our own
    assert {job: event["type"] for job, event in events.items()} == {
        done: "video.completed",
        failed: "video.failed",
        stopped: "video.canceled",
    }
    assert events[done]["timestamp"] == "2026-03-20T14:30:12.345Z"
    assert events[done]["data"] == client.get(f"/videos/{done}").json()
    assert events[failed]["data"] == client.get(f"/videos/{failed}").json()
