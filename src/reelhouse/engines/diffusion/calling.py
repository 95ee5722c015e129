"""How a pipeline is called: our arguments, the recipe's, and those that are ours alone."""

import inspect
from collections.abc import Mapping
from typing import Any

from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.recipes import Recipe
from reelhouse.engines.diffusion.steps import MORE, Steps
from reelhouse.engines.errors import EngineRefused

STEPS = "num_inference_steps"
OURS = frozenset(
    {
        *("prompt", "image", "video", "conditions", "width", "height", "num_frames", "frame_rate"),
        *("lyrics", "audio_duration", "vocal_language", "bpm", "keyscale", "timesignature"),
        *("generator", "latents", "output_type", "return_dict", "num_images_per_prompt"),
        *("num_videos_per_prompt", "callback", "callback_on_step_end", "callback_on_step_end_tensor_inputs"),
    }
)
"""What comes with each order; a recipe cannot change it."""


def called(
    pipe: Any,  # noqa: ANN401 - of a library without types
    steps: Steps,
    recipe: Recipe,
    *,
    seed: int,
    more: bool,
    usual: Mapping[str, object],
    ours: Mapping[str, object],
) -> Any:  # noqa: ANN401
    """What the pipeline gives. `usual` are arguments that the recipe may replace.

    Raises `EngineRefused` for a recipe that the pipeline does not know. Noise comes from the processor's
    generator, so that a seed means the same on every device.
    """
    import torch  # noqa: PLC0415 - only when it draws

    known = inspect.signature(pipe.__call__).parameters
    _check(recipe, set(known))
    arguments = {**usual, **recipe.arguments}
    wanted = arguments.get(STEPS, known[STEPS].default)
    arguments[STEPS] = round(int(str(wanted)) * MORE) if more else int(str(wanted))
    return pipe(
        **arguments,
        **ours,
        generator=torch.Generator("cpu").manual_seed(seed % 2**63),
        callback_on_step_end=steps,
    )


def unread(pipe: Any, recipe: Recipe, limit: str, **texts: str) -> tuple[str, ...]:  # noqa: ANN401
    """A sentence for each of `texts` with more tokens than the pipeline reads, by its argument `limit`."""
    usual = inspect.signature(pipe.__call__).parameters[limit].default
    most = int(str(recipe.arguments.get(limit, usual)))
    return tuple(
        f"Of the {name}, the model reads the first {most} tokens only."
        for name, text in texts.items()
        if len(pipe.tokenizer(text)["input_ids"]) > most
    )


def _check(recipe: Recipe, known: set[str]) -> None:
    for name in recipe.arguments:
        if name in OURS:
            raise EngineRefused(ENGINE, f"its recipe sets {name}, which comes with each order")
        if name not in known:
            free = ", ".join(sorted(known - OURS))
            raise EngineRefused(ENGINE, f"its recipe sets {name}; the pipeline takes {free}")
