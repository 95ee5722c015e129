"""Fields of an input in words, from the schema that checks them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
FILE = "URL or {dataBase64, mimeType}"


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """`kind` is type and limits in words, `usual` what is taken when the field is left out."""

    name: str
    kind: str
    required: bool
    usual: Any
    about: str

    @property
    def line(self) -> str:
        required = ", required" if self.required else ""
        usual = "" if self.usual is None else f", default {_shown(self.usual)}"
        return f"`{self.name}` ({self.kind}{required}{usual}): {self.about}"


def fields_of(model: type[BaseModel]) -> Iterator[FieldFacts]:
    schema = model.model_json_schema()
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        yield FieldFacts(
            name, _kind(field), name in required, field.get("default"), field.get("description", "")
        )


def needs_of(model: type[BaseModel]) -> str:
    """What an input cannot do without, in words; its schema says the same."""
    schema = model.model_json_schema()
    needs = _all_of(schema)
    if "if" in schema:
        ((field, wanted),) = schema["if"]["properties"].items()
        usual, other = (" and ".join(_all_of(schema[branch])) for branch in ("else", "then"))
        needs.append(f"{usual} (with {field} {wanted['const']} {other} instead)")
    return ", ".join(needs)


def _all_of(schema: Mapping[str, Any]) -> list[str]:
    return [*schema.get("required", ()), *_either(schema)]


def _either(schema: Mapping[str, Any]) -> list[str]:
    ways = [" and ".join(way["required"]) for way in schema.get("anyOf", ())]
    return [" or ".join(ways)] if ways else []


def _kind(schema: Mapping[str, Any]) -> str:
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if "oneOf" in schema:
        return FILE
    if choices:
        return _kind({**schema, **choices[0], "anyOf": ()})
    if named := schema.get("enum", [schema["const"]] if "const" in schema else ()):
        return " or ".join(map(str, named))
    if schema["type"] == "array":
        return f"list of {_kind(schema['items'])},{_range(schema, 'minItems', 'maxItems')}"
    return "URL" if schema.get("format") == "uri" else f"{TYPES[schema['type']]}{_limits(schema)}"


def _limits(schema: Mapping[str, Any]) -> str:
    if schema["type"] == "string":
        words = _range(schema, "minLength", "maxLength")
        return f"{words} characters" if words else ""
    above = f" above {schema['exclusiveMinimum']:g}" if "exclusiveMinimum" in schema else ""
    step = f", a multiple of {schema['multipleOf']}" if "multipleOf" in schema else ""
    return f"{above}{_range(schema, 'minimum', 'maximum')}{step}"


def _range(schema: Mapping[str, Any], least: str, most: str) -> str:
    low, high = schema.get(least), schema.get(most)
    if low is not None and high is not None:
        return f" {low} to {high}"
    return f" up to {high}" if high is not None else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
