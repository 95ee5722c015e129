"""How many words a text has when it is spoken, in languages with and without spaces."""

import re
from fractions import Fraction
from math import ceil

CHARACTERS_OF_A_WORD = {
    re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"): 2,  # Chinese, Japanese
    re.compile(r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]"): 4,  # Thai, Lao, Burmese, Khmer
}


def count_words(text: str) -> int:
    """What stands between spaces; where people write without them, as many characters as a word has there."""
    words = Fraction(0)
    for character, in_a_word in CHARACTERS_OF_A_WORD.items():
        text, found = character.subn(" ", text)
        words += Fraction(found, in_a_word)
    if not words:
        return len(text.split())
    return sum(any(map(str.isalnum, token)) for token in text.split()) + ceil(words)
