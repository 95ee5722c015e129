"""What a talking-actor video is asked to be, and what it was found to cost."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from pydantic.dataclasses import dataclass as checked

from reelhouse.core.actors.types import Actor
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.kit.money import MicroDollars
from reelhouse.media.composition import Aspect


class CaptionStyle(StrEnum):
    HORMOZI = "hormozi"
    MINIMAL = "minimal"
    CLEAN = "clean"
    KARAOKE = "karaoke"


@dataclass(frozen=True, slots=True)
class VideoBrief:
    """A request as the core understands it. Exactly one of `script` and `prompt` decides what is said:
    the script, when there is one. `target_seconds` is 5, 10 or 15; `voice_speed` 0.7 to 1.5.
    """

    script: str | None = None
    prompt: str | None = None
    product_url: str | None = None
    actor_slug: str | None = None
    target_seconds: int | None = None
    style: CaptionStyle = CaptionStyle.HORMOZI
    tone: Tone | None = None
    voice_speed: float = 1.0
    music: Mood | None = None
    call_to_action: str | None = None
    aspect: Aspect = Aspect.PORTRAIT
    webhook_url: str | None = None


@dataclass(frozen=True, slots=True)
class VideoOrder:
    """A brief that passed the guards of its workspace; `max_words` is the longest script it may have."""

    workspace_id: UUID
    origin: str
    brief: VideoBrief
    actor: Actor
    max_words: int
    idempotency_key: str | None = None


@checked(frozen=True, slots=True)
class VideoPlan:
    """The stored input of a video job: all that is needed to make the file, and nothing to look up.

    `seconds` is the duration that is charged and delivered.
    """

    script: str
    generated: bool
    actor_slug: str
    seconds: int
    style: CaptionStyle
    aspect: Aspect
    voice_speed: float
    tone: Tone | None = None
    music: Mood | None = None
    call_to_action: str | None = None
    script_engine: str | None = None


@dataclass(frozen=True, slots=True)
class Pacing:
    """How a script fits its bucket. `warning` tells in one sentence what was adjusted, if anything."""

    words: int
    seconds: int
    max_words: int
    warning: str | None = None

    @property
    def words_per_second(self) -> Fraction:
        return Fraction(self.words, self.seconds)


@dataclass(frozen=True, slots=True)
class RequestedVideo:
    """The answer to a request: the job, its plan and price, and how the script fits."""

    job_id: UUID
    plan: VideoPlan
    pacing: Pacing
    price: MicroDollars
    actor: Actor
