"""Reading the parts of a timeline: our details, exact times, files by content."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import isfinite
from typing import Any

from opentimelineio import opentime, schema  # type: ignore[import-untyped]
from opentimelineio.core import Item, Track  # type: ignore[import-untyped]
from pydantic import JsonValue

from reelhouse.media.composition import MediaRef
from reelhouse.media.interchange.errors import TimelineNotExpressible, TimelineNotOurs
from reelhouse.media.interchange.vocabulary import OURS
from reelhouse.media.time import Span

CONTENT = "sha256:"
LONGEST_TIME = 10**6
"""Seconds: more than eleven days is no moment of a video."""

Details = Mapping[str, JsonValue]


def details_of(piece: Any, where: str) -> Details:  # noqa: ANN401 - OpenTimelineIO has no types
    """What we wrote beside a piece. Raises `TimelineNotOurs`."""
    found = find_details(piece)
    if found is None:
        raise TimelineNotOurs(f'{where} has no metadata["{OURS}"]')
    return found


def find_details(piece: Any) -> Details | None:  # noqa: ANN401
    found = piece.metadata.get(OURS)
    return _as_json(found) if isinstance(found, Mapping) else None


def _as_json(value: Any) -> Any:  # noqa: ANN401
    """Dictionaries and lists of OpenTimelineIO as ordinary ones; other objects as their names."""
    if isinstance(value, Mapping):
        return {str(key): _as_json(item) for key, item in value.items()}
    if isinstance(value, str | bool | int | float) or value is None:
        return value
    return [_as_json(item) for item in value] if hasattr(value, "__iter__") else str(value)


def detail(details: Details, name: str, where: str) -> JsonValue:
    """Raises `TimelineNotOurs` when it is not there."""
    if name not in details:
        raise TimelineNotOurs(f"{where} has no {name!r}")
    return details[name]


def fraction(details: Details, name: str, where: str) -> Fraction:
    """A moment that we wrote down as text. Raises `TimelineNotOurs`."""
    written = detail(details, name, where)
    try:
        return Fraction(str(written))
    except (ValueError, ZeroDivisionError) as error:
        raise TimelineNotOurs(f"{where} has {written!r} as {name!r}, which is no time") from error


def seconds_of(time: opentime.RationalTime, where: str) -> Fraction:
    """Raises `TimelineNotExpressible` for what is no moment: an endless value, a rate of nothing."""
    if not (isfinite(time.value) and isfinite(time.rate) and time.rate > 0):
        raise TimelineNotExpressible(where, f"{time.value} at {time.rate} frames a second is no time")
    if abs(time.value) > LONGEST_TIME * time.rate:
        raise TimelineNotExpressible(where, "it lies or lasts too long")
    return Fraction(time.value) / Fraction(time.rate).limit_denominator(1001)


def span_of(item: Item, where: str) -> Span:
    """Which part of its media a clip shows, or how long a gap lasts from 0 on."""
    media = getattr(item, "media_reference", None)
    found = item.source_range or (media and media.available_range)
    if found is None:
        raise TimelineNotExpressible(where, "it has no duration")
    start, duration = seconds_of(found.start_time, where), seconds_of(found.duration, where)
    if duration < 0:
        raise TimelineNotExpressible(where, "it has a negative duration")
    return Span(start, start + duration)


def clips_of(track: Track, where: str) -> Iterator[tuple[Fraction, schema.Clip]]:
    """The clips of a track of sound, each after how many seconds of nothing since the last one."""
    silence = Fraction(0)
    for item in track:
        if is_gap(item):
            silence += span_of(item, where).duration
        elif isinstance(item, schema.Clip):
            refuse_effects(item, where)
            yield silence, item
            silence = Fraction(0)
        else:
            raise TimelineNotExpressible(where, f"it holds a {item.schema_name()}")


def is_gap(item: Item) -> bool:
    """Clips that are switched off are seen and heard as nothing."""
    return isinstance(item, schema.Gap) or (isinstance(item, schema.Clip) and not item.enabled)


def refuse_effects(clip: schema.Clip, where: str) -> None:
    if clip.effects:
        raise TimelineNotExpressible(where, f"it has the effect {clip.effects[0].effect_name!r}")


def media_ref_of(reference: Any, media: Mapping[str, MediaRef], where: str) -> MediaRef:  # noqa: ANN401
    """Which file a reference means, by its content.

    `media` knows files by their address; another address is ours while nobody changed it. Raises
    `TimelineNotOurs`.
    """
    if reference is None:
        raise TimelineNotOurs(f"{where} has no media")
    url = reference.target_url if isinstance(reference, schema.ExternalReference) else ""
    if url in media:
        return media[url]
    ours = find_details(reference)
    if ours is None:
        raise TimelineNotOurs(
            f"what {where} shows ({url or reference.name or 'nothing'!r}) is not known by its content"
        )
    media_type, sha256 = detail(ours, "media_type", where), detail(ours, "sha256", where)
    if url.startswith(CONTENT):
        sha256 = url.removeprefix(CONTENT)
    elif url and url != ours.get("url"):
        raise TimelineNotOurs(f"{where} shows another file now, {url!r}, which is not known by its content")
    return MediaRef(str(sha256), str(media_type))
