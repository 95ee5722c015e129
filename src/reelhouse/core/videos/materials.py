"""What a video is made of, as it is kept between the steps of its job: files by content, and facts."""

from collections.abc import Mapping
from dataclasses import field

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.media.composition import MediaRef
from reelhouse.media.speech import Timing

WAV = "audio/wav"
PNG = "image/png"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pictures of a video by the key of their order, who drew them, and what should be told of them."""

    pictures: Mapping[str, MediaRef] = field(default_factory=dict)
    engine: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recording:
    """A narration: its WAV file by content, and its times."""

    sha256: str
    timing: Timing
    engine: str

    @property
    def ref(self) -> MediaRef:
        return MediaRef(self.sha256, WAV)


@dataclass(frozen=True, slots=True)
class Performance:
    """A film of the presenter, without sound, that an engine made to the narration."""

    film: MediaRef
    engine: str


NOTHING_GATHERED = Gathered()

GATHERINGS: TypeAdapter[Gathered] = TypeAdapter(Gathered)
RECORDINGS: TypeAdapter[Recording] = TypeAdapter(Recording)
PERFORMANCES: TypeAdapter[Performance | None] = TypeAdapter(Performance | None)
