"""One request that works for each task, as the vendor's document has it, and for the modes beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FILES = "https://cdn.example.com/input"
SQUARE = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAABlBMVEXwjB4AAAB0Jd3pAAAAD0lEQVR4"
    "2mNgGAWjgHwAAAJAAAHgTR1EAAAAAElFTkSuQmCC"
)
"""An orange square, for examples that carry one."""

ANCHORED = (
    "image-to-video shot anchored to the supplied start frame for a direct-to-camera line. keep the "
    "performance synced to the provided reference audio from start to finish. locked framing, with mouth "
    "articulation, jaw travel and breath timing carrying the sync."
)


@dataclass(frozen=True, slots=True)
class Example:
    """`title` names the mode where a task has several; the first of a task is the plain one."""

    task: str
    input: Mapping[str, Any]
    title: str = ""

    @property
    def name(self) -> str:
        return f"{self.task} ({self.title})" if self.title else self.task

    @property
    def body(self) -> dict[str, Any]:
        return {"task": self.task, "input": dict(self.input)}


EXAMPLES = (
    Example("image.generate", {"prompt": "cinematic fox astronaut", "width": 1024, "height": 1024}),
    Example(
        "image.generate",
        {
            "prompt": "cinematic fox astronaut",
            "width": 1536,
            "height": 1024,
            "referenceImages": [f"{FILES}/style-ref.webp", {"dataBase64": SQUARE, "mimeType": "image/png"}],
        },
        "with references",
    ),
    Example(
        "image.edit",
        {
            "prompt": "turn this scene into a dramatic noir poster",
            "sourceImage": f"{FILES}/source.jpg",
            "referenceImages": [f"{FILES}/style-ref.webp"],
        },
    ),
    Example(
        "video.generate",
        {
            "prompt": "single continuous cinematic flythrough over a neon city at dawn",
            "durationSeconds": 6,
            "width": 1920,
            "height": 1088,
            "interpolationFps": 0,
        },
    ),
    Example(
        "video.generate",
        {
            "prompt": "slow cinematic push-in with floating particles",
            "startFrameImage": f"{FILES}/start-frame.webp",
            "finalFrameImage": f"{FILES}/final-frame.webp",
            "durationSeconds": 6,
            "width": 1920,
            "height": 1088,
            "interpolationFps": 60,
        },
        "from a start frame",
    ),
    Example(
        "video.generate",
        {
            "prompt": ANCHORED,
            "overlapFrameImageUrls": [f"{FILES}/clip-a-last-0{number}.webp" for number in (3, 2, 1)],
            "referenceAudioUrl": f"{FILES}/dialogue-half-b.opus",
            "durationFrames": 257,
            "width": 1280,
            "height": 1280,
            "sampledFps": 25,
            "interpolationFps": 60,
            "seed": 424242,
        },
        "continuation with reference audio",
    ),
    Example(
        "video.combine",
        {
            "videoUrls": [
                "https://cdn.example.com/output/clip-a.mp4",
                "https://cdn.example.com/output/clip-b.mp4",
            ],
            "overlapFrames": 3,
            "frameRate": 60,
        },
    ),
    Example(
        "audio.speak",
        {
            "text": "We launch at dawn, hold formation, and bring everyone home safely.",
            "voiceDescription": (
                "Warm confident narrator with balanced pacing, stable projection, and natural emphasis."
            ),
            "language": "English",
            "quality": "128k",
            "seed": 123456,
        },
    ),
    Example(
        "audio.speak",
        {
            "mode": "voice_clone",
            "text": "Keep the same character voice, but deliver this line with calm authority.",
            "referenceAudioUrl": f"{FILES}/rin-voice-sample.opus",
            "referenceTranscript": "Rin keeps her voice low. She measures every word before it lands.",
            "referenceAudioMaxSeconds": 6,
            "maxNewTokens": 384,
        },
        "voice_clone",
    ),
    Example(
        "audio.annotation.reference",
        {
            "sourceAudioUrl": f"{FILES}/country-heart-edit.mp3",
            "transcript": (
                "[Intro]\nBoots on the porch and a laptop glow,\n"
                "I mint an A P I key before the roosters crow."
            ),
            "language": "en",
        },
    ),
    Example(
        "ace.step.create",
        {
            "tags": "anthemic electro-pop, wide stereo synths, punchy drums, modern polished mix",
            "lyrics": "[Verse]\nWe were shadows in a crowded room\n[Chorus]\nTurn the static into fire",
            "durationSeconds": 30,
            "quality": "192k",
        },
    ),
    Example(
        "moss.sound.effect",
        {
            "prompt": (
                "A sharp pistol shot in a dry canyon with a quick mechanical click and short tail echo."
            ),
            "durationSeconds": 2,
            "quality": "128k",
            "maxNewTokens": 1024,
        },
    ),
    Example(
        "trellis.generate",
        {
            "sourceImageUrl": f"{FILES}/boat_ref.png",
            "qualityPreset": "balanced",
            "targetFaceCount": 20000,
        },
    ),
)


def plain_example(task: str) -> Example:
    return next(example for example in EXAMPLES if example.task == task)
