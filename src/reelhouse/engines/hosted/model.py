"""A model in a vendor's queue: files go up, the work is waited for, and what was made comes down."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.hosted.catalogue import model_of
from reelhouse.engines.hosted.downloads import Downloads
from reelhouse.engines.hosted.kinds import Kind
from reelhouse.engines.hosted.mapping import Addresses, Mapper, sized
from reelhouse.engines.hosted.outputs import address_in, found
from reelhouse.engines.hosted.table import Before, Variant
from reelhouse.engines.hosted.wishes import File, Wishes
from reelhouse.engines.queued import surely
from reelhouse.engines.settings import EngineSettings


class Service(Protocol):
    """A vendor of models in queues. All methods raise the engines' errors."""

    name: str
    url: str

    async def uploaded(self, file: File) -> str:
        """An address under which the vendor's models find the file: a data URI, or one of its own."""
        ...

    async def forget(self, addresses: Sequence[str]) -> None:
        """Deletes files that were uploaded, where the vendor does not do it by itself."""
        ...

    async def result(self, model: str, inputs: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]: ...

    async def check(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Made:
    """`result` is what stands where the model puts its result; `notes` tell what did not reach it."""

    result: JsonValue
    notes: tuple[str, ...]


class HostedModel:
    """One ability, by the model that the settings name, or the vendor's usual one."""

    def __init__(self, service: Service, ability: str, settings: EngineSettings) -> None:
        self.name = service.name
        self._service = service
        self._model, self._variants = model_of(service.name, ability, settings)
        self._mapper = Mapper(self.name, self._model)
        self._timeout_seconds = settings.timeout_seconds
        self._downloads = Downloads(service.name, service.url, timeout_seconds=settings.timeout_seconds)

    async def made(self, wishes: Wishes) -> Made:
        """Raises `EngineRefused` before anything is sent for what the model has no place for."""
        async with self._in_time():
            return await self._made(wishes)

    async def file(self, wishes: Wishes, kind: Kind) -> tuple[bytes, tuple[str, ...]]:
        """The file that the model makes, and the notes."""
        async with self._in_time():
            made = await self._made(wishes)
            return await self._downloads.fetched(self._address(made), kind), made.notes

    async def saved(self, wishes: Wishes, path: Path, kind: Kind) -> tuple[str, ...]:
        """The notes; the file is at `path`."""
        async with self._in_time():
            made = await self._made(wishes)
            await self._downloads.saved(self._address(made), path, kind)
            return made.notes

    def takes(self, name: str) -> bool:
        """Whether the model has a place for a field, in one way or another."""
        return any(name in variant.places() for variant in self._variants)

    async def check(self) -> str:
        return f"{await self._service.check()}; it would ask {self._model}"

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Inside, a file is read: one that cannot be is a failure of the vendor, who may do better."""
        try:
            yield
        except EngineRefused as refusal:
            raise EngineUnavailable(self.name, refusal.reason) from None

    async def _made(self, wishes: Wishes) -> Made:
        variant = self._mapper.chosen(self._variants, wishes)
        self._mapper.inputs(variant.fields, wishes, _pretended(wishes))  # before anything is uploaded
        async with self._uploaded(variant, wishes) as addresses:
            inputs, untold = self._mapper.inputs(variant.fields, wishes, addresses)
            inputs = {**variant.constants, **sized(variant, wishes.size), **inputs}
            if variant.before:
                inputs[variant.before.to] = await self._asked_before(variant.before, wishes, addresses)
            answer = await self._service.result(variant.path or self._model, inputs)
        return Made(self._result(answer, variant), self._mapper.notes(variant, wishes, untold))

    @asynccontextmanager
    async def _uploaded(self, variant: Variant, wishes: Wishes) -> AsyncIterator[Addresses]:
        """Where the files lie; whatever happens, they do not stay there."""
        addresses: dict[str, list[str]] = {}
        try:
            for name in variant.places() & set(wishes.files):
                for file in wishes.files[name]:
                    addresses.setdefault(name, []).append(await self._service.uploaded(file))
            yield addresses
        finally:
            kept = [one for several in addresses.values() for one in several if not one.startswith("data:")]
            if kept:
                await surely(self._service.forget(kept))

    async def _asked_before(self, before: Before, wishes: Wishes, addresses: Addresses) -> JsonValue:
        inputs, _ = self._mapper.inputs(before.fields, wishes, addresses)
        answer = await self._service.result(before.path, inputs)
        result = found(dict(answer), before.output)
        if result is None:
            raise self._lacking(before.path, before.output)
        return result

    def _result(self, answer: Mapping[str, JsonValue], variant: Variant) -> JsonValue:
        if variant.withheld and found(dict(answer), (variant.withheld,)) is True:
            raise EngineRefused(self.name, "its filter keeps the result back; ask for something else")
        result = found(dict(answer), variant.output)
        if result is None:
            raise self._lacking(variant.path or self._model, variant.output)
        return result

    def _address(self, made: Made) -> str:
        address = address_in(made.result)
        if address is None:
            raise EngineUnavailable(self.name, f"the answer of {self._model} has no address of a file")
        return address

    def _lacking(self, model: str, places: tuple[str, ...]) -> EngineUnavailable:
        return EngineUnavailable(self.name, f"the answer of {model} has no {' or '.join(places)}")

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        """Uploads, the queue and the download together."""
        try:
            async with asyncio.timeout(self._timeout_seconds):
                yield
        except TimeoutError:
            raise EngineUnavailable(self.name, f"it was not done within {self._timeout_seconds} s") from None


def _pretended(wishes: Wishes) -> Addresses:
    return {name: [""] * len(files) for name, files in wishes.files.items()}
