"""Films by LTX and LTX-2, in the process that holds them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from reelhouse.engines.diffusion.calling import called, unread
from reelhouse.engines.diffusion.steps import Steps
from reelhouse.engines.diffusion.wire import FRAMES, FilmWork, Order, Placed, Report

AVOIDED = "worst quality, inconsistent motion, blurry, jittery, distorted"
GROUP = 8  # frames of LTX-2 that share a place; the first frame has one of its own
DECODED_NOISY = {"decode_timestep": 0.05, "decode_noise_scale": 0.025}
"""For decoders that take away the last of the noise themselves."""


def film(pipe: Any, order: Order, work: FilmWork, steps: Steps) -> Report:  # noqa: ANN401
    usual: dict[str, object] = {"negative_prompt": AVOIDED}
    if getattr(pipe.vae.config, "timestep_conditioning", False):
        usual |= DECODED_NOISY
    ours = {
        "prompt": work.prompt,
        "width": work.width,
        "height": work.height,
        "num_frames": work.frames,
        "frame_rate": work.fps,
        "output_type": "np",
    }
    pipe, placed = _shown(pipe, order, work.placed)
    made = called(pipe, steps, order.recipe, seed=work.seed, more=work.more, usual=usual, ours=ours | placed)
    steps.check()
    notes = unread(pipe, order.recipe, "max_sequence_length", prompt=work.prompt)
    return _kept(made.frames[0], order, notes)


def _shown(pipe: Any, order: Order, placed: tuple[Placed, ...]) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401
    """The pipeline that is called, and given frames in the words of it."""
    if not placed:
        return pipe, {}
    pictures = [[Image.open(order.folder / name) for name in one.pictures] for one in placed]
    if order.pipeline == "LTXPipeline":
        from diffusers import LTXImageToVideoPipeline  # noqa: PLC0415

        moved = LTXImageToVideoPipeline(**pipe.components)
        moved.set_progress_bar_config(disable=True)
        return moved, {"image": pictures[0][0]}
    condition = _condition if order.pipeline == "LTXConditionPipeline" else _condition_2
    return pipe, {
        "conditions": [condition(one.at, frames) for one, frames in zip(placed, pictures, strict=True)]
    }


def _condition(at: int, frames: Sequence[Image.Image]) -> Any:  # noqa: ANN401
    from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition  # noqa: PLC0415

    if len(frames) == 1:
        return LTXVideoCondition(image=frames[0], frame_index=at)
    return LTXVideoCondition(video=list(frames), frame_index=at)


def _condition_2(at: int, frames: Sequence[Image.Image]) -> Any:  # noqa: ANN401
    from diffusers.pipelines.ltx2.pipeline_ltx2_condition import LTX2VideoCondition  # noqa: PLC0415

    return LTX2VideoCondition(frames=list(frames), index=0 if at == 0 else (at - 1) // GROUP + 1)


def _kept(frames: Any, order: Order, notes: tuple[str, ...]) -> Report:  # noqa: ANN401
    """Frame by frame, for as bytes they take a quarter of what they take here."""
    with (order.folder / FRAMES).open("wb") as file:
        for frame in frames:
            file.write(np.rint(np.clip(frame, 0, 1) * 255).astype(np.uint8).tobytes())
    return Report(told="made", number=order.number, shape=tuple(frames.shape[:3]), notes=notes)
