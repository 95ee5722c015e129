"""A program gets the same limits from util-linux and, where that is missing, from a script of our own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reelhouse.kit.launching import _has_util_linux, launched

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there do programs die with us")

TELLING = """
import ctypes, json, resource
dies_by = ctypes.c_int()
ctypes.CDLL(None).prctl(2, ctypes.byref(dies_by))
kinds = (resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)
print(json.dumps([dies_by.value, *(resource.getrlimit(kind) for kind in kinds)]))
"""
MEMORY, FILE = 1 << 30, 1 << 20


@pytest.fixture(params=["util-linux", "script"])
def _way(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.param == "script":
        monkeypatch.setenv("PATH", str(tmp_path))
    _has_util_linux.cache_clear()
    yield
    _has_util_linux.cache_clear()


@pytest.mark.usefixtures("_way")
def test_a_program_has_its_limits_and_dies_with_us() -> None:
    told = subprocess.run(
        launched([sys.executable, "-c", TELLING], MEMORY, FILE), capture_output=True, check=True
    )

    assert json.loads(told.stdout) == [9, [MEMORY, MEMORY], [FILE, FILE], [0, 0]]


@pytest.mark.usefixtures("_way")
def test_a_program_without_limits_has_ours() -> None:
    told = subprocess.run(launched([sys.executable, "-c", TELLING], 0, 0), capture_output=True, check=True)
    ours = subprocess.run([sys.executable, "-c", TELLING], capture_output=True, check=True)

    assert json.loads(told.stdout)[1:3] == json.loads(ours.stdout)[1:3]
