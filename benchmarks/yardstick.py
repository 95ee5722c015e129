"""The video by which everything is measured, prepared and rendered in processes of their own.

Ten seconds, 1080×1920 at 30 frames a second: speech, a presenter, word captions, a picture with a camera
move and the presenter inset, ducked music, and an end card. Longer and shorter ones repeat or shrink it.
"""

import argparse
import asyncio
import hashlib
import json
import resource
import time
import wave
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from reelhouse.engines.music.factory import music_engine
from reelhouse.engines.music.settings import MusicSettings
from reelhouse.engines.music.types import Mood, MusicRequest
from reelhouse.engines.speech.factory import speech_engine
from reelhouse.engines.speech.settings import SpeechSettings
from reelhouse.engines.speech.types import Speech, SpeechRequest, Voice, VoiceGender
from reelhouse.media.appearance import Appearance, Backdrop, Clothing, FaceShape, HairStyle
from reelhouse.media.composition import (
    CANVASES,
    Aspect,
    Camera,
    Canvas,
    Captions,
    Composition,
    EndCard,
    Inset,
    MediaRef,
    Music,
    Narration,
    PictureScene,
    PresenterScene,
    Scene,
    Transition,
    TransitionKind,
    VectorPresenter,
    View,
    composition_from_json,
    composition_to_json,
)
from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span
from reelhouse.render.captions.styles import STYLES
from reelhouse.render.render import render
from reelhouse.render.settings import RenderSettings

FULL = CANVASES[Aspect.PORTRAIT]
HALF = Canvas(540, 960)

SCRIPT = (
    "You want videos that talk, but not five bills a month? "
    "This one was made on your machine: no key, no network, one command."
)
VOICE = Voice("benchmark", VoiceGender.FEMALE, "f3", pitch=55)
PRESENTER = VectorPresenter(
    Appearance(
        skin="#e8b98f",
        hair_style=HairStyle.BOB,
        hair="#4a2c1a",
        eyes="#3b6b4a",
        face=FaceShape.OVAL,
        clothing=Clothing.BLAZER,
        clothing_colour="#274b8f",
        accent="#5b3df0",
        backdrop=Backdrop.OFFICE,
        seed=7,
    )
)
LEAD_IN = Fraction(1, 5)
TALK, SHOW, CARD = Fraction(9, 20), Fraction(7, 20), Fraction(1, 5)
"""Shares of each scene of a round."""

ROUND = 10
PICTURES = 3
"""Drawn again and again in a long video, whose scenes differ by their captions and presenters."""


def prepare(folder: Path, seconds: int, canvas: Canvas) -> None:
    """Everything that is not rendering: the recording, the music, the picture and the composition."""
    composition = asyncio.run(_compose(folder, seconds, canvas))
    keep(folder, composition)


def keep(folder: Path, composition: Composition) -> None:
    (folder / "composition.json").write_bytes(composition_to_json(composition))


