"""Putting a value where a path of the wire points to: ``scenes[2].narrationText``."""

import re
from dataclasses import replace
from typing import Any, TypeVar

from reelhouse.core.pitches.asked import (
    Asked,
    AskedBrand,
    AskedDirection,
    AskedIntent,
    AskedScene,
    AskedSlide,
    AskedVoice,
)
from reelhouse.core.pitches.directing.fit.view import Suggestion

T = TypeVar("T", AskedIntent, AskedDirection, AskedVoice, AskedBrand, AskedScene, AskedSlide)

INTENT = {"targetLengthS": "target_seconds", "aspect": "aspect", "captionStyle": "caption_style"}
DIRECTOR = {
    "hook": "hook",
    "cta": "cta",
    "openingStyle": "opening_style",
    "transitions": "transitions",
    "smartZoom": "smart_zoom",
}
VOICE = {"speed": "speed", "on": "on"}
SCENE = {
    "id": "scene_id",
    "screenshotId": "screenshot_id",
    "durationS": "seconds",
    "narrationText": "narration",
    "kineticText": "kinetic_text",
}
SLIDE = {"headline": "headline", "body": "body", "kicker": "kicker"}
PATH = re.compile(r"(?P<tier>intent|director|scenes)(?:\[(?P<place>\d+)\])?\.(?P<rest>[\w.]+)")


def put(asked: Asked, path: str, value: Suggestion) -> Asked:
    """`asked` with `value` at `path`; a place right after the last scene makes a new one."""
    match = PATH.fullmatch(path)
    if match is None:
        raise KeyError(path)
    rest = match["rest"]
    if match["tier"] == "intent":
        return replace(asked, intent=_with(asked.intent, INTENT[rest], value))
    if match["tier"] == "director":
        return _directed(asked, rest, value)
    scenes = list(asked.scenes or ())
    place = int(match["place"])
    if place == len(scenes):
        scenes.append(AskedScene())
    scenes[place] = _scene(scenes[place], rest, value)
    return replace(asked, scenes=tuple(scenes))


def _directed(asked: Asked, rest: str, value: Suggestion) -> Asked:
    direction = asked.direction
    group, _, name = rest.partition(".")
    if group == "voice":
        voice = _with(direction.voice or AskedVoice(), VOICE[name], value)
        return replace(asked, direction=replace(direction, voice=voice))
    if group == "brand":
        brand = _with(direction.brand or AskedBrand(), name, value)
        return replace(asked, direction=replace(direction, brand=brand))
    return replace(asked, direction=_with(direction, DIRECTOR[rest], value))


def _scene(scene: AskedScene, rest: str, value: Suggestion) -> AskedScene:
    group, _, name = rest.partition(".")
    if group == "slideSpec":
        return replace(scene, slide=_with(scene.slide or AskedSlide(), SLIDE[name], value))
    return _with(scene, SCENE[rest], value)


def _with(record: T, name: str, value: Suggestion) -> T:
    values: dict[str, Any] = {name: value}
    return replace(record, **values)
