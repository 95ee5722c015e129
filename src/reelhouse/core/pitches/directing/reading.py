"""What a screenshot says: its labels, its buttons, and figures that prove something."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reelhouse.core.pitches.directing.lexicon import ALSO_NOUNS, NO_LABELS, VERBS
from reelhouse.core.pitches.directing.names import Sense, is_deed, name_of
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import LEADING_ON, likeness, stems
from reelhouse.core.pitches.types import Seen
from reelhouse.media.screens import Area

MOST_LABELS = 3
LONGEST_LABEL, LONGEST_BUTTON, LONGEST_FIGURE = 3, 3, 6
TALLEST_BUTTON, WIDEST_BUTTON = 0.12, 0.6
FIGURE = re.compile(r"^[+-]?[$€£]?\d[\d,.]*\s?(?:%|[kKmM]\b|\+)?\s+[A-Za-z][A-Za-z' -]+$")
LABEL = re.compile(r"^[A-Z][A-Za-z'’-]*(?: [A-Za-z'’-]+)*$")
ADDRESS = re.compile(r"@|https?:|www\.|\.(?:com|io|org|net|app)\b", re.IGNORECASE)
OF_EVERY_SCREEN = vocabulary(
    """home menu back cancel close settings search log in sign in sign out log out file edit view help
    ok more skip profile account about contact next previous prev yes no all none on off new today
    yesterday tomorrow loading am pm mon tue wed thu fri sat sun monday tuesday wednesday thursday
    friday saturday sunday jan feb mar apr may jun jul aug sep oct nov dec untitled page tab terms
    privacy cookies filter sort options done status name date type id total description details
    title email phone wifi lte"""
)
ACTS = frozenset({"get started", "continue", "submit", "done", "next", "start", "go", "play", "ok", "apply"})
SENTENCE = re.compile(r"^[A-Z][a-z'’]*(?:[,.]? [A-Za-z][a-z'’-]*)+[.!]?$")
MAKES = vocabulary("is are your you own use get it need needs")
"""Words that names of things do not have."""

FEWEST_SAID, MOST_SAID = 3, 8
LARGER, UPPER = 1.3, 0.4
MOST_TOLD = 12
"""Words of a screen with more of them are spoken of only when they are large, or those of the goal."""

CAPITALS = re.compile(r"[A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """Words with the area where they stand, in reading order.

    `labels` are the best names of things, with their articles; `buttons` as they are written; `heading` is a
    sentence that the screen says large.
    """

    labels: tuple[tuple[str, Area], ...] = ()
    buttons: tuple[tuple[str, Area], ...] = ()
    figures: tuple[tuple[str, Area], ...] = ()
    heading: tuple[str, Area] | None = None

    @property
    def says_nothing(self) -> bool:
        return not (self.labels or self.buttons or self.figures or self.heading)


NOTHING_READ = Reading()


@lru_cache(maxsize=2_000)
def read_screen(seen: Seen, title: str, wanted: frozenset[str]) -> Reading:
    """What is worth saying of a screen under `title`; `wanted` are the stems that the goal speaks of."""
    known = stems(title)
    large = _large(seen)
    is_dense = sum(bool(region.words) for region in seen.regions) > MOST_TOLD
    labels: list[tuple[float, str, Area]] = []
    buttons: list[tuple[str, Area]] = []
    figures: list[tuple[str, Area]] = []
    taken: set[frozenset[str]] = set()
    for region in seen.regions:
        words = _tidy(region.words)
        said = stems(words)
        if not words or ADDRESS.search(words) or said in taken:
            continue
        taken.add(said)
        if is_dense and region.area.height < large and not said & (known | wanted):
            continue
        if _is_button(words, region.area):
            buttons.append((words, region.area))
        elif FIGURE.match(words) and len(words.split()) <= LONGEST_FIGURE:
            figures.append((words, region.area))
        elif _is_label(words) and not said <= known:
            worth = 2 * likeness(said, wanted) + likeness(said, known) + min(region.area.height * 10, 1)
            labels.append((worth, words, region.area))
    best = sorted(labels, key=lambda one: (-one[0], one[2].y, one[2].x))[:MOST_LABELS]
    inorder = sorted(best, key=lambda one: (round(one[2].y, 2), one[2].x))
    return Reading(
        labels=tuple((name_of(words).the, area) for _, words, area in inorder),
        buttons=tuple(sorted(buttons, key=lambda one: (round(one[1].y, 2), one[1].x))),
        figures=tuple(figures),
        heading=_heading(seen, large),
    )


def _large(seen: Seen) -> float:
    """The height of words that are larger than most."""
    heights = sorted(region.area.height for region in seen.regions if region.words)
    return LARGER * heights[len(heights) // 2] if heights else 1.0


def _heading(seen: Seen, large: float) -> tuple[str, Area] | None:
    """The largest sentence in the upper part of a screen."""
    found = [
        (_tidy(region.words), region.area)
        for region in seen.regions
        if region.words and region.area.height >= large and region.area.y <= UPPER
    ]
    said = [(words, area) for words, area in found if _is_sentence(words) and not _is_button(words, area)]
    return max(said, key=lambda one: one[1].height, default=None)


def _is_sentence(words: str) -> bool:
    """``Checked before it is charged``: clean words, one of which makes it more than a name."""
    parts = words.split()
    if not FEWEST_SAID <= len(parts) <= MOST_SAID or SENTENCE.match(words) is None:
        return False
    first, *more = [part.lower().strip(".,") for part in parts]
    speaks = first in VERBS | MAKES or any(part in MAKES or part.removesuffix("s") in VERBS for part in more)
    return speaks and more[-1] not in LEADING_ON


def _tidy(words: str) -> str:
    """``WEEKLY VOLUME`` is shouted by a design, not by who speaks of it."""
    text = " ".join(words.split()).strip(" .,:;|·•–—-→←>›<*")
    letters = [one for one in text if one.isalpha()]
    if len(text.split()) > 1 and letters and all(one.isupper() for one in letters):
        return text.capitalize()
    return text


def _is_button(words: str, area: Area) -> bool:
    if area.height > TALLEST_BUTTON or area.width > WIDEST_BUTTON or len(words.split()) > LONGEST_BUTTON:
        return False
    if words.lower() in ACTS:
        return True
    return (
        words[0].isupper()
        and words.lower() not in OF_EVERY_SCREEN
        and LABEL.match(words) is not None
        and is_deed(words)
    )


def _is_label(words: str) -> bool:
    parts = words.split()
    if len(parts) > LONGEST_LABEL or LABEL.match(words) is None or len(words) < len("abcd"):
        return False
    if all(part.lower() in OF_EVERY_SCREEN for part in parts):
        return False
    first = parts[0].lower()
    if (
        first in NO_LABELS
        or first.endswith("ed")
        or first in VERBS
        or (first in ALSO_NOUNS and len(parts) > 1)
    ):
        return False
    return name_of(words).sense is Sense.THING
