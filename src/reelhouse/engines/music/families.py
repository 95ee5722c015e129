"""What can compose pieces of music."""

from reelhouse.engines.shelves import builtin, comfyui, diffusers, fal_and_replicate, family

SONG = family(
    "song",
    builtin("reelhouse.engines.music.backends.builtin_song:build", "create"),
    comfyui("reelhouse.engines.music.backends.comfyui_song:build", "create"),
    *fal_and_replicate("reelhouse.engines.music.backends.hosted", "create"),
    diffusers("reelhouse.engines.music.backends.diffusers:build", "create"),
)
