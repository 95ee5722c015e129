"""What a claim on an idempotency key gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replay:
    """The answer that the first request got; `body` is byte for byte the same."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """With a `replay` the work was done before; without one it is the caller's to do, and to complete."""

    replay: Replay | None = None

    @property
    def is_new(self) -> bool:
        return self.replay is None
