"""Saying a script so that it fits the time that was paid for."""

from dataclasses import replace
from fractions import Fraction

from reelhouse.core.videos.delivery import DELIVERIES
from reelhouse.core.videos.errors import NarrationDoesNotFit
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.speech.base import SpeechEngine
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice

LEAD_IN = Fraction(1, 5)
"""Seconds of picture before the first word: a mouth that opens on frame 0 looks like a cut."""

CLOSING = Fraction(2, 5)
"""Seconds of picture after the last word, when no card follows."""

CARD_PAUSE = Fraction(3, 10)
SHORTEST_CARD = Fraction(9, 5)

FASTEST = 2.0
SLOWEST_UNASKED = 0.9
"""Nobody asked for a slow voice: a script that is short for its video is stretched no further than this."""

TRIES = 4


def room_for_speech(plan: VideoPlan) -> Fraction:
    """Seconds between the lead-in and what has to follow the last word."""
    after = CARD_PAUSE + SHORTEST_CARD if plan.call_to_action else CLOSING
    return plan.seconds - LEAD_IN - after


async def narrate(plan: VideoPlan, voice: Voice, engine: SpeechEngine) -> Speech:
    """Speak the script as asked where it fits, quicker where it must, a little slower where it may.

    Raises `NarrationDoesNotFit`, `EngineUnavailable` or `EngineRefused`.
    """
    delivery = DELIVERIES[plan.tone]
    request = SpeechRequest(
        text=plan.script,
        voice=voice,
        language=plan.language,
        speed=plan.voice_speed * delivery.speed,
        pitch_shift=delivery.pitch_shift,
        pitch_range_shift=delivery.pitch_range_shift,
    )
    room = room_for_speech(plan)
    speech = await speak_within(request, room, engine)
    fill = float(speech.timing.duration / room)
    if fill < SLOWEST_UNASKED and plan.voice_speed == 1.0:
        return await engine.speak(replace(request, speed=request.speed * SLOWEST_UNASKED))
    return speech


async def speak_within(request: SpeechRequest, room: Fraction, engine: SpeechEngine) -> Speech:
    """Say it as asked where it fits into `room` seconds, and quicker where it must.

    Raises `NarrationDoesNotFit`, `EngineUnavailable` or `EngineRefused`.
    """
    speech = await engine.speak(request)
    for _ in range(TRIES):
        if speech.timing.duration <= room:
            return speech
        # A pause does not shrink with the pace, so ask for a little more than the ratio says.
        fill = float(speech.timing.duration / room)
        request = replace(request, speed=min(FASTEST, request.speed * fill * 1.02))
        speech = await engine.speak(request)
    raise NarrationDoesNotFit(float(speech.timing.duration), float(room))
