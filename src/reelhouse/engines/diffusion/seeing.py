"""How pictures and words go to a Qwen text encoder together.

What transformers has for it also reads films, and needs torchvision for that, which nothing else here does.
"""

from pathlib import Path
from typing import Any

SEEN = "<|image_pad|>"
"""Stands in a text for one patch of a picture."""


class Eyes:
    """Takes the place of ``Qwen2VLProcessor`` in a pipeline."""

    def __init__(self, pictures: Any, tokenizer: Any) -> None:  # noqa: ANN401 - of a library without types
        self._pictures, self._tokenizer = pictures, tokenizer

    @classmethod
    def of(cls, folder: Path, tokenizer: Any) -> "Eyes":  # noqa: ANN401
        from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import (  # noqa: PLC0415 - of the extra
            Qwen2VLImageProcessorPil,
        )

        return cls(Qwen2VLImageProcessorPil.from_pretrained(folder, local_files_only=True), tokenizer)

    def __call__(self, text: list[str], images: Any = None, **options: Any) -> Any:  # noqa: ANN401
        """`text` has one mark a picture, in the order of `images`: it is repeated once a patch."""
        from transformers import BatchFeature  # noqa: PLC0415

        if images is None:
            return BatchFeature(dict(self._tokenizer(text, **options)))
        seen = self._pictures(images=images, return_tensors="pt")
        patches = [int(grid.prod()) // self._pictures.merge_size**2 for grid in seen["image_grid_thw"]]
        return BatchFeature({**self._tokenizer(_spread(text, patches), **options), **seen})


def _spread(texts: list[str], patches: list[int]) -> list[str]:
    ahead = iter(patches)
    return [
        "".join(part + SEEN * next(ahead, 0) for part in text.split(SEEN)[:-1]) + text.split(SEEN)[-1]
        for text in texts
    ]
