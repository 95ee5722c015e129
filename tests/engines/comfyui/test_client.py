"""Work at ComfyUI servers: heard, asked for, lost, shared out, taken back, and failed."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import pytest

from comfyui_server import ComfyUIServer, comfyui_server
from comfyui_worker import FOREIGN
from reelhouse.engines.comfyui.client import ComfyUI
from reelhouse.engines.comfyui.outputs import PICTURE, SOUND
from reelhouse.engines.comfyui.wishes import Wishes
from reelhouse.engines.comfyui.workflow import read, shipped
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.image.backends.comfyui import FIELDS
from reelhouse.engines.settings import EngineSettings


class Told(Protocol):
    heard: list[tuple[str, float]]

    def __call__(self, node: str, done: float) -> None: ...


Until = Callable[[threading.Event], Awaitable[None]]
WORKFLOW = shipped("qwen_image", FIELDS)
LAKE = Wishes({"prompt": "a lake", "width": 64, "height": 64, "seed": 1})


async def draw(settings: EngineSettings, wishes: Wishes = LAKE) -> bytes:
    content, _ = await ComfyUI("image", settings).made(WORKFLOW, wishes, PICTURE)
    return content


async def held(server: ComfyUIServer, settings: EngineSettings, until: Until) -> "asyncio.Task[bytes]":
    """Work that has begun at a server, and does not go on."""
    server.gate.clear()
    server.sampling.clear()
    working = asyncio.create_task(draw(settings))
    await until(server.sampling)
    return working


async def test_the_end_is_heard_before_it_is_asked_for(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    content = await draw(settings)

    assert content.startswith(b"\x89PNG")
    assert server.graphs[0]["4"]["inputs"]["text"] == "a lake"


async def test_nodes_tell_how_far_they_are(settings: EngineSettings, told: Told) -> None:
    await ComfyUI("image", settings, told).made(WORKFLOW, LAKE, PICTURE)

    assert [done for node, done in told.heard if node == "Sampler (node 8)"] == [0, 0.5, 1]
    assert told.heard[-1] == ("Save (node 10)", 0)


async def test_a_lost_socket_is_made_up_for_by_asking(
    server: ComfyUIServer, impatient: EngineSettings, until: Until
) -> None:
    working = await held(server, impatient, until)

    server.hang_up()
    server.gate.set()

    assert (await working).startswith(b"\x89PNG")


async def test_a_server_without_a_socket_is_asked(server: ComfyUIServer, impatient: EngineSettings) -> None:
    server.has_socket = False

    assert (await draw(impatient)).startswith(b"\x89PNG")


async def test_work_that_a_new_start_lost_is_submitted_once_more(
    server: ComfyUIServer, impatient: EngineSettings, until: Until
) -> None:
    working = await held(server, impatient, until)

    server.forget()
    server.gate.set()

    assert (await working).startswith(b"\x89PNG")
    assert len(server.graphs) == 2


async def test_work_that_is_lost_twice_may_be_asked_for_later(
    server: ComfyUIServer, impatient: EngineSettings, until: Until
) -> None:
    working = await held(server, impatient, until)
    for _ in range(2):
        await until(server.sampling)
        server.sampling.clear()
        server.forget()

    with pytest.raises(EngineUnavailable, match="started again"):
        await working


async def test_the_server_with_least_to_do_gets_the_work(
    server: ComfyUIServer, other: ComfyUIServer, settings: EngineSettings
) -> None:
    server.gate.clear()
    server.add_foreign(3)

    await draw(settings.model_copy(update={"urls": (other.url,)}))

    assert (len(server.graphs), len(other.graphs)) == (0, 1)


async def test_equal_servers_share_what_comes_at_once(
    server: ComfyUIServer, other: ComfyUIServer, settings: EngineSettings
) -> None:
    comfyui = ComfyUI("image", settings.model_copy(update={"urls": (other.url,)}))

    await asyncio.gather(*(comfyui.made(WORKFLOW, LAKE, PICTURE) for _ in range(2)))

    assert (len(server.graphs), len(other.graphs)) == (1, 1)


async def test_dead_servers_are_passed_over(server: ComfyUIServer, settings: EngineSettings) -> None:
    with comfyui_server() as short_lived:
        dead = short_lived.url

    await draw(settings.model_copy(update={"url": dead, "urls": (server.url,)}))

    assert len(server.graphs) == 1


async def test_a_server_that_does_not_take_the_work_is_replaced(
    server: ComfyUIServer, other: ComfyUIServer, settings: EngineSettings
) -> None:
    broken = settings.model_copy(update={"urls": (other.url,)})
    server.refuses_work = True

    await draw(broken)

    assert (len(server.graphs), len(other.graphs)) == (0, 1)


async def test_no_server_at_all_may_be_asked_later(settings: EngineSettings) -> None:
    with comfyui_server() as one, comfyui_server() as two:
        gone = settings.model_copy(update={"url": one.url, "urls": (two.url,)})

    with pytest.raises(EngineUnavailable, match="none of its 2 servers answers"):
        await draw(gone)
    with pytest.raises(EngineUnavailable, match="connection failed"):
        await draw(gone.model_copy(update={"urls": ()}))


@pytest.mark.parametrize("old", [False, True])
async def test_cancelling_interrupts_our_running_work(
    server: ComfyUIServer, settings: EngineSettings, until: Until, *, old: bool
) -> None:
    server.old = old
    working = await held(server, settings, until)
    ours = server.running

    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working

    assert server.interrupted == [ours]


@pytest.mark.parametrize("old", [False, True])
async def test_cancelling_never_interrupts_somebody_elses(
    server: ComfyUIServer, impatient: EngineSettings, until: Until, *, old: bool
) -> None:
    server.old = old
    server.gate.clear()
    server.add_foreign(1)
    await until(server.sampling)
    working = asyncio.create_task(draw(impatient))
    await until(server.submitted)

    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working

    assert (server.interrupted, server.running, server.pending) == ([], f"{FOREIGN}-0", [])


async def test_work_that_takes_too_long_is_taken_back(
    server: ComfyUIServer, settings: EngineSettings, until: Until
) -> None:
    working = await held(server, settings.model_copy(update={"timeout_seconds": 2}), until)
    ours = server.running

    with pytest.raises(EngineUnavailable, match="not done within 2 s"):
        await working

    assert server.interrupted == [ours]


async def test_what_nodes_refuse_is_told_in_their_words(settings: EngineSettings) -> None:
    with pytest.raises(EngineRefused) as refusal:
        await draw(settings, Wishes({"prompt": "a lake", "width": 0, "height": 64}))

    assert refusal.value.reason == "Size (node 6): Value 0 smaller than min of 16 width"


async def test_a_node_that_the_server_lacks_is_named(
    server: ComfyUIServer, settings: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(server.classes, "ModelSamplingAuraFlow")

    with pytest.raises(EngineRefused, match="node ModelSamplingAuraFlow does not exist"):
        await draw(settings)
    with pytest.raises(EngineRefused, match="does not have the node ModelSamplingAuraFlow"):
        await ComfyUI("image", settings).check(WORKFLOW)


async def test_work_that_fails_is_refused_with_the_reason(
    server: ComfyUIServer, settings: EngineSettings
) -> None:
    server.explosion = ("ValueError", "the picture has no head")

    with pytest.raises(EngineRefused, match=r"Sampler \(node 8\): the picture has no head \(ValueError\)"):
        await draw(settings)


@pytest.mark.parametrize(
    "explosion",
    [
        ("torch.OutOfMemoryError", "Allocation on device"),
        ("RuntimeError", "CUDA error: out of memory"),
    ],
)
async def test_a_full_card_may_be_asked_again(
    server: ComfyUIServer, settings: EngineSettings, explosion: tuple[str, str]
) -> None:
    server.explosion = explosion

    with pytest.raises(EngineUnavailable, match="out of memory"):
        await draw(settings)

    assert len(server.graphs) == 1


async def test_work_that_somebody_interrupts_may_be_asked_again(
    server: ComfyUIServer, settings: EngineSettings, until: Until
) -> None:
    working = await held(server, settings, until)

    server.interrupt()

    with pytest.raises(EngineUnavailable, match="somebody interrupted"):
        await working


async def test_a_workflow_that_makes_something_else_is_refused(settings: EngineSettings) -> None:
    with pytest.raises(EngineRefused, match=r"Save \(node 10\) gave no sound"):
        await ComfyUI("image", settings).made(WORKFLOW, LAKE, SOUND)


async def test_a_server_that_is_there_says_so(server: ComfyUIServer, settings: EngineSettings) -> None:
    assert await ComfyUI("image", settings).check(WORKFLOW) == (
        f"{server.url} is ComfyUI 0.33.0; it would run qwen_image"
    )


async def test_models_that_a_server_lacks_are_named(server: ComfyUIServer, settings: EngineSettings) -> None:
    server.models = ["qwen_image_fp8_e4m3fn.safetensors", "qwen_image_vae.safetensors"]

    with pytest.raises(EngineRefused, match=r"not have the model qwen_2\.5_vl_7b_fp8_scaled\.safetensors$"):
        await ComfyUI("image", settings).check(WORKFLOW)


async def test_work_whose_result_would_be_left_out_is_taken_back(
    server: ComfyUIServer, settings: EngineSettings, tmp_path: Path
) -> None:
    graph = {name: node.model_dump(by_alias=True) for name, node in WORKFLOW.nodes.items()}
    graph["11"] = {"class_type": "LoadImage", "inputs": {"image": "there.png"}}
    graph["12"] = {"class_type": "PreviewImage", "inputs": {"images": ["11", 0]}}
    path = tmp_path / "two.json"
    path.write_text(json.dumps(graph))
    server.uploads["there.png"] = b""
    server.gate.clear()
    server.add_foreign(1)
    wishes = Wishes({"prompt": "a lake", "width": 0, "height": 64})

    with pytest.raises(EngineRefused, match="smaller than min"):
        await ComfyUI("image", settings).made(read(path, FIELDS), wishes, PICTURE)

    assert (len(server.graphs), server.pending, server.interrupted) == (1, [], [])
