"""What is seen while words are said: shots by word numbers, before anybody knows when a word is heard."""

from dataclasses import dataclass

from reelhouse.core.videos.pictures.orders import PictureOrder
from reelhouse.media.composition import Fit, Framing, TransitionKind


@dataclass(frozen=True, slots=True)
class OnPresenter:
    framing: Framing = Framing.MEDIUM


@dataclass(frozen=True, slots=True)
class OnPicture:
    """A picture that fills the canvas; `with_presenter` shows the presenter in a small one over it."""

    order: PictureOrder
    fit: Fit = Fit.COVER
    with_presenter: bool = False


Visual = OnPresenter | OnPicture


@dataclass(frozen=True, slots=True)
class Shot:
    """The words from `first` up to, not including, `end`, and what is seen meanwhile.

    `transition` is how it takes over from the shot before; None is a hard cut.
    """

    first: int
    end: int
    visual: Visual
    label: str | None = None
    transition: TransitionKind | None = None
