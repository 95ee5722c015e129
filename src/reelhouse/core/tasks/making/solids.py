"""Solids, as binary glTF."""

import asyncio

from reelhouse.core.assets.types import AssetKind
from reelhouse.core.tasks.crew import TaskCrew
from reelhouse.core.tasks.making.types import Bench, Made
from reelhouse.core.tasks.needs import Need
from reelhouse.core.tasks.types import MeshTask
from reelhouse.engines.mesh.types import MeshRequest

GLB = "model/gltf-binary"


async def model(task: MeshTask, need: Need, crew: TaskCrew, bench: Bench) -> Made:
    request = MeshRequest(
        image=bench.files[task.image.field].read_bytes(),
        faces=task.faces,
        texture_size=task.texture_size,
        texture_resolution=task.texture_resolution,
        mesh_resolution=task.mesh_resolution,
        views=task.views,
        structure_steps=task.structure_steps,
        shape_steps=task.shape_steps,
        texture_steps=task.texture_steps,
        fill_holes=task.fill_holes,
        fill_holes_perimeter=task.fill_holes_perimeter,
        cone_half_angle_degrees=task.cone_half_angle_degrees,
        position_epsilon=task.position_epsilon,
        crease_degrees=task.crease_degrees,
        seed=task.seed,
    )
    hear = bench.part(0.1, 0.9, "modelling")
    answered = await crew.ask(need, lambda engine: engine.model(request), hear)
    solid = answered.result
    path = bench.folder / "solid.glb"
    await asyncio.to_thread(path.write_bytes, solid.glb)
    return Made(
        path=path,
        kind=AssetKind.MESH,
        media_type=GLB,
        ending=".glb",
        engine=answered.engine,
        facts={"faces": solid.faces, "vertices": solid.vertices},
        passed_over=answered.passed_over,
        notes=solid.notes,
    )
