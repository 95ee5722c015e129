"""What a vendor needs to know of a description, beside the description itself."""

import re

from reelhouse.engines.speech.types import VoiceGender

FEMALE = re.compile(
    r"\b(wom[ae]n|female|feminine|girl|lady|(?:grand)?mother|aunt|sister|queen|she|her|soprano|alto)\b",
    re.IGNORECASE,
)
MALE = re.compile(
    r"\b(m[ae]n|male|masculine|boy|guy|gentleman|(?:grand)?father|uncle|brother|king|he|his|baritone|bass)\b",
    re.IGNORECASE,
)

LANGUAGES = {
    "zh": "Chinese",
    "cmn": "Chinese",
    "en": "English",
    "ja": "Japanese",
    "ko": "Korean",
    "de": "German",
    "fr": "French",
    "ru": "Russian",
    "pt": "Portuguese",
    "es": "Spanish",
    "it": "Italian",
}
"""The languages that Qwen3-TTS speaks, by name."""


def gender_of(description: str) -> VoiceGender | None:
    """The gender that is named first; None where none is."""
    female, male = FEMALE.search(description), MALE.search(description)
    if female and (not male or female.start() < male.start()):
        return VoiceGender.FEMALE
    return VoiceGender.MALE if male else None


def language_name(code: str) -> str:
    """``English`` for ``en-us``; ``Auto`` where a model has to find out itself."""
    return LANGUAGES.get(code.lower().partition("-")[0], "Auto")
