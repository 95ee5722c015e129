"""What can go wrong while a composition becomes a file."""

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
    """The finished file does not keep what was planned, and could not be repaired."""

    code = "check_failed"

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(
            f"the finished video failed {first.check}: expected {first.expected}, found {first.found}"
        )
        self.findings = findings
