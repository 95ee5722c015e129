"""A plan as a storyboard: which words are seen how. Pure, so that equal plans give equal pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reelhouse.core.videos.pictures.orders import GivenPicture, PictureOrder
from reelhouse.core.videos.storyboard.cutaways import with_cutaways
from reelhouse.core.videos.storyboard.phrases import Stretch, phrases_of, sentences_of
from reelhouse.core.videos.storyboard.rhythm import RHYTHMS, Rhythm
from reelhouse.core.videos.storyboard.shots import OnPicture, OnPresenter, Shot, Visual
from reelhouse.core.videos.storyboard.supply import Supply
from reelhouse.core.videos.storyboard.telling import told_by
from reelhouse.core.videos.types import SceneBrief, SceneKind, VideoPlan
from reelhouse.media.composition import Framing

WORDS_OF_A_PICTURE = 5
"""While the presenter stands in a corner, a picture stays for about so many words."""


@dataclass(frozen=True, slots=True)
class Storyboard:
    """Shots that follow each other over all words, and what should be told about them."""

    shots: tuple[Shot, ...]
    warnings: tuple[str, ...] = ()

    @property
    def orders(self) -> tuple[PictureOrder, ...]:
        """The pictures that are needed, each once, in the order in which they are seen."""
        seen = (shot.visual.order for shot in self.shots if isinstance(shot.visual, OnPicture))
        return tuple({order.key: order for order in seen}.values())


def draw_storyboard(plan: VideoPlan) -> Storyboard:
    """The shots of a plan, from whatever it says most exactly: its scenes, its template, or its tone."""
    words = plan.script.split()
    supply, rhythm = Supply(plan, words), RHYTHMS[plan.tone]
    if plan.scenes:
        shots = _by_hand(plan.scenes, supply)
    elif plan.template is not None:
        shots = told_by(plan.template, words, supply, plan)
    elif plan.pip is not None:
        shots = _backgrounds(words, supply)
    else:
        shots = _talking(words, rhythm)
    if plan.pip is not None:
        shots = [_in_the_corner(shot, supply) for shot in shots]
    elif not plan.scenes:
        shots = with_cutaways(shots, words, supply, plan)
    shots = _smooth(_merged(shots), rhythm)
    return Storyboard(tuple(shots), supply.warnings)


def _by_hand(scenes: Sequence[SceneBrief], supply: Supply) -> list[Shot]:
    """One shot a scene; speakers who follow each other are seen from near and far in turn."""
    shots: list[Shot] = []
    at, talking = 0, 0
    for number, scene in enumerate(scenes):
        stretch = Stretch(at, at + len(scene.text.split()))
        at = stretch.end
        if not len(stretch):
            continue
        visual = _seen_in(scene, number, stretch, supply, talking)
        talking = talking + 1 if isinstance(visual, OnPresenter) else 0
        shots.append(Shot(stretch.first, stretch.end, visual))
    return shots


def _seen_in(scene: SceneBrief, number: int, stretch: Stretch, supply: Supply, talking: int) -> Visual:
    order: PictureOrder | None = None
    if scene.image_url:
        order = GivenPicture(scene.image_url, f"scenes[{number}].image")
    elif scene.visual_prompt:
        order = supply.drawn(scene.visual_prompt, f"scenes[{number}].visual_prompt")
    kind = scene.kind or (SceneKind.BROLL if order else SceneKind.TALKING)
    if kind is SceneKind.TALKING:
        framing = Framing.CLOSE if talking % 2 else Framing.MEDIUM
        return OnPicture(order, with_presenter=True) if order else OnPresenter(framing)
    if order is None and not supply.left and supply.has_product:
        return supply.product(stretch)
    return OnPicture(order or supply.picture(stretch))


def _talking(words: Sequence[str], rhythm: Rhythm) -> list[Shot]:
    """The presenter alone; the camera moves in and out where a sentence or a phrase begins."""
    places = phrases_of(words) if rhythm.at_phrases else sentences_of(words)
    shots = [Shot(0, len(words), OnPresenter(rhythm.framings[0]))]
    for place in places[1:]:
        last = shots[-1]
        if place.first - last.first < rhythm.fewest_words or len(words) - place.first < rhythm.fewest_words:
            continue
        framing = rhythm.framings[len(shots) % len(rhythm.framings)]
        if last.visual == OnPresenter(framing):
            continue
        shots[-1] = replace(last, end=place.first)
        shots.append(Shot(place.first, len(words), OnPresenter(framing), transition=rhythm.between))
    return shots


def _backgrounds(words: Sequence[str], supply: Supply) -> list[Shot]:
    """Pictures one after the other, each long enough to be looked at."""
    shots: list[Shot] = []
    first = 0
    for phrase in phrases_of(words):
        rest = len(words) - phrase.end
        if phrase.end - first >= WORDS_OF_A_PICTURE and (rest == 0 or rest >= WORDS_OF_A_PICTURE - 1):
            order = supply.picture(Stretch(first, phrase.end), again=True)
            shots.append(Shot(first, phrase.end, OnPicture(order)))
            first = phrase.end
    if first < len(words):
        order = supply.picture(Stretch(first, len(words)), again=True)
        shots.append(Shot(first, len(words), OnPicture(order)))
    return shots


def _in_the_corner(shot: Shot, supply: Supply) -> Shot:
    """The same shot with the presenter in a small picture over it."""
    stretch = Stretch(shot.first, shot.end)
    if isinstance(shot.visual, OnPicture):
        return replace(shot, visual=replace(shot.visual, with_presenter=True))
    return replace(shot, visual=OnPicture(supply.picture(stretch, again=True), with_presenter=True))


def _merged(shots: Sequence[Shot]) -> list[Shot]:
    """Without cuts between what looks the same; a label keeps its shot to itself."""
    merged: list[Shot] = []
    for shot in shots:
        if merged and merged[-1].visual == shot.visual and merged[-1].label == shot.label:
            merged[-1] = replace(merged[-1], end=shot.end)
        else:
            merged.append(shot)
    return merged


def _smooth(shots: Sequence[Shot], rhythm: Rhythm) -> list[Shot]:
    """Transitions where the tone wants them and the template has not said otherwise; the first has none."""
    smooth = [replace(shot, transition=None) for shot in shots[:1]]
    for before, shot in pairwise(shots):
        if isinstance(shot.visual, OnPicture):
            usual = rhythm.to_picture
        else:
            usual = rhythm.to_presenter if isinstance(before.visual, OnPicture) else rhythm.between
        smooth.append(replace(shot, transition=shot.transition or usual))
    return smooth
