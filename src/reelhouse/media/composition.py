"""The one document that everything which ends as a picture compiles to.

A composition is frozen, versioned and exact in time. `render/` turns it into a file and knows nothing
else; the same composition gives the same frames and the same price. Files are named by the SHA-256 of
their bytes, so that a composition means the same on every machine.
"""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Final, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.media.appearance import Appearance
from reelhouse.media.captions import CaptionStyle
from reelhouse.media.screens import Callout, Device, Glance, KineticText, Press, ScreenLayout, TitleKind
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span

VERSION: Final = 3


class Aspect(StrEnum):
    PORTRAIT = "9:16"
    LANDSCAPE = "16:9"
    SQUARE = "1:1"
    TALL = "4:5"


@dataclass(frozen=True, slots=True)
class Canvas:
    """The picture in pixels (both even, as 4:2:0 chroma wants) and its frames a second."""

    width: int
    height: int
    fps: int = 30


CANVASES: dict[Aspect, Canvas] = {
    Aspect.PORTRAIT: Canvas(1080, 1920),
    Aspect.LANDSCAPE: Canvas(1920, 1080),
    Aspect.SQUARE: Canvas(1080, 1080),
    Aspect.TALL: Canvas(1080, 1350),
}


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A file by its content."""

    sha256: str
    media_type: str


class Expression(StrEnum):
    """The resting face of a presenter; `tone` of a brief chooses it."""

    FRIENDLY = "friendly"
    ENERGETIC = "energetic"
    CALM = "calm"
    CONFIDENT = "confident"
    DRAMATIC = "dramatic"


@dataclass(frozen=True, slots=True)
class VectorPresenter:
    """A presenter that is drawn, and whose mouth follows the narration's sounds."""

    appearance: Appearance
    expression: Expression = Expression.FRIENDLY
    kind: Literal["vector"] = "vector"


@dataclass(frozen=True, slots=True)
class FilmedPresenter:
    """A presenter as a film without sound, which an engine made to the narration.

    The film begins at `starts` on the video's timeline, so that it goes on through cuts.
    """

    film: MediaRef
    starts: Fraction = Fraction(0)
    kind: Literal["filmed"] = "filmed"


Presenter = Annotated[VectorPresenter | FilmedPresenter, Field(discriminator="kind")]


class Framing(StrEnum):
    """How near the camera stands to a presenter."""

    MEDIUM = "medium"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Label:
    """A few words on a chip in the upper part of a scene, such as ``Before`` or ``1``."""

    text: str
    accent: str


class TransitionKind(StrEnum):
    DISSOLVE = "dissolve"
    SLIDE = "slide"
    WIPE = "wipe"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class Transition:
    """How a scene takes over from the last picture of the one before, within its own first `seconds`."""

    kind: TransitionKind
    seconds: Fraction


@dataclass(frozen=True, slots=True)
class View:
    """A window onto a picture: its centre in parts of the picture, and a `zoom` of 1 for all that fits."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0


@dataclass(frozen=True, slots=True)
class Camera:
    """A move over a picture, smooth from the first frame of a scene to its last."""

    start: View = View()
    end: View = View()


class Fit(StrEnum):
    """`COVER` fills the canvas and crops; `CONTAIN` shows all of a picture before its own blurred colours."""

    COVER = "cover"
    CONTAIN = "contain"


class InsetPosition(StrEnum):
    BOTTOM_CENTER = "bottom-center"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


class InsetSize(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class InsetAnimation(StrEnum):
    """How an inset comes in; `NONE` where it stood already in the scene before."""

    NONE = "none"
    SLIDE_UP = "slide-up"
    SLIDE_LEFT = "slide-left"
    SLIDE_RIGHT = "slide-right"
    FADE = "fade"
    SCALE = "scale"


class InsetFrame(StrEnum):
    NONE = "none"
    ROUNDED = "rounded"
    SHADOW = "shadow"


@dataclass(frozen=True, slots=True)
class Inset:
    """A presenter in a small picture of their own over the scene."""

    presenter: Presenter
    position: InsetPosition = InsetPosition.BOTTOM_RIGHT
    size: InsetSize = InsetSize.MEDIUM
    animation: InsetAnimation = InsetAnimation.SLIDE_UP
    frame: InsetFrame = InsetFrame.ROUNDED


@dataclass(frozen=True, slots=True)
class PresenterScene:
    """A presenter before a backdrop, speaking whatever of the narration falls into the scene."""

    span: Span
    presenter: Presenter
    framing: Framing = Framing.MEDIUM
    label: Label | None = None
    transition: Transition | None = None
    kind: Literal["presenter"] = "presenter"


@dataclass(frozen=True, slots=True)
class PictureScene:
    """A picture, or a film without its sound, that fills the canvas while the narration goes on.

    A film plays from its first frame and holds its last one.
    """

    span: Span
    picture: MediaRef
    camera: Camera = Camera()
    fit: Fit = Fit.COVER
    inset: Inset | None = None
    label: Label | None = None
    transition: Transition | None = None
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class EndCard:
    """A closing card with a call to action, in the presenter's accent colour."""

    span: Span
    text: str
    accent: str
    kind: Literal["end_card"] = "end_card"


