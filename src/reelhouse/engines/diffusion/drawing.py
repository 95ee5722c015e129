"""Pictures by Qwen-Image and Qwen-Image-Edit, in the process that holds them."""

from typing import Any

from PIL import Image

from reelhouse.engines.diffusion.calling import called, unread
from reelhouse.engines.diffusion.steps import Steps
from reelhouse.engines.diffusion.wire import PICTURE, DrawWork, EditWork, Order, Report

GUIDED = {"negative_prompt": " ", "true_cfg_scale": 4.0}
"""As the model's makers call it."""

LIMIT = "max_sequence_length"
LENT_STRENGTH = 0.75
"""How much of a lent picture is drawn anew: its colours and layout stay, its things do not."""


def draw(pipe: Any, order: Order, work: DrawWork, steps: Steps) -> Report:  # noqa: ANN401
    """Over a lent picture, when there is one."""
    ours: dict[str, object] = {"prompt": work.prompt, "width": work.width, "height": work.height}
    usual: dict[str, object] = dict(GUIDED)
    if work.reference is not None:
        from diffusers import QwenImageImg2ImgPipeline  # noqa: PLC0415

        pipe = QwenImageImg2ImgPipeline(**pipe.components)
        pipe.set_progress_bar_config(disable=True)
        ours["image"] = Image.open(order.folder / work.reference)
        usual["strength"] = LENT_STRENGTH
    made = called(pipe, steps, order.recipe, seed=work.seed, more=work.more, usual=usual, ours=ours)
    return _kept(made, order, unread(pipe, order.recipe, LIMIT, prompt=work.prompt))


def edit(pipe: Any, order: Order, work: EditWork, steps: Steps) -> Report:  # noqa: ANN401
    pictures = [Image.open(order.folder / name) for name in work.pictures]
    ours = {
        "prompt": work.prompt,
        "width": work.width,
        "height": work.height,
        "image": pictures if len(pictures) > 1 else pictures[0],
    }
    made = called(pipe, steps, order.recipe, seed=work.seed, more=work.more, usual=GUIDED, ours=ours)
    return _kept(made, order, unread(pipe, order.recipe, LIMIT, prompt=work.prompt))


def _kept(made: Any, order: Order, notes: tuple[str, ...]) -> Report:  # noqa: ANN401
    made.images[0].save(order.folder / PICTURE, compress_level=1)
    return Report(told="made", number=order.number, notes=notes)
