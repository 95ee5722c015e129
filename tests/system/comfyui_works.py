"""What workflows make at the ComfyUI server of the tests: real files, told by the nodes they pass through."""

import asyncio
import io
from collections.abc import Mapping
from typing import Any

import av
import numpy as np
from PIL import Image

from reelhouse.engines.image.fake import FakeImage
from reelhouse.engines.image.types import ImageRequest
from reelhouse.engines.mesh.fake import FakeMesh
from reelhouse.engines.mesh.types import MeshRequest

Facts = dict[str, Any]
ENDINGS = {
    "SaveImage": ".png",
    "PreviewImage": ".png",
    "SaveAudio": ".flac",
    "SaveVideo": ".mp4",
    "SaveGLB": ".glb",
}
LISTS = {
    "SaveImage": "images",
    "PreviewImage": "images",
    "SaveAudio": "audio",
    "SaveVideo": "images",
    "SaveGLB": "3d",
}
RATE = 44_100


def facts_of(graph: Mapping[str, Any], node: str, files: Mapping[str, bytes]) -> Facts:
    """The values of a node and of all that it hears from; its own win. What is not wanted says nothing."""
    facts: Facts = {"files": []}
    for name, value in graph[node]["inputs"].items():
        if isinstance(value, list) and name != "negative":
            heard = facts_of(graph, value[0], files)
            facts = {**facts, **heard, "files": [*facts["files"], *heard["files"]]}
    own = {name: value for name, value in graph[node]["inputs"].items() if not isinstance(value, list)}
    loaded = [value for value in own.values() if isinstance(value, str) and value in files]
    return {**facts, **own, "files": [*facts["files"], *loaded]}


def made(class_type: str, facts: Facts, files: Mapping[str, bytes]) -> bytes:
    if class_type in {"SaveImage", "PreviewImage"}:
        return _picture(facts)
    if class_type == "SaveAudio":
        return _sound(facts)
    if class_type == "SaveVideo":
        return _film(facts, files)
    return asyncio.run(
        FakeMesh().model(MeshRequest(b"a picture", faces=max(facts.get("target_face_count", 100), 100)))
    ).glb


def _picture(facts: Facts) -> bytes:
    prompt = facts.get("prompt") or facts.get("text") or "nothing"
    request = ImageRequest(prompt, facts["width"], facts["height"], facts.get("seed", 0))
    return asyncio.run(FakeImage().draw(request)).png


def _sound(facts: Facts) -> bytes:
    count = round(facts["seconds"] * RATE)
    times = np.arange(count) / RATE
    wave = 0.3 * np.sin(2 * np.pi * (220 + facts["seed"] % 220) * times)
    samples = np.rint(np.repeat(wave, 2) * 32767).astype(np.int16).reshape(1, -1)
    file = io.BytesIO()
    with av.open(file, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=RATE, layout="stereo")
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return file.getvalue()


def _film(facts: Facts, files: Mapping[str, bytes]) -> bytes:
    """It begins with the first picture that was given, and grows brighter."""
    size = facts["width"], facts["height"]
    given = next((name for name in facts["files"] if name.endswith(".png")), None)
    start = Image.open(io.BytesIO(files[given])).convert("RGB").resize(size) if given else None
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=round(facts["fps"]))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(facts["length"]):
            grey = 40 + 160 * number // facts["length"]
            picture = np.full((size[1], size[0], 3), (grey, 60, 90), np.uint8)
            shown = np.asarray(start) if number == 0 and start is not None else picture
            container.mux(stream.encode(av.VideoFrame.from_ndarray(shown, format="rgb24")))
        container.mux(stream.encode())
    return file.getvalue()
