"""How large and how long the files of a task may be."""

from enum import StrEnum
from fractions import Fraction

MEGABYTE = 1024 * 1024
FETCH_SECONDS = 300
LONGEST_RECORDING = Fraction(600)
LONGEST_VOICE = Fraction(10)
"""Seconds."""


class Form(StrEnum):
    """The form in which a file waits for its engine; the value is its ending."""

    PICTURE = ".png"
    SOUND = ".wav"
    CLIP = ".clip"


MOST_BYTES = {Form.PICTURE: 25 * MEGABYTE, Form.SOUND: 100 * MEGABYTE, Form.CLIP: 512 * MEGABYTE}
"""Of a file at an address."""
