"""Pipelines brought into memory; only the process that holds models imports this."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reelhouse.engines.diffusion.models import ENGINE
from reelhouse.engines.diffusion.placing import Place, place
from reelhouse.engines.diffusion.wire import Order
from reelhouse.engines.errors import EngineRefused

LOOKS = frozenset({"QwenImageEditPipeline", "QwenImageEditPlusPipeline"})
"""Pipelines whose text encoder sees pictures."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pipeline, whose weights they are, and sentences about how it runs."""

    pipe: Any
    notes: tuple[str, ...] = ()


def load(order: Order) -> Loaded:
    """Downloads nothing, and reads no pickle. Raises `EngineRefused` for weights that are not complete."""
    import diffusers  # noqa: PLC0415 - seconds; who waits for the GPU has not begun to work
    import torch  # noqa: PLC0415

    device = _device(torch)
    try:
        pipe = getattr(diffusers, order.pipeline).from_pretrained(
            order.model,
            dtype=_dtype(torch, device, order.recipe.dtype),
            local_files_only=True,
            use_safetensors=True,
            **({"processor": None} if order.pipeline in LOOKS else {}),
        )
        if order.pipeline in LOOKS:
            pipe.register_modules(processor=_eyes(order.model, pipe.tokenizer))
    except (OSError, ValueError, KeyError, AttributeError) as failure:
        reason = " ".join(str(failure).split())[:300]
        raise EngineRefused(ENGINE, f"the model in {order.model} cannot be loaded: {reason}") from failure
    pipe.set_progress_bar_config(disable=True)
    return Loaded(pipe, _put(torch, pipe, device, order))


def _eyes(model: Path, tokenizer: Any) -> Any:  # noqa: ANN401 - of a library without types
    from reelhouse.engines.diffusion.seeing import Eyes  # noqa: PLC0415

    return Eyes.of(model / "processor", tokenizer)


def _device(torch: Any) -> str:  # noqa: ANN401
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _dtype(torch: Any, device: str, wanted: str) -> Any:  # noqa: ANN401
    """Half the bits where they are quick; float16 is too narrow for some of these models."""
    if wanted != "auto":
        return getattr(torch, wanted)
    return torch.float32 if device == "cpu" else torch.bfloat16


def _put(torch: Any, pipe: Any, device: str, order: Order) -> tuple[str, ...]:  # noqa: ANN401
    """Puts the weights where they fit, and says so where that costs time."""
    if device != "cuda":
        pipe.to(device)
        return () if device == "mps" else ("Made by the processor, for there is no GPU.",)
    where = Place(order.recipe.offload) if order.recipe.offload != "auto" else _fitting(torch, pipe)
    if where is Place.WHOLE:
        pipe.to(device)
        return ()
    if hasattr(pipe.vae, "enable_tiling"):
        pipe.vae.enable_tiling()
    if where is Place.PARTS:
        pipe.enable_model_cpu_offload()
        return ("The parts of the model take turns on the GPU, which is too small for all.",)
    pipe.enable_sequential_cpu_offload()
    return ("The layers of the model take turns on the GPU, which is too small: that is slow.",)


def _fitting(torch: Any, pipe: Any) -> Place:  # noqa: ANN401
    parts = {
        name: sum(weights.numel() * weights.element_size() for weights in part.parameters())
        for name, part in pipe.components.items()
        if isinstance(part, torch.nn.Module)
    }
    free, _ = torch.cuda.mem_get_info()
    return place(parts, free)


def unloaded() -> None:
    """Gives back what nobody refers to any more."""
    import gc  # noqa: PLC0415

    import torch  # noqa: PLC0415

    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
