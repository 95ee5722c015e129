"""What can be made again is made again, once; what cannot is not delivered, and the finding has its name."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import imageio_ffmpeg
import pytest

from reelhouse.render.checks import Check
from reelhouse.render.errors import CheckFailed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.render.conftest import Studio

pytestmark = pytest.mark.anyio

DAMAGING = """#!{python}
import pathlib, subprocess, sys
done = subprocess.run([{ffmpeg!r}, *sys.argv[1:]])
made = pathlib.Path({damaged!r})
if done.returncode == 0 and sys.argv[-1] == {damaged!r} and made.exists():
    whole = bytearray(made.read_bytes())
    at = whole.index(b"mdat") + 2000
    whole[at : at + 3000] = bytes(3000)
    made.write_bytes(whole)
sys.exit(done.returncode)
"""


def damage(path: Path) -> None:
    """Lose some of a file, as a bad disk does."""
    whole = bytearray(path.read_bytes())
    at = whole.index(b"mdat") + 2000
    whole[at : at + 3000] = bytes(3000)
    path.write_bytes(whole)


def damaging_ffmpeg(folder: Path, damaged: str) -> str:
    """A program that does what ffmpeg does, and then spoils every file of one name."""
    program = folder / "ffmpeg"
    program.write_text(
        DAMAGING.format(python=sys.executable, ffmpeg=imageio_ffmpeg.get_ffmpeg_exe(), damaged=damaged)
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


async def test_a_scene_that_was_damaged_in_the_cache_is_made_again(studio: Studio) -> None:
    composition = studio.compose(card="Try it")
    first = await studio.render(composition)
    for scene in studio.cache.glob("*.mp4"):
        damage(scene)

    again = await studio.render(composition, "again.mp4")

    assert again.examination.passed
    assert again.sha256 == first.sha256
    assert again.scenes_from_cache == 0


async def test_a_repaired_scene_is_kept(studio: Studio) -> None:
    composition = studio.compose(card="Try it")
    await studio.render(composition)
    for scene in studio.cache.glob("*.mp4"):
        damage(scene)
    await studio.render(composition, "again.mp4")

    third = await studio.render(composition, "third.mp4")

    assert third.scenes_from_cache == 2


async def test_sound_that_was_damaged_in_the_cache_is_mixed_again(studio: Studio) -> None:
    composition = studio.compose(music=True)
    first = await studio.render(composition)
    for track in studio.cache.glob("*.m4a"):
        damage(track)

    again = await studio.render(composition, "again.mp4")

    assert again.examination.passed
    assert again.sha256 == first.sha256


async def test_a_scene_that_is_always_damaged_is_not_delivered(studio: Studio) -> None:
    studio.settings = studio.settings.model_copy(
        update={"ffmpeg": damaging_ffmpeg(studio.folder, "scene.mp4")}
    )

    with pytest.raises(CheckFailed) as refused:
        await studio.render(studio.compose())

    assert refused.value.findings[0].check == Check.DECODES
    assert not (studio.folder / "out.mp4").exists()


async def test_a_joined_file_that_is_always_damaged_is_not_delivered(studio: Studio) -> None:
    studio.settings = studio.settings.model_copy(
        update={"ffmpeg": damaging_ffmpeg(studio.folder, "joined.mp4")}
    )

    with pytest.raises(CheckFailed) as refused:
        await studio.render(studio.compose())

    assert refused.value.findings[0].check == Check.SCENES


async def test_a_plan_that_the_sound_does_not_keep_is_refused_by_its_name(studio: Studio) -> None:
    """No second try would put these words where the voice says others."""
    composition = studio.compose()
    narration = composition.narration
    words = tuple(
        replace(word, span=word.span.shifted(word.span.duration)) for word in narration.timing.words
    )
    late = replace(narration, timing=replace(narration.timing, words=words, phonemes=()))

    with pytest.raises(CheckFailed) as refused:
        await studio.render(replace(composition, narration=late))

    assert Check.WORD_TIMES in {finding.check for finding in refused.value.findings}
