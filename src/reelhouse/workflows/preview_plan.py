"""The stills of a plan, one by one as they are painted; a newer plan ends the work on an older one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, cast
from uuid import UUID

from anyio.to_thread import run_sync
from dbos import DBOS
from pydantic import JsonValue

from reelhouse.core.house import House, Services
from reelhouse.core.jobs.types import JsonObject
from reelhouse.core.pitches.orders import PitchOrder
from reelhouse.core.pitches.records import KeptPlan, Preview, PreviewState
from reelhouse.core.pitches.service import PREVIEW_WORKFLOW as WORKFLOW
from reelhouse.workflows.lifecycle import RECOVERIES
from reelhouse.workflows.steps import StepFailed, Steps


class PreviewPainter(Protocol):
    """Paints the stills of plans. Each call may come twice; raises as `PitchProduction` does."""

    async def prepare(self, key: str, order: PitchOrder) -> JsonObject:
        """Decode and speak what all stills need, and tell what was kept."""
        ...

    async def paint(self, key: str, order: PitchOrder, prepared: JsonObject, preview: Preview) -> None:
        """Paint one still, and store it under its name."""
        ...

    async def forget(self, object_names: Sequence[str]) -> None:
        """Remove stills that nobody will ask for any more."""
        ...

    async def tidy(self, key: str) -> None:
        """Remove what lay between the steps."""
        ...


def register_preview_plan(house: House, painter: PreviewPainter, steps: Steps) -> None:
    """Teach this process to paint stills of plans."""
    room = _Room(house, painter)

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=RECOVERIES)
    async def preview_plan(payload: dict[str, JsonValue]) -> int:
        project_id, number = UUID(str(payload["project_id"])), cast("int", payload["number"])
        ready = 0
        try:
            scenes = await steps.in_database("open", lambda services: _count(services, project_id, number))
            prepared = await steps.outside("prepare", lambda: room.prepare(project_id, number))
            for place in range(scenes if prepared is not None else 0):
                state = await painted(project_id, number, place, prepared)
                current = await told(project_id, number, place, state)
                ready += state == PreviewState.READY
                if not current:
                    break
        except StepFailed:
            await steps.in_database("give-up", lambda services: _give_up(services, project_id, number))
        await steps.outside("forget", lambda: painter.forget(_replaced(payload)))
        await steps.outside("tidy", lambda: room.tidy(project_id, number))
        return ready

    async def told(project_id: UUID, number: int, place: int, state: str) -> bool:
        return await steps.in_database(
            f"tell-{place}",
            lambda services: _tell(services, project_id, number, place, PreviewState(state)),
        )

    async def painted(project_id: UUID, number: int, place: int, prepared: JsonObject | None) -> str:
        try:
            return await steps.outside(
                f"paint-{place}", lambda: room.paint(project_id, number, place, prepared)
            )
        except StepFailed:  # told in the log of the worker; the other stills may well be painted
            return PreviewState.FAILED.value


class _Room:
    """What leaves the process, for one plan at a time."""

    def __init__(self, house: House, painter: PreviewPainter) -> None:
        self._house = house
        self._painter = painter

    async def prepare(self, project_id: UUID, number: int) -> dict[str, JsonValue] | None:
        order = await run_sync(self._house.pitches.preview_order, project_id, number)
        if order is None:
            return None
        return dict(await self._painter.prepare(_key(project_id, number), order))

    async def paint(self, project_id: UUID, number: int, place: int, prepared: JsonObject | None) -> str:
        order = await run_sync(self._house.pitches.preview_order, project_id, number)
        kept = await run_sync(self._plan, project_id, number)
        if order is None or kept is None or prepared is None:
            return PreviewState.PENDING.value
        still = kept.previews[place]
        await self._painter.paint(_key(project_id, number), order, prepared, still)
        if await run_sync(self._plan, project_id, number) is None:  # replaced meanwhile
            await self._painter.forget([still.object_name])
            return PreviewState.PENDING.value
        return PreviewState.READY.value

    async def tidy(self, project_id: UUID, number: int) -> None:
        await self._painter.tidy(_key(project_id, number))

    def _plan(self, project_id: UUID, number: int) -> KeptPlan | None:
        with self._house.reading() as services:
            return services.pitches.find_current_plan(project_id, number)


def _key(project_id: UUID, number: int) -> str:
    return f"{project_id}-{number}"


def _replaced(payload: JsonObject) -> list[str]:
    """The stills of the plan before."""
    return cast("list[str]", payload.get("replaced", []))


def _count(services: Services, project_id: UUID, number: int) -> int:
    """How many stills that plan is to have; none when it was superseded."""
    kept = services.pitches.find_current_plan(project_id, number)
    return 0 if kept is None else len(kept.previews)


def _tell(services: Services, project_id: UUID, number: int, place: int, state: PreviewState) -> bool:
    """Write down how a still went; whether its plan is still the last one."""
    kept = services.pitches.find_current_plan(project_id, number)
    if kept is None:
        return False
    services.pitches.tell_preview(project_id, number, replace(kept.previews[place], state=state))
    return True


def _give_up(services: Services, project_id: UUID, number: int) -> int:
    """Nothing more will be painted: whoever waits for a still shall know."""
    kept = services.pitches.find_current_plan(project_id, number)
    pending = [one for one in kept.previews if one.state is PreviewState.PENDING] if kept else []
    for preview in pending:
        services.pitches.tell_preview(project_id, number, replace(preview, state=PreviewState.FAILED))
    return len(pending)