@dataclass(frozen=True, slots=True)
class Livery:
    """How a brand looks: `ground` flows into `ground_end` behind everything, `ink` is written on it.

    Colours are ``#rrggbb``; `font` is the family of a shipped font.
    """

    ground: str
    ground_end: str
    accent: str
    ink: str
    font: str
    logo: MediaRef | None = None


@dataclass(frozen=True, slots=True)
class ScreenScene:
    """A screenshot in a device before a brand's ground. Times within it are counted from its start."""

    span: Span
    screen: MediaRef
    device: Device
    layout: ScreenLayout
    livery: Livery
    glances: tuple[Glance, ...] = ()
    presses: tuple[Press, ...] = ()
    callouts: tuple[Callout, ...] = ()
    kinetic: KineticText | None = None
    label: Label | None = None
    transition: Transition | None = None
    kind: Literal["screen"] = "screen"


@dataclass(frozen=True, slots=True)
class TitleScene:
    """Words on a brand's ground; `small` stands over or under them."""

    span: Span
    text: str
    livery: Livery
    title: TitleKind = TitleKind.STATEMENT
    small: str = ""
    transition: Transition | None = None
    kind: Literal["title"] = "title"


Scene = Annotated[
    PresenterScene | PictureScene | ScreenScene | TitleScene | EndCard, Field(discriminator="kind")
]


@dataclass(frozen=True, slots=True)
class Narration:
    """A recording (mono PCM WAV) that starts at `offset`; `timing` is counted from its first sample.

    `language` is its BCP-47 tag.
    """

    audio: MediaRef
    offset: Fraction
    timing: Timing
    language: str = "en-us"


@dataclass(frozen=True, slots=True)
class Captions:
    """Word captions of the narration, with the whole of their style: a composition looks nothing up."""

    style: CaptionStyle


@dataclass(frozen=True, slots=True)
class Music:
    """A bed under the voice (PCM WAV as long as the video), ducked while somebody speaks."""

    audio: MediaRef


@dataclass(frozen=True, slots=True)
class Composition:
    """Scenes follow each other without gap or overlap from 0 to the end, on frame borders."""

    canvas: Canvas
    scenes: tuple[Scene, ...]
    narration: Narration
    captions: Captions | None = None
    music: Music | None = None
    title: str = ""
    version: Literal[3] = VERSION

    def __post_init__(self) -> None:
        at = Fraction(0)
        for scene in self.scenes:
            if scene.span.start != at:
                raise ValueError(
                    f"a scene starts at {scene.span.start}s, not at {at}s where the last one ended"
                )
            if (scene.span.end * self.canvas.fps).denominator != 1:
                raise ValueError(f"a scene ends at {scene.span.end}s, which is not on a frame border")
            at = scene.span.end
        if at == 0:
            raise ValueError("a composition needs at least one frame")

    @property
    def duration(self) -> Fraction:
        return self.scenes[-1].span.end

    @property
    def media(self) -> tuple[MediaRef, ...]:
        """Every file that the composition needs, each once."""
        refs = [self.narration.audio, *([self.music.audio] if self.music else [])]
        for scene in self.scenes:
            refs += media_of(scene)
        return tuple(dict.fromkeys(refs))

    @property
    def frames(self) -> int:
        return int(self.duration * self.canvas.fps)


def media_of(scene: Scene) -> list[MediaRef]:
    """Every file that one scene needs."""
    if isinstance(scene, ScreenScene | TitleScene):
        shown = [scene.screen] if isinstance(scene, ScreenScene) else []
        return [*shown, scene.livery.logo] if scene.livery.logo else shown
    refs = [scene.picture] if isinstance(scene, PictureScene) else []
    presenter = presenter_of(scene)
    return [*refs, presenter.film] if isinstance(presenter, FilmedPresenter) else refs


def presenter_of(scene: Scene) -> Presenter | None:
    """Who is seen in a scene, in full or in its inset."""
    if isinstance(scene, PresenterScene):
        return scene.presenter
    if isinstance(scene, PictureScene) and scene.inset is not None:
        return scene.inset.presenter
    return None


COMPOSITIONS: TypeAdapter[Composition] = TypeAdapter(Composition)


def composition_to_json(composition: Composition) -> bytes:
    """Canonical bytes: equal compositions give equal bytes, so their hash names the plan."""
    return COMPOSITIONS.dump_json(composition)


def composition_from_json(document: bytes) -> Composition:
    return COMPOSITIONS.validate_json(document)
