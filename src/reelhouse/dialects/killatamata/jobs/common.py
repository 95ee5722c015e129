"""What reading any of the nine bodies needs."""

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from reelhouse.core.tasks.types import Given, PictureFormat, Task
from reelhouse.dialects.killatamata.jobs.files import Sent
from reelhouse.dialects.killatamata.jobs.inputs.fields import KBPS, MOST_PIXELS, QUALITY_FORM
from reelhouse.dialects.killatamata.jobs.wire import Adjustment
from reelhouse.dialects.killatamata.validation import InvalidInput

SEEDS = 2**31

T = TypeVar("T")

Give = Callable[[Sent], Given]


@dataclass(frozen=True, slots=True)
class Read:
    """A body that makes sense: its files, how the task looks once they are put away, and what is shown.

    `shown` is the effective input; files stand in it as addresses, or as facts of what was sent.
    """

    files: tuple[Sent, ...]
    task_with: Callable[[Give], Task]
    shown: dict[str, Any]
    adjustments: tuple[Adjustment, ...] = field(default=())


def both_or_neither(width: int | None, height: int | None) -> tuple[int, int] | None:
    if width is None and height is None:
        return None
    if width is None or height is None:
        missing = "width" if width is None else "height"
        raise InvalidInput((f"input.{missing}", "width and height come together, or neither is given"))
    if width * height > MOST_PIXELS:
        raise InvalidInput(
            ("input.width", f"{width} x {height} is more than {MOST_PIXELS} pixels (4 megapixels)")
        )
    return width, height


def required(sent: Sent | None, name: str) -> Sent:
    if sent is None:
        raise InvalidInput((f"input.{name}", f"input.{name} is required"))
    return sent


def kbps_of(quality: str | None, usual: int) -> int:
    if quality is None:
        return usual
    found = re.fullmatch(QUALITY_FORM, quality)
    if found is not None:
        return int(found[1])
    allowed = ", ".join(f"{kbps}k" for kbps in KBPS)
    raise InvalidInput(("input.quality", f"quality must be one of {allowed}"))


def format_of(form: str) -> PictureFormat:
    return PictureFormat.JPEG if form == "jpg" else PictureFormat(form)


def seed_of(sent: int | None) -> int:
    """Drawn where none is given, and shown, so that a good result can be had again."""
    return secrets.randbelow(SEEDS) if sent is None else sent


def usual_or(sent: T | None, usual: T) -> T:
    return usual if sent is None else sent


def shown_of(files: Sequence[Sent]) -> list[Any]:
    return [one.shown() for one in files]
