"""The tracks of narration and music, as an editor left them."""

from collections.abc import Mapping
from fractions import Fraction

from opentimelineio import schema  # type: ignore[import-untyped]
from opentimelineio.core import Track  # type: ignore[import-untyped]
from pydantic import JsonValue

from reelhouse.media.composition import MediaRef
from reelhouse.media.interchange.errors import TimelineNotExpressible, TimelineNotOurs
from reelhouse.media.interchange.pieces import (
    clips_of,
    detail,
    details_of,
    find_details,
    fraction,
    media_ref_of,
    seconds_of,
    span_of,
)
from reelhouse.media.interchange.vocabulary import unless_edited

Document = dict[str, JsonValue]

NARRATION = "the narration"
MUSIC = "the music"


def read_narration(track: Track, fps: int, media: Mapping[str, MediaRef]) -> Document:
    """A recording may be moved, and its words written otherwise; it is played whole.

    Raises `TimelineNotExpressible` or `TimelineNotOurs`.
    """
    clips = list(clips_of(track, NARRATION))
    if not clips:
        raise TimelineNotOurs("there is no narration")
    if len(clips) > 1:
        raise TimelineNotExpressible(NARRATION, "it was cut; a recording is played whole")
    silence, clip = clips[0]
    ours = details_of(clip, NARRATION)
    written = fraction(ours, "offset", NARRATION)
    duration = fraction(ours, "duration", NARRATION)
    shown = span_of(clip, NARRATION)
    offset = unless_edited(silence - shown.start, written, fps)
    skipped = max(Fraction(0), -written)
    if abs(shown.duration - max(Fraction(0), duration - skipped)) * fps >= 1:
        raise TimelineNotExpressible(NARRATION, "it was made shorter or longer; a recording is played whole")
    phonemes = detail(ours, "phonemes", NARRATION)
    return {
        "audio": _document_of(media_ref_of(clip.media_reference, media, NARRATION)),
        "offset": str(offset),
        "language": detail(ours, "language", NARRATION),
        "timing": {
            "words": _words(clip, fps),
            "phonemes": [_phoneme(sound) for sound in phonemes] if isinstance(phonemes, list) else [],
            "duration": str(duration),
            "source": detail(ours, "source", NARRATION),
        },
    }


def _words(clip: schema.Clip, fps: int) -> list[JsonValue]:
    """Markers that we wrote, in the order in which they are said; those of the editor's own are no words."""
    found: list[tuple[int, JsonValue]] = []
    for marker in clip.markers:
        ours = find_details(marker)
        if ours is None or not isinstance(number := ours.get("word"), int):
            continue
        where = f"the word {marker.name!r}"
        marked = marker.marked_range
        start = seconds_of(marked.start_time, where)
        end = start + seconds_of(marked.duration, where)
        span: JsonValue = {
            "start": str(unless_edited(start, fraction(ours, "start", where), fps)),
            "end": str(unless_edited(end, fraction(ours, "end", where), fps)),
        }
        found.append((number, {"text": marker.name, "span": span}))
    return [word for _, word in sorted(found, key=lambda numbered: numbered[0])]


def _phoneme(sound: JsonValue) -> JsonValue:
    match sound:
        case [ipa, start, end]:
            return {"ipa": ipa, "span": {"start": start, "end": end}}
        case _:
            raise TimelineNotOurs(f"{NARRATION} has {sound!r} among its sounds")


def read_music(track: Track, fps: int, media: Mapping[str, MediaRef]) -> Document | None:
    """A bed under the whole video, or nothing when the track is empty. Raises as `read_narration` does."""
    clips = list(clips_of(track, MUSIC))
    if not clips:
        return None
    silence, clip = clips[0]
    if len(clips) > 1 or max(silence, abs(span_of(clip, MUSIC).start)) * fps >= Fraction(1, 2):
        raise TimelineNotExpressible(MUSIC, "it is one piece, and begins with the video")
    return {"audio": _document_of(media_ref_of(clip.media_reference, media, MUSIC))}


def _document_of(ref: MediaRef) -> Document:
    return {"sha256": ref.sha256, "media_type": ref.media_type}
