"""Words and lips against the finished sound: a voice that is late, stretched or another one is noticed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.render.conftest import Studio, write_wav

from reelhouse.engines.music.backends.builtin import BuiltinMusic
from reelhouse.engines.music.types import Mood, MusicRequest
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender
from reelhouse.media.composition import Composition, Music, Narration, PresenterScene
from reelhouse.media.time import Span
from reelhouse.render.cache import Cache
from reelhouse.render.checks import Check
from reelhouse.render.checks.lips import lip_findings
from reelhouse.render.checks.sound import Heard, level_findings, listen, silence_findings
from reelhouse.render.checks.words import word_time_findings
from reelhouse.render.sound import SoundMixer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reelhouse.render.ffmpeg import Ffmpeg
    from reelhouse.render.types import Finding

pytestmark = pytest.mark.anyio

SCRIPT = (
    "Stop scrolling! I lost ten kilos in twelve weeks without giving up pizza. Here is how: I walked"
    " every morning, slept eight hours, and tracked what I ate."
)
OTHER_SCRIPT = (
    "This keyboard changed how I write code. It is quiet, it is small, and the battery lasts for nine"
    " months. If you type all day, your wrists will thank you for it, seriously."
)
OFFSET = Fraction(1, 5)
LONG_REST = 600  # hundredths of a second


async def composed(
    studio: Studio, script: str = SCRIPT, timbre: str = "f2", mood: Mood | None = Mood.UPBEAT
) -> Composition:
    """A script spoken by the builtin engine, over the builtin music."""
    voice = Voice("a-voice", VoiceGender.FEMALE, timbre)
    speech = await BuiltinSpeech(60).speak(SpeechRequest(script, voice))
    end = Fraction(-(-(OFFSET + speech.timing.duration + OFFSET) * 30 // 1), 30)
    plain = studio.compose("one")
    music = None
    if mood is not None:
        track = await BuiltinMusic().compose(MusicRequest(mood, end))
        music = Music(write_wav(studio.folder, track.pcm, track.sample_rate, 2))
    scene = plain.scenes[0]
    assert isinstance(scene, PresenterScene)
    return replace(
        plain,
        scenes=(replace(scene, span=Span(Fraction(0), end)),),
        narration=Narration(
            write_wav(studio.folder, speech.pcm, speech.sample_rate, 1), OFFSET, speech.timing
        ),
        music=music,
    )


@dataclass(frozen=True)
class Take:
    """A composition and its finished sound."""

    composition: Composition
    sound: Heard


async def taken(studio: Studio, composition: Composition, ffmpeg: Ffmpeg) -> Take:
    track = await SoundMixer(ffmpeg, Cache(studio.cache, 64)).mix(composition, studio.media)
    return Take(composition, await asyncio.to_thread(listen, track))


@pytest.fixture(scope="module")
def take(ffmpeg: Ffmpeg, tmp_path_factory: pytest.TempPathFactory) -> Take:
    studio = Studio(tmp_path_factory.mktemp("take"))
    composition = asyncio.run(composed(studio))
    return asyncio.run(taken(studio, composition, ffmpeg))


def moved(heard: Heard, late: int) -> Heard:
    """The same voice so many hundredths of a second later."""
    still = np.full(abs(late), heard.voice.min())
    voice = np.concatenate((still, heard.voice, still))[len(still) - late :][: len(heard.voice)]
    return replace(heard, voice=voice)


def stretched(heard: Heard, factor: float) -> Heard:
    at = np.arange(len(heard.voice))
    return replace(heard, voice=np.interp(at / factor, at, heard.voice))


def without_sounds(composition: Composition) -> Composition:
    """As a backend gives it that knows the times of words alone."""
    narration = composition.narration
    return replace(composition, narration=replace(narration, timing=replace(narration.timing, phonemes=())))


def all_findings(heard: Heard, composition: Composition) -> Iterator[Finding]:
    yield from level_findings(heard)
    yield from silence_findings(heard, composition)
    yield from word_time_findings(heard, composition)
    yield from word_time_findings(heard, without_sounds(composition))


@pytest.mark.parametrize(
    ("mood", "timbre"), list(zip([*Mood, None], ["f2", "m3", "f4", "m1", "f1", "m7"], strict=True))
)
async def test_a_voice_on_time_is_never_doubted(
    mood: Mood | None, timbre: str, studio: Studio, ffmpeg: Ffmpeg
) -> None:
    composition = await composed(studio, timbre=timbre, mood=mood)

    take = await taken(studio, composition, ffmpeg)

    assert list(all_findings(take.sound, composition)) == []


@pytest.mark.parametrize("late", [-30, -12, 12, 20])
@pytest.mark.parametrize("sounds", [True, False])
def test_a_voice_that_is_late_or_early(late: int, sounds: bool, take: Take) -> None:
    composition = take.composition if sounds else without_sounds(take.composition)

    (finding,) = word_time_findings(moved(take.sound, late), composition)

    assert finding.check == Check.WORD_TIMES
    assert int(finding.found.split()[-3]) == pytest.approx(late * 10, abs=40)


@pytest.mark.parametrize("hops", [4, 8, 12, 16])
def test_the_end_of_the_last_word_does_not_speak_for_a_long_rest(hops: int, take: Take) -> None:
    """A stretch that holds `hops` of speech and then none; what was said before is louder than they are."""
    end = int((take.composition.narration.timing.words[-1].span.end + OFFSET) * 100)
    lead = -(end - hops) % 200  # a stretch begins every two seconds
    quiet = take.sound.voice.min()
    faded = take.sound.voice.copy()
    faded[end - hops - 2 :] = quiet
    voice = np.concatenate((np.full(lead, quiet), faded, np.full(LONG_REST, quiet)))
    narration = replace(take.composition.narration, offset=OFFSET + Fraction(lead, 100))

    found = word_time_findings(
        replace(take.sound, voice=voice), replace(take.composition, narration=narration)
    )

    assert list(found) == []


@pytest.mark.parametrize("factor", [0.94, 0.97, 1.03, 1.06])
def test_a_stretched_voice(factor: float, take: Take) -> None:
    (finding,) = word_time_findings(stretched(take.sound, factor), take.composition)

    assert finding.check == Check.WORD_TIMES


async def test_the_voice_of_another_script(take: Take, studio: Studio) -> None:
    other = await composed(studio, OTHER_SCRIPT, mood=None)

    (finding,) = word_time_findings(take.sound, other)

    assert finding.check == Check.WORD_TIMES


def test_estimated_times_promise_nothing(take: Take) -> None:
    narration = take.composition.narration
    guessed = replace(narration, timing=replace(narration.timing, source="estimated"))

    found = word_time_findings(moved(take.sound, 30), replace(take.composition, narration=guessed))

    assert list(found) == []


def lips_of(composition: Composition, later: Fraction = Fraction(0)) -> list[tuple[Fraction, float]]:
    """A mouth that opens for vowels, 40 ms ahead of them, seen at every second frame."""
    timing = composition.narration.timing.shifted(composition.narration.offset - Fraction(4, 100) + later)
    opened = []
    for frame in range(0, composition.frames, 2):
        moment = Fraction(2 * frame + 1, 60)
        ipa = next(
            (sound.ipa for sound in timing.phonemes if sound.span.start <= moment < sound.span.end), ""
        )
        wide = 30.0 if set("aeiouɑæʌəɔɪʊɛɚɐ") & set(ipa) else 12.0 if ipa else 1.0
        opened.append((moment, wide))
    return opened


def test_lips_that_move_with_the_voice(take: Take) -> None:
    assert list(lip_findings(lips_of(take.composition), take.sound.voice)) == []


@pytest.mark.parametrize("late", [-20, -15, 20, 25])
def test_lips_before_or_after_the_voice(late: int, take: Take) -> None:
    (finding,) = lip_findings(lips_of(take.composition, Fraction(late, 100)), take.sound.voice)

    assert finding.check == Check.LIPS


def test_lips_that_do_not_care_for_the_voice(take: Take) -> None:
    lips = lips_of(take.composition)
    chewing = np.random.default_rng(2).permutation([value for _, value in lips])

    (finding,) = lip_findings(
        [(moment, float(value)) for (moment, _), value in zip(lips, chewing, strict=True)], take.sound.voice
    )

    assert finding.check == Check.LIPS
