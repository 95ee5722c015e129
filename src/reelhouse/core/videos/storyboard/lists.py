"""The items of a list that is spoken: by its ordinals, or else sentence by sentence."""

from collections.abc import Sequence

from reelhouse.core.videos.storyboard.phrases import Stretch, bare, phrases_of, sentences_of

ORDINALS_WORDS = """
    first firstly second secondly third thirdly fourth fifth next finally lastly last one two three
    four five primero segundo tercero premièrement deuxièmement erstens zweitens drittens
"""
ORDINALS = frozenset(ORDINALS_WORDS.split())
SIGNS = ("1", "2", "3", "4", "5", "#1", "#2", "#3", "#4", "#5")
MARKS = (",", ":", ".", ")", "-", "—")
MOST = 9


def items_of(words: Sequence[str]) -> list[Stretch]:
    """Where each item begins and ends; what is said before the first one is the introduction.

    At least one item.
    """
    begins = [phrase.first for phrase in phrases_of(words) if _announces(words, phrase)]
    if len(begins) < 2:  # noqa: PLR2004 - one item is no list
        sentences = sentences_of(words)
        listed = sentences[1:] if len(sentences) > 2 else phrases_of(words)[1:]  # noqa: PLR2004
        begins = [item.first for item in listed] or [0]
    begins = begins[:MOST]
    return [Stretch(a, b) for a, b in zip(begins, [*begins[1:], len(words)], strict=True)]


def _announces(words: Sequence[str], phrase: Stretch) -> bool:
    """Whether a phrase begins with "First," or "number two" or "3."."""
    at = phrase.first
    if bare(words[at]) in {"number", "and", "step"} and len(phrase) > 1:
        at += 1
    said = bare(words[at])
    if said in SIGNS:
        return True
    if said not in ORDINALS:
        return False
    counts = said in {"one", "two", "three", "four", "five"}
    return not counts or words[at].endswith(MARKS) or at > phrase.first
