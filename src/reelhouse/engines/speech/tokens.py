"""The words of a script, and what a voice should read for each of them."""

import re
import unicodedata
from dataclasses import dataclass

SPOKEN_SYMBOLS = frozenset("&+=%@$€£¥§°×÷")
ORNAMENT = frozenset("*_`~|^•·<>{}[]\\#")
EMOJI_SELECTOR = "\ufe0f"
DASHES = frozenset({"-", "–", "—", "...", "…"})
SCHEME = re.compile(r"(?:https?://(?:www\.)?|www\.)(?=\S)", re.IGNORECASE)
AMOUNT = re.compile(
    r"(?P<sign>[$€£])(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<cents>\d\d))?(?P<scale>[KMBkmb]?)(?!\d)"
)
CURRENCIES = {
    "$": ("dollar", "dollars", "cents"),
    "€": ("euro", "euros", "cents"),
    "£": ("pound", "pounds", "pence"),
}
SCALES = {"k": " thousand", "m": " million", "b": " billion"}
CLOCK = re.compile(r"(?<=\d)(?P<half>[ap])\.?m\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of ``text.split()``. What is read for it starts at `start` of the spoken text; `weight` is
    how many of its characters are heard, 0 when nothing is (a dash, an emoji).
    """

    text: str
    start: int
    weight: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A script as a synthesiser should read it: one token for each word as written, in order."""

    spoken: str
    tokens: tuple[Token, ...]

    @property
    def is_silent(self) -> bool:
        return not any(token.weight for token in self.tokens)


def reading_of(text: str, *, english: bool = True) -> Reading:
    """What to say for `text`. Amounts of money are spelled the way they are said when it is `english`."""
    spoken = ""
    tokens = []
    for word, gap in re.findall(r"(\S+)(\s*)", text):
        heard = _spoken(word, english=english)
        tokens.append(Token(word, len(spoken), sum(_is_heard(character) for character in heard)))
        spoken += heard + ("\n\n" if gap.count("\n") > 1 else " ")
    return Reading(spoken, tuple(tokens))


def _spoken(word: str, *, english: bool) -> str:
    """What is read for one word; a dash or dots alone are not said, but they are a breath."""
    if word in DASHES:
        return ","
    heard = SCHEME.sub("", "".join(_readable(word, place) for place in range(len(word)))).strip()
    if not any(_is_heard(character) for character in heard):
        return ""
    if not english:
        return heard
    return CLOCK.sub(lambda found: f" {found['half']}m", AMOUNT.sub(_amount, heard))


def _readable(word: str, place: int) -> str:
    """The character at `place`, or a blank where nobody would say anything.

    Control characters above all: espeak-ng takes Ctrl-A as the start of a command, and a NUL would end
    the text. Emoji and the ornaments of markup are not spoken either.
    """
    character = word[place]
    if character in SPOKEN_SYMBOLS:
        return character
    if character in ORNAMENT and not _between_digits(word, place):
        return " "
    if character == EMOJI_SELECTOR or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn", "So", "Sk"}:
        return " "
    return character


def _amount(found: re.Match[str]) -> str:
    one, many, cents = CURRENCIES[found["sign"]]
    whole, scale = found["whole"].replace(",", ""), SCALES.get(found["scale"].lower(), "")
    if scale:
        fraction = f" point {' '.join(found['cents'])}" if found["cents"] else ""
        return f"{whole}{fraction}{scale} {many}"
    unit = one if whole == "1" else many
    small = int(found["cents"] or 0)
    return f"{whole} {unit} {small} {cents}" if small else f"{whole} {unit}"


def _is_heard(character: str) -> bool:
    return character.isalnum() or character in SPOKEN_SYMBOLS


def _between_digits(word: str, place: int) -> bool:
    return 0 < place < len(word) - 1 and word[place - 1].isdigit() and word[place + 1].isdigit()
