"""What a talking-actor video is asked to be, and what it was found to cost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator
from pydantic.dataclasses import dataclass as checked

from reelhouse.core.actors.types import Actor
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.kit.money import MicroDollars
from reelhouse.media.captions import CaptionStyle
from reelhouse.media.composition import Aspect, InsetAnimation, InsetFrame, InsetPosition, InsetSize
from reelhouse.render.captions.styles import caption_style

STYLE = "hormozi"
LANGUAGE = "en-us"
"""In which a script is spoken when nothing else is known."""


class SceneKind(StrEnum):
    TALKING = "talking"
    BROLL = "broll"


class Template(StrEnum):
    MONOLOGUE = "monologue"
    TESTIMONIAL = "testimonial"
    PRODUCT_REVIEW = "product-review"
    PROBLEM_SOLUTION = "problem-solution"
    SAAS_REVIEW = "saas-review"
    BEFORE_AFTER = "before-after"
    LISTICLE = "listicle"
    PRODUCT_DEMO = "product-demo"


@checked(frozen=True, slots=True)
class SceneBrief:
    """A scene by hand. What is seen follows from `kind`, and without it from whether a picture is named."""

    text: str
    kind: SceneKind | None = None
    visual_prompt: str | None = None
    image_url: str | None = None


@checked(frozen=True, slots=True)
class PictureInPicture:
    """The presenter in a small picture over pictures that fill the canvas."""

    position: InsetPosition = InsetPosition.BOTTOM_RIGHT
    size: InsetSize = InsetSize.MEDIUM
    animation: InsetAnimation = InsetAnimation.SLIDE_UP
    frame: InsetFrame = InsetFrame.ROUNDED


@dataclass(frozen=True, slots=True)
class VideoBrief:
    """A request as the core understands it.

    `scenes` are said when there are any, else the `script`, else what is written about `prompt`.
    `target_seconds` is 5, 10 or 15; `voice_speed` 0.7 to 1.5. `style` names a caption style of the
    workspace. `broll` asks for cutaways, forbids drawn pictures when it is False, and leaves them to the
    template when it is None; `broll_model` names an engine that the settings may know.
    """

    script: str | None = None
    prompt: str | None = None
    product_url: str | None = None
    actor_slug: str | None = None
    target_seconds: int | None = None
    style: str = STYLE
    tone: Tone | None = None
    voice_speed: float = 1.0
    music: Mood | None = None
    call_to_action: str | None = None
    aspect: Aspect = Aspect.PORTRAIT
    webhook_url: str | None = None
    scenes: tuple[SceneBrief, ...] = ()
    template: Template | None = None
    broll: bool | None = None
    broll_model: str | None = None
    broll_images: tuple[str, ...] = ()
    product_image_url: str | None = None
    dub_language: str | None = None
    pip: PictureInPicture | None = None

    @property
    def narration(self) -> str | None:
        """What the caller wants said, word for word; None when it is to be written."""
        if self.scenes:
            return " ".join(" ".join(scene.text.split()) for scene in self.scenes)
        return self.script

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that this house would have to visit."""
        named = (self.product_url, self.webhook_url, self.product_image_url, *self.broll_images)
        scenes = (scene.image_url for scene in self.scenes)
        return tuple(address for address in (*named, *scenes) if address)


@dataclass(frozen=True, slots=True)
class VideoOrder:
    """A brief that passed the guards of its workspace; `max_words` is the longest script it may have."""

    workspace_id: UUID
    origin: str
    brief: VideoBrief
    actor: Actor
    style: CaptionStyle
    max_words: int
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a video in the language in which they are spoken, and the engines that found them.

    `scenes` say the same as `script`. `original` is the script before its translation; `labels` has the
    words on labels in that language.
    """

    script: str
    script_engine: str | None = None
    scenes: tuple[SceneBrief, ...] = ()
    language: str = LANGUAGE
    original: str | None = None
    translation_engine: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


def _named(style: object) -> object:
    """An older plan holds no more than the name of a builtin style."""
    return caption_style(style) if isinstance(style, str) else style


@checked(frozen=True, slots=True)
class VideoPlan:
    """The stored input of a video job: all that is needed to make the file, and nothing to look up.

    `seconds` is the duration that is charged and delivered. Every field that came later has a default, so
    that plans of older houses load.
    """

    script: str
    generated: bool
    actor_slug: str
    seconds: int
    style: Annotated[CaptionStyle, BeforeValidator(_named)]
    aspect: Aspect
    voice_speed: float
    tone: Tone | None = None
    music: Mood | None = None
    call_to_action: str | None = None
    script_engine: str | None = None
    scenes: tuple[SceneBrief, ...] = ()
    template: Template | None = None
    broll: bool | None = None
    broll_model: str | None = None
    broll_images: tuple[str, ...] = ()
    product_image_url: str | None = None
    pip: PictureInPicture | None = None
    language: str = LANGUAGE
    subject: str | None = None
    original: str | None = None
    translation_engine: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)


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
