"""How an actor of the library is written down. A slug, its id and its voice id never change."""

from uuid import UUID, uuid5

from reelhouse.core.actors.types import Actor, Gender
from reelhouse.engines.speech.types import Voice, VoiceGender
from reelhouse.media.appearance import Appearance

NAMESPACE = UUID("8b1c6a52-0d5e-5e0c-9f3b-6a0f5d1c7e21")

YOUNG_ADULT = "Young Adult"
PROFESSIONAL = "Professional"
STUDENT = "Student"
PARENT = "Parent"
CREATIVE = "Creative"
SENIOR = "Senior"


def _voice(
    slug: str, gender: Gender, timbre: str, pitch: int, pitch_range: int = 50, pace: float = 1.0
) -> Voice:
    return Voice(f"reel-{slug}", VoiceGender(gender.value), timbre, pitch, pitch_range, pace)


def cast(
    name: str,
    gender: Gender,
    age_range: str,
    actor_type: str,
    voice: tuple[str, int, int, float],
    appearance: Appearance,
) -> Actor:
    slug = name.lower()
    return Actor(
        actor_id=uuid5(NAMESPACE, slug),
        slug=slug,
        name=name,
        gender=gender,
        age_range=age_range,
        actor_type=actor_type,
        voice=_voice(slug, gender, *voice),
        appearance=appearance,
    )
