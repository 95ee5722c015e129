"""What goes into speech, annotations, songs and effects."""

# ruff: noqa: N815 - the names are the vendor's

from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StrictInt, StrictStr

from reelhouse.dialects.killatamata.jobs.inputs.fields import (
    LONGEST_PROMPT,
    SEEDED,
    WHOLE,
    Address,
    Message,
    Prompt,
    Real,
    Seed,
    either,
    optional,
    quality,
)
from reelhouse.dialects.killatamata.jobs.inputs.media import Sound

LONGEST_LYRICS = 20_000
SPEECH_KBPS, SONG_KBPS, SOUND_KBPS = 128, 192, 128
REFERENCE_SECONDS = 10.0
CLONE_TOKENS, SOUND_TOKENS = 384, 1024
HIGH_QUALITY_SECONDS = Fraction(108)
LANGUAGE, DEVICE = "en", "auto"

CLONING: dict[str, Any] = {
    "if": {"properties": {"mode": {"const": "voice_clone"}}, "required": ["mode"]},
    "then": {"required": ["referenceTranscript"], **either("referenceAudioUrl", "referenceAudio")},
    "else": {"required": ["voiceDescription"]},
}


class SpeakInput(Message):
    """A text in a voice that is described, or in the voice of a reference."""

    model_config = ConfigDict(json_schema_extra=CLONING)

    mode: Literal["default", "voice_clone"] | None = optional(
        "default speaks as voiceDescription says, voice_clone as the reference does.", "default"
    )
    text: StrictStr = Field(
        min_length=40, max_length=600, pattern=r"\w", description="What is said, in English."
    )
    voiceDescription: StrictStr | None = optional(
        "Who speaks and how; needed outside voice_clone.", min_length=20, max_length=240
    )
    language: Literal["English", "en"] | None = optional("English only.", "English")
    quality: StrictStr | None = quality(SPEECH_KBPS)
    seed: Seed | None = optional(SEEDED)
    referenceAudioUrl: Address | None = optional(
        "A sample of 3 to 6 s, never more than 10 s, of the voice to clone; only with voice_clone."
    )
    referenceAudio: Sound | None = optional("As referenceAudioUrl, also in the request itself.")
    referenceTranscript: StrictStr | None = optional(
        "What is said in the sample; needed with voice_clone.", min_length=1, max_length=600
    )
    referenceAudioMaxSeconds: Annotated[Real, Field(gt=0, le=10)] | None = optional(
        "How much of the sample is used.", REFERENCE_SECONDS
    )
    maxNewTokens: Annotated[StrictInt, Field(ge=1, le=8192), WHOLE] | None = optional(
        f"Bound of what the voice may say; {CLONE_TOKENS} with voice_clone when left out."
    )


class AnnotationInput(Message):
    """A recording, to words with times, sections, beats and figures on their quality, as JSON."""

    model_config = ConfigDict(json_schema_extra=either("sourceAudioUrl", "sourceAudio"))

    sourceAudioUrl: Address | None = optional("The recording; needed here or as sourceAudio.")
    sourceAudio: Sound | None = optional("The recording, as an address or in the request itself.")
    transcript: StrictStr | None = optional(
        "What is said or sung, in lines, sections marked as [Verse]; strongly recommended.",
        max_length=LONGEST_LYRICS,
    )
    language: StrictStr | None = optional("Code of the language, such as en.", LANGUAGE, max_length=20)
    transcriptionModel: StrictStr | None = optional(
        "Name of a model, where the engine has several; others ignore it.",
        max_length=100,
        examples=["distil-large-v3"],
    )
    device: StrictStr | None = optional("Where the model runs; others ignore it.", DEVICE, max_length=20)


class SongInput(Message):
    """A piece of music, sung where lyrics are given."""

    model_config = ConfigDict(json_schema_extra=either("durationSeconds", "qualityPreset"))

    tags: StrictStr = Field(
        min_length=1,
        max_length=LONGEST_PROMPT,
        pattern=r"\S",
        description="Genre, tempo, key, instruments and mood, separated by commas.",
    )
    lyrics: StrictStr | None = optional(
        "Lines, with sections marked as [Verse]; instrumental when left out.", max_length=LONGEST_LYRICS
    )
    qualityPreset: Literal["high_quality"] | None = optional(
        f"high_quality is {float(HIGH_QUALITY_SECONDS):g} s at {SONG_KBPS}k with richer settings; "
        "fields that are given win."
    )
    durationSeconds: Annotated[Real, Field(ge=15, le=240)] | None = optional(
        "Exact length; needed without a qualityPreset.", examples=[30]
    )
    quality: StrictStr | None = quality(SONG_KBPS)
    language: StrictStr | None = optional("Code of the language of the lyrics.", LANGUAGE, max_length=20)
    seed: Seed | None = optional(SEEDED)


class SoundInput(Message):
    """A sound effect."""

    prompt: Prompt = Field(description="What is heard.")
    durationSeconds: Annotated[Real, Field(ge=1, le=30)] = Field(description="Exact length.")
    quality: StrictStr | None = quality(SOUND_KBPS)
    topK: Annotated[StrictInt, Field(ge=1, le=1000), WHOLE] | None = optional("Variety of the sound.")
    maxNewTokens: Annotated[StrictInt, Field(ge=0, le=16_384), WHOLE] | None = optional(
        "Bound of the work; it is part of the price.", SOUND_TOKENS
    )
    seed: Seed | None = optional(SEEDED)
