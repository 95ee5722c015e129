"""An agent that knows an address and a key gets to its picture by what the server's own files say."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import time
from typing import TYPE_CHECKING, Any

import httpx2
import jsonschema_rs
import pytest
import yaml
from PIL import Image

from killatamata_reader import reader_of

if TYPE_CHECKING:
    from pathlib import Path

    from running import RunningHouse

LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
BLOCK = re.compile(r"```(\w+)\n(.*?)\n```", re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")


class Agent:
    """Reads markdown and OpenAPI; everything particular to the server comes from its files."""

    def __init__(self, address: str, key: str) -> None:
        self.key = key
        self.text = httpx2.get(f"{address}/llms.txt").raise_for_status().text
        links = {name.lower(): url for name, url in LINK.findall(self.text)}
        self.document: dict[str, Any] = httpx2.get(links["openapi"]).raise_for_status().json()
        self.base = str(self.document["servers"][0]["url"])

    def operation(self, summary: str) -> tuple[str, str]:
        """Method and path of the sentence in the text that begins so: ``POST /media/jobs``."""
        found = re.search(rf"{summary} (?:with )?`(GET|POST) ([^`?]+)", self.text, re.IGNORECASE)
        assert found is not None, summary
        assert found[1].lower() in self.document["paths"][found[2]]
        return found[1], found[2]

    def headers(self) -> dict[str, str]:
        """As the security schemes of the document ask for."""
        scheme = next(iter(self.document["components"]["securitySchemes"].values()))
        assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
        return {"Authorization": f"Bearer {self.key}"}

    def body_for(self, task: str, **wishes: object) -> dict[str, Any]:
        """The example of a task with wishes of our own, which the schema has to allow."""
        _, path = self.operation("submit")
        content = self.document["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        examples = [one["value"] for one in content["examples"].values()]
        body = next(example for example in examples if example["task"] == task)
        body = {**body, "input": {**body["input"], **wishes}}
        jsonschema_rs.validate({**content["schema"], "components": self.document["components"]}, body)
        return body

    def run(self, body: dict[str, Any]) -> dict[str, Any]:
        """Submit and poll until a state that the text calls an end."""
        method, path = self.operation("submit")
        answer = httpx2.request(method, f"{self.base}{path}", json=body, headers=self.headers())
        assert str(answer.status_code) in self.document["paths"][path][method.lower()]["responses"]
        job: dict[str, Any] = answer.raise_for_status().json()
        method, path = self.operation("poll")
        (name,) = (
            parameter["name"]
            for parameter in self.document["paths"][path][method.lower()]["parameters"]
            if parameter["required"]
        )
        ends = set(CODE.findall(self.text.partition("until `status` is ")[2].partition(", then")[0]))
        deadline = time.monotonic() + 120
        while job["status"] not in ends:
            assert time.monotonic() < deadline
            job = httpx2.request(
                method, f"{self.base}{path}", params={name: job[name]}, headers=self.headers()
            ).json()
            time.sleep(0.1)
        return job

    def download(self, job: dict[str, Any]) -> bytes:
        (field,) = CODE.findall(self.text.partition("then download ")[2].partition(".")[0])
        return httpx2.get(job[field][0]).raise_for_status().content


def shell(lines: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        ["bash", "-e", "-u"],
        input=lines,
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def address(running: RunningHouse) -> str:
    return f"{running.base}/killatamata"


@pytest.fixture(scope="module")
def key(running: RunningHouse) -> str:
    return reader_of(running, "agent").key


def test_an_agent_makes_its_first_picture_from_llms_txt_alone(address: str, key: str) -> None:
    agent = Agent(address, key)

    job = agent.run(agent.body_for("image.generate", prompt="a red fox at sea", outputFormat="png"))

    assert job["status"] == "completed", job
    picture = Image.open(io.BytesIO(agent.download(job)))
    picture.load()
    assert (picture.format, picture.size) == ("PNG", (1024, 1024))


def test_the_first_call_of_llms_txt_runs_as_it_stands(address: str, key: str, tmp_path: Path) -> None:
    blocks = BLOCK.findall(httpx2.get(f"{address}/llms.txt").text)
    (lines,) = [block for language, block in blocks if language == "bash"]

    shell(lines, tmp_path, API_KEY=key)

    (file,) = tmp_path.iterdir()
    assert Image.open(file).size == (1024, 1024)
    assert file.suffix == ".webp"


def test_the_first_call_without_a_key_says_what_is_missing(address: str, tmp_path: Path) -> None:
    lines = BLOCK.findall(httpx2.get(f"{address}/llms.txt").text)[0][1]

    done = subprocess.run(
        ["bash"], input=lines, cwd=tmp_path, env={"PATH": os.environ["PATH"]}, capture_output=True,
        text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode != 0
    assert "API key" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_skill_is_found_by_its_index_and_runs_as_it_stands(address: str, key: str, tmp_path: Path) -> None:
    (entry,) = httpx2.get(f"{address}/.well-known/agent-skills.json").json()["skills"]
    text = httpx2.get(entry["url"]).raise_for_status().text
    _, front, body = text.split("---\n", 2)
    assert yaml.safe_load(front)["name"] == entry["name"]
    steps, tasks, _ = re.split(r"^## The nine tasks$|^## What works", body, flags=re.MULTILINE)
    walk = "\n".join(block for _, block in BLOCK.findall(steps))

    shown = shell(walk, tmp_path, API_KEY=key)

    assert json.loads(shown)["currency"] == "USD"
    (file,) = tmp_path.iterdir()
    assert Image.open(file).size == (1024, 1024)
    assert len(BLOCK.findall(tasks)) == 9


def test_every_task_of_the_skill_is_taken_or_told_to_be_missing(front: RunningHouse, tmp_path: Path) -> None:
    text = httpx2.get(f"{front.base}/killatamata/skills/killatamata/SKILL.md").text
    key = reader_of(front, "agent").key
    set_up = BLOCK.findall(text)[0][1]
    missing = re.findall(r"^- ([\w.]+): not at present", text, re.MULTILINE)
    tasks = re.findall(r"^### ([\w.]+)$.*?```bash\n(.*?)\n```", text, re.MULTILINE | re.DOTALL)

    for task, lines in tasks:
        if task in missing:
            continue
        shown = shell(f'{set_up}\n{lines}\nprintf "%s" "$SUBMIT_RES"', tmp_path, API_KEY=key)
        assert json.loads(shown)["task"] == task

    assert len(tasks) == 9
    assert len(missing) < 3
