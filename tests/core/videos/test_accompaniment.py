"""The music of a video: the caller chooses the mood, the tone how it is played."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.videos.materials import Recording
from reelhouse.core.videos.pictures.desk import ImageEngines, PictureDesk
from reelhouse.core.videos.pictures.images import UserImages
from reelhouse.core.videos.production import Materials, VideoEngines, VideoStudio
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.fake import FakeImage
from reelhouse.engines.music.fake import FakeMusic
from reelhouse.engines.music.types import Feel, Mood
from reelhouse.engines.speech.fake import FakeSpeech
from reelhouse.engines.text.types import Tone
from reelhouse.kit.safe_fetch import SafeFetch
from reelhouse.media.composition import Aspect
from reelhouse.media.speech import Timing
from reelhouse.render.captions.styles import caption_style
from reelhouse.render.settings import RenderSettings

PLAN = VideoPlan(
    script="Hello there.",
    generated=False,
    actor_slug="emma",
    seconds=5,
    style=caption_style("hormozi"),
    aspect=Aspect.SQUARE,
    voice_speed=1.0,
)
MATERIALS = Materials(Recording("a" * 64, Timing((), (), Fraction(1)), "fake"), {})
FEELS = {
    None: Feel.PLAIN,
    Tone.ENERGETIC: Feel.DRIVING,
    Tone.CALM: Feel.GENTLE,
    Tone.CONFIDENT: Feel.STEADY,
    Tone.DRAMATIC: Feel.TENSE,
}


@pytest.mark.parametrize("tone", FEELS)
@pytest.mark.parametrize("mood", [Mood.CHILL, Mood.DRAMATIC])
async def test_a_tone_changes_how_the_mood_is_played_and_never_the_mood(
    tone: Tone | None, mood: Mood, tmp_path: Path
) -> None:
    music = FakeMusic(failures=(EngineRefused("fake", "it only listens"),))
    pictures = PictureDesk(ImageEngines(FakeImage), UserImages(SafeFetch()))
    engines = VideoEngines(FakeSpeech(), music, pictures)
    studio = VideoStudio(Actors(LIBRARY), engines, RenderSettings(), tmp_path / "cache")

    with pytest.raises(EngineRefused):
        await studio.produce(replace(PLAN, tone=tone, music=mood), MATERIALS, tmp_path / "out.mp4", tmp_path)

    assert [(asked.mood, asked.feel) for asked in music.requests] == [(mood, FEELS[tone])]
