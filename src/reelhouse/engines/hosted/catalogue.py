"""The known models of a vendor, and users' own tables."""

import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.hosted.table import Models, Variant
from reelhouse.engines.settings import EngineSettings

CATALOGUE = TypeAdapter(dict[str, Models])
VARIANTS = TypeAdapter(tuple[Variant, ...])


def model_of(vendor: str, ability: str, settings: EngineSettings) -> tuple[str, tuple[Variant, ...]]:
    """The name of the model to ask, and the ways to ask it.

    Raises `EngineNotConfigured` for a model that nobody has described, or a table that is wrong.
    """
    known = _catalogue(vendor)[ability]
    name = settings.model.strip("/") or known.default
    if settings.workflow:
        return name, own_variants(settings.workflow)
    variants = known.models.get(name) or known.models.get(name.partition(":")[0])
    if variants is None:
        raise EngineNotConfigured(
            f"the model {name!r} of {vendor}",
            f"set REELHOUSE_{ability.upper()}_WORKFLOW to a table of its inputs"
            f" (docs/how-to/fal-and-replicate.md), or choose one of {', '.join(known.models)}",
        )
    return name, variants


def own_variants(path: Path) -> tuple[Variant, ...]:
    """A user's own table, JSON or TOML: one way to ask the model, or several under ``variants``."""
    try:
        text = path.read_text("utf-8")
        document = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
        if isinstance(document, dict):
            document = document.get("variants", [document])
        variants = VARIANTS.validate_python(document)
    except (OSError, ValueError) as wrong:
        raise _unusable(path, _sentence(wrong)) from None
    if not variants:
        raise _unusable(path, "it describes no way to ask the model")
    return variants


@cache
def _catalogue(vendor: str) -> dict[str, Models]:
    return CATALOGUE.validate_json((files(__package__) / "models" / f"{vendor}.json").read_bytes())


def _unusable(path: Path, sentence: str) -> EngineNotConfigured:
    return EngineNotConfigured("a model by a table of its inputs", f"mend {path}: {sentence}")


def _sentence(wrong: Exception) -> str:
    if isinstance(wrong, ValidationError):
        first = wrong.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(wrong)
