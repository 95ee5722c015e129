"""Each scene of a composition as a plan: what decides its pixels, and who paints them when it is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from pydantic import TypeAdapter

from reelhouse.media.composition import (
    Composition,
    EndCard,
    FilmedPresenter,
    PictureScene,
    PresenterScene,
    Scene,
    ScreenScene,
    TitleScene,
)
from reelhouse.media.time import Span
from reelhouse.render.cache import key_of
from reelhouse.render.captions.document import Spoken, captions_for
from reelhouse.render.checks import MouthExpectation, expectation_of
from reelhouse.render.drawings import Drawings
from reelhouse.render.fingerprint import code_of
from reelhouse.render.painters import Painters, Stock
from reelhouse.render.painting.insets import inset_box
from reelhouse.render.plans import CaptionTrack, PiecePlan, ScenePlan
from reelhouse.render.presenter.types import Box
from reelhouse.render.promises import captions_promised, mouth_promised
from reelhouse.render.screens.stage import words_room

SCENES: TypeAdapter[Scene] = TypeAdapter(Scene)
PAINTED_BY = ("painting", "presenter", "backdrops", "cards", "fonts", "screens")


class ScenePlanner:
    """Plans the scenes of one composition. Its methods take up to seconds of CPU: call them in a thread."""

    def __init__(self, composition: Composition, drawings: Drawings, stock: Stock) -> None:
        self._composition = composition
        self._canvas = composition.canvas
        self._drawings = drawings
        self._painters = Painters(composition, drawings, stock)
        narration = composition.narration
        self._timing = narration.timing.shifted(narration.offset)

    def plans(self) -> list[ScenePlan]:
        return [self.plan(number) for number in range(len(self._composition.scenes))]

    def plan(self, number: int) -> ScenePlan:
        scene = self._composition.scenes[number]
        plan = ScenePlan(
            name=f"scene {number + 1}",
            canvas=self._canvas,
            painter=lambda first: self._painters.painter(number, first),
            pieces=tuple(self._pieces(number)),
        )
        if isinstance(scene, EndCard):
            return replace(plan, warnings=self._drawings.warnings_of(scene))
        if isinstance(scene, TitleScene) and self._shows_what_is_said(scene):
            return plan
        return self._captioned(plan, scene)

    def _shows_what_is_said(self, scene: TitleScene) -> bool:
        """Whether a card has every word that is heard meanwhile: it is its own caption."""
        shown = {_letters_of(word) for word in f"{scene.text} {scene.small}".split()}
        span = scene.span
        said = [word for word in self._timing.words if span.start <= word.span.start < span.end]
        return all(_letters_of(word.text) in shown for word in said)

    def _pieces(self, number: int) -> Iterator[PiecePlan]:
        """How the scene takes over, where it does, and all that follows."""
        frames, taken_over = self._painters.frames(number), self._painters.transition_frames(number)
        if taken_over:
            yield self._piece(number, range(taken_over))
        if taken_over < frames:
            yield self._piece(number, range(taken_over, frames))

    def _piece(self, number: int, frames: range) -> PiecePlan:
        promised = expectation_of(self._composition.scenes[number], self._canvas)
        return PiecePlan(
            first=frames.start,
            frames=len(frames),
            recipe=self._recipe(number, frames),
            promised=replace(promised, frames=len(frames), mouth=self._mouth(number, frames)),
        )

    def _mouth(self, number: int, frames: range) -> MouthExpectation | None:
        """Where a presenter in full size speaks; the mouth of an inset is too small to be judged.

        While another picture is still leaving, nothing is to be seen of it.
        """
        scene = self._composition.scenes[number]
        if not isinstance(scene, PresenterScene) or isinstance(scene.presenter, FilmedPresenter):
            return None
        if frames.start < self._painters.transition_frames(number):
            return None
        stage = self._painters.stage(scene.presenter, self._canvas, scene.framing)
        return mouth_promised(stage, self._painters.acting(number)[frames.start : frames.stop])

    def _captioned(self, plan: ScenePlan, scene: Scene) -> ScenePlan:
        captions = self._composition.captions
        if captions is None:
            return plan
        document = captions_for(
            self._timing, captions.style, self._canvas, self._kept_clear(scene), scene.span
        )
        track = CaptionTrack(document.text, document.fonts, document.stickers)
        pieces = tuple(_promising(piece, document.spoken) for piece in plan.pieces)
        return replace(plan, captions=track, pieces=pieces, warnings=document.warnings)

    def _kept_clear(self, scene: Scene) -> Box | None:
        """What captions must not cover: a face, an inset, or large words."""
        if isinstance(scene, ScreenScene):
            room = words_room(scene, self._canvas)
            return Box(*(round(side) for side in (room.x, room.y, room.width, room.height))) if room else None
        if isinstance(scene, PictureScene) and scene.inset is not None:
            return inset_box(self._canvas, scene.inset.position, scene.inset.size)
        if isinstance(scene, PresenterScene) and not isinstance(scene.presenter, FilmedPresenter):
            return self._painters.stage(scene.presenter, self._canvas, scene.framing).face
        return None

    def _recipe(self, number: int, frames: range) -> str:
        parts = [code_of(*PAINTED_BY), repr(self._canvas), f"{frames}", *self._ingredients(number, frames)]
        if frames.start < self._painters.transition_frames(number):
            last = self._painters.frames(number - 1) - 1
            change = repr(getattr(self._composition.scenes[number], "transition", None))
            parts += [change, *self._ingredients(number - 1, range(last, last + 1))]
        return key_of(*parts)

    def _ingredients(self, number: int, frames: range) -> list[str | bytes]:
        """The scene itself at no particular time and behind none, and how its presenter acts in `frames`.

        The acting depends on the time.
        """
        scene = self._composition.scenes[number]
        timeless = replace(scene, span=Span(Fraction(0), scene.span.duration))
        if not isinstance(timeless, EndCard):
            timeless = replace(timeless, transition=None)
        return [SCENES.dump_json(timeless), repr(self._painters.acting(number)[frames.start : frames.stop])]


def _promising(piece: PiecePlan, spoken: Sequence[Spoken]) -> PiecePlan:
    """The words that become active within the piece, by its own frames."""
    own = [replace(word, frame=word.frame - piece.first) for word in spoken]
    seen = [word for word in own if 0 <= word.frame < piece.frames]
    return replace(piece, promised=replace(piece.promised, captions=captions_promised(seen)))


def _letters_of(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
