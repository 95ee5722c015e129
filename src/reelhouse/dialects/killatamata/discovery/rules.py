"""Limits and refusals in words, from the figures and the table that enforce them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from http import HTTPStatus

from reelhouse.core.tasks.limits import LONGEST_RECORDING, LONGEST_VOICE, MEGABYTE, MOST_BYTES, Form
from reelhouse.dialects.killatamata.discovery.offers import Mode, Offer
from reelhouse.dialects.killatamata.documentation import MEANINGS
from reelhouse.dialects.killatamata.errors import INTERNAL, TABLE
from reelhouse.dialects.killatamata.jobs.inputs.fields import MOST_PIXELS
from reelhouse.dialects.killatamata.jobs.inputs.media import IMAGES, MOST_BASE64, SOUNDS
from reelhouse.dialects.killatamata.jobs.translate import PROMISED
from reelhouse.dialects.killatamata.repeating import KEPT_FOR, MOST_BODY


def limits() -> Sequence[str]:
    sizes = ", ".join(f"{MOST_BYTES[form] // MEGABYTE} MB as a {form.name.lower()}" for form in Form)
    lines = f"""\
A request has at most {MOST_BODY // MEGABYTE} MB, and a file in it {MOST_BASE64:,} characters of base64.
A file at a URL has at most {sizes}; the URL must be reachable from the open internet.
Pictures are {", ".join(IMAGES)}.
Sound is {", ".join(SOUNDS)}, of at most {LONGEST_RECORDING} s.
A sample of a voice to clone has at most {LONGEST_VOICE} s.
width and height come together, are multiples of 32, and make at most {MOST_PIXELS:,} pixels.
Files are there for {hours(PROMISED)} hours after completion; afterwards nothing is promised.
An idempotency key is remembered for {hours(KEPT_FOR)} hours.
Every answer carries X-RateLimit-Limit, -Remaining and -Reset, by the minute; a 429 says Retry-After.
Unknown fields are refused, types are strict, and null means that a field is not given."""
    return lines.splitlines()


def refusals() -> Sequence[str]:
    """A status a line, with the codes that `details.code` may have."""
    codes: dict[int, list[str]] = {}
    for words in (*TABLE.values(), INTERNAL):
        codes.setdefault(words.status, []).append(words.code)
    return [
        f"{status} `{'`, `'.join(codes[status])}`: {MEANINGS.get(status) or HTTPStatus(status).phrase + '.'}"
        for status in sorted(codes)
    ]


def standing(offers: Sequence[Offer]) -> Sequence[str]:
    """Who does the work here, and what this server cannot do at present."""
    return [_of_mode(mode) for offer in offers for mode in _telling(offer.modes)]


def _telling(modes: Sequence[Mode]) -> Sequence[Mode]:
    """The plain mode, and those that others do."""
    return [mode for place, mode in enumerate(modes) if not place or mode.engines != modes[0].engines]


def _of_mode(mode: Mode) -> str:
    if mode.lack:
        return f"{mode.example.name}: not at present (501 `not_configured`, nothing charged); {mode.lack}"
    return f"{mode.example.name}: {', then '.join(mode.engines) or 'this server itself'}"


def listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def hours(span: timedelta) -> int:
    return span // timedelta(hours=1)
