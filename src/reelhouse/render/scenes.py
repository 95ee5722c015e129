"""Each scene of a composition as a plan: what decides its pixels, and who paints them when it is needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from pydantic import TypeAdapter

from reelhouse.media.composition import (
    Canvas,
    Composition,
    EndCard,
    FilmedPresenter,
    Framing,
    Inset,
    InsetAnimation,
    Label,
    MediaRef,
    PictureScene,
    Presenter,
    PresenterScene,
    Scene,
    ScreenScene,
    TitleScene,
    VectorPresenter,
    presenter_of,
)
from reelhouse.media.time import Span
from reelhouse.render.cache import key_of
from reelhouse.render.captions.document import Spoken, captions_for
from reelhouse.render.checks import MouthExpectation, expectation_of
from reelhouse.render.drawings import CARD_FONTS, Drawings
from reelhouse.render.fingerprint import code_of
from reelhouse.render.painting.cameras import PicturePainter
from reelhouse.render.painting.cards import CardPainter
from reelhouse.render.painting.films import FilmPainter
from reelhouse.render.painting.insets import InsetLayer, inset_box
from reelhouse.render.painting.labels import LabelLayer
from reelhouse.render.painting.layers import Layer, Layered
from reelhouse.render.painting.painter import Painter
from reelhouse.render.painting.pictures import fitted, load_picture
from reelhouse.render.painting.planes import Planes, blank, from_rgb
from reelhouse.render.painting.presenters import PresenterPainter
from reelhouse.render.painting.transitions import Transitioned
from reelhouse.render.plans import CaptionTrack, PiecePlan, ScenePlan
from reelhouse.render.presenter.performance import Cast
from reelhouse.render.presenter.stage import Stage
from reelhouse.render.presenter.types import Box, Pose
from reelhouse.render.promises import captions_promised, mouth_promised
from reelhouse.render.screens.scenery import screen_painter
from reelhouse.render.screens.stage import words_room

SCENES: TypeAdapter[Scene] = TypeAdapter(Scene)
PAINTED_BY = ("painting", "presenter", "backdrops", "cards", "fonts", "screens")
ENTRANCE = Fraction(1, 2)
"""Seconds in which an end card comes in."""

FILM = "video/"


@dataclass(frozen=True, slots=True)
class Stock:
    """Where the files of a composition lie: by hash, and films that were cut to a size by both."""

    files: Mapping[str, Path]
    films: Mapping[tuple[str, Canvas], Path]


def films_of(
    composition: Composition, first: int = 0, end: int | None = None
) -> Iterator[tuple[MediaRef, Canvas]]:
    """Each film of these scenes, all when none are named, with the size in which it is shown."""
    for scene in composition.scenes[first:end]:
        if isinstance(scene, PictureScene) and scene.picture.media_type.startswith(FILM):
            yield scene.picture, composition.canvas
        presenter = presenter_of(scene)
        if isinstance(presenter, FilmedPresenter):
            inset = scene.inset if isinstance(scene, PictureScene) else None
            yield presenter.film, _inset_canvas(inset, composition.canvas) if inset else composition.canvas


class ScenePlanner:
    """Plans the scenes of one composition. Its methods take up to seconds of CPU: call them in a thread."""

    def __init__(self, composition: Composition, drawings: Drawings, stock: Stock) -> None:
        self._composition = composition
        self._canvas = composition.canvas
        self._drawings = drawings
        self._stock = stock
        narration = composition.narration
        self._timing = narration.timing.shifted(narration.offset)
        self._poses: dict[int, tuple[Pose, ...]] = {}
        self._cast = Cast(narration, composition.canvas.fps)
        self._stages: dict[tuple[VectorPresenter, Canvas, Framing | None], Stage] = {}

    def plans(self) -> list[ScenePlan]:
        return [self.plan(number) for number in range(len(self._composition.scenes))]

    def plan(self, number: int) -> ScenePlan:
        scene = self._composition.scenes[number]
        plan = ScenePlan(
            name=f"scene {number + 1}",
            canvas=self._canvas,
            painter=lambda first: self._painter(number, first),
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
        frames, taken_over = self._frames(number), self._transition_frames(number)
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
        if frames.start < self._transition_frames(number):
            return None
        stage = self._stage(scene.presenter, self._canvas, scene.framing)
        return mouth_promised(stage, self._acting(number)[frames.start : frames.stop])

    def _transition_frames(self, number: int) -> int:
        scene = self._composition.scenes[number]
        if isinstance(scene, EndCard) or scene.transition is None or not number:
            return 0
        return min(self._frames(number), int(scene.transition.seconds * self._canvas.fps))

    def _stage(self, presenter: VectorPresenter, canvas: Canvas, framing: Framing | None) -> Stage:
        asked = (presenter, canvas, framing)
        if asked not in self._stages:
            self._stages[asked] = self._drawings.stage(*asked)
        return self._stages[asked]

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
            return self._stage(scene.presenter, self._canvas, scene.framing).face
        return None

    def _frames(self, number: int) -> int:
        return int(self._composition.scenes[number].span.duration * self._canvas.fps)

    def _recipe(self, number: int, frames: range) -> str:
        parts = [code_of(*PAINTED_BY), repr(self._canvas), f"{frames}", *self._ingredients(number, frames)]
        if frames.start < self._transition_frames(number):
            last = self._frames(number - 1) - 1
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
        return [SCENES.dump_json(timeless), repr(self._acting(number)[frames.start : frames.stop])]

    def _acting(self, number: int) -> tuple[Pose, ...]:
        if number not in self._poses:
            self._poses[number] = self._act(self._composition.scenes[number])
        return self._poses[number]

    def _act(self, scene: Scene) -> tuple[Pose, ...]:
        presenter = presenter_of(scene)
        if presenter is None or isinstance(presenter, FilmedPresenter):
            return ()
        return self._cast.poses(presenter, scene.span)

    def _painter(self, number: int, first: int) -> Painter:
        scene = self._composition.scenes[number]
        base = self._base(number)
        taken_over = self._transition_frames(number)
        if first < taken_over and not isinstance(scene, EndCard) and scene.transition is not None:
            leaving = self._last_picture(number - 1, scene)
            base = Transitioned(base, leaving, scene.transition.kind, taken_over)
        layers = self._layers(number)
        return Layered(base, layers, self._canvas.width, self._canvas.height) if layers else base

    def _base(self, number: int) -> Painter:
        scene = self._composition.scenes[number]
        if isinstance(scene, EndCard):
            card = from_rgb(load_picture(self._drawings.end_card(scene, self._canvas)))
            return CardPainter(card, min(self._frames(number), int(ENTRANCE * self._canvas.fps)))
        if isinstance(scene, PresenterScene):
            return self._presenter(number, scene.presenter, self._canvas, scene.framing)
        if isinstance(scene, ScreenScene | TitleScene):
            return screen_painter(scene, self._canvas, self._stock.files)
        if scene.picture.media_type.startswith(FILM):
            return FilmPainter(self._stock.films[scene.picture.sha256, self._canvas], 0)
        zoom = max(scene.camera.start.zoom, scene.camera.end.zoom)
        picture = fitted(load_picture(self._stock.files[scene.picture.sha256]), self._canvas, scene.fit, zoom)
        return PicturePainter(picture, scene.camera, self._frames(number))

    def _presenter(
        self, number: int, presenter: Presenter, canvas: Canvas, framing: Framing | None
    ) -> Painter:
        if isinstance(presenter, FilmedPresenter):
            begin = self._composition.scenes[number].span.start - presenter.starts
            first = max(0, int(begin * canvas.fps))
            return FilmPainter(self._stock.films[presenter.film.sha256, canvas], first)
        return PresenterPainter(self._stage(presenter, canvas, framing), self._acting(number))

    def _layers(self, number: int, *, inset: bool = True, label: bool = True) -> Sequence[Layer]:
        scene = self._composition.scenes[number]
        layers: list[Layer] = []
        if inset and isinstance(scene, PictureScene) and scene.inset is not None:
            layers.append(self._inset(number, scene.inset))
        shown = _label_of(scene)
        if label and shown is not None:
            layers.append(LabelLayer(shown, self._canvas, CARD_FONTS))
        return layers

    def _inset(self, number: int, inset: Inset) -> InsetLayer:
        box = inset_box(self._canvas, inset.position, inset.size)
        painter = self._presenter(number, inset.presenter, _inset_canvas(inset, self._canvas), None)
        return InsetLayer(painter, box, inset.frame, inset.animation, self._canvas)

    def _last_picture(self, number: int, coming: Scene) -> Planes:
        """What a scene shows at its end; a still that `coming` takes over from.

        An inset that stays, and a label where another one comes, do not leave with it: they lie over both.
        """
        inset_stays = isinstance(coming, PictureScene) and _stays(coming.inset)
        layers = self._layers(number, inset=not inset_stays, label=_label_of(coming) is None)
        base = self._base(number)
        width, height = self._canvas.width, self._canvas.height
        painter = Layered(base, layers, width, height) if layers else base
        canvas = blank(width, height)
        painter.paint(self._frames(number) - 1, canvas)
        return canvas


def _promising(piece: PiecePlan, spoken: Sequence[Spoken]) -> PiecePlan:
    """The words that become active within the piece, by its own frames."""
    own = [replace(word, frame=word.frame - piece.first) for word in spoken]
    seen = [word for word in own if 0 <= word.frame < piece.frames]
    return replace(piece, promised=replace(piece.promised, captions=captions_promised(seen)))


def _stays(inset: Inset | None) -> bool:
    """Whether the inset stood there already, so that only the picture behind it changes."""
    return inset is not None and inset.animation is InsetAnimation.NONE


def _label_of(scene: Scene) -> Label | None:
    return None if isinstance(scene, EndCard | TitleScene) else scene.label


def _inset_canvas(inset: Inset, canvas: Canvas) -> Canvas:
    box = inset_box(canvas, inset.position, inset.size)
    return Canvas(box.width, box.height, canvas.fps)


def _letters_of(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
