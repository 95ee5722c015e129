"""The messages of health, packages, balance and keys."""

# ruff: noqa: N815 - the names are the vendor's

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, StrictStr


class Health(BaseModel):
    status: Literal["ok"]


class Package(BaseModel):
    packageCode: str
    name: str
    priceUsd: float
    creditUsd: float


class Packages(BaseModel):
    packages: list[Package]


class Balance(BaseModel):
    """What may be spent now; jobs under way hold their price already."""

    currency: Literal["USD"] = "USD"
    balanceUsd: float


class KeyView(BaseModel):
    label: str
    keyPrefix: str
    createdAt: str
    lastUsedAt: str | None


class Keys(BaseModel):
    keys: list[KeyView]


class NewKey(BaseModel):
    model_config = ConfigDict(extra="forbid")

    label: StrictStr = Field("Default API Key", min_length=1, max_length=100)


class KeyCreated(KeyView):
    """`apiKey` is shown this once."""

    apiKey: str


class RevokeKey(BaseModel):
    model_config = ConfigDict(extra="forbid")

    keyPrefix: StrictStr = Field(min_length=4, max_length=64)


class KeyRevoked(BaseModel):
    revoked: Literal[True] = True
    keyPrefix: str
