"""Words by how they sound, roughly: enough to know one again that somebody spelled otherwise."""

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int64]
Floats = NDArray[np.float64]

LONGEST = 24  # letters of a key that are compared
VOWELS = "aeiouy"
ALIKE = ("bp", "dt", "gk", "sz", "fv", "mn", "jg", "cs", "ck", "lr", "uw", "iy", "xs", "qk")
NEAR, NEAR_VOWEL = 0.5, 0.35  # what it costs to take a letter for its like, where another costs 1

# English spellings of one sound, longest first; other languages lose nothing that would tell words apart.
SOUNDS = (
    ("ight", "ait"), ("tion", "shn"), ("sion", "shn"), ("ough", "o"), ("augh", "af"), ("dge", "j"),
    ("tch", "ch"), ("sch", "sh"), ("eigh", "ei"), ("ing", "in"), ("ck", "k"), ("ph", "f"), ("wh", "w"),
    ("kn", "n"), ("wr", "r"), ("qu", "kw"), ("gh", ""), ("mb", "m"), ("x", "ks"), ("ce", "se"),
    ("ci", "si"), ("cy", "si"), ("c", "k"), ("kh", "ch"),
)  # fmt: skip
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
MOST_DIGITS = 12


def key_of(word: str) -> str:
    """The sounds of `word` in small letters; '' when nothing of it is said."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    spelled = re.sub(r"\d+", lambda digits: number_in_words(digits[0]), plain.replace("&", "and"))
    letters = "".join(letter for letter in spelled if letter.isalnum())
    if not letters.isascii():
        return letters[:LONGEST]
    for written, said in SOUNDS:
        letters = letters.replace(written, said)
    single = re.sub(r"(.)\1+", r"\1", letters)
    return (single[:-1] if len(single) > 3 and single.endswith("e") else single)[:LONGEST]  # noqa: PLR2004


def number_in_words(digits: str) -> str:
    """``42`` as ``fortytwo``; a long row is read digit by digit."""
    if len(digits) > MOST_DIGITS or (digits.startswith("0") and digits != "0"):
        return "".join(ONES[int(digit)] if digit.isascii() else digit for digit in digits)
    return _said(int(digits))


def codes_of(keys: list[str]) -> tuple[Codes, Codes]:
    """Keys as rows of letters, filled up with -1, and their lengths."""
    rows = np.full((len(keys), LONGEST), -1, np.int64)
    for row, key in zip(rows, keys, strict=True):
        row[: len(key)] = [ord(letter) for letter in key]
    return rows, np.array([len(key) for key in keys], np.int64)


def likeness(key: str, rows: Codes, lengths: Codes) -> Floats:
    """How much each of the rows of `codes_of` sounds like `key`: 1 for equal, 0 for nothing in common.

    One Levenshtein table for all rows at once, a letter of `key` at a time.
    """
    places = np.arange(LONGEST + 1, dtype=np.float64)
    cost = np.tile(places, (len(rows), 1))
    for step, letter in enumerate(key, start=1):
        best = np.minimum(cost[:, 1:] + 1.0, cost[:, :-1] + _costs(letter, rows))
        best = np.concatenate([np.full((len(rows), 1), float(step)), best], axis=1)
        cost = np.minimum.accumulate(best - places, axis=1) + places
    distance = cost[np.arange(len(rows)), lengths]
    return np.asarray(1.0 - distance / np.maximum(np.maximum(lengths, len(key)), 1))


def _costs(letter: str, rows: Codes) -> Floats:
    costs = np.where(rows == ord(letter), 0.0, 1.0)
    for other in {other for pair in ALIKE if letter in pair for other in pair} - {letter}:
        costs[rows == ord(other)] = NEAR
    if letter in VOWELS:
        for other in set(VOWELS) - {letter}:
            costs[rows == ord(other)] = NEAR_VOWEL
    return costs


def _said(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            return _said(number // scale) + name + (_said(rest) if rest else "")
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (ONES[ones] if ones else "")
