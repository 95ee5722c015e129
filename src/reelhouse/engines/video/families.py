"""What can film."""

from reelhouse.engines.shelves import builtin, comfyui, diffusers, fal_and_replicate, family

VIDEO = family(
    "video",
    builtin("reelhouse.engines.video.backends.builtin:build", "film"),
    comfyui("reelhouse.engines.video.backends.comfyui:build", "film"),
    *fal_and_replicate("reelhouse.engines.video.backends.hosted", "film"),
    diffusers("reelhouse.engines.video.backends.diffusers:build", "film"),
)
