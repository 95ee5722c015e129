"""Compositions that are small and quick, sounds made of plain tones, and eyes for finished files."""

import asyncio
import hashlib
import wave
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from reelhouse.media.appearance import Appearance, Backdrop, Clothing, FaceShape, HairStyle
from reelhouse.media.composition import (
    Canvas,
    Captions,
    Composition,
    EndCard,
    MediaRef,
    Music,
    Narration,
    PresenterScene,
    Scene,
    VectorPresenter,
)
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.cache import Cache
from reelhouse.render.captions.styles import caption_style
from reelhouse.render.ffmpeg import Ffmpeg, find_ffmpeg
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings
from reelhouse.render.types import Preset, Progress, Rendered

SMALL = Canvas(216, 384)
SENTENCE = "Most people think videos are hard. Write thirty words, then press one button!"
SPEECH_RATE = 22_050
MUSIC_RATE = 48_000
BEAT = Fraction(3, 10)
PRESENTER = Appearance(
    skin="#e8b98f",
    hair_style=HairStyle.BOB,
    hair="#4a2c1a",
    eyes="#3b6b4a",
    face=FaceShape.OVAL,
    clothing=Clothing.SHIRT,
    clothing_colour="#274b8f",
    accent="#5b3df0",
    backdrop=Backdrop.STUDIO,
    seed=7,
)

Frames = NDArray[np.uint8]


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


def timing_of(text: str, beat: Fraction = BEAT) -> Timing:
    """One word a beat, said for five sixths of it; vowels and closed lips in turn."""
    words, sounds = [], []
    for index, word in enumerate(text.split()):
        start = index * beat
        middle, end = start + beat * 5 / 12, start + beat * 5 / 6
        words.append(Word(word, Span(start, end)))
        sounds += [Phoneme("m", Span(start, middle)), Phoneme("ɑː", Span(middle, end))]
        sounds.append(Phoneme("", Span(end, start + beat)))
    return Timing(tuple(words), tuple(sounds), beat * len(words))


def spoken(timing: Timing, level: float = 0.3) -> bytes:
    """A buzzing voice, mono, 16 bit, that sounds only while a word is said."""
    at = np.arange(int(timing.duration * SPEECH_RATE)) / SPEECH_RATE
    voice = sum(np.sin(2 * np.pi * 180 * harmonic * at) / harmonic for harmonic in range(1, 12))
    loud = np.zeros_like(at)
    for word in timing.words:
        inside = (at >= float(word.span.start)) & (at < float(word.span.end))
        loud[inside] = 1.0
    return (voice * loud * level / 2 * 32767).astype("<i2").tobytes()


def chord(duration: Fraction, level: float = 0.2) -> bytes:
    """Music enough for a test: three tones, stereo, 16 bit."""
    at = np.arange(int(duration * MUSIC_RATE)) / MUSIC_RATE
    tone = sum(np.sin(2 * np.pi * pitch * at) for pitch in (220.0, 277.2, 329.6)) / 3 * level
    return (np.repeat(np.asarray(tone)[:, None], 2, axis=1) * 32767).astype("<i2").tobytes()


def write_wav(folder: Path, pcm: bytes, rate: int, channels: int) -> MediaRef:
    path = folder / f"{hashlib.sha256(pcm).hexdigest()[:12]}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    path.rename(folder / sha256)
    return MediaRef(sha256, "audio/wav")


@dataclass
class Studio:
    """A folder with sounds in it, and one way to make a composition from a sentence."""

    folder: Path
    settings: RenderSettings = field(
        default_factory=lambda: RenderSettings(preset=Preset.DRAFT, timeout_seconds=120)
    )

    @property
    def media(self) -> dict[str, Path]:
        return {path.name: path for path in self.folder.iterdir() if len(path.name) == 64}

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def compose(
        self,
        text: str = SENTENCE,
        *,
        canvas: Canvas = SMALL,
        style: str | None = "hormozi",
        card: str | None = None,
        card_seconds: int = 1,
        music: bool = False,
        level: float = 0.3,
    ) -> Composition:
        """A presenter who says the text after 0.2 s, and an end card when there is a text for it."""
        timing = timing_of(text)
        offset = Fraction(1, 5)
        end = Fraction(-(-(offset + timing.duration) * canvas.fps // 1), canvas.fps)
        scenes: list[Scene] = [PresenterScene(Span(Fraction(0), end), VectorPresenter(PRESENTER))]
        if card is not None:
            scenes.append(EndCard(Span(end, end + card_seconds), card, "#5b3df0"))
        voice = write_wav(self.folder, spoken(timing, level), SPEECH_RATE, 1)
        bed = write_wav(self.folder, chord(scenes[-1].span.end), MUSIC_RATE, 2) if music else None
        return Composition(
            canvas=canvas,
            scenes=tuple(scenes),
            narration=Narration(voice, offset, timing),
            captions=Captions(caption_style(style)) if style else None,
            music=Music(bed) if bed else None,
            title="A test",
        )

    async def render(
        self, composition: Composition, name: str = "out.mp4", progress: Progress | None = None
    ) -> Rendered:
        return await render(
            composition,
            self.media,
            self.folder / name,
            settings=self.settings,
            cache=self.cache,
            progress=progress,
        )


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", 512)


@pytest.fixture(scope="session")
def ffmpeg() -> Ffmpeg:
    return asyncio.run(find_ffmpeg(RenderSettings(timeout_seconds=120)))


@dataclass(frozen=True)
class Finished:
    """A rendered file with its composition and its decoded frames."""

    composition: Composition
    rendered: Rendered

    @property
    def frames(self) -> Sequence[Frames]:
        return frames_of(self.rendered.path)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """One small video with everything in it, which many tests look at."""
    studio = Studio(tmp_path_factory.mktemp("finished"))
    composition = studio.compose(card="Try it today", music=True)
    return Finished(composition, asyncio.run(studio.render(composition)))


def frames_of(path: Path) -> list[Frames]:
    """Every picture of a file, as height x width x RGB."""
    with av.open(str(path)) as container:
        return [
            frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
            for frame in container.decode(video=0)
        ]


def yellow(frame: Frames) -> NDArray[np.bool_]:
    """Where the active word of `hormozi` shines."""
    red, green, blue = (frame[:, :, channel].astype(int) for channel in range(3))
    return (red > 190) & (green > 160) & (blue < 90)


@pytest.fixture(scope="session")
def decode() -> Callable[[Path], list[Frames]]:
    return frames_of


@pytest.fixture(scope="session")
def shining() -> Callable[[Frames], NDArray[np.bool_]]:
    return yellow


@pytest.fixture(scope="session")
def said() -> Callable[[str], Timing]:
    return timing_of
