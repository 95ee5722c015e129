"""Where a video comes from: all that decided how it looks and sounds, as one JSON document beside it.

Whoever has the plan, the versions and the seeds that stand there makes the same video again; whoever has a
file finds by its SHA-256 whether it is the one that the document speaks of.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from pydantic import JsonValue, TypeAdapter

from reelhouse.core.videos.beside import File
from reelhouse.media.composition import (
    Composition,
    VectorPresenter,
    composition_to_json,
    presenter_of,
)
from reelhouse.render.checks import CHECKS_VERSION
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Examination, Rendered

SCHEMA: Final = "reelhouse.provenance/1"

MADE_WITH = (
    "reelhouse",
    "espeakng-loader",
    "imageio-ffmpeg",
    "numpy",
    "opencv-python-headless",
    "pillow",
    "resvg-py",
)
"""Packages whose version shows in pictures or is heard."""

EXAMINATIONS: TypeAdapter[Examination] = TypeAdapter(Examination)


@dataclass(frozen=True, slots=True)
class Making:
    """How a video was made.

    `engines` names the engine of each modality, with its backend and model where it has them; `seeds` are
    those that are not in the composition; `ffmpeg` is the first line that the program says of itself.
    """

    engines: Mapping[str, str]
    settings: RenderSettings
    ffmpeg: str
    seeds: Mapping[str, int]
    warnings: Sequence[str]
    made_at: datetime


def provenance_of(
    plan: JsonValue, composition: Composition, rendered: Rendered, making: Making, files: Sequence[File]
) -> bytes:
    """The document in canonical form: equal makings give equal bytes, but for the time that it states.

    `plan` is whatever the composition was made from, as JSON.
    """
    document: dict[str, JsonValue] = {
        "schema": SCHEMA,
        "made_at": making.made_at.isoformat(),
        "plan": {"sha256": _sha256(_canonical(plan))},
        "composition": _composition(composition),
        "engines": dict(making.engines),
        "versions": {**_versions(), "ffmpeg": making.ffmpeg},
        "seeds": {**making.seeds, **_seeds(composition)},
        "settings": _settings(making.settings, rendered),
        "inputs": [{"sha256": ref.sha256, "media_type": ref.media_type} for ref in composition.media],
        "outputs": [_output(file) for file in files],
        "checks": _checks(rendered.examination),
        "warnings": list(making.warnings),
    }
    return _canonical(document)


def _composition(composition: Composition) -> dict[str, JsonValue]:
    canvas = composition.canvas
    return {
        "sha256": _sha256(composition_to_json(composition)),
        "version": composition.version,
        "size": f"{canvas.width}x{canvas.height}",
        "fps": canvas.fps,
        "frames": composition.frames,
        "scenes": len(composition.scenes),
    }


@lru_cache(maxsize=1)
def _versions() -> dict[str, str]:
    return {name: _version(name) for name in MADE_WITH}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _seeds(composition: Composition) -> dict[str, JsonValue]:
    presenters = [presenter_of(scene) for scene in composition.scenes]
    seeds = [seen.appearance.seed for seen in presenters if isinstance(seen, VectorPresenter)]
    return {"presenters": list(dict.fromkeys(seeds))}


def _settings(settings: RenderSettings, rendered: Rendered) -> dict[str, JsonValue]:
    """`encoder` is the one that made the file, which is not always the one that was asked for."""
    return {"preset": settings.preset.value, "speed": settings.speed, "encoder": rendered.encoder}


def _output(file: File) -> JsonValue:
    return {"kind": file.kind.value, "media_type": file.media_type, "size": file.size, "sha256": file.sha256}


def _checks(examination: Examination) -> dict[str, JsonValue]:
    measured = EXAMINATIONS.dump_python(examination, mode="json")
    return {"version": str(CHECKS_VERSION), "passed": examination.passed, **measured}


def _canonical(document: JsonValue) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
