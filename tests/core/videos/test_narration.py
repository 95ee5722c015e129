import pytest

from reelhouse.core.videos.errors import NarrationDoesNotFit
from reelhouse.core.videos.narration import FASTEST, SLOWEST_UNASKED, narrate, room_for_speech
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.speech.fake import FakeSpeech
from reelhouse.engines.speech.types import Voice, VoiceGender
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect
from reelhouse.render.captions.styles import caption_style

VOICE = Voice("voice", VoiceGender.FEMALE, "f3")


def plan_of(
    words: int, seconds: int, *, speed: float = 1.0, card: str | None = None, tone: Tone | None = None
) -> VideoPlan:
    return VideoPlan(
        script=" ".join(["word"] * words),
        generated=False,
        actor_slug="emma",
        seconds=seconds,
        style=caption_style("hormozi"),
        aspect=Aspect.PORTRAIT,
        voice_speed=speed,
        tone=tone,
        call_to_action=card,
    )


@pytest.mark.parametrize("card", [None, "Try it today"])
@pytest.mark.parametrize(("words", "seconds"), [(12, 5), (25, 10), (37, 15)])
async def test_the_fullest_script_fits_its_video(words: int, seconds: int, card: str | None) -> None:
    plan = plan_of(words, seconds, card=card)

    speech = await narrate(plan, VOICE, FakeSpeech())

    assert speech.timing.duration <= room_for_speech(plan)


async def test_a_voice_that_was_asked_to_be_slow_stays_slow_while_it_fits() -> None:
    engine = FakeSpeech()

    await narrate(plan_of(10, 10, speed=0.7), VOICE, engine)

    assert [request.speed for request in engine.requests] == [0.7]


async def test_a_short_script_is_said_a_little_slower_and_no_more() -> None:
    engine = FakeSpeech()

    await narrate(plan_of(9, 15), VOICE, engine)

    assert engine.requests[-1].speed == pytest.approx(SLOWEST_UNASKED)


async def test_a_tone_changes_pace_and_pitch() -> None:
    engine = FakeSpeech()

    await narrate(plan_of(20, 10, tone=Tone.ENERGETIC), VOICE, engine)

    assert engine.requests[0].speed > 1
    assert engine.requests[0].pitch_shift > 0


async def test_what_cannot_be_said_in_time_is_refused_with_both_durations() -> None:
    with pytest.raises(NarrationDoesNotFit) as refusal:
        await narrate(plan_of(60, 5), VOICE, FakeSpeech())

    assert refusal.value.needed > refusal.value.available
    assert refusal.value.needed == pytest.approx(60 * 0.4 / FASTEST, rel=0.05)
