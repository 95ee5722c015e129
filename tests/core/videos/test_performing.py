"""A presenter who is filmed by an engine instead of drawn."""

import io
import wave
from fractions import Fraction
from pathlib import Path

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.videos.materials import Recording
from reelhouse.core.videos.narration import LEAD_IN
from reelhouse.core.videos.performing import Filming, framed_sound
from reelhouse.core.videos.types import VideoPlan
from reelhouse.engines.presenter.fake import FakePresenter
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect
from reelhouse.media.speech import Timing
from reelhouse.render.captions.styles import caption_style

RATE = 8_000
PLAN = VideoPlan(
    script="Hello there.",
    generated=False,
    actor_slug="emma",
    seconds=5,
    style=caption_style("hormozi"),
    aspect=Aspect.SQUARE,
    voice_speed=1.0,
    tone=Tone.CALM,
)


def wav(seconds: float) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"\1\1" * int(RATE * seconds))
    return file.getvalue()


def test_the_sound_has_the_silence_that_it_has_in_the_video() -> None:
    with wave.open(io.BytesIO(framed_sound(wav(1), Fraction(5)))) as framed:
        pcm = framed.readframes(framed.getnframes())

    begins = 2 * int(LEAD_IN * RATE)
    assert len(pcm) == 2 * 5 * RATE
    assert pcm[:begins].strip(b"\0") == b""
    assert pcm[begins : begins + 2 * RATE] == b"\1\1" * RATE
    assert pcm[begins + 2 * RATE :].strip(b"\0") == b""


async def test_an_engine_films_the_actor_for_as_long_as_the_video_lasts(tmp_path: Path) -> None:
    audio = tmp_path / "narration.wav"
    audio.write_bytes(wav(1))
    recording = Recording("a" * 64, Timing((), (), Fraction(1)), "fake")
    engine = FakePresenter()

    performance, path = await Filming(PLAN, Actors(LIBRARY).get("emma"), recording).film(
        engine, audio, tmp_path
    )
    again, _ = await Filming(PLAN, Actors(LIBRARY).get("emma"), recording).film(engine, audio, tmp_path)

    first, second = engine.requests
    assert first == second
    assert (first.seconds, first.width, first.height, first.fps) == (Fraction(5), 1080, 1080, 30)
    assert first.portrait.startswith(b"\x89PNG")
    assert first.prompt is not None
    assert path.is_file()
    assert performance.engine == "fake"
    assert performance.film == again.film
