"""On the disk a file is whole or absent."""

import errno
import fcntl
import resource
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

import pytest

from reelhouse.kit.clock import FrozenClock
from reelhouse.storage.errors import NoSpaceLeft, StorageUnavailable
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects
from reelhouse.storage.parts import write_whole

NAME = "videos/0a1b.mp4"


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def signer() -> LinkSigner:
    return LinkSigner(b"secret")


@pytest.fixture
def objects(tmp_path: Path, signer: LinkSigner, clock: FrozenClock) -> LocalObjects:
    return LocalObjects(tmp_path / "files", "http://house.test/", signer, clock)


def test_a_link_names_the_file_its_end_and_our_signature(
    objects: LocalObjects, signer: LinkSigner, clock: FrozenClock
) -> None:
    link = urlsplit(objects.link(NAME, timedelta(hours=1)))

    query = parse_qs(link.query)
    expires = int(query["expires"][0])
    assert f"{link.scheme}://{link.netloc}{link.path}" == f"http://house.test/files/{NAME}"
    assert expires == int(clock.now().timestamp()) + 3600
    assert signer.is_valid(NAME, expires, query["signature"][0], clock.now())


@pytest.mark.parametrize(
    ("failure", "told"), [(TimeoutError(), StorageUnavailable), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_a_writer_that_fails_leaves_the_old_file_and_no_part(
    failure: BaseException, told: type[BaseException], tmp_path: Path
) -> None:
    """Promise 42."""
    target = tmp_path / "a.mp4"
    target.write_bytes(b"old")

    def fill(out: BinaryIO) -> None:
        out.write(b"new")
        raise failure

    with pytest.raises(told):
        write_whole(target, 3, fill)

    assert target.read_bytes() == b"old"
    assert listed(tmp_path) == ["a.mp4"]


def test_a_full_disk_says_so_and_leaves_nothing(objects: LocalObjects, tmp_path: Path) -> None:
    """Promises 41 and 42: the operating system itself refuses to write more, as a full disk does."""
    source = tmp_path / "made.mp4"
    source.write_bytes(bytes(200_000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))

    try:
        with pytest.raises(NoSpaceLeft) as refusal:
            objects.put_file(NAME, source, "video/mp4")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)

    assert refusal.value.size == 200_000
    assert not objects.exists(NAME)
    assert listed(tmp_path / "files" / "videos") == []


def test_no_space_is_a_kind_of_unavailable_storage(tmp_path: Path) -> None:
    def fill(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StorageUnavailable) as refusal:
        write_whole(tmp_path / "a.mp4", 7, fill)

    assert refusal.value.code == "no_space_left"


def test_a_folder_that_cannot_be_written_is_unavailable(objects: LocalObjects, tmp_path: Path) -> None:
    source = tmp_path / "made.mp4"
    source.write_bytes(b"frames")
    (tmp_path / "files").write_bytes(b"a file where the folder should be")

    with pytest.raises(StorageUnavailable) as refusal:
        objects.put_file(NAME, source, "video/mp4")

    assert refusal.value.code == "storage_unavailable"


def test_the_part_of_a_killed_writer_is_cleaned_up_by_the_next_one(
    objects: LocalObjects, tmp_path: Path
) -> None:
    """Promise 42."""
    folder = tmp_path / "files" / "videos"
    program = (
        "import sys, os, signal; from pathlib import Path; from reelhouse.storage.parts import write_whole\n"
        "write_whole(Path(sys.argv[1]), 1,"
        " lambda out: (out.write(b'half'), out.flush(), os.kill(os.getpid(), signal.SIGKILL)) and None)"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(folder / "0a1b.mp4")], check=False)
    left = listed(folder)
    source = tmp_path / "made.mp4"
    source.write_bytes(b"frames")

    objects.put_file(NAME, source, "video/mp4")

    assert killed.returncode == -signal.SIGKILL
    assert [name.endswith(".part") for name in left] == [True]
    assert listed(folder) == ["0a1b.mp4"]


def test_the_part_of_a_living_writer_is_left_alone(objects: LocalObjects, tmp_path: Path) -> None:
    folder = tmp_path / "files" / "videos"
    folder.mkdir(parents=True)
    source = tmp_path / "made.mp4"
    source.write_bytes(b"frames")
    with (folder / "0a1b.mp4.other.part").open("xb") as part:
        fcntl.flock(part, fcntl.LOCK_EX)

        objects.put_file(NAME, source, "video/mp4")

        assert (folder / "0a1b.mp4.other.part").exists()
