"""What can draw pictures, and what can change them."""

from reelhouse.engines.shelves import builtin, comfyui, diffusers, fal_and_replicate, family, openai

IMAGE = family(
    "image",
    builtin("reelhouse.engines.image.backends.builtin:build", "draw"),
    openai("reelhouse.engines.image.backends.openai:build", "draw"),
    comfyui("reelhouse.engines.image.backends.comfyui:build", "draw"),
    *fal_and_replicate("reelhouse.engines.image.backends.hosted", "draw"),
    diffusers("reelhouse.engines.image.backends.diffusers:build", "draw"),
)

EDIT = family(
    "edit",
    builtin("reelhouse.engines.image.backends.builtin_editor:build", "edit"),
    openai("reelhouse.engines.image.backends.openai_editor:build", "edit"),
    comfyui("reelhouse.engines.image.backends.comfyui_editor:build", "edit"),
    *fal_and_replicate("reelhouse.engines.image.backends.hosted_editor", "edit"),
    diffusers("reelhouse.engines.image.backends.diffusers_editor:build", "edit"),
)