async def _compose(folder: Path, seconds: int, canvas: Canvas) -> Composition:
    speech = await speech_engine(SpeechSettings()).speak(SpeechRequest(SCRIPT, VOICE))
    rounds = max(1, seconds // ROUND)
    length = Fraction(seconds, rounds)
    narration = _repeated(speech, rounds, length)
    voice = _sound(folder, narration.pcm, narration.sample_rate, 1)
    track = await music_engine(MusicSettings()).compose(MusicRequest(Mood.UPBEAT, Fraction(seconds), 7))
    bed = _sound(folder, track.pcm, track.sample_rate, 2)
    return Composition(
        canvas=canvas,
        scenes=tuple(scene for number in range(rounds) for scene in _round(folder, number, length, canvas)),
        narration=Narration(voice, LEAD_IN, narration.timing),
        captions=Captions(STYLES["hormozi"]),
        music=Music(bed),
        title="The yardstick",
    )


def _round(folder: Path, number: int, length: Fraction, canvas: Canvas) -> list[Scene]:
    borders = [Fraction(0), TALK, TALK + SHOW, Fraction(1)]
    frames = [round((number * length + share * length) * canvas.fps) for share in borders]
    talk, show, card = (Span(Fraction(a, canvas.fps), Fraction(b, canvas.fps)) for a, b in pairwise(frames))
    return [
        PresenterScene(talk, PRESENTER),
        PictureScene(
            show,
            _picture(folder, number % PICTURES),
            Camera(View(0.45, 0.5, 1.05), View(0.6, 0.42, 1.3)),
            inset=Inset(PRESENTER),
            transition=Transition(TransitionKind.DISSOLVE, Fraction(2, 5)),
        ),
        EndCard(card, f"Own your studio {number + 1}" if number else "Own your studio", "#5b3df0"),
    ]


def _repeated(speech: Speech, rounds: int, length: Fraction) -> Speech:
    """The same sentences once a round; what is longer than a round is cut off at a word."""
    rate = speech.sample_rate
    room = length - LEAD_IN
    words = [word for word in speech.timing.words if word.span.end <= room]
    said = speech.pcm[: 2 * int(words[-1].span.end * rate)]
    turn = 2 * int(length * rate)
    pcm = b"".join(said.ljust(turn, b"\0") if number < rounds - 1 else said for number in range(rounds))
    shifts = [Fraction(number * (turn // 2), rate) for number in range(rounds)]
    sounds = [sound for sound in speech.timing.phonemes if sound.span.end <= words[-1].span.end]
    timing = Timing(
        tuple(Word(word.text, word.span.shifted(by)) for by in shifts for word in words),
        tuple(Phoneme(sound.ipa, sound.span.shifted(by)) for by in shifts for sound in sounds),
        Fraction(len(pcm) // 2, rate),
    )
    return replace(speech, pcm=pcm, timing=timing)


def _sound(folder: Path, pcm: bytes, rate: int, channels: int) -> MediaRef:
    made = folder / "sound.wav"
    with wave.open(str(made), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(pcm)
    return _named(made, "audio/wav")


def _picture(folder: Path, number: int) -> MediaRef:
    """Hills under a sky with the grain of a photograph: as hard to encode as one."""
    rng = np.random.default_rng(number)
    height, width = 2400, 1600
    down = np.linspace(0, 1, height)[:, None, None]
    sky = np.array([(235, 180, 120)]) * (1 - down) + np.array([(150, 200, 250)]) * down
    picture = np.broadcast_to(sky, (height, width, 3)).copy()
    along = np.arange(width)
    for layer in range(5):
        waves = sum(
            np.sin(along / rng.uniform(60, 400) + rng.uniform(0, 9)) * rng.uniform(10, 60) for _ in range(4)
        )
        hills = np.arange(height)[:, None] > height * (0.4 + 0.13 * layer) + waves
        picture[hills] = (40 + 12 * layer, 90 - 12 * layer, 60 - 8 * layer)
    grain = cv2.GaussianBlur(rng.normal(0, 14, (height, width)), (0, 0), 1.2)
    made = folder / "picture.png"
    cv2.imwrite(str(made), np.clip(picture + grain[..., None], 0, 255).astype(np.uint8))
    return _named(made, "image/png")


def _named(made: Path, media_type: str) -> MediaRef:
    sha256 = hashlib.sha256(made.read_bytes()).hexdigest()
    (made.parent / "media").mkdir(exist_ok=True)
    made.replace(made.parent / "media" / sha256)
    return MediaRef(sha256, media_type)


def loaded(folder: Path) -> tuple[Composition, dict[str, Path]]:
    composition = composition_from_json((folder / "composition.json").read_bytes())
    return composition, {path.name: path for path in (folder / "media").iterdir()}


def render_once(folder: Path, settings: RenderSettings, out: str, cache: Path) -> None:
    """Render, and print what it cost as JSON: this process and its children, without loading the program."""
    import av  # noqa: F401, PLC0415 - a worker that has rendered once has loaded it

    composition, media = loaded(folder)
    before, started = _cpu(), time.perf_counter()
    asyncio.run(render(composition, media, folder / out, settings=settings, cache=cache))
    print(json.dumps({"wall": time.perf_counter() - started, "cpu": _cpu() - before}))


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=["prepare", "draw", "hand-over", "render"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=ROUND)
    parser.add_argument("--half", action="store_true", help=f"{HALF.width}x{HALF.height}")
    parser.add_argument(
        "--cache", type=Path, help="where drawings and scenes are kept; in the folder by default"
    )
    parser.add_argument("--speed", default="", help="x264's preset")
    parser.add_argument("--out", default="out.mp4")
    options = parser.parse_args()
    match options.step:
        case "prepare":
            prepare(options.folder, options.seconds, HALF if options.half else FULL)
        case "draw":
            from benchmarks.frames import draw  # noqa: PLC0415 - reaches into the renderer

            draw(options.folder)
        case "hand-over":
            from benchmarks.frames import hand_over  # noqa: PLC0415 - reaches into the renderer

            hand_over(options.folder)
        case _:
            cache = options.cache or options.folder / "cache"
            render_once(options.folder, RenderSettings(speed=options.speed), options.out, cache)


if __name__ == "__main__":
    main()
