"""``/videos`` of agent-media, over real HTTP and a real database."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from reelhouse.core.jobs.types import JobError
from reelhouse.core.workspaces.types import Tier
from reelhouse.kit.money import cents

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2
    from tests.dialects.conftest import Studio

SCRIPT = "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."
"""Sixteen words, as in the document."""


def words(count: int) -> str:
    return " ".join(["wonder"] * count)


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.005)


def code_of(answer: httpx2.Response) -> str:
    return str(answer.json()["error"]["code"])


def create(client: httpx2.Client, **fields: object) -> str:
    answer = client.post("/videos", json={"script": SCRIPT, **fields})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["job_id"])


def test_a_video_is_taken_as_the_document_shows(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    body = {
        "script": SCRIPT,
        "actor_slug": "emma",
        "style": "hormozi",
        "target_duration": 10,
        "music": "chill",
    }

    answer = client.post("/videos", json=body)

    created = answer.json()
    job_id = created.pop("job_id")
    assert answer.status_code == 201
    assert created == {
        "status": "submitted",
        "estimated_duration": 10,
        "credits_deducted": 300,
        "selected_voice": created["selected_voice"],
        "voice_auto_detected": False,
        "word_count": 16,
        "words_per_second": 1.6,
        "max_words": 25,
    }
    assert [work.work_id for work in studio.dispatcher.enqueued] == [job_id]
    assert studio.available(workspace_id) == cents(12_600)


def test_the_voice_is_the_actors_own_and_detected_when_no_actor_was_named(client: httpx2.Client) -> None:
    voice = client.get("/actors/emma").json()["actor"]["voice_id"]

    chosen = client.post("/videos", json={"script": SCRIPT, "actor_slug": "emma"}).json()
    detected = client.post("/videos", json={"script": SCRIPT}).json()

    assert (chosen["selected_voice"], chosen["voice_auto_detected"]) == (voice, False)
    assert (detected["selected_voice"], detected["voice_auto_detected"]) == (voice, True)


@pytest.mark.parametrize(("count", "seconds"), [(12, 5), (13, 10), (25, 10), (26, 15), (37, 15)])
def test_the_duration_follows_from_the_words(client: httpx2.Client, count: int, seconds: int) -> None:
    answer = client.post("/videos", json={"script": words(count)}).json()

    assert answer["estimated_duration"] == seconds
    assert answer["credits_deducted"] == seconds * 30
    assert "pacing_warning" not in answer


def test_a_script_too_long_for_its_duration_moves_up_with_a_warning(client: httpx2.Client) -> None:
    answer = client.post("/videos", json={"script": words(13), "target_duration": 5}).json()

    assert answer["estimated_duration"] == 10
    assert "13 words" in answer["pacing_warning"]


def test_a_script_of_more_than_37_words_is_refused(client: httpx2.Client) -> None:
    answer = client.post("/videos", json={"script": words(38)})

    assert (answer.status_code, code_of(answer)) == (400, "script_too_long")


def test_a_prompt_is_written_into_a_script_for_five_credits_more(
    client: httpx2.Client, studio: Studio
) -> None:
    answer = client.post("/videos", json={"prompt": "A kettle", "target_duration": 10}).json()

    assert answer["generated_script"] == studio.writer.text
    assert answer["credits_deducted"] == 305
    assert studio.writer.asked[0].prompt == "A kettle"


def test_a_script_wins_over_a_prompt_and_nothing_is_written(client: httpx2.Client, studio: Studio) -> None:
    answer = client.post("/videos", json={"script": SCRIPT, "prompt": "A kettle"}).json()

    assert answer["credits_deducted"] == 300
    assert "generated_script" not in answer
    assert studio.writer.asked == []


def test_a_text_engine_that_is_away_is_a_502_and_charges_nothing(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    studio.writer.is_away = True

    answer = client.post("/videos", json={"prompt": "A kettle"})

    assert (answer.status_code, code_of(answer)) == (502, "edge_function_unreachable")
    assert studio.available(workspace_id) == cents(12_900)
    assert client.get("/videos").json()["total"] == 0


@pytest.mark.parametrize("field", ["product_url", "webhook_url"])
@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://169.254.169.254/", "file:///etc/passwd", "nowhere"]
)
def test_an_address_that_is_not_on_the_open_internet_is_refused_at_once(
    client: httpx2.Client, field: str, url: str
) -> None:
    """Promise 31."""
    answer = client.post("/videos", json={"prompt": "A kettle", field: url})

    assert (answer.status_code, code_of(answer)) == (400, "url_not_allowed")


def test_a_job_under_way_says_when_to_ask_again(client: httpx2.Client, studio: Studio) -> None:
    job_id = create(client)

    queued = client.get(f"/videos/{job_id}")
    studio.start(job_id)
    processing = client.get(f"/videos/{job_id}")

    assert (queued.json()["status"], processing.json()["status"]) == ("queued", "processing")
    assert queued.headers["Retry-After"] == processing.headers["Retry-After"] == "5"
    assert processing.json()["output_url"] is None
    assert processing.json()["completed_at"] is None


def test_a_completed_job_has_its_file_and_its_times(client: httpx2.Client, studio: Studio) -> None:
    job_id = create(client)
    studio.finish(job_id)

    answer = client.get(f"/videos/{job_id}")

    job = answer.json()
    assert "Retry-After" not in answer.headers
    assert job.pop("output_url").startswith(f"https://media.example/files/videos/{job_id}.mp4?")
    assert job == {
        "id": job_id,
        "status": "completed",
        "credit_cost": 300,
        "created_at": "2026-03-20T14:30:00.000Z",
        "completed_at": "2026-03-20T14:30:12.345Z",
    }


def test_a_failed_job_says_why(client: httpx2.Client, studio: Studio) -> None:
    job_id = create(client)
    studio.start(job_id)
    with studio.house.transaction() as services:
        services.jobs.fail(UUID(job_id), JobError("engine_refused", "The voice has gone.", "loudness"))

    job = client.get(f"/videos/{job_id}").json()

    assert job["status"] == "failed"
    assert job["error"] == {"code": "engine_refused", "message": "The voice has gone."}
    assert job["output_url"] is None


def test_jobs_are_listed_in_pages_newest_first(client: httpx2.Client, studio: Studio) -> None:
    made = []
    for _ in range(3):
        made.append(create(client))
        studio.clock.advance(timedelta(seconds=1))

    newest = client.get("/videos", params={"limit": 2}).json()
    rest = client.get("/videos", params={"limit": 2, "offset": 2}).json()
    oldest = client.get("/videos", params={"sort": "oldest"}).json()

    assert [job["id"] for job in newest["jobs"] + rest["jobs"]] == made[::-1]
    assert [job["id"] for job in oldest["jobs"]] == made
    assert newest["total"] == rest["total"] == 3
    assert newest["jobs"][0].keys() == {
        "id",
        "model_slug",
        "operation",
        "status",
        "credit_cost",
        "output_url",
        "created_at",
        "completed_at",
    }
    assert (newest["jobs"][0]["model_slug"], newest["jobs"][0]["operation"]) == ("ugc-basic", "ugc_video")


def test_a_status_filters_the_list_and_its_total(client: httpx2.Client, studio: Studio) -> None:
    waiting, done = create(client), create(client)
    studio.finish(done)

    completed = client.get("/videos", params={"status": "completed"}).json()
    queued = client.get("/videos", params={"status": "queued"}).json()

    assert ([job["id"] for job in completed["jobs"]], completed["total"]) == ([done], 1)
    assert [job["id"] for job in queued["jobs"]] == [waiting]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=ten",
        "offset=-1",
        "offset=99999999999999999999",
        "status=running",
        "sort=up",
    ],
)
def test_a_wrong_query_is_refused_by_the_name_of_its_parameter(client: httpx2.Client, query: str) -> None:
    answer = client.get(f"/videos?{query}")

    error = answer.json()["error"]
    assert (answer.status_code, error["type"], error["code"]) == (
        400,
        "validation_error",
        "invalid_parameter",
    )
    assert query.partition("=")[0] in error["message"]


def test_canceling_gives_the_credits_back(client: httpx2.Client, studio: Studio, workspace_id: UUID) -> None:
    job_id = create(client)

    answer = client.post(f"/videos/{job_id}/cancel")

    assert answer.json() == {
        "canceled": True,
        "jobId": job_id,
        "credits_refunded": 300,
        "refund_pending": False,
    }
    assert studio.available(workspace_id) == cents(12_900)
    assert studio.dispatcher.canceled == [job_id]
    assert client.get(f"/videos/{job_id}").json()["status"] == "canceled"


def test_what_has_ended_cannot_be_canceled(client: httpx2.Client, studio: Studio) -> None:
    job_id = create(client)
    studio.finish(job_id)

    answer = client.post(f"/videos/{job_id}/cancel")

    assert (answer.status_code, code_of(answer)) == (400, "cannot_cancel")


def test_a_deleted_job_is_gone_and_refunded_when_it_was_under_way(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    job_id = create(client)

    answer = client.delete(f"/videos/{job_id}")

    assert answer.json() == {"success": True, "jobId": job_id, "deletedAt": "2026-03-20T14:30:00.000Z"}
    assert studio.available(workspace_id) == cents(12_900)
    assert code_of(client.get(f"/videos/{job_id}")) == "job_not_found"
    assert client.delete(f"/videos/{job_id}").status_code == 404
    assert client.get("/videos").json() == {"jobs": [], "total": 0}


@pytest.mark.parametrize("given", ["1", "YOUR_JOB_ID", "a%00b", "..%2f..", "0" * 32, "urn:uuid:" + "0" * 8])
def test_an_id_that_is_no_uuid_is_nobodys_job(client: httpx2.Client, given: str) -> None:
    answers = [
        client.get(f"/videos/{given}"),
        client.delete(f"/videos/{given}"),
        client.post(f"/videos/{given}/cancel"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert {answer.json()["error"]["type"] for answer in answers} == {"not_found"}


def test_an_empty_wallet_is_told_what_is_missing(client: httpx2.Client, studio: Studio) -> None:
    poor = studio.workspace("Poor", Tier.PAYG)

    answer = client.post(
        "/videos", json={"script": SCRIPT}, headers={"Authorization": f"Bearer {studio.key(poor)}"}
    )

    error = answer.json()["error"]
    assert (answer.status_code, error["type"], error["code"]) == (
        402,
        "insufficient_credits",
        "insufficient_credits",
    )


def test_a_free_account_without_credits_needs_a_plan(client: httpx2.Client, studio: Studio) -> None:
    free = studio.workspace("Free", Tier.FREE)

    answer = client.post(
        "/videos", json={"script": SCRIPT}, headers={"Authorization": f"Bearer {studio.key(free)}"}
    )

    assert (answer.status_code, code_of(answer)) == (403, "plan_required")
    assert answer.json()["error"]["type"] == "authentication_error"


def test_a_longer_video_than_the_plan_allows_is_refused(client: httpx2.Client, studio: Studio) -> None:
    starter = studio.workspace("Starter", Tier.STARTER)

    answer = client.post(
        "/videos",
        json={"script": SCRIPT, "target_duration": 15},
        headers={"Authorization": f"Bearer {studio.key(starter)}"},
    )

    assert (answer.status_code, code_of(answer)) == (403, "plan_limit")


def test_more_jobs_at_once_than_the_plan_allows_have_to_wait(client: httpx2.Client, studio: Studio) -> None:
    starter = studio.workspace("Starter", Tier.STARTER)
    headers = {"Authorization": f"Bearer {studio.key(starter)}"}
    for _ in range(3):
        assert client.post("/videos", json={"script": SCRIPT}, headers=headers).status_code == 201
    before = studio.available(starter)

    answer = client.post("/videos", json={"script": SCRIPT}, headers=headers)

    assert (answer.status_code, code_of(answer)) == (429, "concurrency_limit")
    assert answer.headers["Retry-After"] == "5"
    assert studio.available(starter) == before


def test_an_unknown_actor_is_answered_with_similar_ones(client: httpx2.Client) -> None:
    answer = client.post("/videos", json={"script": SCRIPT, "actor_slug": "ema"})

    assert (answer.status_code, code_of(answer)) == (404, "actor_not_found")
    assert "emma" in answer.json()["error"]["similar"]


def test_the_same_idempotency_key_replays_the_first_answer(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    """Promise 1."""
    headers = {"Idempotency-Key": "order-7"}
    first = client.post("/videos", json={"script": SCRIPT}, headers=headers)

    again = client.post("/videos", json={"script": SCRIPT}, headers=headers)

    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert studio.available(workspace_id) == cents(12_600)


def test_an_idempotency_key_of_another_body_is_a_conflict(client: httpx2.Client) -> None:
    """Promise 4."""
    headers = {"Idempotency-Key": "order-7"}
    client.post("/videos", json={"script": SCRIPT}, headers=headers)

    other = client.post("/videos", json={"script": SCRIPT, "style": "clean"}, headers=headers)

    assert (other.status_code, code_of(other)) == (409, "idempotency_mismatch")


def test_an_idempotency_key_has_at_most_255_characters(client: httpx2.Client) -> None:
    """Promise 2."""
    answer = client.post("/videos", json={"script": SCRIPT}, headers={"Idempotency-Key": "k" * 256})

    assert (answer.status_code, code_of(answer)) == (400, "idempotency_key_too_long")


def test_a_request_that_was_refused_leaves_its_idempotency_key_free(client: httpx2.Client) -> None:
    """Promise 6."""
    headers = {"Idempotency-Key": "order-7"}
    refused = client.post("/videos", json={"script": "too short"}, headers=headers)

    taken = client.post("/videos", json={"script": SCRIPT}, headers=headers)

    assert (refused.status_code, taken.status_code) == (400, 201)


def test_a_request_in_flight_is_a_conflict_that_says_when_to_ask_again(
    client: httpx2.Client, studio: Studio
) -> None:
    """Promise 5."""
    headers, body = {"Idempotency-Key": "order-7"}, {"prompt": "A kettle"}
    studio.writer.may_answer.clear()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(client.post, "/videos", json=body, headers=headers)
        wait_until(lambda: bool(studio.writer.asked))

        second = client.post("/videos", json=body, headers=headers)
        studio.writer.may_answer.set()

    third = client.post("/videos", json=body, headers=headers)
    assert (second.status_code, code_of(second)) == (409, "idempotency_in_flight")
    assert second.headers["Retry-After"] == "1"
    assert first.result().status_code == 201
    assert third.content == first.result().content


def test_fifty_identical_posts_at_once_make_one_job_and_one_charge(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    """Promise 7."""
    headers = {"Idempotency-Key": str(uuid4())}

    with ThreadPoolExecutor(50) as pool:
        answers = list(
            pool.map(lambda _: client.post("/videos", json={"script": SCRIPT}, headers=headers), range(50))
        )

    jobs = {answer.json()["job_id"] for answer in answers if answer.status_code == 201}
    assert len(jobs) == 1
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert client.get("/videos").json()["total"] == 1
    assert studio.available(workspace_id) == cents(12_600)


def test_a_cancel_sent_twice_with_one_key_is_answered_alike(client: httpx2.Client) -> None:
    job_id = create(client)
    headers = {"Idempotency-Key": "stop"}

    first = client.post(f"/videos/{job_id}/cancel", headers=headers)
    again = client.post(f"/videos/{job_id}/cancel", headers=headers)

    assert first.status_code == again.status_code == 200
    assert first.content == again.content
