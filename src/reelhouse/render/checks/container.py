"""What a file says of itself, against what was planned."""

import hashlib
from collections.abc import Iterator, Sequence

from reelhouse.media.composition import Canvas, Composition
from reelhouse.render.checks.names import Check
from reelhouse.render.probe import Probe
from reelhouse.render.types import Finding

BT709_TV = "1-1-1-1"


def container_findings(facts: Probe, composition: Composition) -> Iterator[Finding]:
    """All that a finished file promises before a picture is decoded."""
    faststart = "index first" if facts.faststart else "index last"
    if "mp4" not in facts.container.split(","):
        yield Finding(Check.CONTAINER, "mp4", facts.container)
    yield from _differences((Check.FASTSTART, "index first", faststart))
    yield from stream_findings(facts, composition.canvas, composition.frames)
    yield from _differences(
        (Check.AUDIO_CODEC, "aac", facts.audio_codec or "no sound"),
        (Check.SAMPLE_RATE, "48000", str(facts.sample_rate)),
    )
    if abs(facts.duration - composition.duration) * composition.canvas.fps > 1:
        expected, found = (f"{float(seconds):.3f} s" for seconds in (composition.duration, facts.duration))
        yield Finding(Check.DURATION, expected, found)


def stream_findings(facts: Probe, canvas: Canvas, frames: int) -> Iterator[Finding]:
    """The stream of pictures, of one scene as of the whole."""
    yield from _differences(
        (Check.VIDEO_CODEC, "h264", facts.video_codec),
        (Check.PROFILE, "High", facts.profile),
        (Check.PIXEL_FORMAT, "yuv420p", facts.pixel_format),
        (Check.COLOUR, BT709_TV, facts.colour),
        (Check.SIZE, f"{canvas.width}x{canvas.height}", f"{facts.width}x{facts.height}"),
        (Check.FRAME_RATE, str(canvas.fps), str(facts.fps)),
        (Check.FRAME_COUNT, str(frames), str(facts.frames)),
    )


def _differences(*wanted: tuple[Check, str, str]) -> Iterator[Finding]:
    return (Finding(check, expected, found) for check, expected, found in wanted if expected != found)


def digest_of_pictures(parameters: bytes, pictures: Sequence[bytes]) -> str:
    """A name for these encoded pictures in this order, and for what a decoder must know to show them.

    Scenes are joined without being touched, under the parameter sets of the first: they must be those of all.
    """
    return hashlib.sha256(b"".join((hashlib.sha256(parameters).digest(), *pictures))).hexdigest()
