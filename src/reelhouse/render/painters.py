"""Who paints the scenes of a composition; what is drawn once for a scene is there once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from weakref import WeakValueDictionary

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
from reelhouse.render.drawings import CARD_FONTS, Drawings
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
from reelhouse.render.presenter.performance import Cast
from reelhouse.render.presenter.stage import Stage
from reelhouse.render.presenter.types import Pose
from reelhouse.render.screens.ground import Grounds
from reelhouse.render.screens.scenery import set_for
from reelhouse.render.screens.screen_painter import ScreenSet
from reelhouse.render.screens.titles import TitleSet

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


class Painters:
    """Makes the painters of one composition. Its methods take up to seconds of CPU: call them in a thread.

    A scene that takes over shows the last picture of the one before, which is often being painted just then:
    sets and fitted pictures are shared while anybody paints from them.
    """

    def __init__(self, composition: Composition, drawings: Drawings, stock: Stock) -> None:
        self._composition = composition
        self._canvas = composition.canvas
        self._drawings = drawings
        self._stock = stock
        self._poses: dict[int, tuple[Pose, ...]] = {}
        self._cast = Cast(composition.narration, composition.canvas.fps)
        self._stages: dict[tuple[VectorPresenter, Canvas, Framing | None], Stage] = {}
        self._grounds = Grounds()
        self._sets: WeakValueDictionary[int, ScreenSet | TitleSet] = WeakValueDictionary()
        self._pictures: WeakValueDictionary[int, Planes] = WeakValueDictionary()

    def painter(self, number: int, first: int) -> Painter:
        """Who paints a scene from its frame `first` on."""
        scene = self._composition.scenes[number]
        base = self._base(number)
        taken_over = self.transition_frames(number)
        if first < taken_over and not isinstance(scene, EndCard) and scene.transition is not None:
            leaving = self._last_picture(number - 1, scene)
            base = Transitioned(base, leaving, scene.transition.kind, taken_over)
        layers = self._layers(number)
        return Layered(base, layers, self._canvas.width, self._canvas.height) if layers else base

    def frames(self, number: int) -> int:
        return int(self._composition.scenes[number].span.duration * self._canvas.fps)

    def transition_frames(self, number: int) -> int:
        """For how many frames the scene before is still seen."""
        scene = self._composition.scenes[number]
        if isinstance(scene, EndCard) or scene.transition is None or not number:
            return 0
        return min(self.frames(number), int(scene.transition.seconds * self._canvas.fps))

    def acting(self, number: int) -> tuple[Pose, ...]:
        """How the drawn presenter of a scene stands in each frame; nothing where there is none."""
        if number not in self._poses:
            scene = self._composition.scenes[number]
            presenter = presenter_of(scene)
            self._poses[number] = (
                self._cast.poses(presenter, scene.span) if isinstance(presenter, VectorPresenter) else ()
            )
        return self._poses[number]

    def stage(self, presenter: VectorPresenter, canvas: Canvas, framing: Framing | None) -> Stage:
        asked = (presenter, canvas, framing)
        if asked not in self._stages:
            self._stages[asked] = self._drawings.stage(*asked)
        return self._stages[asked]

    def _base(self, number: int) -> Painter:
        scene = self._composition.scenes[number]
        if isinstance(scene, EndCard):
            card = from_rgb(load_picture(self._drawings.end_card(scene, self._canvas)))
            return CardPainter(card, min(self.frames(number), int(ENTRANCE * self._canvas.fps)))
        if isinstance(scene, PresenterScene):
            return self._presenter(number, scene.presenter, self._canvas, scene.framing)
        if isinstance(scene, ScreenScene | TitleScene):
            return self._set(number, scene).painter()
        if scene.picture.media_type.startswith(FILM):
            return FilmPainter(self._stock.films[scene.picture.sha256, self._canvas], 0)
        return PicturePainter(self._picture(number, scene), scene.camera, self.frames(number))

    def _set(self, number: int, scene: ScreenScene | TitleScene) -> ScreenSet | TitleSet:
        found = self._sets.get(number)
        if found is None:
            found = self._sets[number] = set_for(scene, self._canvas, self._stock.files, self._grounds)
        return found

    def _picture(self, number: int, scene: PictureScene) -> Planes:
        found = self._pictures.get(number)
        if found is None:
            zoom = max(scene.camera.start.zoom, scene.camera.end.zoom)
            pixels = load_picture(self._stock.files[scene.picture.sha256])
            found = self._pictures[number] = fitted(pixels, self._canvas, scene.fit, zoom)
        return found

    def _presenter(
        self, number: int, presenter: Presenter, canvas: Canvas, framing: Framing | None
    ) -> Painter:
        if isinstance(presenter, FilmedPresenter):
            begin = self._composition.scenes[number].span.start - presenter.starts
            first = max(0, int(begin * canvas.fps))
            return FilmPainter(self._stock.films[presenter.film.sha256, canvas], first)
        return PresenterPainter(self.stage(presenter, canvas, framing), self.acting(number))

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
        painter.paint(self.frames(number) - 1, canvas)
        return canvas


def _stays(inset: Inset | None) -> bool:
    """Whether the inset stood there already, so that only the picture behind it changes."""
    return inset is not None and inset.animation is InsetAnimation.NONE


def _label_of(scene: Scene) -> Label | None:
    return None if isinstance(scene, EndCard | TitleScene) else scene.label


def _inset_canvas(inset: Inset, canvas: Canvas) -> Canvas:
    box = inset_box(canvas, inset.position, inset.size)
    return Canvas(box.width, box.height, canvas.fps)
