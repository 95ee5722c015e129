"""Which models are found, and what is said about those that are not. Nothing is loaded for it."""

import json
from pathlib import Path

import pytest

from reelhouse.engines.diffusion.models import CRAFTS, find_model
from reelhouse.engines.diffusion.recipes import Recipe, read_recipe
from reelhouse.engines.errors import EngineRefused


def published(folder: Path, pipeline: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model_index.json").write_text(json.dumps({"_class_name": pipeline}))
    return folder


@pytest.mark.parametrize(
    ("family", "pipeline", "run_as"),
    [
        ("image", "QwenImagePipeline", "QwenImagePipeline"),
        ("edit", "QwenImageEditPlusPipeline", "QwenImageEditPlusPipeline"),
        ("video", "LTXConditionPipeline", "LTXConditionPipeline"),
        ("video", "LTX2Pipeline", "LTX2ConditionPipeline"),
        ("song", "AceStepPipeline", "AceStepPipeline"),
    ],
)
def test_a_folder_is_a_model(family: str, pipeline: str, run_as: str, tmp_path: Path) -> None:
    folder = published(tmp_path / "weights", pipeline)

    model = find_model(CRAFTS[family], str(folder), Recipe())

    assert (model.folder, model.pipeline) == (folder, run_as)


def test_a_model_for_other_work_is_refused(tmp_path: Path) -> None:
    folder = published(tmp_path, "LTXPipeline")

    with pytest.raises(EngineRefused, match="is a LTXPipeline, and the work of image is done by Qwen"):
        find_model(CRAFTS["image"], str(folder), Recipe())


def test_a_recipe_cannot_make_a_film_maker_draw(tmp_path: Path) -> None:
    folder = published(tmp_path, "QwenImagePipeline")

    with pytest.raises(EngineRefused, match="the work of image"):
        find_model(CRAFTS["image"], str(folder), Recipe(pipeline="LTXPipeline"))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineRefused, match=r"there is no folder .*; set REELHOUSE_VIDEO_MODEL"):
        find_model(CRAFTS["video"], str(tmp_path / "absent"), Recipe())


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights.safetensors").touch()

    with pytest.raises(EngineRefused, match=r"has no model_index\.json"):
        find_model(CRAFTS["song"], str(tmp_path), Recipe())


@pytest.mark.parametrize("index", ["", "[]", "{}", "\xff"])
def test_an_index_that_says_nothing_is_refused(index: str, tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text(index, "latin-1")

    with pytest.raises(EngineRefused, match="does not say what it is the model of"):
        find_model(CRAFTS["image"], str(tmp_path), Recipe())


def test_a_model_of_the_hub_that_is_not_here_is_not_downloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("huggingface_hub.constants")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", "/nowhere")

    with pytest.raises(EngineRefused, match="run `hf download Qwen/Qwen-Image`"):
        find_model(CRAFTS["image"], "", Recipe())


def test_a_model_in_the_cache_of_the_hub_is_found_by_its_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("huggingface_hub.constants")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    revision = "0" * 40
    cached = tmp_path / "models--house--pictures"
    published(cached / "snapshots" / revision, "QwenImagePipeline")
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text(revision)

    model = find_model(CRAFTS["image"], "house/pictures", Recipe())

    assert model.folder == cached / "snapshots" / revision


@pytest.mark.parametrize(
    ("recipe", "reason"),
    [
        ("idle_seconds = -1", "idle_seconds"),
        ("colour = 1", "colour"),
        ('offload = "moon"', "offload"),
        ("arguments = 3", "arguments"),
        ("= 3", "is no TOML"),
    ],
)
def test_a_recipe_that_cannot_be_used_is_refused(recipe: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(recipe)

    with pytest.raises(EngineRefused, match=reason):
        read_recipe("diffusers", path)


def test_a_recipe_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineRefused, match="cannot be read"):
        read_recipe("diffusers", tmp_path / "absent.toml")
