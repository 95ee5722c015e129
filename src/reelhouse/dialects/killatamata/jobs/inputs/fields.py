"""The kinds of fields that inputs are made of.

Types are strict, unknown fields are refused, and null means "not given".
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, StrictStr

LONGEST_PROMPT = 10_000
LARGEST_SEED = 2**63 - 1
MOST_PIXELS = 4_194_304
KBPS = (64, 96, 128, 160, 192, 224, 256, 320)
QUALITY_FORM = rf"^({'|'.join(map(str, KBPS))})[kK]?$"
SEEDED = "The same seed and input make the same result; drawn, and shown in effectiveInput, when left out."


def _whole(value: object) -> object:
    """JSON knows one kind of number: 10.0 is ten."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


WHOLE = BeforeValidator(_whole)
"""After the limits of a field, so that its schema tells them."""
Real = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Address = Annotated[StrictStr, Field(max_length=2048, json_schema_extra={"format": "uri"})]
Prompt = Annotated[StrictStr, Field(min_length=1, max_length=LONGEST_PROMPT, pattern=r"\S")]
Side = Annotated[StrictInt, Field(ge=32, le=16_352, multiple_of=32), WHOLE]
Seed = Annotated[StrictInt, Field(ge=0, le=LARGEST_SEED), WHOLE]
OutputFormat = Literal["webp", "png", "jpg"]


class Message(BaseModel):
    model_config = ConfigDict(extra="forbid")


def optional(description: str, usual: object = None, **limits: Any) -> Any:  # noqa: ANN401 - as `Field`
    """A field that may be left out. `usual` is what is taken then; its schema tells it."""
    shown = {} if usual is None else {"default": usual}
    extra: dict[str, Any] = limits.pop("json_schema_extra", {}) | shown
    return Field(None, description=description, json_schema_extra=extra, **limits)


def quality(usual: int) -> Any:  # noqa: ANN401 - as `Field`
    return optional(
        f"Bit rate of the file: {', '.join(f'{kbps}k' for kbps in KBPS)}.",
        f"{usual}k",
        json_schema_extra={"pattern": QUALITY_FORM},
    )


def either(*names: str) -> dict[str, Any]:
    """For the schema of an input: one of these fields is needed."""
    return {"anyOf": [{"required": [name]} for name in names]}
