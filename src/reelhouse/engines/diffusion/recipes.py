"""How a model is run, where it should not be run in its own way: a small TOML file of the operator's."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reelhouse.engines.errors import EngineRefused

IDLE_SECONDS = 300.0

Value = bool | int | float | str | list[bool | int | float | str]


class Recipe(BaseModel):
    """`arguments` go to the pipeline's call, such as ``num_inference_steps = 8`` for a distilled model.

    `pipeline` is another class over the same weights. `dtype` is what the device is best at when left out,
    and `offload` how weights that do not fit on a GPU are kept beside it. A model that has had nothing to do
    for `idle_seconds` is unloaded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pipeline: str = ""
    arguments: dict[str, Value] = Field(default_factory=dict)
    dtype: Literal["auto", "float32", "float16", "bfloat16"] = "auto"
    offload: Literal["auto", "none", "model", "sequential"] = "auto"
    idle_seconds: float = Field(default=IDLE_SECONDS, ge=0)


def read_recipe(engine: str, path: Path | None) -> Recipe:
    """The recipe in the file; one without a word when there is none. Raises `EngineRefused`."""
    if path is None:
        return Recipe()
    try:
        return Recipe.model_validate(tomllib.loads(path.read_text()))
    except OSError as failure:
        raise EngineRefused(engine, f"its recipe {path} cannot be read ({failure.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as failure:
        raise EngineRefused(engine, f"its recipe {path} is no TOML: {failure}") from None
    except ValidationError as failure:
        first = failure.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise EngineRefused(engine, f"its recipe {path}: {where}: {first['msg']}") from None
