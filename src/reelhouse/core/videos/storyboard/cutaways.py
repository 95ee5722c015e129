"""Short looks away from the presenter, where the words have most to show."""

import math
from collections.abc import Sequence
from dataclasses import replace

from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.core.videos.pacing import WORDS_PER_SECOND
from reelhouse.core.videos.storyboard.phrases import Stretch, bare, phrases_of
from reelhouse.core.videos.storyboard.picturable import picturable
from reelhouse.core.videos.storyboard.shots import OnPicture, OnPresenter, Shot, Visual
from reelhouse.core.videos.storyboard.supply import Supply
from reelhouse.core.videos.types import VideoPlan

FACE_FIRST_SECONDS = 1.5
"""A video opens on a face: somebody looks at us before we look elsewhere."""

SECONDS_A_CUTAWAY = 5
MOST_SHARE = 0.6
"""The part of the words that cutaways may take from the presenter when many images were given."""

PRODUCT_WORDS = frozenset(
    ["this", "it", "product", "try", "meet", "get", "new", "these", "buy", "use", "using", "made"]
)


def with_cutaways(shots: Sequence[Shot], words: Sequence[str], supply: Supply, plan: VideoPlan) -> list[Shot]:
    """The same shots, with pictures over some of their phrases when the plan asks for any."""
    shown = sum(isinstance(shot.visual, OnPicture) for shot in shots)
    free = _free(shots, words, plan)
    cut, taken = list(shots), list[Stretch]()
    if supply.has_product and not _shows_product(shots):
        place = _of_the_product(free, words, plan)
        if place is not None:
            cut = _replaced(cut, place, supply.product(place))
            taken = [place]
    places = _best([one for one in free if one not in taken], taken, words, _wanted(plan, supply, shown))
    if len(places) < supply.left:
        places += _rest(free, [*taken, *places], words, supply.left - len(places))
    for place in sorted(places, key=lambda one: one.first):
        if supply.left or supply.may_draw:
            cut = _replaced(cut, place, OnPicture(supply.picture(place)))
    return cut


def _wanted(plan: VideoPlan, supply: Supply, shown: int) -> int:
    asked = plan.broll or plan.broll_model is not None
    usual = max(0, plan.seconds // SECONDS_A_CUTAWAY - shown) if asked else 0
    return max(usual, supply.left)


def _free(shots: Sequence[Shot], words: Sequence[str], plan: VideoPlan) -> list[Stretch]:
    """Phrases over a presenter, but for the first moments and the last words.

    Where a script is too short for that, the last words may be looked away from, and a picture that was
    given may come earlier.
    """
    pace = float(WORDS_PER_SECOND) * plan.voice_speed * DELIVERIES[plan.tone].speed
    earliest = math.ceil(FACE_FIRST_SECONDS * pace)
    presenter = [shot for shot in shots if isinstance(shot.visual, OnPresenter) and shot.label is None]
    phrases = [
        phrase
        for phrase in phrases_of(words)[1:]
        if any(shot.first <= phrase.first and phrase.end <= shot.end for shot in presenter)
    ]
    late = [phrase for phrase in phrases if phrase.first >= earliest]
    inner = [phrase for phrase in late if phrase.end < len(words)]
    given = plan.product_image_url or plan.broll_images
    return inner or late or (phrases if given else [])


def _best(
    free: Sequence[Stretch], taken: Sequence[Stretch], words: Sequence[str], wanted: int
) -> list[Stretch]:
    """The phrases with most to see, at most `wanted`, with the presenter between them."""
    chosen: list[Stretch] = []
    for phrase in sorted(free, key=lambda one: (-picturable(words, one), one.first)):
        alone = all(_apart(phrase, other) for other in (*taken, *chosen))
        if len(chosen) < wanted and alone and _leaves_room(phrase, (*taken, *chosen), words):
            chosen.append(phrase)
    return chosen


def _rest(
    free: Sequence[Stretch], taken: Sequence[Stretch], words: Sequence[str], wanted: int
) -> list[Stretch]:
    """More phrases, even right after another picture: what somebody gave should be seen."""
    chosen: list[Stretch] = []
    for phrase in free:
        if phrase in taken or len(chosen) == wanted:
            continue
        if _leaves_room(phrase, (*taken, *chosen), words):
            chosen.append(phrase)
    return chosen


def _leaves_room(phrase: Stretch, taken: Sequence[Stretch], words: Sequence[str]) -> bool:
    return not taken or len(phrase) + sum(map(len, taken)) <= MOST_SHARE * len(words)


def _apart(one: Stretch, other: Stretch) -> bool:
    return one.first > other.end or one.end < other.first


def _of_the_product(free: Sequence[Stretch], words: Sequence[str], plan: VideoPlan) -> Stretch | None:
    """Where the product is spoken of: by its subject's words, or by pointing at it; else past the middle."""
    subject = {bare(word) for word in (plan.subject or "").split()} - PRODUCT_WORDS

    def worth(phrase: Stretch) -> tuple[float, float]:
        said = {bare(word) for word in words[phrase.first : phrase.end]}
        far = abs((phrase.first + phrase.end) / 2 / len(words) - 0.55)
        return 2.0 * len(said & subject) + len(said & PRODUCT_WORDS), -far

    return max(free, key=worth, default=None)


def _shows_product(shots: Sequence[Shot]) -> bool:
    orders = [shot.visual.order for shot in shots if isinstance(shot.visual, OnPicture)]
    return any(getattr(order, "field", None) == "product_image_url" for order in orders)


def _replaced(shots: Sequence[Shot], place: Stretch, visual: Visual) -> list[Shot]:
    """`visual` over the words of `place`, which lie within one shot."""
    cut: list[Shot] = []
    for shot in shots:
        if not shot.first <= place.first < shot.end:
            cut.append(shot)
            continue
        if shot.first < place.first:
            cut.append(replace(shot, end=place.first))
        cut.append(Shot(place.first, place.end, visual))
        if place.end < shot.end:
            cut.append(replace(shot, first=place.end, transition=None))
    return cut
