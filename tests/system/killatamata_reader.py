"""Somebody who copies lines out of Killa Tamata's document, and the media that they name, on loopback."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
import httpx2
import imageio_ffmpeg
import numpy as np
from PIL import Image, ImageDraw

from reelhouse.core.workspaces.types import Tier
from reelhouse.dialects.killatamata.auth import KILLATAMATA_FORM
from running import RunningHouse, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT = Path(__file__).parents[1] / "dialects" / "killatamata" / "document.sh"
REQUESTS = {
    heading: lines.strip()
    for heading, lines in re.findall(r"^#: (.+)\n((?:(?!#: ).*\n?)*)", DOCUMENT.read_text(), re.MULTILINE)
}


PRICES = {
    "Submit and poll your first media job": 0.02,
    "Image generation request": 0.02,
    "Image edit request": 0.03,
    "Video combine request": 0.01,
    "TTS request": 0.02,
    "Audio annotation request": 0.03,
    "Music generation request": 0.165888,
    "Sound effect request": 0.016192,
    "3D generation request": 0.08,
    "Retry-safe write request example": 0.02,
}
"""In dollars, by the document's formulas and, where it has none, by the house's own table."""

INLINE = re.compile(r'<base64-or-data-uri>(",\s*"mimeType": "image/)(png|webp)')


class Cdn(SimpleHTTPRequestHandler):
    """The media of the document, and a server that speaks OpenAI's ``/audio/speech`` and clones voices."""

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        recording = base64.b64decode(sent["ref_audio"].partition(",")[2])
        self.send_response(200)
        self.send_header("Content-Type", "audio/wav")
        self.send_header("Content-Length", str(len(recording)))
        self.end_headers()
        self.wfile.write(recording)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving_files(folder: Path) -> Iterator[str]:
    def handler(*given: Any) -> Cdn:  # noqa: ANN401 - what the server of the standard library passes
        return Cdn(*given, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who copies lines out of the document."""

    house: RunningHouse
    key: str
    cdn: str

    def filled(self, lines: str) -> str:
        here = lines.replace("https://api.killatamata.com", f"{self.house.base}/killatamata")
        here = here.replace("YOUR_API_KEY", self.key).replace("https://cdn.example.com", self.cdn)
        return INLINE.sub(lambda found: f"{coded(found[2])}{found[1]}{found[2]}", here)

    def run(self, lines: str) -> str:
        """Run lines in bash, as they stand."""
        first = f'API_BASE="{self.house.base}/killatamata"\nAPI_KEY="{self.key}"\n'
        done = subprocess.run(
            ["bash", "-e"], input=first + self.filled(lines), capture_output=True, text=True, check=True,
            timeout=60,
        )  # fmt: skip
        return done.stdout

    def ask(self, lines: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.run(lines))
        return answer

    def job(self, job_id: str) -> dict[str, Any]:
        return self.ask(REQUESTS["Media job status request (includeDetails=1)"].replace("abc123", job_id))

    def ended(self, job_id: str) -> dict[str, Any]:
        seen: dict[str, Any] = {}

        def has_ended() -> bool:
            seen.update(self.job(job_id))
            time.sleep(0.1)
            return seen["status"] in {"completed", "failed"}

        wait_until(has_ended, f"the end of {job_id}")
        assert seen["status"] == "completed", seen["failure"]
        return seen

    def balance(self) -> float:
        return float(self.ask(REQUESTS["Balance request"])["balanceUsd"])


def coded(form: str) -> str:
    return base64.b64encode(picture(form.upper())).decode()


def picture(form: str, size: tuple[int, int] = (128, 96), shift: int = 0) -> bytes:
    """A boat on water under a sky, `shift` pixels to the right."""
    image = Image.new("RGB", size, "lightblue")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, size[1] * 2 // 3, size[0], size[1]), fill="steelblue")
    left = size[0] // 4 + shift
    pen.polygon([(left, 60), (left + 60, 60), (left + 50, 76), (left + 10, 76)], fill="saddlebrown")
    pen.polygon([(left + 28, 16), (left + 28, 56), (left + 56, 56)], fill="ivory")
    file = io.BytesIO()
    image.save(file, form, lossless=True) if form == "WEBP" else image.save(file, form)
    return file.getvalue()


def boat_alone() -> bytes:
    image = Image.new("RGB", (256, 256), "white")
    pen = ImageDraw.Draw(image)
    pen.polygon([(40, 150), (216, 150), (180, 205), (76, 205)], fill="saddlebrown")
    pen.polygon([(120, 40), (120, 142), (196, 142)], fill="firebrick")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def ffmpeg(*arguments: str) -> None:
    argv = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *arguments]
    subprocess.run(argv, check=True, timeout=60, capture_output=True)


def fill_with_media(folder: Path) -> None:
    """Everything that the document's addresses name, but what is spoken."""
    given, made = folder / "input", folder / "output"
    given.mkdir()
    made.mkdir()
    for name, form in {"style-ref.webp": "WEBP", "source.jpg": "JPEG", "start-frame.webp": "WEBP"}.items():
        (given / name).write_bytes(picture(form))
    (given / "final-frame.webp").write_bytes(picture("WEBP", shift=40))
    for number in (3, 2, 1):
        (given / f"clip-a-last-0{number}.webp").write_bytes(picture("WEBP", (128, 128), shift=-2 * number))
    (given / "boat_ref.png").write_bytes(boat_alone())
    for name, colour, tone in (("clip-a", "red", 330), ("clip-b", "green", 550)):
        ffmpeg(
            *("-f", "lavfi", "-i", f"color={colour}:size=192x128:rate=60:duration=1"),
            *("-f", "lavfi", "-i", f"sine={tone}:duration=1:sample_rate=48000"),
            *("-pix_fmt", "yuv420p", "-shortest", str(made / f"{name}.mp4")),
        )


def speak_into(folder: Path, reader: Reader) -> None:
    """The voices of the document, by the house itself."""
    spoken = {
        "rin-voice-sample.opus": "Rin keeps her voice low. She measures every word before it lands.",
        "reference-track.opus": "We launch at dawn, hold formation, and bring everyone home.",
        "dialogue-half-b.opus": "Hold formation now, and bring everyone of them safely home.",
        "country-heart-edit.mp3": (
            "Boots on the porch and a laptop glow, I mint an A P I key before the roosters crow."
        ),
    }
    ids = {}
    for name, text in spoken.items():
        body = {"task": "audio.speak", "input": {"text": text, "voiceDescription": "A calm, clear woman."}}
        ids[name] = reader.ask(with_body(REQUESTS["TTS request"], body))["jobId"]
    for name, job_id in ids.items():
        (url,) = reader.ended(job_id)["downloadableOutputUrls"]
        (folder / "spoken.mp3").write_bytes(httpx2.get(url).content)
        ffmpeg("-i", str(folder / "spoken.mp3"), str(folder / "input" / name))


def body_of(lines: str) -> dict[str, Any]:
    found = re.search(r"-d '(\{.*\})'", lines, re.DOTALL)
    assert found is not None
    body: dict[str, Any] = json.loads(found[1])
    return body


def with_body(lines: str, body: dict[str, Any]) -> str:
    head, _, rest = lines.partition("-d '{")
    return f"{head}-d '{json.dumps(body)}'{rest.rpartition(chr(39))[2]}"


def reader_of(house: RunningHouse, workspace: str, cdn: str = "https://cdn.example.com") -> Reader:
    with house.opened() as opened, opened.transaction() as services:
        owner = services.workspaces.create(workspace, Tier.PRO_PLUS)
        key = services.keys.issue(owner.workspace_id, KILLATAMATA_FORM, "Test").secret
    return Reader(house, key, cdn)


def film_of(data: bytes) -> tuple[list[np.ndarray[Any, Any]], Fraction, float | None]:
    """Frames, frames a second, and the seconds of its sound."""
    with av.open(io.BytesIO(data), "r") as container:
        stream = container.streams.video[0]
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(stream)]
        rate = stream.average_rate
        assert rate is not None
        sound = container.streams.audio[0] if container.streams.audio else None
        length = float(sound.duration * sound.time_base) if sound else None  # type: ignore[operator]
    return frames, Fraction(rate), length


def sound_of(data: bytes) -> tuple[float, float, float]:
    """Seconds, thousands of bits a second, and the loudest sample."""
    with av.open(io.BytesIO(data), "r") as container:
        stream = container.streams.audio[0]
        samples = [frame.to_ndarray() for frame in container.decode(stream)]
        rate, bits = stream.codec_context.sample_rate, stream.codec_context.bit_rate or 0
    peak = max(float(np.abs(chunk).max()) for chunk in samples)
    return sum(chunk.shape[-1] for chunk in samples) / rate, bits / 1000, peak


def price_of(heading: str) -> float:
    """In dollars, of a job of the document as it stands; films by the table of the house."""
    if heading in PRICES:
        return PRICES[heading]
    sent = body_of(REQUESTS[heading])["input"]
    pixels = int(sent.get("durationFrames", 177)) * int(sent["width"]) * int(sent["height"])
    price = 0.04 + pixels / 1_048_576 * 0.0004
    price *= 1.25 if "referenceAudioUrl" in sent else 1
    return price * 1.5 if sent.get("extremeQuality") else price
