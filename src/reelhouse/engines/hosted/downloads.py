"""What a vendor made, fetched from where its answer says: with care, and without its key."""

import asyncio
import binascii
from base64 import b64decode
from collections.abc import Awaitable
from ipaddress import ip_address
from pathlib import Path

import httpx2

from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.files import HEAD
from reelhouse.engines.hosted.kinds import Kind
from reelhouse.engines.vendor import is_same_server
from reelhouse.kit.addresses import Network, is_reachable, literal_address, networks
from reelhouse.kit.safe_fetch import (
    AddressRefused,
    FetchFailed,
    FetchResponse,
    ResponseTooLarge,
    SafeFetch,
    resolve_by_system,
)

OK = 200


class Downloads:
    """Fetches by https from the open internet, and from the vendor's own server wherever that stands.

    Everything that goes wrong is `EngineUnavailable`: the work may be asked for again, or elsewhere.
    """

    def __init__(self, engine: str, vendor_url: str, *, timeout_seconds: float) -> None:
        self._engine = engine
        self._vendor_url = vendor_url
        self._timeout_seconds = timeout_seconds

    async def fetched(self, address: str, kind: Kind) -> bytes:
        if address.startswith("data:"):
            return await asyncio.to_thread(self._unpacked, address, kind)
        fetch = await self._fetch(address)
        answer = await self._answered(fetch.get(address, max_bytes=kind.most_bytes), kind)
        self._check(kind, answer, answer.body[:HEAD])
        return answer.body

    async def saved(self, address: str, path: Path, kind: Kind) -> None:
        """Like `fetched`, but into a file."""
        if address.startswith("data:"):
            await asyncio.to_thread(path.write_bytes, await self.fetched(address, kind))
            return
        fetch = await self._fetch(address)
        saving = fetch.save(address, path, max_bytes=kind.most_bytes, timeout=self._timeout_seconds)
        answer = await self._answered(saving, kind)
        self._check(kind, answer, await asyncio.to_thread(_head, path))

    async def _fetch(self, address: str) -> SafeFetch:
        if is_same_server(address, self._vendor_url):
            return SafeFetch(allow=await self._private_network(), timeout_seconds=self._timeout_seconds)
        if not address.startswith("https://"):
            raise self._unavailable("its result is not fetched: the address is not https")
        return SafeFetch(timeout_seconds=self._timeout_seconds)

    async def _answered(self, asking: Awaitable[FetchResponse], kind: Kind) -> FetchResponse:
        try:
            answer = await asking
        except AddressRefused as refusal:
            raise self._unavailable(f"its result is not fetched: {refusal.reason}") from None
        except ResponseTooLarge:
            raise self._unavailable(f"its {kind.title} has more than {kind.most_bytes} bytes") from None
        except FetchFailed as failure:
            raise self._unavailable(f"its {kind.title} cannot be fetched: {failure.reason}") from None
        if answer.status != OK:
            raise self._unavailable(f"its {kind.title} answers with status {answer.status}")
        return answer

    def _check(self, kind: Kind, answer: FetchResponse, head: bytes) -> None:
        if lack := kind.lack(answer.headers.get("content-type", ""), head):
            raise self._unavailable(lack)

    def _unpacked(self, address: str, kind: Kind) -> bytes:
        described, _, data = address.removeprefix("data:").partition(",")
        content_type, _, coding = described.rpartition(";")
        if coding != "base64" or len(data) > kind.most_bytes * 4 // 3 + 4:
            raise self._unavailable(f"its {kind.title} is no base64, or more than {kind.most_bytes} bytes")
        try:
            content = b64decode(data, validate=True)
        except binascii.Error:
            raise self._unavailable(f"its {kind.title} is no base64") from None
        if lack := kind.lack(content_type, content[:HEAD]):
            raise self._unavailable(lack)
        return content

    def _unavailable(self, reason: str) -> EngineUnavailable:
        return EngineUnavailable(self._engine, reason)

    async def _private_network(self) -> tuple[Network, ...]:
        """The addresses of a vendor's server that stands in a private network."""
        url = httpx2.URL(self._vendor_url)
        literal = literal_address(url.host)
        try:
            spelled = [str(literal)] if literal else await resolve_by_system(url.host, url.port or 443)
        except FetchFailed:
            return ()
        addresses = [ip_address(one.partition("%")[0]) for one in spelled]
        return networks(*(str(address) for address in addresses if not is_reachable(address)))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)
