"""What the screens show: true answers of a house that is started for it, of its commands and documents."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
SCRIPT = "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."
ORDER = {"script": SCRIPT, "actor_slug": "emma", "style": "hormozi", "target_duration": 10, "music": "chill"}
ENDED = {"completed", "failed", "canceled"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What the house said about one video, from its order to its end."""

    accepted: dict[str, Any]
    job: dict[str, Any]
    account: dict[str, Any]
    guide: str


@contextmanager
def house(data: Path, port: int) -> Iterator[str]:
    """A server in a process of its own; gives its address."""
    with (data.parent / "serve.log").open("wb") as log:
        process = subprocess.Popen(
            [REELHOUSE, "serve", "--port", str(port), "--data", str(data)],
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield _ready(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(timeout=60)


def _ready(address: str) -> str:
    for _ in range(600):
        try:
            if httpx2.get(f"{address}/readyz").is_success:
                return address
        except httpx2.HTTPError:
            pass
        time.sleep(0.1)
    raise SystemExit("the house did not start; see serve.log")


def ask(address: str, data: Path) -> Answers:
    """Order a video, wait until it is there, and ask what it cost."""
    command = ("keys", "create", "--workspace", "Northlight Studio", "--dialect", "agentmedia", "--json")
    key = json.loads(told(*command, data=data))["key"]
    base = f"{address}/agentmedia/api/v1"
    with httpx2.Client(base_url=base, headers={"Authorization": f"Bearer {key}"}, timeout=30) as caller:
        accepted = caller.post("/videos", json=ORDER).json()
        while (job := caller.get(f"/videos/{accepted['job_id']}").json())["status"] not in ENDED:
            time.sleep(1)
        account = caller.get("/account").json()
    return Answers(accepted, job, account, httpx2.get(f"{address}/killatamata/llms.txt").text)


def told(*command: str, data: Path | None = None) -> str:
    """What a command of reelhouse prints."""
    environment = {**os.environ, **({"REELHOUSE_DATA": str(data)} if data else {})}
    done = subprocess.run([REELHOUSE, *command], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def make_video(folder: Path) -> dict[str, Any]:
    """The facts of a video that is made now, and a frame of it as ``frame.png``."""
    script, out = folder / "script.txt", folder / "launch.mp4"
    script.write_text(SCRIPT)
    made: dict[str, Any] = json.loads(told("make", str(script), "-o", str(out), "--json"))
    import av  # noqa: PLC0415 - only here

    with av.open(str(out)) as video:
        frame = next(frame for frame in video.decode(video=0) if (frame.time or 0) > 1.2)  # noqa: PLR2004
        frame.to_image().save(folder / "frame.png")
    return made


def operations(system: str) -> list[tuple[str, str]]:
    paths = json.loads(told("openapi", system))["paths"]
    return [(verb, path) for path, verbs in paths.items() for verb in verbs]


def fields(system: str, schema: str) -> list[dict[str, str]]:
    """Of the body of an operation: name, type, and the first sentence about it."""
    properties = json.loads(told("openapi", system))["components"]["schemas"][schema]["properties"]
    return [
        {"name": name, "type": _type(what), "about": what.get("description", "").partition(". ")[0]}
        for name, what in properties.items()
    ]


def _type(what: dict[str, Any]) -> str:
    kinds = [what, *what.get("anyOf", ())]
    return next((kind["type"] for kind in kinds if kind.get("type") not in {None, "null"}), "object")


def prose(path: str) -> str:
    """A document of this repository as HTML."""
    return as_html((ROOT / path).read_text())


def as_html(markdown: str) -> str:
    html = MarkdownIt("commonmark").enable("table").render(markdown)
    return re.sub(r'src="(?:\.\./)*(?:docs/)?images/', f'src="file://{ROOT}/docs/images/', html)
