"""What a finished video is held to before anybody pays for it.

Everything is measured on the files themselves: containers are read, pictures and sound are decoded. Each
finding has a stable name, which a job shows when its video fails, and each name has its repair.
"""

from reelhouse.render.checks.examination import SceneExamination, examine, examine_joined, examine_scene
from reelhouse.render.checks.expectations import (
    CaptionExpectation,
    MouthExpectation,
    SceneExpectation,
    expectation_of,
)
from reelhouse.render.checks.names import CHECKS_VERSION, Check
from reelhouse.render.checks.repairs import REPAIRS, SOUND_LEVELS, Repair, repairs_for

__all__ = [
    "CHECKS_VERSION",
    "REPAIRS",
    "SOUND_LEVELS",
    "CaptionExpectation",
    "Check",
    "MouthExpectation",
    "Repair",
    "SceneExamination",
    "SceneExpectation",
    "examine",
    "examine_joined",
    "examine_scene",
    "expectation_of",
    "repairs_for",
]
