"""Which backends a family has: ours, and those that installed packages bring by an entry point.

A backend is described without being loaded: a process that only takes orders must know what can be done
here, and need not import a model for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from shutil import which
from typing import Any

import structlog

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

GROUP = "reelhouse.engines."
"""A package adds a backend to the family `image` by an entry point of the group ``reelhouse.engines.image``
that names a `Backend`."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Backend:
    """One way to do the work of a family.

    `target` is ``module:callable``; called with settings and tools, it gives the engine. `abilities` are what
    it can do, in the family's words. `remote` work is done elsewhere and takes no place on this machine.
    `modules` must be importable, and come with the pip extra `extra`; `programs` must be on the path.
    `server` and `key` tell that one cannot do without an address or an API key, `key_or_server` that either
    is enough.
    """

    name: str
    target: str
    abilities: frozenset[str]
    remote: bool = False
    server: bool = False
    key: bool = False
    key_or_server: bool = False
    modules: tuple[str, ...] = ()
    extra: str = ""
    programs: tuple[str, ...] = ()

    def load(self, settings: EngineSettings, tools: Tools) -> Any:  # noqa: ANN401 - the family knows its port
        """Make the engine. Its module is imported now."""
        module, _, name = self.target.partition(":")
        return getattr(import_module(module), name)(settings, tools)


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of work, such as ``image``; the table of the settings has the same name."""

    name: str
    own: Mapping[str, Backend]
    titles: Mapping[str, str] = field(default_factory=dict)
    """Abilities as a person says them: ``clone`` is "cloning a voice"."""

    def backends(self) -> Mapping[str, Backend]:
        """All of them by name. A package cannot take the place of ours; a broken one is left out."""
        brought = {name: backend for name in self._brought() if (backend := self._described(name))}
        return {**brought, **self.own}

    def find(self, name: str) -> Backend | None:
        """The one of this name, whether or not it can be used here; no other package is imported for it."""
        return self.own.get(name) or self._described(name)

    def names(self) -> tuple[str, ...]:
        """Of all backends, in the order of the alphabet; nothing is imported for it."""
        return tuple(sorted({*self.own, *self._brought()}))

    def backend(self, settings: EngineSettings) -> Backend:
        """The one that the settings name. Raises `EngineNotConfigured` with what is missing."""
        backend = self.find(settings.backend)
        if backend is None:
            raise EngineNotConfigured(
                f"the {self.name} backend {settings.backend!r}", self._unknown(settings)
            )
        if lack := self.lack(backend, settings):
            raise EngineNotConfigured(f"the {self.name} backend {backend.name!r}", lack)
        return backend

    def lack(self, backend: Backend, settings: EngineSettings) -> str:
        """What has to be done before `backend` can work with these settings; empty when nothing has."""
        return next(self._lacks(backend, settings), "")

    def _lacks(self, backend: Backend, settings: EngineSettings) -> Iterator[str]:
        if missing := [module for module in backend.modules if not _is_importable(module)]:
            extra = f"pip install 'reelhouse[{backend.extra}]'"
            yield extra if backend.extra else f"install {', '.join(missing)}"
        if absent := [program for program in backend.programs if which(program) is None]:
            yield f"install the program {' and '.join(absent)}"
        if backend.server and not settings.servers:
            yield f"set {self._table}_URL to the address of its server"
        if backend.key and settings.key is None:
            yield f"set {self._table}_KEY to an API key"
        if backend.key_or_server and settings.key is None and not settings.servers:
            yield f"set {self._table}_KEY for the vendor, or {self._table}_URL for another server"

    def _unknown(self, settings: EngineSettings) -> str:
        names = self.names()
        if settings.backend in names:
            return "mend the package that brings it; the log tells what is wrong"
        return f"set {self._table}_BACKEND to one of {', '.join(names)}"

    @property
    def _table(self) -> str:
        return f"REELHOUSE_{self.name.upper()}"

    def _brought(self) -> Mapping[str, EntryPoint]:
        return {point.name: point for point in entry_points(group=f"{GROUP}{self.name}")}

    def _described(self, name: str) -> Backend | None:
        """A backend of another package; a package that cannot say what it brings is told, and not used."""
        point = self._brought().get(name)
        if point is None:
            return None
        try:
            backend = point.load()
        except Exception as failure:  # noqa: BLE001 - whatever a stranger's module raises while it is imported
            log.warning("engine_not_loaded", family=self.name, engine=name, reason=repr(failure))
            return None
        if not isinstance(backend, Backend):
            log.warning("engine_not_loaded", family=self.name, engine=name, reason="it names no Backend")
            return None
        return replace(backend, name=name)

    def candidates(self, settings: EngineSettings) -> tuple[tuple[Backend, EngineSettings], ...]:
        """The configured backend and its fallbacks, in the order in which they are asked."""
        return tuple((self.backend(table), table) for table in (settings, *settings.fallbacks))

    def able(self, settings: EngineSettings, ability: str) -> tuple[tuple[Backend, EngineSettings], ...]:
        """Those of the candidates that can do it. Raises `EngineNotConfigured` when nobody can."""
        able = tuple(
            candidate for candidate in self.candidates(settings) if ability in candidate[0].abilities
        )
        if able:
            return able
        others = sorted(name for name, backend in self.backends().items() if ability in backend.abilities)
        raise EngineNotConfigured(
            self.titles.get(ability, f"{self.name} ({ability})"),
            f"set {self._table}_BACKEND to one that can do it: {', '.join(others)}"
            if others
            else "no backend can do it; a package can bring one (docs/how-to/engines.md)",
        )


def _is_importable(module: str) -> bool:
    """Without importing it; a dotted name imports its parents."""
    try:
        return find_spec(module) is not None
    except ImportError:
        return False
