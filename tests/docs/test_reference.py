"""The reference pages name everything that exists."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from pydantic import BaseModel

import reelhouse
from reelhouse.cli.app import app
from reelhouse.config import Settings
from reelhouse.core.pitches.directing.warnings import MEANINGS, Code
from reelhouse.core.pitches.remarks import REMARKS, Remark
from reelhouse.dialects.agentmedia.errors import INTERNAL, TABLE
from reelhouse.dialects.pitchstage import errors as pitchstage
from reelhouse.engines.settings import EngineSettings
from reelhouse.kit.errors import ReelhouseError

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
PITCHES = REFERENCE.parent / "how-to" / "pitch.md"


def setting_rows(model: type[BaseModel], prefix: str) -> Iterator[str]:
    """The line of the table that each setting ought to have."""
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from setting_rows(field.annotation, f"{prefix}{name.upper()}_")
        elif not is_shared(model, name):
            yield setting_row(model, name, prefix)


def setting_row(model: type[BaseModel], name: str, prefix: str) -> str:
    field = model.model_fields[name]
    given = field.get_default(call_default_factory=True, validated_data={})
    default = f"`{given}`" if given else ""
    return f"| `{prefix}{name.upper()}` | {default} | {field.description} |"


def is_shared(model: type[BaseModel], name: str) -> bool:
    """Whether a family of engines has this setting as all of them have it."""
    shared = EngineSettings.model_fields.get(name)
    own = model.model_fields[name]
    return (
        issubclass(model, EngineSettings)
        and shared is not None
        and (own.default, own.description) == (shared.default, shared.description)
    )


def commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - see below
    """Every command below `group`, by what one types; typer carries its own copy of click's classes."""
    nested = getattr(group, "commands", None)
    if nested is None:
        yield path, group
        return
    for name, command in nested.items():
        yield from commands(command, f"{path} {name}")


def errors() -> set[type[ReelhouseError]]:
    for module in pkgutil.walk_packages(reelhouse.__path__, "reelhouse."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[ReelhouseError]] = set()
    waiting = [ReelhouseError]
    while waiting:
        kind = waiting.pop()
        waiting.extend(kind.__subclasses__())
        if kind.__module__.startswith("reelhouse."):
            found.add(kind)
    return found


SHARED = [setting_row(EngineSettings, name, "REELHOUSE_<FAMILY>_") for name in EngineSettings.model_fields]


@pytest.mark.parametrize("row", [*setting_rows(Settings, "REELHOUSE_"), *SHARED])
def test_every_setting_is_in_the_reference_with_its_default(row: str) -> None:
    assert row in (REFERENCE / "settings.md").read_text().splitlines()


def test_every_command_and_option_is_in_the_reference() -> None:
    page = (REFERENCE / "cli.md").read_text()
    missing = []
    for path, command in commands(typer.main.get_command(app), "reelhouse"):
        if f"`{path}" not in page:
            missing.append(path)
        missing += [
            f"{path} {option}"
            for parameter in command.params
            for option in parameter.opts
            if option.startswith("--") and f"`{option}" not in page
        ]

    assert missing == []


def test_every_error_code_is_in_the_reference() -> None:
    page = (REFERENCE / "errors.md").read_text()

    assert sorted(kind.code for kind in errors() if f"`{kind.code}`" not in page) == []


def test_every_word_of_agentmedia_for_an_error_is_in_the_reference() -> None:
    page = (REFERENCE / "errors.md").read_text()
    rows = {f"| {words.status} | `{words.type}` | `{words.code}` |" for words in (*TABLE.values(), INTERNAL)}

    assert sorted(row for row in rows if row not in page) == []


def test_every_word_of_pitchstage_for_an_error_is_in_the_reference() -> None:
    page = (REFERENCE / "errors.md").read_text()
    said = (*pitchstage.TABLE.values(), pitchstage.PROJECT_QUOTA, pitchstage.INTERNAL)
    rows = {f"| {words.status} | `{words.code}` |" for words in said}

    assert sorted(row for row in rows if row not in page) == []


@pytest.mark.parametrize("code", [*MEANINGS, *REMARKS])
def test_every_warning_of_a_plan_is_on_the_page_about_pitches(code: Code | Remark) -> None:
    meaning = MEANINGS[code] if isinstance(code, Code) else REMARKS[code]

    assert f"| `{code.value}` | {meaning} |" in PITCHES.read_text().splitlines()
