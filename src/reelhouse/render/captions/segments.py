"""Caption words of scripts that put no blanks between words, and the order in which words stand on a line."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reelhouse.media.speech import Word
from reelhouse.media.time import Span
from reelhouse.render.fonts.library import clusters

Script = Literal["kanji", "hiragana", "katakana", "thai", "mark", "other"]

LONGEST = {"kanji": 2, "hiragana": 4, "katakana": 8, "thai": 5, "other": 1000, "mark": 1000}
"""How many letters of a script stand in one piece: about one word, and no more than an eye takes in."""

SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
LEADING_VOWELS = frozenset("เแโใไ")
OPENERS = frozenset("「『((【〈《“‘[")
RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a caption; one that is `joined` follows the last one without a blank."""

    word: Word
    joined: bool = False

    @property
    def text(self) -> str:
        return self.word.text


def tokens_of(words: Sequence[Word]) -> list[Token]:
    """Words as they are, and long strings of Han, kana or Thai in pieces that share their time by letters."""
    return [token for word in words for token in _tokens(word)]


def _tokens(word: Word) -> Iterator[Token]:
    pieces = list(_pieces(word.text)) if SPACELESS.search(word.text) else [word.text]
    total = sum(map(len, pieces))
    done = 0
    for index, piece in enumerate(pieces):
        start = word.span.start + word.span.duration * Fraction(done, max(1, total))
        done += len(piece)
        end = word.span.start + word.span.duration * Fraction(done, max(1, total))
        yield Token(Word(piece, Span(start, end)), joined=index > 0)


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    kind: Script = "mark"
    for cluster in clusters(text):
        current = _script(cluster)
        if piece and _begins(piece, kind, current, cluster):
            yield piece
            piece = ""
        if current != "mark" or not piece:
            kind = current
        piece += cluster
    if piece:
        yield piece


def _begins(piece: str, before: Script, current: Script, cluster: str) -> bool:
    """Whether a new piece begins: kana after kanji inflect it, marks lean back, brackets lean on."""
    if piece[-1] in OPENERS or (current == "mark" and cluster not in OPENERS):
        return False
    if cluster in OPENERS:
        return True
    if _script(piece[-1]) == "mark" and before != "mark":
        return True
    length = sum(_script(part) != "mark" for part in clusters(piece))
    if current == "thai" and before == "thai":
        return length >= LONGEST["thai"] or (length >= LONGEST["thai"] // 2 and cluster in LEADING_VOWELS)
    if before == "kanji" and current == "hiragana":
        return length >= LONGEST["hiragana"] + 1
    return current != before or length >= LONGEST[current]


def _script(cluster: str) -> Script:
    letter = cluster[0]
    if "\u3040" <= letter <= "\u309f":
        return "hiragana"
    if "\u30a0" <= letter <= "\u30ff":
        return "katakana"
    if "\u3400" <= letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or letter == "々":
        return "kanji"
    if SPACELESS.match(letter):
        return "thai"
    return "other" if letter.isalnum() else "mark"


def runs_right_to_left(text: str) -> bool:
    """Whether most letters of a text belong to Arabic, Hebrew and their kin."""
    kinds = [unicodedata.bidirectional(character) for character in text if character.isalpha()]
    return sum(kind in RIGHT_TO_LEFT for kind in kinds) * 2 > len(kinds)


def visual_order(texts: Sequence[str], *, backwards: bool) -> list[int]:
    """The words of a line from left to right; `backwards` when the whole text runs to the left.

    In a line that runs the other way, words of a foreign script keep their own order among themselves
    (Unicode Standard Annex 9, for whole words).
    """
    order = list(range(len(texts)))
    foreign = [runs_right_to_left(text) != backwards for text in texts]
    begin = 0
    for stop in range(1, len(texts) + 1):
        if stop == len(texts) or foreign[stop] != foreign[begin]:
            if foreign[begin]:
                order[begin:stop] = order[begin:stop][::-1]
            begin = stop
    return order[::-1] if backwards else order
