"""An encoder that spoils what it is given: its caller is told which check failed, and pays nothing."""

import json
from pathlib import Path

import imageio_ffmpeg
import pytest

from reelhouse.render.checks.names import Check
from running import serving

LATE = "adelay=700:all=1,atrim=end=5"
MUTE = "volume=0"

SPOILER = """#!/bin/sh
# The real program, but for sound: that passes through a filter which nobody asked for.
for argument do
  shift
  if [ "$argument" = -c:a ]; then set -- "$@" -af {filter}; fi
  set -- "$@" "$argument"
done
exec {ffmpeg} "$@"
"""


@pytest.mark.parametrize(("sound", "check"), [(LATE, Check.SILENT_SPEECH), (MUTE, Check.LOUDNESS)])
def test_a_caller_of_a_house_whose_encoder_spoils_the_sound_is_told_and_refunded(
    sound: str, check: Check, tmp_path: Path
) -> None:
    """Promise 23."""
    spoiler = tmp_path / "ffmpeg"
    spoiler.write_text(SPOILER.format(filter=sound, ffmpeg=imageio_ffmpeg.get_ffmpeg_exe()))
    spoiler.chmod(0o700)

    with serving(tmp_path / "data", RENDER_FFMPEG=str(spoiler)) as house:
        caller = house.caller()
        before = caller.credits()
        job = caller.wait_for_end(caller.submit())

        assert job["status"] == "failed", json.dumps(job)
        assert job["error"]["code"] == "check_failed"
        assert f"failed {check.value}:" in job["error"]["message"]
        assert job["output_url"] is None
        assert caller.credits() == before
        assert not list((house.data / "files").rglob("*.mp4"))
