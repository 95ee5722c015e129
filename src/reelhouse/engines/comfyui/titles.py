"""What the titles of a workflow's nodes tell about our fields.

A title may have a note for us: ``reelhouse:`` and then words between commas.

- ``seed`` — the input of that name takes our field of that name;
- ``text=prompt`` — the input ``text`` takes our field ``prompt``;
- ``output`` — the files of this node are the result;
- ``skip=positive+negative+latent`` — when something that this node needs was not given, leave it out: who
  listens to its first, second … output then listens to what feeds these inputs.

Titles are set in ComfyUI's editor and survive its export for the API, so that a workflow stays one file.
"""

import re
from dataclasses import dataclass

NOTE = re.compile(r"reelhouse:([^()\[\]]*)", re.IGNORECASE)
BRACKETED = re.compile(r"[(\[]\s*reelhouse:[^()\[\]]*[)\]]", re.IGNORECASE)
WORD = re.compile(r"[\w.]+")
OUTPUT, SKIP = "output", "skip"


class TitleUnclear(ValueError):
    """A title with a note that cannot be read; its message is the reason."""


@dataclass(frozen=True, slots=True)
class Note:
    """`takes` are pairs of an input and a field; `skip` is None for a node that stays."""

    takes: tuple[tuple[str, str], ...] = ()
    output: bool = False
    skip: tuple[str, ...] | None = None


def note_of(title: str) -> Note:
    """What a title says to us, which may be nothing. Raises `TitleUnclear`."""
    found = NOTE.search(title)
    if found is None:
        return Note()
    takes: list[tuple[str, str]] = []
    output, skip = False, None
    for item in (item.strip() for item in found[1].split(",")):
        left, equals, right = (part.strip() for part in item.partition("="))
        if left.lower() == OUTPUT and not equals:
            output = True
        elif left.lower() == SKIP and equals:
            skip = tuple(_word(part, item) for part in right.split("+"))
        else:
            takes.append((_word(left, item), _word(right if equals else left, item).lower()))
    return Note(tuple(takes), output, skip)


def without_note(title: str) -> str:
    """What is left for people."""
    return BRACKETED.sub("", title).strip() or title


def _word(part: str, item: str) -> str:
    word = part.strip()
    if not WORD.fullmatch(word):
        raise TitleUnclear(
            f"{item!r} is not understood; write FIELD, INPUT=FIELD, output or skip=INPUT+INPUT"
        )
    return word
