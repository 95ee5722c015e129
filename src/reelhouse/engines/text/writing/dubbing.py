"""Whether a translation can be dubbed: something is said, it fits, and no address was lost."""

import re
from dataclasses import dataclass

from reelhouse.engines.text.types import TranslationRequest
from reelhouse.engines.text.writing.counting import count_words

ADDRESS = re.compile(
    r"(?i:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[\w-]+\.)+[a-z]{2,}\b(?:/[!-~]*)?",
    re.ASCII,
)
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
PAIRS = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」"}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is wrong with a translation: it has too many `words`, or `lost` addresses."""

    words: int
    too_long: bool
    lost: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        return not self.too_long and not self.lost


def is_language(tag: str) -> bool:
    """Whether `tag` has the form of a BCP-47 language tag."""
    return TAG.fullmatch(tag) is not None


def one_paragraph(text: str) -> str:
    """`text` on one line, without quotation marks around the whole of it."""
    words = " ".join(text.split())
    if len(words) > 1 and PAIRS.get(words[0]) == words[-1] and words[0] not in words[1:-1]:
        return words[1:-1].strip()
    return words


def shortfall(text: str, request: TranslationRequest) -> Shortfall:
    words = count_words(text)
    addresses = dict.fromkeys(found.rstrip(".,!?;:)\"'") for found in ADDRESS.findall(request.text))
    return Shortfall(
        words=words,
        too_long=request.max_words is not None and words > request.max_words,
        lost=tuple(address for address in addresses if address.lower() not in text.lower()),
    )
