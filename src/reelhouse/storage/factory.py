"""From settings to the store they name."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from obstore.exceptions import BaseError
from obstore.store import AzureStore, GCSStore, S3Store

from reelhouse.kit.clock import Clock, SystemClock
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.cloud import Bucket, CloudObjects
from reelhouse.storage.errors import StorageMisconfigured
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects
from reelhouse.storage.settings import StorageSettings

if TYPE_CHECKING:
    from obstore.store import AzureConfig, ClientConfig, GCSConfig, RetryConfig, S3Config

RETRIES: "RetryConfig" = {"max_retries": 3, "retry_timeout": timedelta(seconds=30)}


def open_store(
    settings: StorageSettings, data: Path, public_url: str, secret: bytes, clock: Clock | None = None
) -> ObjectStore:
    """The data directory's ``files`` folder, or the bucket that the settings name. Nothing is sent yet.

    Raises `StorageMisconfigured` when the address or its keys make no sense.
    """
    clock = clock or SystemClock()
    if not settings.url:
        return LocalObjects(data / "files", public_url, LinkSigner(secret), clock)
    try:
        return CloudObjects(_bucket(settings), clock)
    except BaseError as error:
        raise StorageMisconfigured(settings.url, str(error).partition("\n")[0]) from error


def _bucket(settings: StorageSettings) -> Bucket:
    key_id = settings.access_key_id.get_secret_value() if settings.access_key_id else ""
    secret = settings.secret_access_key.get_secret_value() if settings.secret_access_key else ""
    client: ClientConfig = {
        "timeout": timedelta(minutes=2),
        "connect_timeout": timedelta(seconds=10),
        "allow_http": settings.endpoint.startswith("http://"),
    }
    match urlsplit(settings.url).scheme:
        case "s3":
            s3 = {"access_key_id": key_id, "secret_access_key": secret, "endpoint": settings.endpoint}
            s3_config = cast("S3Config", _given({"region": settings.region, **s3}))
            return S3Store.from_url(
                settings.url, config=s3_config, client_options=client, retry_config=RETRIES
            )
        case "gs":
            if key_id or secret:
                reason = "Google's keys come from GOOGLE_APPLICATION_CREDENTIALS, not from these settings."
                raise StorageMisconfigured(settings.url, reason)
            gcs_config = cast("GCSConfig", _given({"base_url": settings.endpoint}))
            return GCSStore.from_url(
                settings.url, config=gcs_config, client_options=client, retry_config=RETRIES
            )
        case "az":
            azure = {"account_name": key_id, "account_key": secret, "endpoint": settings.endpoint}
            azure_config = cast("AzureConfig", _given(azure))
            return AzureStore.from_url(
                settings.url, config=azure_config, client_options=client, retry_config=RETRIES
            )
        case scheme:
            raise StorageMisconfigured(settings.url, f"{scheme}:// is none of s3://, gs:// and az://.")


def _given(options: dict[str, str]) -> dict[str, str]:
    """What is left empty comes from the vendor's usual environment variables."""
    return {name: value for name, value in options.items() if value}
