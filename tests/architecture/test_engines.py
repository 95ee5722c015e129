"""That every backend is what its family's table says, and keeps the promises of its family."""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from reelhouse.bootstrap.engine_rooms import rooms
from reelhouse.config import Settings
from reelhouse.engines.image.base import ImageEditor, ImageEngine
from reelhouse.engines.mesh.base import MeshEngine
from reelhouse.engines.music.base import MusicEngine, SongEngine
from reelhouse.engines.ocr.base import TextReader
from reelhouse.engines.presenter.base import PresenterEngine
from reelhouse.engines.registry import Backend, Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.base import SoundEngine
from reelhouse.engines.speech.base import SpeechEngine, VoiceEngine
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.tools import Tools
from reelhouse.engines.transcript.base import TranscriptEngine
from reelhouse.engines.video.base import VideoEngine

TESTS = Path(__file__).parents[1]
FAMILIES = {room.family.name: room.family for room in rooms(Settings())}
PORTS: dict[str, type] = {
    "text": TextEngine,
    "speech": SpeechEngine,
    "music": MusicEngine,
    "presenter": PresenterEngine,
    "image": ImageEngine,
    "edit": ImageEditor,
    "video": VideoEngine,
    "voice": VoiceEngine,
    "transcript": TranscriptEngine,
    "song": SongEngine,
    "sound": SoundEngine,
    "mesh": MeshEngine,
    "ocr": TextReader,
}
SUITES = {
    name: f"engines/{name}/test_conformance.py" for name in PORTS if name not in {"edit", "voice", "song"}
} | {
    "edit": "engines/image/test_edit_conformance.py",
    "voice": "engines/speech/test_voice_conformance.py",
    "song": "engines/music/test_song_conformance.py",
}
ELSEWHERE = {
    ("image", "diffusers"): "engines/diffusion/test_pictures.py",
    ("edit", "diffusers"): "engines/diffusion/test_pictures.py",
    ("video", "diffusers"): "engines/diffusion/test_films.py",
    ("song", "diffusers"): "engines/diffusion/test_songs.py",
    ("presenter", "builtin"): "render/presenter",
}
"""Backends that another suite than their family's tests: diffusers needs its extra, and is run with tiny
models there; the builtin presenter is no engine, for the renderer draws it."""

METHODS = {"write": "write_script"}
"""Abilities that are no method's name."""


@pytest.fixture(scope="module")
def tested() -> dict[str, set[str]]:
    """Of each suite, what stands in the brackets behind its tests: their parameters, joined by hyphens."""
    suites = sorted({str(TESTS / path) for path in SUITES.values()})
    options = ("--collect-only", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist")
    collected = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *suites],
        cwd=TESTS.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert collected.returncode == 0, collected.stdout + collected.stderr
    found: dict[str, set[str]] = {path: set() for path in SUITES.values()}
    for line in collected.stdout.splitlines():
        path, _, test = line.partition("::")
        if test:
            found[path.removeprefix("tests/")].add(f"-{test.partition('[')[2].removesuffix(']')}-")
    return found


@pytest.mark.parametrize("name", FAMILIES)
def test_every_backend_and_the_fake_keep_the_suite_of_their_family(
    name: str, tested: dict[str, set[str]]
) -> None:
    missing = [
        backend
        for backend in ("fake", *FAMILIES[name].own)
        if (name, backend) not in ELSEWHERE
        and not any(f"-{backend}-" in parameters for parameters in tested[SUITES[name]])
    ]

    assert missing == []


def test_a_backend_that_is_tested_elsewhere_is_so() -> None:
    own = {(family.name, backend) for family in FAMILIES.values() for backend in family.own}

    assert set(ELSEWHERE) - own == set()
    assert [path for path in ELSEWHERE.values() if not (TESTS / path).exists()] == []


@pytest.mark.parametrize(
    ("family", "backend"),
    [
        pytest.param(family, backend, id=f"{family.name}-{backend.name}")
        for family in FAMILIES.values()
        for backend in family.own.values()
    ],
)
def test_every_engine_can_what_its_backend_claims(family: Family, backend: Backend) -> None:
    engine = loaded(family, backend)

    assert backend.abilities
    for ability in backend.abilities:
        method = METHODS.get(ability, ability)
        assert hasattr(PORTS[family.name], method), "no ability of this family"
        if engine is not None:
            assert inspect.iscoroutinefunction(getattr(engine, method))
            assert len(inspect.signature(getattr(engine, method)).parameters) == 1


def loaded(family: Family, backend: Backend) -> Any:  # noqa: ANN401 - the family knows its port
    """The engine; None where what it needs is not installed, and only its module can be looked at."""
    module, _, name = backend.target.partition(":")
    assert callable(getattr(import_module(module), name))
    settings = EngineSettings(backend=backend.name, url="http://127.0.0.1:9", key=SecretStr("key"))
    return None if family.lack(backend, settings) else backend.load(settings, Tools())
