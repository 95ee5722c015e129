"""Builtin sound effects: a library of recipes, chosen by words. No samples, no model, no network."""

import asyncio

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.sound.limits import check
from reelhouse.engines.sound.types import Sound, SoundRequest
from reelhouse.engines.tools import Tools

EXAMPLES = "a pistol shot in a canyon, heavy rain and wind, three knocks on a door"


def build(_settings: EngineSettings, _tools: Tools) -> "BuiltinSound":
    return BuiltinSound()


class BuiltinSound:
    """Synthesises at 48 kHz; equal requests give equal sounds."""

    name = "builtin"

    async def make(self, request: SoundRequest) -> Sound:
        """Raises `EngineRefused` for a prompt in which it knows no sound: nobody pays for just any noise."""
        check(self.name, request)
        return await asyncio.to_thread(self._made, request)

    def _made(self, request: SoundRequest) -> Sound:
        import numpy as np  # noqa: PLC0415 - only when it sounds

        from reelhouse.engines.sound.synthesis.mixing import mixed  # noqa: PLC0415
        from reelhouse.engines.sound.synthesis.reading import read_prompt  # noqa: PLC0415
        from reelhouse.engines.sound.synthesis.waves import RATE  # noqa: PLC0415

        scene = read_prompt(request.prompt)
        if not scene.cues:
            raise EngineRefused(self.name, f"it knows no sound in the prompt; try {EXAMPLES}")
        frames = round(request.duration * RATE)
        samples = mixed(scene, float(request.duration) + 1 / RATE, np.random.default_rng(request.seed))
        understood = [cue.recipe.name for cue in scene.cues]
        notes = (f"Not heard in it: {', '.join(scene.unknown)}.",) if scene.unknown else ()
        return Sound(
            pcm=samples[:frames].tobytes(),
            sample_rate=RATE,
            understood=(*understood, *((scene.space,) if scene.space else ())),
            notes=notes,
        )
