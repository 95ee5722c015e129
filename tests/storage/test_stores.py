"""What every object store does, on disk and in a bucket."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from reelhouse.storage.base import ObjectStore
from reelhouse.storage.errors import ObjectNameRefused, ObjectNotFound

NAME = "videos/0a1b.mp4"


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "made.mp4"
    path.write_bytes(b"frames" * 1000)
    return path


def test_a_file_comes_back_as_it_was(store: ObjectStore, video: Path, tmp_path: Path) -> None:
    store.put_file(NAME, video, "video/mp4")
    store.fetch(NAME, tmp_path / "deep" / "fetched.mp4")

    assert (tmp_path / "deep" / "fetched.mp4").read_bytes() == video.read_bytes()
    assert store.exists(NAME)


def test_a_large_file_comes_back_as_it_was(store: ObjectStore, tmp_path: Path) -> None:
    """Larger than one part of a multipart upload."""
    large = tmp_path / "large.mp4"
    large.write_bytes(bytes(range(256)) * 4 * 1024 * 13)

    store.put_file(NAME, large, "video/mp4")
    store.fetch(NAME, tmp_path / "fetched.mp4")

    digests = [hashlib.sha256(path.read_bytes()).digest() for path in (large, tmp_path / "fetched.mp4")]
    assert digests[0] == digests[1]


def test_storing_again_replaces(store: ObjectStore, video: Path, tmp_path: Path) -> None:
    store.put_file(NAME, video, "video/mp4")
    video.write_bytes(b"better")
    store.put_file(NAME, video, "video/mp4")

    store.fetch(NAME, tmp_path / "fetched.mp4")

    assert (tmp_path / "fetched.mp4").read_bytes() == b"better"


def test_what_is_not_there_is_not_found(store: ObjectStore, tmp_path: Path) -> None:
    with pytest.raises(ObjectNotFound) as absence:
        store.fetch(NAME, tmp_path / "fetched.mp4")

    assert absence.value.name == NAME
    assert not store.exists(NAME)
    assert list(tmp_path.glob("fetched*")) == []


def test_deleting_is_final_and_may_be_repeated(store: ObjectStore, video: Path) -> None:
    store.put_file(NAME, video, "video/mp4")

    store.delete(NAME)
    store.delete(NAME)

    assert not store.exists(NAME)


def test_no_foreign_name_reaches_the_store(store: ObjectStore, video: Path, tmp_path: Path) -> None:
    """Promise 34."""
    for name in ("../made.mp4", "/etc/passwd", "a\x00b"):
        with pytest.raises(ObjectNameRefused):
            store.put_file(name, video, "video/mp4")
        with pytest.raises(ObjectNameRefused):
            store.fetch(name, tmp_path / "fetched")
        with pytest.raises(ObjectNameRefused):
            store.exists(name)
        with pytest.raises(ObjectNameRefused):
            store.delete(name)
        with pytest.raises(ObjectNameRefused):
            store.link(name, timedelta(hours=1))
        with pytest.raises(ObjectNameRefused):
            store.upload_link(name, "image/png", 3, timedelta(hours=1))


def test_a_missing_source_is_the_caller_s_mistake(store: ObjectStore, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        store.put_file(NAME, tmp_path / "never-made.mp4", "video/mp4")

    assert not store.exists(NAME)
