"""What is asked of a workflow; what matters and has no place in it is refused, the rest is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic import JsonValue

from reelhouse.engines.comfyui.workflow import ENGINE, Workflow
from reelhouse.engines.errors import EngineRefused

CONTENT_TYPES = {".png": "image/png", ".mp4": "video/mp4", ".wav": "audio/wav"}
MORE_STEPS = 1.5
"""Against those of the file, when somebody asks for more quality."""

LARGEST_SEED = 2**63


@dataclass(frozen=True, slots=True)
class Upload:
    """A file for the server, of a type in `CONTENT_TYPES`."""

    content: bytes
    ending: str

    @property
    def filename(self) -> str:
        """Equal files have equal names, so that a server need not load them twice."""
        return f"{sha256(self.content).hexdigest()[:32]}{self.ending}"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.ending]


@dataclass(frozen=True, slots=True)
class Wishes:
    """A request by the names of fields. None among the `values` was not asked for.

    Without a place for one of `needed`, or for a file, the work is refused. Nobody needs to hear that there
    was none for one of `quiet`: others see to it, or it is a hint.
    """

    values: Mapping[str, JsonValue]
    files: Mapping[str, Upload] = field(default_factory=dict)
    needed: frozenset[str] = frozenset({"prompt"})
    quiet: frozenset[str] = frozenset()

    def given(self) -> dict[str, JsonValue]:
        return {name: value for name, value in self.values.items() if value is not None}


def notes(workflow: Workflow, wishes: Wishes) -> tuple[str, ...]:
    """A sentence about what does not reach the model. Raises `EngineRefused` for what must."""
    without = [name for name in (*wishes.given(), *wishes.files) if not workflow.takes(name)]
    if lacking := [name for name in without if name in wishes.needed or name in wishes.files]:
        raise EngineRefused(
            ENGINE,
            f"the workflow {workflow.name} has no place for: {_listed(lacking)} (docs/how-to/comfyui.md)",
        )
    told = [name for name in without if name not in wishes.quiet]
    return (f"The workflow {workflow.name} has no place for: {_listed(told)}.",) if told else ()


def numbered(name: str, uploads: Sequence[Upload]) -> dict[str, Upload]:
    """``reference1``, ``reference2`` …"""
    return {f"{name}{number}": upload for number, upload in enumerate(uploads, start=1)}


def more_steps(workflow: Workflow, field_name: str = "steps") -> JsonValue:
    """The steps of the file and half as many again; True, which is told, where it takes none."""
    steps = workflow.default(field_name)
    return round(steps * MORE_STEPS) if isinstance(steps, int) and not isinstance(steps, bool) else True


def seed_of(seed: int) -> int:
    """As samplers take it: from 0 on, within 63 bits."""
    return seed % LARGEST_SEED


def up_to(value: int, step: int, least: int) -> int:
    """The next multiple of `step`, and at least `least`."""
    return max(-(-value // step) * step, least)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(_titles(names)))


def _titles(names: Sequence[str]) -> Iterator[str]:
    return (name.replace("_", " ") for name in names)


def words(text: str) -> str:
    """Text that survives JSON and its way through Unicode."""
    return text.replace("\0", " ").encode(errors="replace").decode()
