"""What was cut out of a picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.mesh.modelling.sheets import Grid

Colours = NDArray[np.uint8]


class NothingSeen(Exception):
    """There is nothing in the picture, not even a pattern."""


class NoPicture(Exception):
    """A file cannot be read as a picture; it says why."""


@dataclass(frozen=True, slots=True)
class Thing:
    """`colours` in red, green and blue; `coverage` is 1 where the thing is and 0 around it, also along the
    whole border. Both have the same sides. `notes` tell what is doubtful.
    """

    colours: Colours
    coverage: Grid
    notes: tuple[str, ...] = ()
