"""What the file of one scene is held to: facts of its pictures, and where to look for words and lips.

Frames are counted from the start of the scene, and boxes are in pixels of the canvas. The renderer, which
knows where it painted what, fills them in; the examiner looks whether it is so.
"""

from dataclasses import dataclass

from reelhouse.media.composition import (
    Canvas,
    Livery,
    PictureScene,
    PresenterScene,
    Scene,
    ScreenScene,
    TitleScene,
)
from reelhouse.media.contrast import luminance
from reelhouse.media.screens import ScreenLayout
from reelhouse.render.presenter.types import Box

NEARLY_BLACK = 0.005
"""The luminance (WCAG 2.2) of a colour that an examiner takes for black, and a little more."""


@dataclass(frozen=True, slots=True)
class CaptionExpectation:
    """Another word becomes the active one at `frame`, and whatever is in `box` (the word's) looks new."""

    frame: int
    box: Box


@dataclass(frozen=True, slots=True)
class MouthExpectation:
    """The mouth of a presenter: where it is, and how far it is open.

    `box` holds lips and jaw of frame 0. `moves` says for each frame by how many pixels it has moved to the
    right and down, and is empty when it stays where it is. `openness` is 0 for closed lips and 1 for the
    widest mouth, one value a frame, as painted. Before frame `first` nothing is looked at: another picture
    is still leaving then.
    """

    box: Box
    openness: tuple[float, ...]
    moves: tuple[tuple[int, int], ...] = ()
    first: int = 0


@dataclass(frozen=True, slots=True)
class SceneExpectation:
    """All that the file of a scene promises.

    `may_freeze` and `may_be_black` say what was asked for: a still picture may stand, and somebody's own
    picture may be black. In an `anchored` file only B pictures are built upon B pictures, so that those
    between two others can be left out together.
    """

    canvas: Canvas
    frames: int
    may_freeze: bool = False
    may_be_black: bool = False
    anchored: bool = False
    captions: tuple[CaptionExpectation, ...] = ()
    mouth: MouthExpectation | None = None


def expectation_of(
    scene: Scene,
    canvas: Canvas,
    *,
    captions: tuple[CaptionExpectation, ...] = (),
    mouth: MouthExpectation | None = None,
) -> SceneExpectation:
    """Hold a scene to what its kind promises: only a presenter in full size has to move.

    A picture, a film of somebody, a screenshot, a title or an end card may stand still. What is ours of these
    may not be black, but before a ground that somebody chose to be.
    """
    return SceneExpectation(
        canvas=canvas,
        frames=int(scene.span.duration * canvas.fps),
        may_freeze=not isinstance(scene, PresenterScene),
        may_be_black=_may_be_black(scene),
        captions=captions,
        mouth=mouth,
    )


def _may_be_black(scene: Scene) -> bool:
    """Where somebody's own picture fills the canvas, or may when a camera goes near, or their ground does."""
    if isinstance(scene, ScreenScene):
        fills = scene.layout is ScreenLayout.FULL_BLEED or bool(scene.glances)
        return fills or _is_black(scene.livery)
    return isinstance(scene, PictureScene) or (isinstance(scene, TitleScene) and _is_black(scene.livery))


def _is_black(livery: Livery) -> bool:
    return max(luminance(livery.ground), luminance(livery.ground_end)) < NEARLY_BLACK
