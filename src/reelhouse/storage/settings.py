"""Where files are kept."""

from pydantic import BaseModel, Field, SecretStr


class StorageSettings(BaseModel):
    url: str = Field(
        default="",
        description="Object store: empty for the data directory, or s3://, gs://, az:// with a bucket.",
    )
    endpoint: str = Field(
        default="", description="Address of an S3-compatible server, when it is not the vendor's own."
    )
    region: str = Field(default="us-east-1", description="Region of the bucket.")
    access_key_id: SecretStr | None = Field(default=None, description="Access key of the bucket.")
    secret_access_key: SecretStr | None = Field(default=None, description="Secret key of the bucket.")
    link_hours: int = Field(
        default=168, ge=1, le=168, description="How long a download link stays good, in hours."
    )
