"""What a person asks of ``reelhouse make``, as a brief: files of theirs, and options of several words."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import typer
from pydantic import TypeAdapter, ValidationError

from reelhouse.core.videos.types import PictureInPicture, SceneBrief
from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import InsetAnimation, InsetFrame, InsetPosition, InsetSize
from reelhouse.render.captions.styles import caption_style, style_from_json

SCENES = TypeAdapter(tuple[SceneBrief, ...])
MOST_SCENES = 30
ADDRESSES = ("http://", "https://")
PARTS = (InsetPosition, InsetSize, InsetAnimation, InsetFrame)

Part = TypeVar("Part", bound=StrEnum)


def image_address(given: str) -> str:
    """An address as it is, or that of a file of this machine."""
    if given.startswith(ADDRESSES):
        return given
    path = Path(given).resolve()
    if not path.is_file():
        raise typer.BadParameter(f"{given} is neither a file nor an http address", param_hint="image")
    return path.as_uri()


def pip_from(given: str | None) -> PictureInPicture | None:
    """``bottom-left,small,fade,shadow`` in any order; what is left out, or ``default``, is as usual."""
    if given is None:
        return None
    said = [word.strip() for word in given.split(",") if word.strip() not in {"", "default"}]
    usual = PictureInPicture()
    pip = PictureInPicture(
        position=_taken(InsetPosition, said) or usual.position,
        size=_taken(InsetSize, said) or usual.size,
        animation=_taken(InsetAnimation, said) or usual.animation,
        frame=_taken(InsetFrame, said) or usual.frame,
    )
    if said:
        known = ", ".join(value for part in PARTS for value in part)
        raise typer.BadParameter(f"{said[0]} is none of: {known}", param_hint="--pip")
    return pip


def scenes_from(path: Path | None) -> tuple[SceneBrief, ...]:
    """A JSON list of objects with `text`, and `kind`, `visual_prompt` or `image_url` where they matter."""
    if path is None:
        return ()
    try:
        scenes = SCENES.validate_python(
            [
                {**scene, "image_url": image_address(scene["image_url"])} if scene.get("image_url") else scene
                for scene in json.loads(_read(path, "--scenes"))
            ]
        )
    except (ValueError, AttributeError, TypeError, ValidationError) as error:
        raise typer.BadParameter(f"{path}: {error}", param_hint="--scenes") from error
    if not 0 < len(scenes) <= MOST_SCENES:
        raise typer.BadParameter(
            f"{path} has {len(scenes)} scenes, not 1 to {MOST_SCENES}", param_hint="--scenes"
        )
    return scenes


def style_from(name: str, path: Path | None) -> CaptionStyle:
    """A builtin style, or one from a file."""
    return caption_style(name) if path is None else style_from_json(_read(path, "--style-file"))


def _taken(part: type[Part], said: list[str]) -> Part | None:
    """The first of the words that belongs to this part, which is then gone from them."""
    for word in said:
        if word in set(part):
            said.remove(word)
            return part(word)
    return None


def _read(path: Path, hint: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint=hint) from error
