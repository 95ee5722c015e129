"""What each family asks of a workflow, and makes of its files."""

import json
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from comfyui_server import ComfyUIServer
from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.image.backends import comfyui as image
from reelhouse.engines.image.backends import comfyui_editor as edit
from reelhouse.engines.image.families import EDIT, IMAGE
from reelhouse.engines.image.types import EditRequest, ImageRequest
from reelhouse.engines.mesh.backends import comfyui as mesh
from reelhouse.engines.mesh.families import MESH
from reelhouse.engines.mesh.types import MeshRequest
from reelhouse.engines.music.backends import comfyui_song as song
from reelhouse.engines.music.families import SONG
from reelhouse.engines.music.types import SongRequest
from reelhouse.engines.registry import Family
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools
from reelhouse.engines.video.families import VIDEO
from reelhouse.render.clips.encoder import film_encoder
from reelhouse.render.settings import RenderSettings

TOOLS = Tools(encode=film_encoder(RenderSettings()))
Own = Callable[[dict[str, Any]], EngineSettings]


def png(colour: str, size: tuple[int, int] = (96, 64)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def uploaded(server: ComfyUIServer, name: str) -> tuple[int, ...]:
    """The colour of a picture that was sent."""
    pixel = Image.open(BytesIO(server.uploads[name])).convert("RGB").getpixel((8, 8))
    assert isinstance(pixel, tuple)
    return tuple(int(part) for part in pixel)


@pytest.fixture
def own(tmp_path: Path, settings: EngineSettings) -> Own:
    """Settings with a workflow of the operator's own."""

    def written(graph: dict[str, Any]) -> EngineSettings:
        path = tmp_path / "own.json"
        path.write_text(json.dumps(graph))
        return settings.model_copy(update={"workflow": path})

    return written


@pytest.mark.parametrize(
    ("family", "ability"),
    [(IMAGE, "draw"), (EDIT, "edit"), (VIDEO, "film"), (SONG, "create"), (MESH, "model")],
    ids=lambda value: getattr(value, "name", ""),
)
async def test_every_family_has_it_and_checks_it(
    settings: EngineSettings, family: Family, ability: str
) -> None:
    table = settings.model_copy(update={"backend": "comfyui"})
    ((backend, _),) = family.able(table, ability)

    said = await backend.load(table, TOOLS).check()

    assert "is ComfyUI 0.33.0; it would run" in said
    assert "URL" in family.lack(backend, EngineSettings())


async def test_references_go_into_a_workflow_that_looks_at_them(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    await image.build(settings, TOOLS).draw(
        ImageRequest("a lake", 64, 64, seed=-1, references=(png("red"), png("lime")), high_detail=True)
    )

    (positive, _) = server.inputs("TextEncodeQwenImageEditPlus")
    first, second = (node["image"] for node in server.inputs("LoadImage"))
    assert (uploaded(server, first), uploaded(server, second)) == ((255, 0, 0), (0, 255, 0))
    assert (positive["prompt"], "image3" in positive) == ("a lake", False)
    (sampler,) = server.inputs("KSampler")
    assert (sampler["steps"], sampler["seed"]) == (30, 2**63 - 1)


async def test_more_references_than_places_are_refused(settings: EngineSettings) -> None:
    request = ImageRequest("a lake", 64, 64, references=(png("red"),) * 4)

    with pytest.raises(EngineRefused, match="no place for: reference4"):
        await image.build(settings, TOOLS).draw(request)


async def test_a_workflow_of_ones_own_draws_with_what_it_takes(server: ComfyUIServer, own: Own) -> None:
    graph = {
        "a": {
            "class_type": "EmptySD3LatentImage",
            "inputs": {"width": 128, "height": 128, "batch_size": 1},
        },
        "b": {"class_type": "CLIPLoader", "inputs": {"clip_name": "mine", "type": "mine"}},
        "c": {
            "class_type": "CLIPTextEncode",
            "inputs": {"text": "mine", "clip": ["b", 0]},
            "_meta": {"title": "reelhouse: text=prompt"},
        },
        "d": {
            "class_type": "KSampler",
            "inputs": {
                "model": ["e", 0], "positive": ["c", 0], "negative": ["c", 0], "latent_image": ["a", 0],
                "seed": 3, "steps": 4, "cfg": 1.0, "sampler_name": "euler", "scheduler": "simple",
                "denoise": 1.0,
            },
        },
        "e": {"class_type": "UNETLoader", "inputs": {"unet_name": "mine", "weight_dtype": "default"}},
        "f": {"class_type": "VAELoader", "inputs": {"vae_name": "mine"}},
        "g": {"class_type": "VAEDecode", "inputs": {"samples": ["d", 0], "vae": ["f", 0]}},
        "h": {
            "class_type": "PreviewImage",
            "inputs": {"images": ["g", 0]},
            "_meta": {"title": "Result [reelhouse: output]"},
        },
    }  # fmt: skip

    picture = await image.build(own(graph), TOOLS).draw(ImageRequest("a lake", 64, 32, seed=9))

    assert Image.open(BytesIO(picture.png)).size == (64, 32)
    assert picture.notes == ("The workflow own has no place for: width, height, seed.",)
    assert server.graphs[0]["c"]["inputs"]["text"] == "a lake"


async def test_a_model_of_the_settings_takes_the_place_of_the_usual_one(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    named = settings.model_copy(update={"model": "qwen_image_bf16.safetensors"})

    await image.build(named, TOOLS).draw(ImageRequest("a lake", 64, 64))

    assert server.inputs("UNETLoader")[0]["unet_name"] == "qwen_image_bf16.safetensors"


async def test_a_picture_is_changed_in_the_size_of_the_result(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    request = EditRequest("warmer", png("red", (300, 200)), 150, 100, references=(png("blue"),))

    picture = await edit.build(settings, TOOLS).edit(request)

    source, lent = (node["image"] for node in server.inputs("LoadImage"))
    assert Image.open(BytesIO(server.uploads[source])).size == (160, 112)
    assert uploaded(server, lent) == (0, 0, 255)
    assert (Image.open(BytesIO(picture.png)).size, picture.engine) == ((150, 100), "comfyui")


async def test_a_source_that_cannot_be_read_is_refused(settings: EngineSettings) -> None:
    with pytest.raises(EngineRefused, match="the picture cannot be read"):
        await edit.build(settings, TOOLS).edit(EditRequest("warmer", b"no picture", 64, 64))


async def test_a_song_is_exactly_as_long_as_asked(server: ComfyUIServer, settings: EngineSettings) -> None:
    request = SongRequest(
        "dream pop, 96 BPM, F# minor, 3/4", Fraction(31, 2), "[Verse]\nla la", "de", 5, polish=True
    )

    made = await song.build(settings, TOOLS).create(request)

    assert len(made.pcm) == 4 * round(request.duration * made.sample_rate)
    assert made.understood == ("96 bpm", "F# minor", "3 beats")
    (told,) = server.inputs("TextEncodeAceStepAudio1.5")
    wanted = {"bpm": 96, "keyscale": "F# minor", "timesignature": "3", "language": "de", "duration": 15.5}
    assert {name: told[name] for name in wanted} == wanted
    assert server.inputs("KSampler")[0]["steps"] == 12
    assert np.abs(np.frombuffer(made.pcm, "<i2")).max() > 5000


async def test_a_piece_without_lyrics_is_instrumental(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    await song.build(settings, TOOLS).create(SongRequest("calm piano", Fraction(15)))

    assert server.inputs("TextEncodeAceStepAudio1.5")[0]["lyrics"] == "[Instrumental]"


@pytest.mark.parametrize(
    "request_",
    [SongRequest(" ", Fraction(15)), SongRequest("pop", Fraction(0)), SongRequest("pop", Fraction(900))],
)
async def test_a_song_out_of_bounds_is_refused(settings: EngineSettings, request_: SongRequest) -> None:
    with pytest.raises(EngineRefused):
        await song.build(settings, TOOLS).create(request_)


async def test_a_solid_is_counted_and_what_was_not_told_is(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    request = MeshRequest(png("red"), faces=5000, texture_size=512, views=6, seed=3)

    made = await mesh.build(settings, TOOLS).model(request)

    assert (made.glb[:4], made.faces, made.vertices) == (b"glTF", 4, 4)
    assert server.inputs("DecimateMesh")[0]["target_face_count"] == 5000
    assert server.inputs("BakeTextureFromVoxel")[0]["texture_size"] == 512
    assert {node["seed"] for node in server.inputs("KSampler")} == {3}
    assert made.notes == ("The workflow trellis_2 has no place for: views.",)


async def test_hunyuan_3d_is_a_workflow_too(server: ComfyUIServer, settings: EngineSettings) -> None:
    path = Path(mesh.__file__).parents[2] / "comfyui" / "workflows" / "hunyuan_3d.json"

    made = await mesh.build(settings.model_copy(update={"workflow": path}), TOOLS).model(
        MeshRequest(png("red"))
    )

    assert made.faces == 4
    assert server.inputs("Hunyuan3Dv2Conditioning") != []
    assert server.inputs("DecimateMesh")[0]["target_face_count"] == 20_000


async def test_a_picture_that_is_none_is_not_modelled(settings: EngineSettings) -> None:
    with pytest.raises(EngineRefused, match="the picture cannot be read"):
        await mesh.build(settings, TOOLS).model(MeshRequest(b"GIF89a"))
