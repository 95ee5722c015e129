"""Failing machines under a whole house: a clear error or a later success, nothing lost, nothing charged."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from running import (
    PRICE,
    REELHOUSE,
    SCRIPT,
    RunningHouse,
    environment_of,
    serving,
    wait_until,
    working,
)

ALLOWANCE = 12_900
NO_ROOM_FOR_PICTURES = 1_000_000
NO_ROOM_FOR_SOUND = 120_000
"""In bytes; a server's database still has to write down what happened."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for a house and one video."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root")
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mount.returncode != 0:
        pytest.skip(f"no small file system can be mounted here: {mount.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, leaving: int) -> Path:
    """Take all the room of a disk but `leaving` bytes."""
    ballast = folder / "ballast"
    disk = os.statvfs(folder)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, disk.f_bavail * disk.f_frsize - leaving)
    return ballast


def test_a_full_disk_fails_a_job_by_name_and_room_makes_the_next_succeed(small_disk: Path) -> None:
    """Promises 23, 41 and 42."""
    with serving(small_disk / "data", but=frozenset({"disk"})) as house:
        caller = house.caller()
        ballast = fill(small_disk, leaving=NO_ROOM_FOR_PICTURES)

        failed = caller.wait_for_end(caller.submit())

        assert failed["status"] == "failed"
        assert failed["error"]["code"] == "no_space_left"
        assert house.books("acme") == (ALLOWANCE, 0)
        assert "MiB free" in house.checks()["disk"]["detail"]
        assert list(house.data.rglob("*.part*")) == []

        ballast.unlink()

        assert len(caller.video(caller.wait_for_end(caller.submit())["id"])) > 10_000
        assert house.books("acme") == (ALLOWANCE - PRICE, 0)


def test_a_database_without_a_byte_of_room_refuses_and_loses_nothing(small_disk: Path) -> None:
    """Promises 36 and 41."""
    with serving(small_disk / "data", "--no-worker", but=frozenset({"disk"})) as house:
        caller = house.caller()
        ballast = fill(small_disk, leaving=0)

        answers = [caller.post() for _ in range(5)]

        refused = [answer for answer in answers if answer.status_code != 201]
        assert refused
        assert {answer.status_code for answer in refused} == {502}
        assert {answer.json()["error"]["type"] for answer in refused} == {"server_error"}
        ballast.unlink()
        accepted = len(answers) - len(refused)
        assert caller.total_jobs() == accepted
        assert house.books("acme") == (ALLOWANCE - accepted * PRICE, accepted * PRICE)
        assert caller.post().status_code == 201


def test_the_command_line_names_a_full_disk_and_leaves_nothing(small_disk: Path) -> None:
    """Promises 41 and 42."""
    script, out = small_disk / "script.txt", small_disk / "out.mp4"
    script.write_text(SCRIPT)
    fill(small_disk, leaving=NO_ROOM_FOR_SOUND)

    done = subprocess.run(
        [REELHOUSE, "make", str(script), "-o", str(out)],
        env=environment_of(small_disk / "data") | {"TMPDIR": str(small_disk)},
        capture_output=True,
        check=False,
        text=True,
        timeout=100,
    )

    assert done.returncode == 1
    assert "no_space_left" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()
    assert list(small_disk.rglob("*.part*")) == []


def test_a_missing_ffmpeg_is_named_and_costs_nothing(tmp_path: Path) -> None:
    """Promises 23 and 41."""
    with serving(tmp_path / "data", but=frozenset({"ffmpeg"}), RENDER_FFMPEG="/nowhere/ffmpeg") as house:
        caller = house.caller()

        job = caller.wait_for_end(caller.submit())

        ffmpeg = house.checks()["ffmpeg"]
        assert not ffmpeg["well"]
        assert "/nowhere/ffmpeg" in ffmpeg["detail"]
        assert job["status"] == "failed"
        assert job["error"]["code"] == "ffmpeg_missing"
        assert "REELHOUSE_RENDER_FFMPEG" in job["error"]["message"]
        assert house.books("acme") == (ALLOWANCE, 0)


def test_jobs_wait_for_a_worker_that_is_down_and_can_be_taken_back(tmp_path: Path) -> None:
    """Promises 23 and 39."""
    with serving(tmp_path / "data", "--no-worker") as house:
        caller = house.caller()
        waiting, canceled, deleted = (caller.submit() for _ in range(3))
        assert house.unwell() == {"worker"}
        assert "queued" in house.checks()["worker"]["detail"]
        assert caller.job(waiting)["status"] == "queued"

        refund = caller.http.post(f"/videos/{canceled}/cancel").json()
        caller.http.delete(f"/videos/{deleted}").raise_for_status()

        assert (refund["credits_refunded"], refund["refund_pending"]) == (PRICE, False)
        assert caller.credits() == ALLOWANCE - PRICE
        with working(house):
            assert caller.wait_for_end(waiting)["status"] == "completed"
            assert house.unwell() == set()
        assert caller.job(canceled)["status"] == "canceled"
        assert caller.http.get(f"/videos/{deleted}").status_code == 404
        assert house.books("acme") == (ALLOWANCE - PRICE, 0)


def test_a_killed_server_leaves_nothing_running_and_the_next_finishes_its_job(tmp_path: Path) -> None:
    """Promises 39 and 42."""
    data = tmp_path / "data"
    with serving(data) as house:
        caller = house.caller()
        job_id = caller.submit()
        caller.wait_for(job_id, "processing")
        wait_until(lambda: _has_program_of_a_program(house), "that the worker runs a program")
        programs = house.programs()

        house.process.send_signal(signal.SIGKILL)
        house.process.wait()

        _, alive = psutil.wait_procs(programs, timeout=20)
        assert alive == []

    with serving(data) as again:
        caller = again.caller_with(caller.key)

        job = caller.wait_for_end(job_id)

        assert job["status"] == "completed", job
        assert caller.video(job_id)[4:8] == b"ftyp"
        assert again.books("acme") == (ALLOWANCE - PRICE, 0)
        assert list(data.rglob("*.part*")) == []


def _has_program_of_a_program(house: RunningHouse) -> bool:
    children = psutil.Process(house.process.pid).children()
    return any(child.children() for child in children)
