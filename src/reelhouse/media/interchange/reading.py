"""An OpenTimelineIO timeline, edited or not, as a composition."""

import re
from collections.abc import Mapping
from itertools import accumulate

from opentimelineio import core, exceptions, schema  # type: ignore[import-untyped]
from pydantic import JsonValue, ValidationError

from reelhouse.media.composition import COMPOSITIONS, VERSION, Composition, MediaRef
from reelhouse.media.interchange.errors import (
    TimelineNotExpressible,
    TimelineNotOurs,
    TimelineUnreadable,
    TimelineVersionUnknown,
)
from reelhouse.media.interchange.pieces import Details, detail, details_of, find_details
from reelhouse.media.interchange.scenes import SceneReader
from reelhouse.media.interchange.sounds import read_music, read_narration
from reelhouse.media.interchange.vocabulary import FORMAT, Role

LARGEST = 16 * 1024 * 1024
"""Characters; ten minutes of speech are about two million."""

DEEPEST = 64
"""OpenTimelineIO's reader ends the whole process when brackets stand too deep in each other."""

TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
ROLES = {role.value: role for role in Role}
BRACKET = re.compile(r"[\[\]{}]")


def composition_from_otio(text: str, media: Mapping[str, MediaRef] | None = None) -> Composition:
    """The composition that a timeline of ours means, with what an editor changed in it.

    Scenes may be cut, put in order, lengthened, removed and joined by transitions; narration may be moved,
    its words corrected by renaming their markers, and music removed. `media` knows files by their address:
    a clip of one of these may be added, and shows as a picture.

    Raises `TimelineUnreadable`, `TimelineNotOurs` (which names what is missing), `TimelineVersionUnknown`,
    or `TimelineNotExpressible` for an edit that no composition can show.
    """
    timeline = _parsed(text)
    known = media or {}
    ours = details_of(timeline, "the timeline")
    _require_version(ours)
    fps = _fps(ours)
    tracks = _tracks(timeline)
    document: dict[str, JsonValue] = {
        "canvas": detail(ours, "canvas", "the timeline"),
        "captions": detail(ours, "captions", "the timeline"),
        "scenes": list(SceneReader(fps, known).read(_required(tracks, Role.SCENES))),
        "narration": read_narration(_required(tracks, Role.NARRATION), fps, known),
        "music": read_music(tracks[Role.MUSIC], fps, known) if Role.MUSIC in tracks else None,
        "title": timeline.name,
        "version": VERSION,
    }
    try:
        return COMPOSITIONS.validate_python(document)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise TimelineNotOurs(f"{place} is wrong: {first['msg']}") from error


def _parsed(text: str) -> schema.Timeline:
    if len(text) > LARGEST:
        raise TimelineUnreadable(f"it is larger than {LARGEST // 1024 // 1024} MB")
    if _depth(text) > DEEPEST:
        raise TimelineUnreadable("it is nested too deeply")
    try:
        timeline = core.deserialize_json_from_string(text)
    except (ValueError, KeyError, TypeError, exceptions.OTIOError) as error:
        raise TimelineUnreadable(str(error).strip("'\"") or "it is empty") from error
    if not isinstance(timeline, schema.Timeline):
        raise TimelineUnreadable(f"it is a {type(timeline).__name__}, not a timeline")
    return timeline


def _depth(text: str) -> int:
    brackets = BRACKET.findall(TEXT.sub("", text))
    return max(accumulate(1 if bracket in "[{" else -1 for bracket in brackets), default=0)


def _require_version(ours: Details) -> None:
    found = (detail(ours, "format", "the timeline"), detail(ours, "version", "the timeline"))
    if found != (FORMAT, VERSION):
        raise TimelineVersionUnknown(
            f"{found[0]} of composition {found[1]}", f"{FORMAT} of composition {VERSION}"
        )


def _fps(ours: Details) -> int:
    canvas = detail(ours, "canvas", "the timeline")
    fps = canvas.get("fps") if isinstance(canvas, dict) else None
    if not isinstance(fps, int) or fps < 1:
        raise TimelineNotOurs("the canvas has no frames a second")
    return fps


def _tracks(timeline: schema.Timeline) -> dict[Role, core.Track]:
    """Tracks by what they are for; a track that is switched off is not there.

    Programs that forget our note beside a track keep its name.
    """
    found: dict[Role, core.Track] = {}
    for number, track in enumerate(timeline.tracks or (), 1):
        if not isinstance(track, schema.Track):
            raise TimelineNotExpressible(f"track {number}", f"it is a {track.schema_name()}")
        if not track.enabled or not len(track):
            continue
        ours = find_details(track) or {}
        role = ROLES.get(str(ours.get("role", track.name)).lower())
        if role is None or role in found:
            raise TimelineNotExpressible(
                f"track {number} ({track.name!r})", "a composition has no such track"
            )
        found[role] = track
    return found


def _required(tracks: Mapping[Role, core.Track], role: Role) -> core.Track:
    if role not in tracks:
        raise TimelineNotOurs(f"there is no track of {role.value}")
    return tracks[role]
