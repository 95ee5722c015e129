"""A script told by a template: its beats are laid over the words, and each beat is cut into shots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reelhouse.core.videos.languages import reads_as_english
from reelhouse.core.videos.storyboard.lists import items_of
from reelhouse.core.videos.storyboard.phrases import Stretch, bare, phrases_of, sentences_of
from reelhouse.core.videos.storyboard.shots import OnPicture, OnPresenter, Shot, Visual
from reelhouse.core.videos.storyboard.structures import STRUCTURES, WORDY_LABELS, Beat, Look
from reelhouse.core.videos.storyboard.supply import Supply
from reelhouse.core.videos.types import Template, VideoPlan
from reelhouse.media.composition import Framing

NEAR = 0.2
"""How far, as a part of the script, a cue or the end of a sentence may draw a beat to itself."""

FEWEST_WORDS = 2
CUE_WORDS = 2
"""A cue is one of the first words of a phrase."""

FRAMINGS = {Look.MEDIUM: Framing.MEDIUM, Look.CLOSE: Framing.CLOSE}
WITH_PRESENTER = frozenset({Look.PICTURE_WITH_PRESENTER, Look.PRODUCT_WITH_PRESENTER})
PRODUCTS = frozenset({Look.PRODUCT, Look.PRODUCT_WITH_PRESENTER})


def told_by(template: Template, words: Sequence[str], supply: Supply, plan: VideoPlan) -> list[Shot]:
    """The shots of a script in the structure of a template."""
    structure = STRUCTURES[template]
    teller = _Teller(words, supply, plan)
    if structure.items:
        items = items_of(words)
        beats = _numbered(items, structure.items)
        placed = [(structure.beats[0], Stretch(0, items[0].first)), *zip(beats, items, strict=True)]
        placed = [(beat, stretch) for beat, stretch in placed if len(stretch)]
        if structure.item_transition:
            coming = structure.item_transition
            placed = [placed[0], *((replace(beat, transition=coming), at) for beat, at in placed[1:])]
    else:
        placed = list(_placed(structure.beats, words))
    return [shot for beat, stretch in placed for shot in teller.tell(beat, stretch)]


def _numbered(items: Sequence[Stretch], looks: Sequence[Look]) -> list[Beat]:
    return [
        Beat(1.0, (looks[number % len(looks)],), str(number + 1), lasting=True)
        for number in range(len(items))
    ]


def _placed(beats: Sequence[Beat], words: Sequence[str]) -> Iterator[tuple[Beat, Stretch]]:
    """Each beat with its words; a beat for which no phrase is left does not happen."""
    total = sum(beat.share for beat in beats)
    starts = {stretch.first for stretch in sentences_of(words)}
    phrases = phrases_of(words)
    first, due = 0, 0.0
    current = beats[0]
    for beat, following in pairwise(beats):
        due += beat.share / total * len(words)
        begin = _begin_of(following, due, first, words, phrases, starts)
        if begin is None:
            continue
        yield current, Stretch(first, begin)
        first, current = begin, following
    yield current, Stretch(first, len(words))


def _begin_of(
    beat: Beat, due: float, after: int, words: Sequence[str], phrases: Sequence[Stretch], starts: set[int]
) -> int | None:
    """The phrase at which a beat begins: near where it is due, best at a cue, then at a sentence."""
    near = NEAR * len(words)
    places = [
        phrase.first
        for phrase in phrases
        if phrase.first >= after + FEWEST_WORDS and len(words) - phrase.first >= FEWEST_WORDS
    ]

    def cost(place: int) -> float:
        said = [bare(word) for word in words[place : place + CUE_WORDS]]
        cued = max((_strength(cue, beat.cues) for cue in said), default=0.0)
        return abs(place - due) - near * ((place in starts) + cued)

    best = min(places, key=cost, default=None)
    return best if best is not None and abs(best - due) <= 2 * near else None


def _strength(word: str, cues: Sequence[str]) -> float:
    """From 2 for the first cue, which says it plainly, to little for the last, and 0 for another word."""
    return 2 * (1 - cues.index(word) / len(cues)) if word in cues else 0.0


@dataclass(frozen=True, slots=True)
class _Teller:
    """Cuts beats into shots."""

    words: Sequence[str]
    supply: Supply
    plan: VideoPlan

    def tell(self, beat: Beat, stretch: Stretch) -> Iterator[Shot]:
        pieces = self._pieces(stretch, len(beat.looks))
        looks = self._fitting(beat.looks, len(pieces), opens=stretch.first == 0)
        for number, (piece, look) in enumerate(zip(pieces, looks, strict=True)):
            yield Shot(
                piece.first,
                piece.end,
                self._visual(look, piece, beat.setting),
                label=self._label(beat.label) if beat.lasting or not number else None,
                transition=beat.transition if not number else None,
            )

    def _fitting(self, looks: Sequence[Look], room: int, *, opens: bool) -> Sequence[Look]:
        """As many looks as there is room for; a product that has an image does not fall away."""
        shown = next((look for look in looks if look in PRODUCTS), None)
        if room < len(looks) and shown and self.supply.has_product and not opens:
            return (*looks[: room - 1], shown)
        return looks[:room]

    def _pieces(self, stretch: Stretch, wanted: int) -> list[Stretch]:
        """About equal parts of a stretch, cut at phrases; fewer where there are fewer phrases."""
        phrases = [one for one in phrases_of(self.words) if stretch.first <= one.first < stretch.end]
        begins = [stretch.first]
        for number in range(1, wanted):
            due = stretch.first + len(stretch) * number / wanted
            places = [phrase.first for phrase in phrases if phrase.first > begins[-1]]
            if places:
                begins.append(min(places, key=lambda place: abs(place - due)))
        return [Stretch(a, b) for a, b in zip(begins, [*begins[1:], stretch.end], strict=True)]

    def _visual(self, look: Look, piece: Stretch, setting: str) -> Visual:
        if look in FRAMINGS:
            return OnPresenter(FRAMINGS[look])
        inset = look in WITH_PRESENTER
        if look in PRODUCTS and self.supply.has_product:
            return self.supply.product(piece, with_presenter=inset)
        if not self.supply.left and not self.supply.may_draw:
            return OnPresenter(Framing.CLOSE)
        return OnPicture(self.supply.picture(piece, setting=setting), with_presenter=inset)

    def _label(self, label: str | None) -> str | None:
        """In the language of the video, or none: an English word over Spanish is worse than no word."""
        if label not in WORDY_LABELS:
            return label
        if label in self.plan.labels:
            return self.plan.labels[label]
        return label if reads_as_english(self.plan.script) else None
