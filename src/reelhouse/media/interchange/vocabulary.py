"""Words that the writer and the reader of timelines share.

What a timeline has a word for (order, durations, offsets, transitions, the text of captions) is read from
there, so that edits count. All else is kept beside it in ``metadata["reelhouse"]`` of the object that it
belongs to. Numbers in there are text where they have a fraction: OpenTimelineIO loses the last bit of a
float.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Final

from pydantic import JsonValue

from reelhouse.media.composition import TransitionKind

OURS: Final = "reelhouse"
FORMAT: Final = 1
MEDIA_TYPE: Final = "application/json"
"""There is no registered type of OpenTimelineIO."""

MAIN_MEDIA: Final = "DEFAULT_MEDIA"
"""OpenTimelineIO's own key of a clip's first media reference."""

INSET_MEDIA: Final = "inset"
LOGO_MEDIA: Final = "logo"

CUSTOM_TRANSITION: Final = "Custom_Transition"
DISSOLVE: Final = "SMPTE_Dissolve"
TRANSITION_TYPES = {TransitionKind.DISSOLVE: DISSOLVE}

LARGEST_INTEGER: Final = 2**63 - 1


class Role(StrEnum):
    """What a track is for."""

    SCENES = "scenes"
    NARRATION = "narration"
    MUSIC = "music"


def plain(value: JsonValue) -> JsonValue:
    """The same value as OpenTimelineIO can keep it to the last bit."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    exact = not isinstance(value, float) and not (isinstance(value, int) and abs(value) > LARGEST_INTEGER)
    return value if exact else repr(value)


def unless_edited(found: Fraction, written: Fraction, fps: int) -> Fraction:
    """The exact moment as it was written, unless an editor moved it by half a frame or more."""
    return written if abs(found - written) * fps < Fraction(1, 2) else found
