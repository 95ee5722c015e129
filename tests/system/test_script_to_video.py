"""The main job, through real processes: the document's own curl lines give a video that plays."""

import json
import re
import shlex
import subprocess
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import av
import httpx2
import pytest
from PIL import Image
from playwright.sync_api import sync_playwright
from pytest_httpserver import HTTPServer
from standardwebhooks import Webhook

from running import REELHOUSE, RunningHouse

DOCUMENTED = """curl -X POST https://agent.media/api/v1/videos \\
  -H "Authorization: Bearer ma_your_api_key" \\
  -H "Content-Type: application/json" \\
  -d '{
    "script": "Ever wonder why top founders wake up at 5am? It is not about the alarm clock.",
    "actor_slug": "emma",
    "style": "hormozi",
    "target_duration": 10,
    "music": "chill"
  }'"""


def call(line: str, house: RunningHouse, key: str) -> dict[str, object]:
    """Run a curl line of the document with only its base URL and key changed."""
    line = line.replace("https://agent.media", f"{house.base}/agentmedia").replace("ma_your_api_key", key)
    done = subprocess.run(
        shlex.split(line.replace("\\\n", " ").replace("curl", "curl -s", 1)),
        capture_output=True,
        check=True,
        timeout=60,
    )
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def await_end(house: RunningHouse, key: str, job_id: str) -> dict[str, object]:
    line = f'curl https://agent.media/api/v1/videos/{job_id} -H "Authorization: Bearer ma_your_api_key"'
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline:
        job = call(line, house, key)
        if job["status"] in {"completed", "failed", "canceled"}:
            return job
        time.sleep(0.2)
    raise AssertionError("the job did not end")


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def key(running: RunningHouse) -> str:
    return running.new_key()


@pytest.fixture(scope="module")
def video(running: RunningHouse, key: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    created = call(DOCUMENTED, running, key)
    assert created["status"] == "submitted"
    assert created["credits_deducted"] == 300
    job = await_end(running, key, str(created["job_id"]))
    assert job["status"] == "completed", job
    path = tmp_path_factory.mktemp("video") / "out.mp4"
    answer = httpx2.get(str(job["output_url"]))
    assert answer.headers["content-type"] == "video/mp4"
    path.write_bytes(answer.content)
    return path


def test_the_documented_request_gives_the_promised_file(video: Path) -> None:
    with av.open(str(video)) as container:
        picture, sound = container.streams.video[0], container.streams.audio[0]
        assert (picture.width, picture.height, picture.codec_context.name) == (1080, 1920, "h264")
        assert picture.frames == 300
        assert (sound.codec_context.name, sound.rate) == ("aac", 48_000)


@pytest.mark.browser
def test_a_browser_plays_it(video: Path, chromium: str) -> None:
    (video.parent / "page.html").write_text('<video src="out.mp4" muted></video>')
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((video.parent / "page.html").as_uri())
        seconds = page.evaluate(
            """async () => {
                const video = document.querySelector("video");
                await video.play();
                await new Promise((done) => video.ontimeupdate = () => video.currentTime > 0.2 && done());
                return video.duration;
            }"""
        )
        browser.close()

    assert seconds == pytest.approx(10, abs=0.05)


def test_a_prompt_costs_five_more_and_shows_its_script(running: RunningHouse, key: str) -> None:
    answer = httpx2.post(
        f"{running.base}/agentmedia/api/v1/videos",
        headers={"Authorization": f"Bearer {key}"},
        json={"prompt": "a trail running shoe that grips wet rock", "target_duration": 5},
    )

    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert body["credits_deducted"] == 155
    assert len(body["generated_script"]) >= 50
    assert len(body["generated_script"].split()) <= 12
    assert await_end(running, key, body["job_id"])["status"] == "completed"


def test_the_webhook_comes_signed_with_the_secret_of_the_workspace(
    running: RunningHouse, httpserver: HTTPServer
) -> None:
    """Promise 26."""
    key = running.new_key("hooked")
    httpserver.expect_request("/hook").respond_with_data("ok")
    secret = subprocess.run(
        [REELHOUSE, "workspaces", "webhook-secret", "hooked"],
        env=running.environment,
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    ).stdout.strip()

    answer = httpx2.post(
        f"{running.base}/agentmedia/api/v1/videos",
        headers={"Authorization": f"Bearer {key}"},
        json={
            "script": "A short script that is just long enough to be spoken.",
            "webhook_url": httpserver.url_for("/hook"),
        },
    )
    assert answer.status_code == 201, answer.text
    await_end(running, key, answer.json()["job_id"])
    wait_until(lambda: bool(httpserver.log))

    request, _ = httpserver.log[0]
    payload = Webhook(secret).verify(request.get_data(), dict(request.headers))
    assert payload["type"] == "video.completed"
    assert payload["data"]["id"] == answer.json()["job_id"]
    assert re.match(r"\d{4}-\d\d-\d\dT.*Z$", payload["timestamp"])


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (80, 60), "#d9542b").save(file, "PNG")
    return file.getvalue()


def test_scenes_with_pictures_of_the_caller_become_a_video(
    running: RunningHouse, key: str, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/lamp.png").respond_with_data(picture(), content_type="image/png")
    answer = httpx2.post(
        f"{running.base}/agentmedia/api/v1/videos",
        headers={"Authorization": f"Bearer {key}"},
        json={
            "prompt": "a lamp",
            "scenes": [
                {"text": "Look at this lamp.", "type": "talking_head"},
                {"text": "It shines all night.", "image": httpserver.url_for("/lamp.png")},
                {"text": "Sleep by a lake.", "visual_prompt": "a lake at night"},
            ],
            "aspect_ratio": "1:1",
        },
    )

    assert answer.status_code == 201, answer.text
    assert answer.json()["credits_deducted"] == 150
    job = await_end(running, key, answer.json()["job_id"])
    assert job["status"] == "completed", job


def test_an_image_that_cannot_be_read_is_named_and_refunded(
    running: RunningHouse, httpserver: HTTPServer
) -> None:
    key = running.new_key("pictures")
    httpserver.expect_request("/gone.png").respond_with_data("no more", status=410)
    account = f"{running.base}/agentmedia/api/v1/account"
    headers = {"Authorization": f"Bearer {key}"}
    before = httpx2.get(account, headers=headers).json()["credits"]

    answer = httpx2.post(
        f"{running.base}/agentmedia/api/v1/videos",
        headers=headers,
        json={
            "script": "A short script that is just long enough to be spoken.",
            "product_image_url": httpserver.url_for("/gone.png"),
        },
    )

    assert answer.status_code == 201, answer.text
    job = await_end(running, key, answer.json()["job_id"])
    error = job["error"]
    assert isinstance(error, dict)
    assert (job["status"], error["code"]) == ("failed", "image_unreadable")
    assert "product_image_url" in str(error["message"])
    assert httpx2.get(account, headers=headers).json()["credits"] == before
