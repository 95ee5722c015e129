"""What a film's maker says of the words and of what it did."""

from collections.abc import Sequence

from reelhouse.engines.video.filming.air import AIRS
from reelhouse.engines.video.filming.particles import KINDS
from reelhouse.engines.video.filming.reading import Direction
from reelhouse.engines.video.filming.stirring import STIRS
from reelhouse.engines.video.filming.vocabulary import ELEMENTS, MOVES, SPEEDS, TIMES, WORLDS


def understood(direction: Direction, *, flown: bool = False) -> tuple[str, ...]:
    """The words that shape the film; places and times only where a world is flown through."""
    tables = [*MOVES.values(), *SPEEDS.values(), *ELEMENTS.values()]
    tables += [*WORLDS.values(), *TIMES.values()] if flown else [WORLDS["clouds"]]
    known = {word for words in tables for word in words.split(", ")}
    return tuple(word for word in direction.understood if word in known)


def told(direction: Direction, notes: Sequence[str], moves: Sequence[str] = ()) -> tuple[str, ...]:
    """`notes`, and what the words ask for in vain."""
    said = list(notes)
    if {"pull-out", "zoom-out"} & set(moves):
        said.append("Beyond its border the picture is mirrored.")
    missing = [kind for kind in direction.elements if kind not in {*KINDS, *AIRS, *STIRS}]
    if missing:
        said.append(f"Not drawn into the picture: {', '.join(missing)}.")
    if direction.unknown:
        said.append(f"Not understood: {', '.join(direction.unknown)}.")
    if direction.left_out:
        said.append(f"Left out, as asked: {', '.join(direction.left_out)}.")
    return tuple(said)
