"""Buckets: what they say when they fail, and how an address becomes a bucket."""

import base64
import urllib.parse
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from reelhouse.kit.clock import FrozenClock
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.cloud import CloudObjects
from reelhouse.storage.errors import StorageMisconfigured, StorageUnavailable
from reelhouse.storage.factory import open_store
from reelhouse.storage.local import LocalObjects
from reelhouse.storage.settings import StorageSettings


def opened(settings: StorageSettings) -> ObjectStore:
    return open_store(settings, Path("data"), "http://house.test", b"secret")


def test_a_bucket_that_is_not_there_is_unavailable(s3_settings: StorageSettings, tmp_path: Path) -> None:
    absent = s3_settings.model_copy(update={"url": "s3://nobody-made-this-bucket"})
    source = tmp_path / "made.mp4"
    source.write_bytes(b"frames")

    with pytest.raises(StorageUnavailable) as refusal:
        opened(absent).put_file("videos/a.mp4", source, "video/mp4")

    assert refusal.value.name == "videos/a.mp4"


def test_a_link_downloads_with_its_media_type(s3_settings: StorageSettings, tmp_path: Path) -> None:
    store = opened(s3_settings)
    source = tmp_path / "made.mp4"
    source.write_bytes(b"frames")
    store.put_file("videos/a.mp4", source, "video/mp4")

    with urllib.request.urlopen(store.link("videos/a.mp4", timedelta(hours=1))) as answer:
        assert answer.headers["Content-Type"] == "video/mp4"
        assert answer.read() == b"frames"


def test_anybody_may_put_a_file_by_its_upload_link(
    s3_settings: StorageSettings, tmp_path: Path, clock: FrozenClock
) -> None:
    store = open_store(s3_settings, tmp_path, "http://house.test", b"secret", clock)
    link = store.upload_link("screenshots/a.png", "image/png", 6, timedelta(hours=1))
    request = urllib.request.Request(link.url, data=b"pixels", method=link.method, headers=dict(link.headers))

    with urllib.request.urlopen(request) as answer:
        status = answer.status
    store.fetch("screenshots/a.png", tmp_path / "a.png")

    assert status == 200
    assert (tmp_path / "a.png").read_bytes() == b"pixels"
    assert link.expires_at == clock.now() + timedelta(hours=1)


def test_no_secret_stands_in_an_error(s3_settings: StorageSettings, tmp_path: Path) -> None:
    """Promise 37."""
    settings = s3_settings.model_copy(
        update={"url": "s3://nobody", "secret_access_key": SecretStr("very-private-words")}
    )
    source = tmp_path / "made.mp4"
    source.write_bytes(b"frames")

    with pytest.raises(StorageUnavailable) as refusal:
        opened(settings).put_file("videos/a.mp4", source, "video/mp4")

    assert "very-private-words" not in refusal.value.message


def test_an_empty_address_is_the_data_directory(tmp_path: Path) -> None:
    store = open_store(StorageSettings(), tmp_path, "http://house.test", b"secret")

    assert isinstance(store, LocalObjects)
    assert store.path_of("videos/a.mp4") == tmp_path / "files" / "videos" / "a.mp4"


def test_azure_links_are_signed_by_the_account_s_key() -> None:
    settings = StorageSettings(
        url="az://media/house",
        access_key_id=SecretStr("account"),
        secret_access_key=SecretStr(base64.b64encode(b"k" * 32).decode()),
    )

    link = urllib.parse.urlsplit(opened(settings).link("videos/a.mp4", timedelta(hours=1)))

    assert link.hostname == "account.blob.core.windows.net"
    assert link.path == "/media/house/videos/a.mp4"
    assert "sig" in urllib.parse.parse_qs(link.query)


def test_an_upload_to_azure_says_what_kind_of_blob_it_makes() -> None:
    settings = StorageSettings(
        url="az://media/house",
        access_key_id=SecretStr("account"),
        secret_access_key=SecretStr(base64.b64encode(b"k" * 32).decode()),
    )

    link = opened(settings).upload_link("screenshots/a.png", "image/png", 6, timedelta(hours=1))

    assert link.headers == {"Content-Type": "image/png", "x-ms-blob-type": "BlockBlob"}


def test_a_google_bucket_opens_by_its_address() -> None:
    assert isinstance(opened(StorageSettings(url="gs://media/house")), CloudObjects)


@pytest.mark.parametrize(
    "settings",
    [
        StorageSettings(url="ftp://media"),
        StorageSettings(url="media"),
        StorageSettings(url="az://media"),
        StorageSettings(url="gs://media", access_key_id=SecretStr("key")),
    ],
)
def test_an_address_that_makes_no_sense_is_refused_at_the_start(
    settings: StorageSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AZURE_STORAGE_ACCOUNT_NAME", raising=False)

    with pytest.raises(StorageMisconfigured) as refusal:
        opened(settings)

    assert refusal.value.url == settings.url
