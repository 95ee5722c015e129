"""What can go wrong while a composition becomes a file."""

from pathlib import Path

from reelhouse.kit.errors import ReelhouseError
from reelhouse.render.types import Finding


class RenderFailed(ReelhouseError):
    """The encoder did not do it; `log` is the end of what it said."""

    code = "render_failed"

    def __init__(self, stage: str, log: str) -> None:
        super().__init__(
            f"rendering failed at {stage}: {log.strip().splitlines()[-1] if log.strip() else 'no message'}"
        )
        self.stage = stage
        self.log = log


class CheckFailed(ReelhouseError):
    """The finished `thing` does not keep what was planned, and could not be repaired."""

    code = "check_failed"

    def __init__(self, findings: tuple[Finding, ...], thing: str = "video") -> None:
        first = findings[0]
        super().__init__(
            f"the finished {thing} failed {first.check}: expected {first.expected}, found {first.found}"
        )
        self.findings = findings


class FfmpegMissing(ReelhouseError):
    """There is no ffmpeg that runs."""

    code = "ffmpeg_missing"

    def __init__(self, program: str) -> None:
        super().__init__(
            f"ffmpeg does not run here ({program}); install the package imageio-ffmpeg again,"
            " or let REELHOUSE_RENDER_FFMPEG name one that works"
        )
        self.program = program


class MediaMissing(ReelhouseError):
    """A composition names a file that nobody handed to the renderer."""

    code = "media_missing"

    def __init__(self, sha256: str) -> None:
        super().__init__(f"the file with the SHA-256 {sha256} is missing")
        self.sha256 = sha256


class MediaUnreadable(ReelhouseError):
    """A file of a composition is not what its scene needs."""

    code = "media_unreadable"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be shown: {reason}")
        self.name = name
        self.reason = reason


class NoSpaceLeft(ReelhouseError):
    """The disk is full; nothing half-written stays."""

    code = "no_space_left"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no space is left on the disk of {folder}; free some and ask again")
        self.folder = folder


class UnknownCaptionStyle(ReelhouseError):
    """There is no caption style of this name."""

    code = "unknown_caption_style"

    def __init__(self, style: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no caption style {style!r}; there are {', '.join(known)}")
        self.style = style
        self.known = known


class CaptionStyleInvalid(ReelhouseError):
    """A document is no caption style; `field` is where, in dots, and empty for the whole."""

    code = "caption_style_invalid"

    def __init__(self, field: str, reason: str) -> None:
        where = f"at {field}: " if field else ""
        super().__init__(f"this is no caption style; {where}{reason}")
        self.field = field
        self.reason = reason
