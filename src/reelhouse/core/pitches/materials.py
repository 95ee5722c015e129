"""What a pitch is made of, as it is kept between the steps of its job."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass as checked

from reelhouse.core.videos.materials import Recording
from reelhouse.media.composition import MediaRef


@checked(frozen=True, slots=True)
class GatheredPitch:
    """A logo and a caller's own music by content, where the plan has them; screenshots are known before."""

    logo: MediaRef | None = None
    music: MediaRef | None = None


GATHERED: TypeAdapter[GatheredPitch] = TypeAdapter(GatheredPitch)


@dataclass(frozen=True, slots=True)
class PitchMaterials:
    """All that is at hand on this machine: plain pictures of the screenshots, and files by their hash.

    `recording` is None where nothing is ever heard, as in a carousel.
    """

    screens: Mapping[UUID, Path]
    files: Mapping[str, Path]
    gathered: GatheredPitch
    recording: Recording | None = None
