"""A transcript as people write one: lines of words, under section marks in brackets that nobody says."""

import re
from dataclasses import dataclass

MARK = re.compile(r"\[([^\[\]\n]{1,80})\]")


@dataclass(frozen=True, slots=True)
class LyricToken:
    """One of ``text.split()``. `spoken` is what is said of it, '' for a mark or an ornament.

    `line` is the place of its line among the lines that are said, None for a token that is not.
    """

    text: str
    spoken: str
    line: int | None


@dataclass(frozen=True, slots=True)
class LyricLine:
    """`section` is the place of the mark above, None before the first one; tokens `first` up to `last`."""

    text: str
    section: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Lyrics:
    """`sections` are the names inside of the brackets, in order; one may have no lines."""

    tokens: tuple[LyricToken, ...]
    lines: tuple[LyricLine, ...]
    sections: tuple[str, ...]

    @property
    def spoken(self) -> tuple[int, ...]:
        """Places of the tokens that are said."""
        return tuple(place for place, token in enumerate(self.tokens) if token.spoken)


def lyrics_of(text: str) -> Lyrics:
    """`text` taken apart. A mark in the midst of a line ends the line."""
    inside = [False] * len(text)
    breaks, marks = {place for place, letter in enumerate(text) if letter == "\n"}, []
    for mark in MARK.finditer(text):
        inside[mark.start() : mark.end()] = [True] * (mark.end() - mark.start())
        breaks.add(mark.start())
        marks.append((mark.start(), " ".join(mark[1].split())))
    tokens: list[LyricToken] = []
    lines: list[LyricLine] = []
    broken_at = -1
    for found in re.finditer(r"\S+", text):
        places = range(found.start(), found.end())
        spoken = "".join(text[place] for place in places if not inside[place])
        if not any(letter.isalnum() for letter in spoken):
            tokens.append(LyricToken(found[0], "", None))
            continue
        last_break = max((place for place in breaks if place < found.end()), default=0)
        if not lines or last_break != broken_at:
            above = sum(start < found.end() for start, _ in marks) - 1
            lines.append(LyricLine("", above if above >= 0 else None, len(tokens), len(tokens)))
            broken_at = last_break
        line = lines[-1]
        said = f"{line.text} {spoken}".strip()
        lines[-1] = LyricLine(said, line.section, line.first, len(tokens) + 1)
        tokens.append(LyricToken(found[0], spoken, len(lines) - 1))
    return Lyrics(tuple(tokens), tuple(lines), tuple(name for _, name in marks))
