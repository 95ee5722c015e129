"""The engines of all families, each chain made when it is first needed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from reelhouse.core.tasks.needs import FAMILIES, Need
from reelhouse.engines.chain import Answered, Chain, chain_of
from reelhouse.engines.progress import Hear, heard_by
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

R = TypeVar("R")


class TaskCrew:
    """`tables` are the settings of the engine families, by their names."""

    def __init__(self, tables: Mapping[str, EngineSettings], tools: Tools) -> None:
        self._tables = tables
        self._tools = tools
        self._chains: dict[str, Chain[Any]] = {}

    async def ask(
        self, need: Need, call: Callable[[Any], Awaitable[R]], hear: Hear | None = None
    ) -> Answered[R]:
        """`hear` is told how far the work is by engines that know.

        Raises `EngineUnavailable`, `EngineRefused` or `EngineNotConfigured`.
        """
        with heard_by(hear):
            return await self._chain(need.family.name).ask(need.ability, call)

    def _chain(self, family: str) -> Chain[Any]:
        if family not in self._chains:
            self._chains[family] = chain_of(FAMILIES[family], self._tables[family], self._tools)
        return self._chains[family]
