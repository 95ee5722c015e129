"""What can make solids of pictures."""

from reelhouse.engines.shelves import builtin, comfyui, fal_and_replicate, family

MESH = family(
    "mesh",
    builtin("reelhouse.engines.mesh.backends.builtin:build", "model"),
    comfyui("reelhouse.engines.mesh.backends.comfyui:build", "model"),
    *fal_and_replicate("reelhouse.engines.mesh.backends.hosted", "model"),
)
