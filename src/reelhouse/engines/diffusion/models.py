"""Where a model is on this machine, and what it is: nothing is loaded for it, and nothing downloaded."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reelhouse.engines.diffusion.recipes import Recipe
from reelhouse.engines.errors import EngineRefused

ENGINE = "diffusers"
INDEX = "model_index.json"
REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")


@dataclass(frozen=True, slots=True)
class Craft:
    """What one family does with diffusers.

    `pipelines` are the classes that can do it, each with the class that is loaded for it: some weights can do
    more than the class says that they were published for. `usual` is asked for when the settings name none.
    """

    family: str
    usual: str
    pipelines: Mapping[str, str]


CRAFTS: Mapping[str, Craft] = {
    craft.family: craft
    for craft in (
        Craft("image", "Qwen/Qwen-Image", {"QwenImagePipeline": "QwenImagePipeline"}),
        Craft(
            "edit",
            "Qwen/Qwen-Image-Edit-2509",
            {
                "QwenImageEditPipeline": "QwenImageEditPipeline",
                "QwenImageEditPlusPipeline": "QwenImageEditPlusPipeline",
            },
        ),
        Craft(
            "video",
            "Lightricks/LTX-2",
            {
                "LTXPipeline": "LTXPipeline",
                "LTXImageToVideoPipeline": "LTXPipeline",
                "LTXConditionPipeline": "LTXConditionPipeline",
                "LTX2Pipeline": "LTX2ConditionPipeline",
                "LTX2ImageToVideoPipeline": "LTX2ConditionPipeline",
                "LTX2ConditionPipeline": "LTX2ConditionPipeline",
            },
        ),
        Craft("song", "ACE-Step/acestep-v15-xl-turbo-diffusers", {"AceStepPipeline": "AceStepPipeline"}),
    )
}


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in `folder`, and the `pipeline` class that is loaded for them."""

    name: str
    folder: Path
    pipeline: str


def find_model(craft: Craft, name: str, recipe: Recipe) -> Model:
    """The model of this name: a folder, or an id of the Hugging Face hub that is in its cache.

    Raises `EngineRefused` with what to do when it is not here, or is for other work.
    """
    name = name or craft.usual
    folder = _folder(craft, name)
    published = recipe.pipeline or _pipeline(folder)
    if published not in craft.pipelines:
        raise EngineRefused(
            ENGINE,
            f"the model {name} is a {published}, and the work of {craft.family} is done by "
            f"{' or '.join(craft.pipelines)}",
        )
    return Model(name, folder, craft.pipelines[published])


def _folder(craft: Craft, name: str) -> Path:
    path = Path(name).expanduser()
    if (path / INDEX).is_file():
        return path.resolve()
    if path.exists():
        raise EngineRefused(ENGINE, f"{name} has no {INDEX}; a model of diffusers is a folder that has one")
    cached = _cached(name) if REPOSITORY.fullmatch(name) else None
    if cached is None:
        raise EngineRefused(ENGINE, _absent(craft, name))
    return cached


def _cached(name: str) -> Path | None:
    from huggingface_hub import try_to_load_from_cache  # noqa: PLC0415 - of the extra

    found = try_to_load_from_cache(name, INDEX)
    return Path(found).parent if isinstance(found, str) else None


def _absent(craft: Craft, name: str) -> str:
    setting = f"REELHOUSE_{craft.family.upper()}_MODEL"
    if REPOSITORY.fullmatch(name):
        return (
            f"the model {name} is not on this machine, and nothing is downloaded by itself; run "
            f"`hf download {name}`, or set {setting} to the folder of another one"
        )
    return f"there is no folder {name}; set {setting} to the folder of a model, or to its id on the hub"


def _pipeline(folder: Path) -> str:
    """The class that the model says it is."""
    try:
        index = json.loads((folder / INDEX).read_bytes())
        name = index["_class_name"]
    except (OSError, ValueError, KeyError, TypeError):
        raise EngineRefused(ENGINE, f"{folder / INDEX} does not say what it is the model of") from None
    return str(name)
