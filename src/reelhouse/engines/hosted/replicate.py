"""The models of Replicate, by its predictions.

A model is ``owner/name``, or ``owner/name:version`` for one of its versions. Models that Replicate does not
run itself are asked by their latest version. Sources: https://replicate.com/docs/reference/http,
https://replicate.com/docs/topics/predictions/input-files and
https://replicate.com/docs/reference/error-codes
"""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Literal, NoReturn

from pydantic import BaseModel, JsonValue, ValidationError

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.hosted.wishes import File
from reelhouse.engines.queued import GaveUp, Queued
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.vendor import Answer, Attachment, Line, Refusal, Vendor, is_same_server

NAME = "replicate"
URL = "https://api.replicate.com/v1"
MOST_INLINE = 256_000  # bytes; Replicate recommends data URIs for small files only
LEAST_LIFE, MOST_LIFE = 5, 86_400  # seconds of Cancel-After
NOT_FOUND = 404
VERSION = re.compile(r"[0-9a-f]{64}")
NEVER = re.compile(r"nsfw|sensitive|safety|moderat|policy|flagged|prohibited|\bE005\b", re.IGNORECASE)
TRANSIENT = re.compile(
    r"out of memory|interrupted|please (?:try|retry)|try again|timed? ?out|timeout|temporarily|unavailable"
    r"|overloaded|high demand|capacity|queue is full|connection|health ?check"
    r"|\b(?:E004|E1000|E1001|E6716|E8367|E8765|E9243|PA)\b",
    re.IGNORECASE,
)
"""What failures have in them that the next attempt may not have."""


class Urls(BaseModel):
    get: str
    cancel: str


class Prediction(BaseModel):
    id: str
    status: Literal["starting", "queued", "processing", "succeeded", "failed", "canceled", "aborted"]
    urls: Urls
    output: JsonValue = None
    error: JsonValue = None
    data_removed: bool = False


class Version(BaseModel):
    id: str


class Described(BaseModel):
    latest_version: Version | None = None


class Address(BaseModel):
    get: str


class KeptFile(BaseModel):
    urls: Address


class ReplicateQueue:
    def __init__(self, vendor: Vendor, url: str, seconds: int) -> None:
        self._vendor = vendor
        self._url = url
        self._headers = {"Cancel-After": f"{min(max(seconds, LEAST_LIFE), MOST_LIFE)}s"}

    async def submit(self, line: Line, model: str, inputs: Mapping[str, JsonValue]) -> Prediction:
        name, _, version = model.partition(":")
        if VERSION.fullmatch(model):
            version = model
        if version:
            return await self._of_version(line, version, inputs)
        try:
            return await self._submitted(line, f"models/{name}/predictions", {"input": dict(inputs)})
        except Refusal as refusal:
            if refusal.status != NOT_FOUND:
                raise
        return await self._of_version(line, await self._latest(line, name), inputs)

    async def look(self, line: Line, ticket: Prediction) -> Mapping[str, JsonValue] | None:
        now = self._prediction(await line.ask("GET", ticket.urls.get))
        if now.status in {"starting", "queued", "processing"}:
            return None
        if now.status in {"canceled", "aborted"}:
            raise GaveUp(NAME, "the prediction was cancelled there")
        if now.status == "failed" or now.error:
            self._fail(now.error)
        if now.data_removed:
            raise GaveUp(NAME, "it has already removed what it made")
        return {"output": now.output}

    async def cancel(self, line: Line, ticket: Prediction) -> None:
        await line.ask("POST", ticket.urls.cancel)

    async def _of_version(self, line: Line, version: str, inputs: Mapping[str, JsonValue]) -> Prediction:
        return await self._submitted(line, "predictions", {"version": version, "input": dict(inputs)})

    async def _submitted(self, line: Line, path: str, body: Mapping[str, JsonValue]) -> Prediction:
        answer = await line.ask("POST", f"{self._url}/{path}", json=dict(body), headers=self._headers)
        return self._prediction(answer)

    async def _latest(self, line: Line, name: str) -> str:
        answer = await line.ask("GET", f"{self._url}/models/{name}")
        try:
            latest = Described.model_validate_json(answer.content).latest_version
        except ValidationError:
            raise self._vendor.unavailable(f"it does not describe the model {name}") from None
        if latest is None:
            raise self._vendor.refused(f"the model {name} has no version that can be run")
        return latest.id

    def _prediction(self, answer: Answer) -> Prediction:
        try:
            prediction = Prediction.model_validate_json(answer.content)
        except ValidationError:
            raise self._vendor.unavailable("it answered with something else than a prediction") from None
        for address in (prediction.urls.get, prediction.urls.cancel):
            if not is_same_server(address, self._url):
                raise self._vendor.unavailable("its prediction leads to another server")
        return prediction

    def _fail(self, error: JsonValue) -> NoReturn:
        told = error if isinstance(error, str) and error else "the prediction failed"
        sentence = self._vendor.shortened(told)
        if TRANSIENT.search(told) and not NEVER.search(told):
            raise GaveUp(NAME, sentence)
        raise EngineRefused(NAME, sentence)


class Replicate:
    """Replicate for one family of engines. A server at another address must speak the same protocol."""

    name = NAME

    def __init__(self, family: str, settings: EngineSettings) -> None:
        key = settings.key.get_secret_value() if settings.key else ""
        self.url = (settings.url or URL).rstrip("/")
        self._vendor = Vendor(NAME, family, settings, {"Authorization": f"Bearer {key}"} if key else {})
        self._queued = Queued(
            NAME,
            ReplicateQueue(self._vendor, self.url, settings.timeout_seconds),
            self._vendor,
            poll_seconds=settings.poll_seconds,
            timeout_seconds=settings.timeout_seconds,
        )

    async def result(self, model: str, inputs: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
        return await self._queued.result(model, inputs)

    async def uploaded(self, file: File) -> str:
        if len(file.content) <= MOST_INLINE:
            return f"data:{file.content_type};base64,{b64encode(file.content).decode('ascii')}"
        answer = await self._vendor.post_form(
            f"{self.url}/files",
            {},
            [Attachment("content", file.filename, file.content, file.content_type)],
        )
        try:
            return KeptFile.model_validate_json(answer.content).urls.get
        except ValidationError:
            raise self._vendor.unavailable("it did not keep the file") from None

    async def forget(self, addresses: Sequence[str]) -> None:
        async with self._vendor.connected() as line:
            for address in addresses:
                if is_same_server(address, self.url):
                    await line.ask("DELETE", address)

    async def check(self) -> str:
        await self._vendor.get(f"{self.url}/account")
        return f"{self.url} takes the key"
