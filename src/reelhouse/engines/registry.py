"""Which backends a family has: ours, and those that installed packages bring by an entry point.

A backend is described without being loaded: a process that only takes orders must know what can be done
here, and need not import a model for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

GROUP = "reelhouse.engines."
"""A package adds a backend to the family `image` by an entry point of the group ``reelhouse.engines.image``
that names a `Backend`."""


@dataclass(frozen=True, slots=True)
class Backend:
    """One way to do the work of a family.

    `target` is ``module:callable``; called with settings and tools, it gives the engine. `abilities` are what
    it can do, in the family's words. `remote` work is done elsewhere and takes no place on this machine.
    `modules` must be importable, and come with the pip extra `extra`; `server` and `key` tell that one cannot
    do without an address or an API key.
    """

    name: str
    target: str
    abilities: frozenset[str]
    remote: bool = False
    server: bool = False
    key: bool = False
    modules: tuple[str, ...] = ()
    extra: str = ""

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
        """All of them by name; a package cannot take the place of one of ours."""
        brought = {point.name: point.load() for point in entry_points(group=f"{GROUP}{self.name}")}
        return {**brought, **self.own}

    def backend(self, settings: EngineSettings) -> Backend:
        """The one that the settings name. Raises `EngineNotConfigured` with what is missing."""
        backend = self.own.get(settings.backend) or self.backends().get(settings.backend)
        table = f"REELHOUSE_{self.name.upper()}"
        if backend is None:
            known = ", ".join(sorted(self.backends()))
            raise EngineNotConfigured(
                f"the {self.name} backend {settings.backend!r}", f"set {table}_BACKEND to one of {known}"
            )
        missing = [module for module in backend.modules if find_spec(module) is None]
        if missing:
            raise EngineNotConfigured(
                f"the {self.name} backend {backend.name!r}", f"pip install 'reelhouse[{backend.extra}]'"
            )
        if backend.server and not settings.servers:
            raise EngineNotConfigured(
                f"the {self.name} backend {backend.name!r}", f"set {table}_URL to the address of its server"
            )
        if backend.key and settings.key is None:
            raise EngineNotConfigured(
                f"the {self.name} backend {backend.name!r}", f"set {table}_KEY to an API key"
            )
        return backend

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
        others = ", ".join(
            sorted(name for name, backend in self.backends().items() if ability in backend.abilities)
        )
        title = self.titles.get(ability, f"{self.name} ({ability})")
        raise EngineNotConfigured(
            title, f"set REELHOUSE_{self.name.upper()}_BACKEND to one that can do it: {others}"
        )
