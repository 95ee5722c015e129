"""Plans on the command line: wishes that change one, and a plan as a person reads it."""

import dataclasses
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
from pydantic import ValidationError
from rich.console import Console, Group
from rich.markup import escape
from rich.table import Table

from reelhouse.core.pitches.asked import ASKED, Asked
from reelhouse.core.pitches.composing.composer import spans_of
from reelhouse.core.pitches.directing.given_out import asked_of
from reelhouse.core.pitches.merging import merged
from reelhouse.core.pitches.plan import PLANS, Plan, PlannedScene

BAR = 12
THEIRS = {"director": "direction", "targetLengthS": "target_seconds", "heroBeatIdx": "hero_beat"}


def wishes_of(plan: Path | None, given: Sequence[str]) -> Asked:
    """A plan that ``--json`` printed, and over it ``field=value`` pairs. Raises `typer.BadParameter`."""
    wishes = _plan_in(plan) if plan else Asked()
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise typer.BadParameter(f"{pair!r} is not FIELD=VALUE", param_hint="--set")
        wishes = merged(wishes, _wish(name.strip(), value.strip()))
    return wishes


def _plan_in(path: Path) -> Asked:
    try:
        document = json.loads(path.read_text())
        return asked_of(PLANS.validate_python(document.get("plan", document)))
    except (OSError, ValueError, AttributeError) as error:
        raise typer.BadParameter(f"{path} holds no plan: {_short(error)}", param_hint="--plan") from error


def _wish(name: str, value: str) -> Asked:
    steps = [_ours(step) for step in name.split(".")]
    _check_field(steps, name)
    try:
        document: Any = json.loads(value)
    except ValueError:
        document = value
    for step in reversed(steps):
        document = {step: document}
    try:
        return ASKED.validate_python(document)
    except ValidationError as error:
        raise typer.BadParameter(f"{name}: {_short(error)}", param_hint="--set") from error


def _ours(step: str) -> str:
    """A plan's field as its gaps name it, in the words of an API, is taken as well as our own."""
    return THEIRS.get(step) or re.sub(r"(?<=[a-z])([A-Z])", r"_\1", step).lower()


def _check_field(steps: list[str], name: str) -> None:
    """A misspelt field would be a wish that nobody hears."""
    kind: Any = Asked
    for step in steps:
        known = (
            {field.name for field in dataclasses.fields(kind)} if dataclasses.is_dataclass(kind) else set()
        )
        if step not in known:
            choices = ", ".join(sorted(known)) or "nothing"
            raise typer.BadParameter(f"{name}: {step!r} is none of {choices}", param_hint="--set")
        hint = get_type_hints(kind)[step]
        kind = next((one for one in (hint, *get_args(hint)) if dataclasses.is_dataclass(one)), hint)


def _fields_of(kind: Any) -> set[str]:  # noqa: ANN401 - a type hint may be anything
    return {field.name for field in dataclasses.fields(kind)} if dataclasses.is_dataclass(kind) else set()


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)


def show(plan: Plan, console: Console) -> None:
    """Scenes, how well they fit the goal and what would fit better, warnings, and what it costs."""
    console.print(Group(_scenes(plan), _fit(plan)))
    for gap in plan.fit.gaps:
        tip = escape(f"{gap.field} = {json.dumps(gap.suggestion, ensure_ascii=False)}")
        console.print(f"[cyan]+{gap.gain:.2f}[/] {tip}  [dim]{escape(gap.reason)}[/]")
    for warning in plan.warnings:
        console.print(f"[yellow]{warning.code}[/] {escape(warning.message)}")
    estimate = plan.estimate
    console.print(
        f"{float(estimate.seconds):g} s, {estimate.scenes} scenes, {estimate.spoken_characters} characters "
        f"spoken; on a server {estimate.price / 1_000_000:.2f} dollars"
    )


def _scenes(plan: Plan) -> Table:
    table = Table(
        "", "seconds", "shows", "said", "large", "moves", title=escape(plan.direction.hook), expand=True
    )
    for scene, span in spans_of(plan):
        beat = plan.direction.outline[scene.beat] if scene.beat is not None else None
        shows = (beat.title if beat and beat.title else scene.role.value, f"[dim]{scene.layout.value}[/]")
        table.add_row(
            scene.scene_id,
            f"{float(span.start):.1f}-{float(span.end):.1f}",
            "\n".join((escape(shows[0]), shows[1])),
            escape(scene.narration),
            escape(scene.kinetic_text),
            "\n".join(_motion(scene)),
        )
    return table


def _motion(scene: PlannedScene) -> Iterator[str]:
    if scene.transition:
        yield scene.transition.value
    motion = scene.motion
    counted = (("glance", motion.glances), ("press", motion.presses), ("callout", motion.callouts))
    for name, moves in counted:
        if moves:
            yield f"{len(moves)} {name}{'' if len(moves) == 1 else 's'}"


def _fit(plan: Plan) -> Table:
    table = Table("", "", "", title=f"fit {plan.fit.score:.2f}", show_header=False, expand=True)
    for part in plan.fit.parts:
        full = round(part.score * BAR)
        bar = f"[green]{'━' * full}[/][dim]{'━' * (BAR - full)}[/] {part.score:.2f}"
        table.add_row(part.name, bar, escape(part.reason))
    return table
