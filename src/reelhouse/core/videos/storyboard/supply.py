"""Which picture comes next: those that the caller gave, in their order, and then drawn ones."""

from collections.abc import Sequence

from reelhouse.core.videos.pictures.orders import DrawnPicture, GivenPicture, PictureOrder
from reelhouse.core.videos.storyboard.phrases import Stretch, bare, phrases_of, sentences_of
from reelhouse.core.videos.storyboard.picturable import picturable
from reelhouse.core.videos.storyboard.shots import OnPicture
from reelhouse.core.videos.types import VideoPlan
from reelhouse.media.composition import Fit

LEADING = frozenset(
    [
        "first",
        "second",
        "third",
        "finally",
        "lastly",
        "next",
        "and",
        "but",
        "or",
        "so",
        "because",
        "then",
        "now",
        "well",
        "that",
        "which",
    ]
)
WORTH_DRAWING = 1.0
LONGEST_PROMPT = 300


class Supply:
    """Hands out the pictures of one plan. `words` are what is said."""

    def __init__(self, plan: VideoPlan, words: Sequence[str]) -> None:
        self._plan = plan
        self._words = words
        self._given = [
            GivenPicture(url, f"broll_images[{number}]") for number, url in enumerate(plan.broll_images)
        ]
        self._next = 0
        self._product_was_shown = False

    @property
    def left(self) -> int:
        """How many given images have not been shown yet."""
        return max(0, len(self._given) - self._next)

    @property
    def has_product(self) -> bool:
        return self._plan.product_image_url is not None

    @property
    def may_draw(self) -> bool:
        return self._plan.broll is not False

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the caller gave in vain."""
        told = []
        if self.left:
            unused = ", ".join(picture.field for picture in self._given[self._next :])
            told.append(f"There was no room for {unused} in {self._plan.seconds} s.")
        if self.has_product and not self._product_was_shown:
            told.append("There was no room for the product image.")
        return tuple(told)

    def picture(self, stretch: Stretch, *, again: bool = False, setting: str = "") -> PictureOrder:
        """The next given image, and after the last one a drawn picture of what is said.

        `again` shows given images in turns instead of drawing. `setting` is where a drawn one plays.
        """
        if self.left or (again and self._given):
            order = self._given[self._next % len(self._given)]
            self._next += 1
            return order
        said = self._prompt(stretch)
        return DrawnPicture(f"{setting}, {said}" if setting else said)

    def product(self, stretch: Stretch, *, with_presenter: bool = False, setting: str = "") -> OnPicture:
        """The product as a whole when there is an image of it, else a picture of what is said."""
        url = self._plan.product_image_url
        if url is None:
            return OnPicture(self.picture(stretch, setting=setting), with_presenter=with_presenter)
        self._product_was_shown = True
        order = GivenPicture(url, "product_image_url")
        return OnPicture(order, Fit.CONTAIN, with_presenter=with_presenter)

    def drawn(self, prompt: str, field: str) -> PictureOrder:
        """What the caller described."""
        return DrawnPicture(" ".join(prompt.split()), field)

    def _prompt(self, stretch: Stretch) -> str:
        """The phrase itself; where there is nothing to see in it, the sentence around it and the subject."""
        words, stretch = self._in_the_original(stretch)
        within = [one for one in phrases_of(words) if stretch.first <= one.first and one.end <= stretch.end]
        if len(within) > 1:
            stretch = max(within, key=lambda one: picturable(words, one))
        if picturable(words, stretch) < WORTH_DRAWING:
            stretch = next(
                (one for one in sentences_of(words) if one.first <= stretch.first < one.end), stretch
            )
        said = _cleaned(words[stretch.first : stretch.end])
        subject = self._plan.subject
        if subject and picturable(words, stretch) < WORTH_DRAWING:
            said = f"{said}, {subject}"
        return said[:LONGEST_PROMPT]

    def _in_the_original(self, stretch: Stretch) -> tuple[Sequence[str], Stretch]:
        """The words before their translation, at about the same place: engines draw best what they read."""
        if self._plan.original is None:
            return self._words, stretch
        words = self._plan.original.split()
        middle = (stretch.first + stretch.end) / 2 / max(1, len(self._words)) * len(words)
        return words, next((one for one in phrases_of(words) if one.end > middle), Stretch(0, len(words)))


def _cleaned(words: Sequence[str]) -> str:
    words = list(words)
    while len(words) > 1 and bare(words[0]) in LEADING:
        words.pop(0)
    return " ".join(words).strip(" ,;:.—–-") or " ".join(words)
