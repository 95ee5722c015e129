"""What is done about each finding: made again, or given back."""

from enum import StrEnum

from reelhouse.render.checks.names import Check
from reelhouse.render.types import Finding


class Repair(StrEnum):
    """From the cheapest to the last."""

    JOIN_AGAIN = "join again"
    """The scenes and the sound are good, only the file around them is not."""

    MIX_AGAIN = "mix again"
    """A new mix, made afresh and corrected by what was measured; no picture is touched."""

    ENCODE_AGAIN = "encode again"
    """The scene that has the finding, without asking the cache, once."""

    REFUND = "refund"
    """The plan or the program is wrong, and a second try would be as wrong as the first."""


REPAIRS: dict[Check, Repair] = {
    Check.READABLE: Repair.JOIN_AGAIN,
    Check.CONTAINER: Repair.JOIN_AGAIN,
    Check.FASTSTART: Repair.JOIN_AGAIN,
    Check.DURATION: Repair.JOIN_AGAIN,
    Check.SCENES: Repair.JOIN_AGAIN,
    Check.SOUND_DECODES: Repair.MIX_AGAIN,
    Check.AUDIO_CODEC: Repair.MIX_AGAIN,
    Check.SAMPLE_RATE: Repair.MIX_AGAIN,
    Check.LOUDNESS: Repair.MIX_AGAIN,
    Check.TRUE_PEAK: Repair.MIX_AGAIN,
    Check.DECODES: Repair.ENCODE_AGAIN,
    Check.FRAME_COUNT: Repair.ENCODE_AGAIN,
    Check.BLACK: Repair.ENCODE_AGAIN,
    Check.FROZEN: Repair.ENCODE_AGAIN,
    Check.CAPTIONS: Repair.ENCODE_AGAIN,
    Check.LIPS: Repair.REFUND,
    Check.SILENT_SPEECH: Repair.REFUND,
    Check.WORD_TIMES: Repair.REFUND,
    Check.VIDEO_CODEC: Repair.REFUND,
    Check.PROFILE: Repair.REFUND,
    Check.PIXEL_FORMAT: Repair.REFUND,
    Check.COLOUR: Repair.REFUND,
    Check.SIZE: Repair.REFUND,
    Check.FRAME_RATE: Repair.REFUND,
    Check.SLIDES: Repair.REFUND,
}

SOUND_LEVELS = frozenset({Check.LOUDNESS, Check.TRUE_PEAK})
"""What a new mix may repair by being louder or softer."""


def repairs_for(findings: tuple[Finding, ...]) -> frozenset[Repair]:
    """All that has to be done; with `REFUND` among it, nothing else is worth trying."""
    return frozenset(REPAIRS[Check(finding.check)] for finding in findings)
