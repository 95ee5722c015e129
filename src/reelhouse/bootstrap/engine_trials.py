"""Whether engines answer: each is asked itself, or given the smallest piece of real work of its family."""

import asyncio
import io
import wave
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx2

from reelhouse.bootstrap.engine_rooms import Room
from reelhouse.engines.errors import EngineNotConfigured, EngineRefused, EngineUnavailable
from reelhouse.engines.registry import Backend
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.vendor import Vendor

LONGEST_SECONDS = 120
SIDE = 64
WORDS = "A red boat."
VENDORS = {"openai": "https://api.openai.com/v1", "elevenlabs": "https://api.elevenlabs.io"}

Trial = Callable[[Any, Tools, Path], Awaitable[str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`told` is what the engine did, or what is wrong; `remedy` what to do about it."""

    room: str
    backend: str
    ok: bool
    told: str
    remedy: str
    seconds: float


async def try_engine(room: Room, table: EngineSettings, tools: Tools, folder: Path) -> Verdict:
    """Never raises for what is wrong with an engine. `folder` is for files that are made on the way."""
    started = perf_counter()
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            told, remedy = await _asked(room, table, tools, folder), ""
    except EngineNotConfigured as lack:
        told, remedy = lack.message, lack.remedy
    except (EngineRefused, EngineUnavailable) as failure:
        told, remedy = failure.message, f"look at the settings REELHOUSE_{room.family.name.upper()}_*"
    except TimeoutError:
        told, remedy = f"no answer within {LONGEST_SECONDS} s", "look at its load, or choose another backend"
    except ImportError as missing:
        told, remedy = f"{missing.name or missing} cannot be imported", _install(room, table)
    except Exception as broken:  # noqa: BLE001 - one broken engine must not hide the others
        told, remedy = f"it is broken: {type(broken).__name__}: {broken}", "please report this"
    else:
        return Verdict(room.name, table.backend, ok=True, told=told, remedy="", seconds=_since(started))
    return Verdict(room.name, table.backend, ok=False, told=told, remedy=remedy, seconds=_since(started))


async def _asked(room: Room, table: EngineSettings, tools: Tools, folder: Path) -> str:
    backend = room.family.backend(table)
    engine = await asyncio.to_thread(backend.load, table, tools)
    if hasattr(engine, "check"):
        return str(await engine.check())
    if backend.remote:
        return await _reached(room, table, backend)
    if room.name == "presenter":
        return "drawn by the renderer"
    return await TRIALS[room.family.name](engine, tools, folder)


async def _reached(room: Room, table: EngineSettings, backend: Backend) -> str:
    """Asks the server for something that costs nothing; a list of models where the protocol has one."""
    key = table.key.get_secret_value() if table.key else ""
    base = table.servers[0] if table.servers else VENDORS.get(backend.name, "")
    if backend.name == "openai":
        vendor = Vendor(
            backend.name, room.family.name, table, {"Authorization": f"Bearer {key}"} if key else {}
        )
        await vendor.get(f"{base}/models")
        return f"{base} lists its models"
    if backend.name == "elevenlabs":
        await Vendor(backend.name, room.family.name, table, {"xi-api-key": key}).get(
            f"{base.removesuffix('/v1')}/v1/models"
        )
        return f"{base} lists its models"
    if not base:
        return "configured; it says no more without work"
    return await _listens(backend.name, base)


async def _listens(engine: str, url: str) -> str:
    try:
        async with httpx2.AsyncClient(timeout=10) as client:
            answer = await client.get(url)
    except (httpx2.HTTPError, httpx2.InvalidURL) as failure:
        raise EngineUnavailable(engine, f"{url} is out of reach ({type(failure).__name__})") from None
    return f"{url} is there (status {answer.status_code})"


def _install(room: Room, table: EngineSettings) -> str:
    backend = room.family.find(table.backend)
    return f"pip install 'reelhouse[{backend.extra}]'" if backend and backend.extra else "please report this"


def _since(started: float) -> float:
    return round(perf_counter() - started, 3)


async def _write(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401 - of its family
    from reelhouse.engines.text.types import ScriptRequest  # noqa: PLC0415

    script = await engine.write_script(ScriptRequest("a red boat that sails home at night", max_words=30))
    return f"wrote {len(script.text.split())} words"


async def _speak(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    spoken = await engine.speak(_speech_request())
    return f"spoke {float(spoken.timing.duration):.1f} s"


async def _compose(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.music.types import Mood, MusicRequest  # noqa: PLC0415

    track = await engine.compose(MusicRequest(Mood.CHILL, Fraction(2)))
    return f"composed {len(track.pcm) // 4 / track.sample_rate:.0f} s"


async def _draw(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.image.types import ImageRequest  # noqa: PLC0415

    picture = await engine.draw(ImageRequest(WORDS, SIDE, SIDE))
    return f"drew {picture.width} x {picture.height}"


async def _edit(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.image.types import EditRequest  # noqa: PLC0415

    picture = await engine.edit(EditRequest("make it warmer", _png(), SIDE, SIDE))
    return f"changed {picture.width} x {picture.height}"


async def _film(engine: Any, _tools: Tools, folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.video.types import VideoRequest  # noqa: PLC0415

    request = VideoRequest(WORDS, SIDE, SIDE, frames=9, fps=24, folder=folder, start=_png())
    film = await engine.film(request)
    return f"filmed {request.frames} frames, {film.path.stat().st_size} bytes"


async def _describe(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.speech.types import DescribedRequest  # noqa: PLC0415

    spoken = await engine.describe(DescribedRequest(WORDS, "a calm woman"))
    return f"spoke {len(spoken.pcm) / 2 / spoken.sample_rate:.1f} s"


async def _hear(engine: Any, _tools: Tools, folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.transcript.types import TranscriptRequest  # noqa: PLC0415

    heard = await engine.hear(TranscriptRequest(await _recording(folder), text=WORDS))
    return f"timed {len(heard.words)} words by {heard.method}"


async def _create(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.music.types import SongRequest  # noqa: PLC0415

    song = await engine.create(SongRequest("calm piano", Fraction(15)))
    return f"composed {len(song.pcm) // 4 / song.sample_rate:.0f} s"


async def _make(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.sound.types import SoundRequest  # noqa: PLC0415

    sound = await engine.make(SoundRequest("a door closes", Fraction(1)))
    return f"made {len(sound.pcm) // 4 / sound.sample_rate:.0f} s"


async def _model(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    from reelhouse.engines.mesh.types import MeshRequest  # noqa: PLC0415

    mesh = await engine.model(MeshRequest(_png(), faces=500, texture_size=SIDE, texture_resolution=SIDE))
    return f"modelled {mesh.faces} triangles"


async def _read(engine: Any, _tools: Tools, _folder: Path) -> str:  # noqa: ANN401
    import numpy as np  # noqa: PLC0415
    from PIL import Image, ImageDraw  # noqa: PLC0415

    from reelhouse.engines.ocr.types import ReadRequest  # noqa: PLC0415

    page = Image.new("RGB", (640, 120), "white")
    ImageDraw.Draw(page).text((40, 40), WORDS, fill="black", font_size=36)
    reading = await engine.read(ReadRequest(np.asarray(page, np.uint8)))
    return f"read {' '.join(line.words for line in reading.lines) or 'nothing'}"


TRIALS: Mapping[str, Trial] = {
    "text": _write,
    "speech": _speak,
    "music": _compose,
    "image": _draw,
    "edit": _edit,
    "video": _film,
    "voice": _describe,
    "transcript": _hear,
    "song": _create,
    "sound": _make,
    "mesh": _model,
    "ocr": _read,
}


def _png() -> bytes:
    """A red disc on white."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    picture = Image.new("RGB", (SIDE, SIDE), "white")
    ImageDraw.Draw(picture).ellipse((12, 12, SIDE - 12, SIDE - 12), "firebrick")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _speech_request() -> Any:  # noqa: ANN401 - a SpeechRequest, whose module is imported when it is needed
    from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender  # noqa: PLC0415

    return SpeechRequest(WORDS, Voice("trial", VoiceGender.FEMALE, "f3"))


async def _recording(folder: Path) -> Path:
    """`WORDS` by the builtin voice, as transcript engines take it: mono, 16 kHz."""
    import numpy as np  # noqa: PLC0415

    from reelhouse.engines.speech.backends.builtin import BuiltinSpeech  # noqa: PLC0415

    speech = await BuiltinSpeech().speak(_speech_request())
    samples = np.frombuffer(speech.pcm, "<i2")
    places = np.arange(0, len(samples), speech.sample_rate / 16_000)
    path = folder / "trial.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(np.interp(places, np.arange(len(samples)), samples).astype("<i2").tobytes())
    return path
