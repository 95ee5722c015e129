"""How a hosted model is asked, as data: its names for our fields, its limits, and where its result stands.

The tables of known models lie in ``models/``; a user's own file has the same form.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Input(Strict):
    """One input of a model, `to`, and what it takes.

    ``list`` collects files, also of several fields, in the order of the table; ``text`` tells a number as
    text, ``whole`` rounds it. `choices` are the only numbers; the smallest that is enough is taken. `words`
    are the model's values for ours (``true``, ``de``); a value that is not among them has no place.
    """

    to: str
    form: Literal["plain", "list", "text", "whole"] = "plain"
    choices: tuple[float, ...] = ()
    least: float | None = None
    most: float | None = None
    words: dict[str, JsonValue] = {}


class Size(Strict):
    """How a size is told.

    ``object``: ``{"width": …, "height": …}``; ``sides``: two inputs; ``text``: ``1024x768``; ``ratio``: the
    nearest of `choices` such as ``16:9``; ``tier``: the smallest of `choices` such as ``720p`` that is enough
    for the shorter side. Pixels are multiples of `multiple` from `least` to `most`.
    """

    form: Literal["object", "sides", "text", "ratio", "tier"]
    to: str = ""
    width: str = "width"
    height: str = "height"
    multiple: int = Field(default=1, ge=1)
    least: int = Field(default=1, ge=1)
    most: int = Field(default=8192, ge=1)
    choices: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> "Size":
        if self.form != "sides" and not self.to:
            raise ValueError("`to` names the input that takes the size")
        if self.form in {"ratio", "tier"} and not self.choices:
            raise ValueError("`choices` are missing")
        if self.form == "ratio" and not all(_is_ratio(choice) for choice in self.choices):
            raise ValueError("`choices` are ratios such as 16:9")
        if self.form == "tier" and not all(pixels_of(choice) for choice in self.choices):
            raise ValueError("`choices` are sizes such as 720p")
        return self


def _as_input(told: object) -> object:
    return {"to": told} if isinstance(told, str) else told


def _as_paths(told: object) -> object:
    return [told] if isinstance(told, str) else told


Inputs = dict[str, Annotated[Input, BeforeValidator(_as_input)]]
Paths = Annotated[tuple[str, ...], BeforeValidator(_as_paths)]


class Before(Strict):
    """A model that is asked first; what stands at `output` of its answer becomes the input `to`."""

    path: str
    fields: Inputs
    output: Paths
    to: str


class Variant(Strict):
    """One way to ask a model.

    `path` is the model's name where it differs from the one that was asked for; `needs` are fields without
    which this way makes no sense; `constants` are inputs that are always sent, unless a field takes their
    place. `output` are places in the answer (``images.0.url``), of which the first that is there counts; an
    empty one is the whole. `withheld` is the place of a mark that a filter keeps the result back.
    """

    path: str = ""
    needs: tuple[str, ...] = ()
    fields: Inputs
    size: tuple[Size, ...] = ()
    constants: dict[str, JsonValue] = {}
    before: Before | None = None
    output: Paths = ("",)
    withheld: str = ""

    def places(self) -> frozenset[str]:
        """The fields that this way has a place for."""
        return frozenset({*self.fields, *(self.before.fields if self.before else ())})


class Models(Strict):
    """The models for one ability; `default` is asked when the settings name none."""

    default: str
    models: dict[str, tuple[Variant, ...]]


def pixels_of(tier: str) -> float:
    """720 of ``720p``, 2000 of ``2k``; 0 where there is no number."""
    number = "".join(letter for letter in tier if letter.isdigit() or letter == ".")
    try:
        return float(number) * (1000 if tier.lower().endswith("k") else 1)
    except ValueError:
        return 0


def ratio_of(choice: str) -> float:
    """Width by height of ``16:9``."""
    width, _, height = choice.partition(":")
    return float(width) / float(height)


def _is_ratio(choice: str) -> bool:
    try:
        return ratio_of(choice) > 0
    except (ValueError, ZeroDivisionError):
        return False
