"""How words are said, in the phones of the recogniser's model (ARPAbet, as in the CMU dictionary)."""

import re

ARPABET = {
    "tʃ": "CH", "dʒ": "JH", "aɪ": "AY", "aʊ": "AW", "eɪ": "EY", "oʊ": "OW", "əʊ": "OW", "ɔɪ": "OY",
    "ts": "T S", "dz": "D Z", "ju": "Y UW", "ɑ": "AA", "ɒ": "AA", "æ": "AE", "a": "AA", "ʌ": "AH", "ɐ": "AH",
    "ə": "AH", "ᵻ": "IH", "ɨ": "IH", "ɔ": "AO", "ɛ": "EH", "e": "EY", "ɜ": "ER", "ɝ": "ER", "ɚ": "ER",
    "ɪ": "IH", "i": "IY", "ʊ": "UH", "u": "UW", "o": "OW", "y": "UW", "ø": "ER", "œ": "ER", "ɵ": "OW",
    "b": "B", "d": "D", "ð": "DH", "f": "F", "ɡ": "G", "g": "G", "h": "HH", "ɦ": "HH", "j": "Y", "k": "K",
    "l": "L", "ɫ": "L", "m": "M", "n": "N", "ŋ": "NG", "p": "P", "r": "R", "ɹ": "R", "ɾ": "D", "ʁ": "R",
    "s": "S", "ʃ": "SH", "t": "T", "θ": "TH", "v": "V", "w": "W", "x": "HH", "ç": "HH", "z": "Z", "ʒ": "ZH",
    "ʔ": "T", "c": "K", "q": "K", "β": "B", "ɣ": "G", "ʎ": "L Y", "ɲ": "N Y",
}  # fmt: skip
"""Sounds of IPA, and the nearest of American English."""
LONGEST_SOUND = 2

LETTERS = {
    "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH",
    "j": "JH", "k": "K", "l": "L", "m": "M", "n": "N", "o": "AA", "p": "P", "q": "K", "r": "R",
    "s": "S", "t": "T", "u": "AH", "v": "V", "w": "W", "x": "K", "y": "Y", "z": "Z",
}  # fmt: skip
"""What a letter mostly sounds like: a last resort for names that nobody pronounced for us."""


def dictionary_key(token: str) -> str:
    """`token` as the dictionary writes it, '' when it cannot be a word of it."""
    plain = token.casefold().replace("\u2019", "'").strip("'\"\u201c\u201d.,;:!?()[]*_-\u2026")
    return plain if re.fullmatch(r"[a-z][a-z'.-]*", plain) else ""


def phones_of(sounds: tuple[str, ...]) -> str:
    """IPA, as phones with blanks between; sounds that have none are left out."""
    return " ".join(phones for sound in sounds for phones in _phones(sound))


def guessed(token: str) -> str:
    """Phones by the letters alone; '' for a token without any of ours."""
    return " ".join(LETTERS[letter] for letter in token.casefold() if letter in LETTERS)


def _phones(sound: str) -> list[str]:
    found, place = [], 0
    while place < len(sound):
        for length in range(LONGEST_SOUND, 0, -1):
            if phones := ARPABET.get(sound[place : place + length]):
                found.append(phones)
                place += length
                break
        else:
            place += 1
    return found
