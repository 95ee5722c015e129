"""The very frames that our encoder is given, as one raw file: what the bare encoder is measured with."""

import asyncio
import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.yardstick import loaded
from reelhouse.media.composition import EndCard, PictureScene, PresenterScene
from reelhouse.media.time import Span
from reelhouse.render.cache import Cache
from reelhouse.render.drawings import Drawings
from reelhouse.render.encoders import Choice, Codec
from reelhouse.render.encoding import SceneEncoder
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.fonts.library import FOLDER
from reelhouse.render.render import _Workshop
from reelhouse.render.settings import Encoder, RenderSettings

FRAMES = "frames.yuv"
NEARLY_LOSSLESS = Codec(
    Encoder.X264, (), (), ("-c:v", "libx264", "-preset", "veryfast", "-crf", "8", "-pix_fmt", "yuv420p")
)
LOSSLESS = Codec(
    Encoder.X264, (), (), ("-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", "-pix_fmt", "yuv420p")
)


def draw(folder: Path) -> None:
    """Encoded without loss, captions and all, then decoded."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        ffmpeg, scenes = asyncio.run(_encoded(folder, Path(name)))
        with (folder / FRAMES).open("wb") as raw:
            for scene in scenes:
                decode = ["-v", "error", "-i", str(scene), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"]
                subprocess.run([ffmpeg, *decode], stdout=raw, check=True)


async def _encoded(folder: Path, scratch: Path) -> tuple[str, list[Path]]:
    composition, media = loaded(folder)
    settings = RenderSettings()
    ffmpeg = await find_ffmpeg(settings)
    cache, work = Cache(scratch / "cache", 8192), scratch / "work"
    work.mkdir()
    workshop = _Workshop(composition, media, settings, ffmpeg, Choice(LOSSLESS), cache, work)
    encoder = SceneEncoder(ffmpeg, cache, LOSSLESS)
    scenes = [await encoder.encode(plan, lambda _frames: None) for plan in await workshop.plan()]
    return str(ffmpeg.path), [piece.path for pieces in scenes for piece in pieces]


def hand_over(folder: Path) -> None:
    """What a rival gets: the presenter as a film, card and picture as files, words with their times."""
    rival = folder / "rival"
    rival.mkdir(exist_ok=True)
    asyncio.run(_hand_over(folder, rival))


async def _hand_over(folder: Path, rival: Path) -> None:
    composition, media = loaded(folder)
    talk, show, card = composition.scenes
    assert isinstance(talk, PresenterScene)
    assert isinstance(show, PictureScene)
    assert isinstance(card, EndCard)
    alone = replace(talk, span=Span(talk.span.start, show.span.end))
    film = replace(composition, scenes=(alone,), captions=None)
    work = rival / "work"
    work.mkdir()
    settings = RenderSettings()
    ffmpeg = await find_ffmpeg(settings)
    cache = Cache(work / "cache", 8192)
    workshop = _Workshop(film, media, settings, ffmpeg, Choice(LOSSLESS), cache, work)
    (plan,) = await workshop.plan()
    (encoded,) = await SceneEncoder(ffmpeg, cache, NEARLY_LOSSLESS).encode(plan, lambda _frames: None)
    shutil.copy(encoded.path, rival / "presenter.mp4")
    shutil.copy(Drawings(cache, work).end_card(card, composition.canvas), rival / "card.png")
    shutil.copy(media[show.picture.sha256], rival / "picture.png")
    shutil.copy(media[composition.narration.audio.sha256], rival / "voice.wav")
    if composition.music is not None:
        shutil.copy(media[composition.music.audio.sha256], rival / "music.wav")
    shutil.rmtree(work)
    timing = composition.narration.timing.shifted(composition.narration.offset)
    facts = {
        "size": [composition.canvas.width, composition.canvas.height],
        "fps": composition.canvas.fps,
        "cuts": [float(scene.span.end) for scene in composition.scenes],
        "voice_starts": float(composition.narration.offset),
        "words": [[word.text, float(word.span.start), float(word.span.end)] for word in timing.words],
        "font": str(FOLDER / "Montserrat-Black.ttf"),
    }
    (rival / "facts.json").write_text(json.dumps(facts))
