"""Where given frames stand in a film of LTX or LTX-2, and which of them have no place."""

from dataclasses import dataclass

from reelhouse.engines.diffusion.models import ENGINE, Model
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.video.types import VideoRequest

GROUP = 8
"""Frames that a model keeps together; the first of a film stands alone, so that films have 8n + 1."""

FIRST_ONLY, ANYWHERE = "LTXPipeline", "LTXConditionPipeline"


@dataclass(frozen=True, slots=True)
class Spot:
    """Encoded pictures that the film shows from frame `at` on; `what` they are in errors."""

    at: int
    pictures: tuple[bytes, ...]
    what: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A film of `frames` frames, of which the caller takes as many as it asked for."""

    frames: int
    spots: tuple[Spot, ...]
    notes: tuple[str, ...] = ()


def planned(request: VideoRequest, model: Model) -> Plan:
    """Raises `EngineRefused` for frames that the model does not take at all."""
    given = list(request.overlap)
    if request.start is not None:
        given[:1] = [request.start]
    frames = -(-(request.frames - 1) // GROUP) * GROUP + 1
    if model.pipeline == FIRST_ONLY:
        return Plan(frames, _first(request, given, model))
    spots, notes = _beginning(given, anywhere=model.pipeline == ANYWHERE)
    if request.final is not None and request.frames > 1:
        spots += (Spot(request.frames - 1, (request.final,), "final frame"),)
    return Plan(frames, spots, notes)


def _first(request: VideoRequest, given: list[bytes], model: Model) -> tuple[Spot, ...]:
    if request.final is not None or len(given) > 1:
        raise EngineRefused(
            ENGINE,
            f"{model.name} is run as {model.pipeline}, which takes a start frame and no others; LTX-2 and "
            f"{ANYWHERE} take more",
        )
    return tuple(Spot(0, (one,), "start frame") for one in given)


def _beginning(given: list[bytes], *, anywhere: bool) -> tuple[tuple[Spot, ...], tuple[str, ...]]:
    """The given frames as a clip of 8n + 1, and the rest one by one where the model lets them stand."""
    if not given:
        return (), ()
    whole = (len(given) - 1) // GROUP * GROUP + 1
    clip = Spot(0, tuple(given[:whole]), "start frame" if whole == 1 else "overlap frame")
    rest = range(whole, len(given))
    stand = [at for at in rest if anywhere or at % GROUP == 1]
    spots = (clip, *(Spot(at, (given[at],), "overlap frame") for at in stand))
    lost = len(rest) - len(stand)
    if not lost:
        return spots, ()
    return spots, (
        f"{lost} of {len(given)} overlap frames had no place in the model, which takes them as 8n + 1.",
    )
