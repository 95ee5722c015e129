"""What a picture shows, before anything is drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing by its name in the vocabulary, in a colour if the words gave it one.

    `wears` is what it has on, `trim` the colour of that.
    """

    name: str
    colour: str | None = None
    wears: tuple[str, ...] = ()
    trim: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A place at a time in some weather, with what is in it; empty words mean that nothing was said."""

    place: str
    time: str
    season: str
    weather: frozenset[str]
    mood: str
    subjects: tuple[Subject, ...]
    colours: tuple[str, ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The scene of a prompt, and what became of its words.

    `crowded_out` are known but have no room beside the others; `left_out` are those it says not to draw.
    """

    scene: Scene
    understood: tuple[str, ...]
    unknown: tuple[str, ...]
    crowded_out: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
