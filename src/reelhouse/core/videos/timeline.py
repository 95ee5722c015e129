"""From a plan and its narration to a composition: pure, so that equal plans give equal frames."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from reelhouse.core.actors.types import Actor
from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.core.videos.materials import Recording
from reelhouse.core.videos.narration import CARD_PAUSE, LEAD_IN
from reelhouse.core.videos.storyboard.board import draw_storyboard
from reelhouse.core.videos.storyboard.cameras import camera_for
from reelhouse.core.videos.storyboard.rhythm import RHYTHMS
from reelhouse.core.videos.storyboard.shots import OnPicture, Shot
from reelhouse.core.videos.types import PictureInPicture, VideoPlan
from reelhouse.media.composition import (
    CANVASES,
    Captions,
    Composition,
    EndCard,
    FilmedPresenter,
    Inset,
    InsetAnimation,
    Label,
    MediaRef,
    Music,
    Narration,
    PictureScene,
    Presenter,
    PresenterScene,
    Scene,
    Transition,
    VectorPresenter,
)
from reelhouse.media.speech import Timing, Word
from reelhouse.media.time import Span, frames_of

SHORTEST_SCENE = Fraction(4, 5)
"""Seconds; what would be shorter goes on looking like the scene before it."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a video is put together from: pictures by the keys of their orders."""

    recording: Recording
    pictures: Mapping[str, MediaRef]
    music: MediaRef | None = None
    film: MediaRef | None = None


def compose(plan: VideoPlan, actor: Actor, sources: Sources) -> Composition:
    """Lay out the scenes of a video that lasts exactly ``plan.seconds``."""
    canvas = CANVASES[plan.aspect]
    timing = sources.recording.timing
    end = Fraction(plan.seconds)
    spoken = LEAD_IN + (timing.words[-1].span.end if timing.words else timing.duration)
    talking_until = end
    if plan.call_to_action:
        talking_until = min(end, Fraction(frames_of(spoken + CARD_PAUSE, canvas.fps), canvas.fps))
    presenter: Presenter = VectorPresenter(actor.appearance, DELIVERIES[plan.tone].expression)
    if sources.film is not None:
        presenter = FilmedPresenter(sources.film)
    timed = timed_shots(draw_storyboard(plan).shots, timing, talking_until, canvas.fps)
    director = _Director(plan, presenter, actor.appearance.accent, sources.pictures)
    scenes: list[Scene] = director.scenes(timed)
    if plan.call_to_action and talking_until < end:
        scenes.append(
            EndCard(span=Span(talking_until, end), text=plan.call_to_action, accent=actor.appearance.accent)
        )
    return Composition(
        canvas=canvas,
        scenes=tuple(scenes),
        narration=Narration(sources.recording.ref, LEAD_IN, timing, plan.language),
        captions=Captions(style=plan.style),
        music=Music(sources.music) if sources.music else None,
        title=plan.script[:80],
    )


def timed_shots(shots: Sequence[Shot], timing: Timing, until: Fraction, fps: int) -> list[tuple[Shot, Span]]:
    """Shots with their times on the video's timeline, from 0 to `until`, on frame borders.

    A cut falls in the pause before its first word, never into a word. What would be too short is left
    out, and the shot before it (or, at the very beginning, after it) stays for longer.
    """
    last = frames_of(until, fps)
    cuts: list[tuple[Shot, int]] = []
    for number, shot in enumerate(shots):
        cut = _cut_before(shot.first, timing.words, fps) if number else 0
        if number and (cut is None or cut - cuts[-1][1] < SHORTEST_SCENE * fps):
            cuts[-1] = _swallowing(cuts[-1], shot)
            continue
        cuts.append((shot, cut or 0))
    while len(cuts) > 1 and last - cuts[-1][1] < SHORTEST_SCENE * fps:
        cuts[-2] = _swallowing(cuts[-2], cuts.pop()[0])
    ends = [cut for _, cut in cuts[1:]] + [last]
    return [
        (shot, Span(Fraction(cut, fps), Fraction(end, fps)))
        for (shot, cut), end in zip(cuts, ends, strict=True)
    ]


def _swallowing(kept: tuple[Shot, int], other: Shot) -> tuple[Shot, int]:
    shot, cut = kept
    return replace(shot, end=other.end), cut


def _cut_before(number: int, words: Sequence[Word], fps: int) -> int | None:
    """The frame at which a scene begins whose first word this is; None past the last word."""
    if not 0 < number < len(words):
        return None
    earliest = ceil((LEAD_IN + words[number - 1].span.end) * fps)
    latest = floor((LEAD_IN + words[number].span.start) * fps)
    return max(earliest, latest - 1) if earliest <= latest else latest


@dataclass(frozen=True, slots=True)
class _Director:
    """Turns timed shots into scenes."""

    plan: VideoPlan
    presenter: Presenter
    accent: str
    pictures: Mapping[str, MediaRef]

    def scenes(self, timed: Sequence[tuple[Shot, Span]]) -> list[Scene]:
        scenes: list[Scene] = []
        seen = 0
        for shot, span in timed:
            stays = bool(scenes) and _has_inset(scenes[-1])
            if isinstance(shot.visual, OnPicture):
                scenes.append(self._picture(shot, shot.visual, span, seen, stays=stays))
                seen += 1
            else:
                scenes.append(
                    PresenterScene(
                        span=span,
                        presenter=self.presenter,
                        framing=shot.visual.framing,
                        label=self._label(shot),
                        transition=self._transition(shot, span),
                    )
                )
        return scenes

    def _picture(
        self, shot: Shot, visual: OnPicture, span: Span, number: int, *, stays: bool
    ) -> PictureScene:
        zoom = RHYTHMS[self.plan.tone].zoom
        return PictureScene(
            span=span,
            picture=self.pictures[visual.order.key],
            camera=camera_for(number, _seed(self.plan), visual.fit, zoom),
            fit=visual.fit,
            inset=self._inset(stays=stays) if visual.with_presenter else None,
            label=self._label(shot),
            transition=self._transition(shot, span),
        )

    def _inset(self, *, stays: bool) -> Inset:
        asked = self.plan.pip or PictureInPicture()
        animation = InsetAnimation.NONE if stays else asked.animation
        return Inset(self.presenter, asked.position, asked.size, animation, asked.frame)

    def _label(self, shot: Shot) -> Label | None:
        return Label(shot.label, self.accent) if shot.label else None

    def _transition(self, shot: Shot, span: Span) -> Transition | None:
        if shot.transition is None or span.start == 0:
            return None
        seconds = min(RHYTHMS[self.plan.tone].seconds, span.duration / 2)
        return Transition(shot.transition, seconds)


def _has_inset(scene: Scene) -> bool:
    return isinstance(scene, PictureScene) and scene.inset is not None


def _seed(plan: VideoPlan) -> int:
    return int(hashlib.sha256(plan.script.encode()).hexdigest()[:8], 16)
