"""The nine tasks as this house offers them: fields, price, and who does the work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel, TypeAdapter

from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.tasks.pricing import price_of
from reelhouse.core.tasks.types import Given
from reelhouse.dialects.killatamata.discovery.examples import EXAMPLES, Example, plain_example
from reelhouse.dialects.killatamata.discovery.fields import FieldFacts, fields_of, needs_of
from reelhouse.dialects.killatamata.discovery.prices import price_words, usd
from reelhouse.dialects.killatamata.jobs.reading import Body, read_body
from reelhouse.dialects.killatamata.jobs.wire import JobBody
from reelhouse.engines.errors import EngineNotConfigured

BODIES: TypeAdapter[Body] = TypeAdapter(JobBody)
BODY_MODELS: Sequence[type[BaseModel]] = get_args(Body)


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to use a task. `lack` is what the operator would have to do before it works."""

    example: Example
    engines: tuple[str, ...]
    lack: str
    price: str
    """Of the example."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`schema` is the name of the request's schema in the OpenAPI document."""

    task: str
    schema: str
    about: str
    price: str
    needs: str
    example: Example
    fields: tuple[FieldFacts, ...]
    modes: tuple[Mode, ...]


def offers_of(desk: TaskDesk) -> tuple[Offer, ...]:
    """In the document's order, as the house stands now."""
    words = price_words(desk.prices)
    return tuple(_offer(body, words[_task_of(body)], desk) for body in BODY_MODELS)


def input_models() -> Iterator[tuple[str, type[BaseModel]]]:
    """The nine tasks, and the model of each one's input."""
    for body in BODY_MODELS:
        yield _task_of(body), _input_of(body)


def _task_of(body: type[BaseModel]) -> str:
    (task,) = get_args(body.model_fields["task"].annotation)
    return str(task)


def _input_of(body: type[BaseModel]) -> type[BaseModel]:
    model = body.model_fields["input"].annotation
    assert isinstance(model, type), "an input is a model"  # noqa: S101
    return model


def _offer(body: type[BaseModel], price: str, desk: TaskDesk) -> Offer:
    task, model = _task_of(body), _input_of(body)
    return Offer(
        task=task,
        schema=body.__name__,
        about=(model.__doc__ or "").strip(),
        price=price,
        needs=needs_of(model),
        example=plain_example(task),
        fields=tuple(fields_of(model)),
        modes=tuple(_mode(example, desk) for example in EXAMPLES if example.task == task),
    )


def _mode(example: Example, desk: TaskDesk) -> Mode:
    task = read_body(BODIES.validate_python(example.body)).task_with(
        lambda sent: Given(sent.field, url=sent.url)
    )
    price = usd(price_of(task, desk.prices))
    try:
        return Mode(example, desk.crew_for(task), "", price)
    except EngineNotConfigured as missing:
        return Mode(example, (), missing.message, price)
