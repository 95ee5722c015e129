"""What a pitch is about: a project with features, the screenshots that show them, and what was seen there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.media.composition import MediaRef
from reelhouse.media.screens import Area, Share


class ScreenKind(StrEnum):
    """What a screenshot was taken of. A page is taller than any screen: it was scrolled."""

    PHONE = "phone"
    TABLET = "tablet"
    DESKTOP = "desktop"
    PAGE = "page"


@checked(frozen=True, slots=True)
class TextRegion:
    """A line or a block of text, and its words where somebody could read them; else they are empty."""

    area: Area
    words: str = ""


@checked(frozen=True, slots=True)
class Spot:
    """Where the eye goes; `weight` is 1 for the strongest one of a picture."""

    area: Area
    weight: Share


@checked(frozen=True, slots=True)
class Seen:
    """What is known of an uploaded screenshot: facts of its file, and what was found by looking at it.

    `width` and `height` in pixels; `colours` (``#rrggbb``) begin with the ground, then those that stand out.
    `reader` is the engine that read the words, empty when none did.
    """

    sha256: str
    media_type: str
    width: int
    height: int
    kind: ScreenKind
    regions: tuple[TextRegion, ...] = ()
    spots: tuple[Spot, ...] = ()
    colours: tuple[str, ...] = ()
    reader: str = ""

    @property
    def ref(self) -> MediaRef:
        return MediaRef(self.sha256, self.media_type)

    @property
    def words(self) -> str:
        return " ".join(region.words for region in self.regions if region.words)


SEEN: TypeAdapter[Seen] = TypeAdapter(Seen)


@dataclass(frozen=True, slots=True)
class AnnouncedScreenshot:
    """What a caller says about a file that will be uploaded. `size` in bytes."""

    media_type: str
    size: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class AnnouncedFeature:
    """One feature directory: its name, and the screenshots in it."""

    name: str
    screenshots: tuple[AnnouncedScreenshot, ...]


@dataclass(frozen=True, slots=True)
class Screenshot:
    """One screenshot of a project; `feature` is None for a loose one, `seen` until it was looked at."""

    screenshot_id: UUID
    project_id: UUID
    feature: str | None
    announced: AnnouncedScreenshot
    object_name: str
    seen: Seen | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """A screenshot as the director knows it: one that was uploaded and looked at."""

    screenshot_id: UUID
    seen: Seen


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature with what shows it, in the order of the upload; `missing` were announced and never came."""

    name: str
    screens: tuple[Shown, ...] = ()
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """All that a director is told of a project; `loose` screenshots belong to no feature."""

    name: str
    goal: str
    features: tuple[Feature, ...] = ()
    loose: tuple[Shown, ...] = ()
    missing: int = 0

    @property
    def screens(self) -> tuple[Shown, ...]:
        """Every screenshot, in the order of the features, loose ones last."""
        return (*(shown for feature in self.features for shown in feature.screens), *self.loose)
