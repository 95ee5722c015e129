"""Wishes become the input of a model. What matters and has no place is refused, the rest is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from pydantic import JsonValue

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.hosted.sizes import told_size
from reelhouse.engines.hosted.table import Input, Inputs, Variant
from reelhouse.engines.hosted.wishes import QUIET, TITLES, Value, Wishes, is_blank, title_of

NEVER_LESS = frozenset({"seconds", "frames"})
"""Of these a model may make more, for the rest is cut off; where it makes less, it is refused."""

NEVER_MORE = frozenset({"faces"})
"""Of these a model may make less; where it makes more, it is refused. Other numbers are brought inside."""

EPSILON = 1e-9

Addresses = Mapping[str, Sequence[str]]
"""Where the model finds the files, by field."""


@dataclass(frozen=True, slots=True)
class Mapper:
    """Speaks for `model` at `engine`, in refusals."""

    engine: str
    model: str

    def chosen(self, variants: Sequence[Variant], wishes: Wishes) -> Variant:
        """The first way to ask that takes everything that matters. Raises `EngineRefused`."""
        given = wishes.given()
        possible = [variant for variant in variants if given >= set(variant.needs)]
        if not possible:
            ways = " or ".join(_listed(set(variant.needs) - given) for variant in variants)
            raise self._refused(f"cannot do without: {ways}")
        lacks = [given & set(TITLES) - variant.places() for variant in possible]
        if frozenset() not in lacks:
            raise self._refused(f"does not take: {_listed(min(lacks, key=len))}")
        return possible[lacks.index(frozenset())]

    def inputs(
        self, fields: Inputs, wishes: Wishes, addresses: Addresses
    ) -> tuple[dict[str, JsonValue], frozenset[str]]:
        """The inputs for `fields`, and the wishes that their values cannot tell.

        Raises `EngineRefused` for what is outside of the model's limits.
        """
        inputs: dict[str, JsonValue] = {}
        untold = set()
        for name, told in fields.items():
            value = wishes.values.get(name)
            if not is_blank(value):
                formed = self._formed(name, value, told)
                if formed is None:
                    untold.add(name)
                else:
                    inputs[told.to] = formed
            elif addresses.get(name):
                inputs[told.to] = self._addressed(name, addresses[name], told, inputs.get(told.to))
        return inputs, frozenset(untold)

    def notes(self, variant: Variant, wishes: Wishes, untold: frozenset[str]) -> tuple[str, ...]:
        """A sentence about everything that was asked for and does not reach the model."""
        lost = (wishes.given() - variant.places() - QUIET) | (untold - QUIET)
        return (f"The model {self.model} has no input for: {_listed(lost)}.",) if lost else ()

    def _formed(self, name: str, value: Value, told: Input) -> JsonValue:
        if told.words:
            return told.words.get(str(value).lower())
        if isinstance(value, str):
            return value.replace("\0", " ").encode(errors="replace").decode()
        if isinstance(value, bool) or value is None:
            return value
        number = self._limited(name, value, told)
        if told.form == "text":
            return f"{number:g}"
        if told.form == "whole":
            return ceil(number - EPSILON) if name in NEVER_LESS else round(number)
        return int(number) if float(number).is_integer() else number

    def _limited(self, name: str, value: float, told: Input) -> float:
        if name == "seed" and told.most is not None:
            return value % (told.most + 1)
        least = min(told.choices, default=told.least)
        most = max(told.choices, default=told.most)
        if name in NEVER_LESS and most is not None and value > most + EPSILON:
            raise self._refused(f"makes at most {most:g} {name}, not {value:g}")
        if name in NEVER_MORE and least is not None and value < least:
            raise self._refused(f"makes at least {least:g} {name}, not {value:g}")
        if told.choices:
            return next((one for one in sorted(told.choices) if one >= value - EPSILON), max(told.choices))
        raised = value if least is None else max(value, least)
        return raised if most is None else min(raised, most)

    def _addressed(self, name: str, addresses: Sequence[str], told: Input, before: JsonValue) -> JsonValue:
        if told.form == "list":
            return [*(before if isinstance(before, list) else ()), *addresses]
        if len(addresses) > 1:
            raise self._refused(f"takes one of the {title_of(name)}, not {len(addresses)}")
        return addresses[0]

    def _refused(self, reason: str) -> EngineRefused:
        return EngineRefused(self.engine, f"the model {self.model} {reason}")


def sized(variant: Variant, size: tuple[int, int] | None) -> dict[str, JsonValue]:
    """The inputs that tell a size, each in its way."""
    inputs: dict[str, JsonValue] = {}
    for rule in variant.size if size else ():
        inputs |= told_size(rule, size or (1, 1))
    return inputs


def _listed(names: frozenset[str] | set[str]) -> str:
    return ", ".join(title_of(name) for name in sorted(names))
