"""Every store: the local disk, and a bucket of a real S3 server on the loopback."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import boto3  # type: ignore[import-untyped] # comes without types
import pytest
from moto.server import ThreadedMotoServer
from pydantic import SecretStr

from reelhouse.kit.clock import FrozenClock
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.factory import open_store
from reelhouse.storage.settings import StorageSettings


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3_settings(s3_endpoint: str) -> StorageSettings:
    """A bucket of its own for each test."""
    bucket = f"media-{uuid4().hex}"
    client = boto3.client(
        "s3",
        endpoint_url=s3_endpoint,
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    client.create_bucket(Bucket=bucket)
    return StorageSettings(
        url=f"s3://{bucket}/house",
        endpoint=s3_endpoint,
        access_key_id=SecretStr("key"),
        secret_access_key=SecretStr("secret"),
    )


@pytest.fixture(params=["local", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, clock: FrozenClock) -> ObjectStore:
    settings = StorageSettings() if request.param == "local" else request.getfixturevalue("s3_settings")
    return open_store(settings, tmp_path / "data", "http://house.test/", b"secret", clock)
