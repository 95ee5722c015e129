"""Is it alive, and can it work?"""

from pathlib import Path
from threading import Event

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from reelhouse.http import health
from reelhouse.http.health import NotWell, Probe, database_probe, disk_probe, ffmpeg_probe, health_routes
from reelhouse.http.metrics import metrics_routes
from reelhouse.http.request_log import RequestLog
from reelhouse.kit.db import Database
from reelhouse.kit.errors import ReelhouseError


def client_of(*probes: Probe) -> TestClient:
    return TestClient(Starlette(routes=[*health_routes(probes), *metrics_routes()]))


def test_a_process_that_answers_is_alive_whatever_is_wrong() -> None:
    def look() -> str:
        raise NotWell("gone")

    client = client_of(Probe("worker", look))

    assert client.get("/healthz").json() == {"status": "ok"}


def test_ready_means_that_every_probe_is_well(database: Database, tmp_path: Path) -> None:
    answer = client_of(database_probe(database), disk_probe(tmp_path, least_free=1)).get("/readyz")

    body = answer.json()
    assert (answer.status_code, body["status"]) == (200, "ready")
    assert [(check["name"], check["well"]) for check in body["checks"]] == [
        ("database", True),
        ("disk", True),
    ]


def test_one_probe_that_is_not_well_says_why(tmp_path: Path) -> None:
    """Promise 41: a full disk is told."""
    answer = client_of(Probe("worker", lambda: "1 alive"), disk_probe(tmp_path, least_free=1 << 60)).get(
        "/readyz"
    )

    checks = {check["name"]: check for check in answer.json()["checks"]}
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")
    assert checks["worker"]["well"]
    assert "MiB are needed" in checks["disk"]["detail"]


def test_a_database_that_does_not_answer_is_told_without_its_secrets() -> None:
    """Promise 37."""

    def look() -> str:
        raise ConnectionError("postgresql://user:hunter2@host")

    answer = client_of(Probe("database", look)).get("/readyz")

    assert answer.status_code == 503
    assert "hunter2" not in answer.text


def test_a_missing_ffmpeg_is_told_with_its_remedy() -> None:
    class FfmpegIsMissing(ReelhouseError):
        code = "ffmpeg_missing"

    async def find() -> str:
        raise FfmpegIsMissing("install ffmpeg")

    answer = client_of(ffmpeg_probe(find)).get("/readyz")

    assert answer.json()["checks"] == [{"name": "ffmpeg", "well": False, "detail": "install ffmpeg"}]


def test_a_probe_that_hangs_does_not_hang_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.05)
    never = Event()

    def look() -> str:
        never.wait()
        return "late"

    answer = client_of(Probe("worker", look)).get("/readyz")
    never.set()

    assert answer.status_code == 503
    assert "no answer" in answer.json()["checks"][0]["detail"]


def test_requests_are_counted_for_prometheus() -> None:
    app = RequestLog(Starlette(routes=[*health_routes(()), *metrics_routes()]))
    client = TestClient(app)
    client.get("/healthz")
    client.get("/nowhere")

    figures = client.get("/metrics").text

    assert 'reelhouse_http_requests_total{method="GET",route="unknown",status="404"}' in figures
    assert "reelhouse_http_request_seconds_bucket" in figures
