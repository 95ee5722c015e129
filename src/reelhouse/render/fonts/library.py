"""The faces that ship with reelhouse: which characters they have, and how wide and high they draw them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

FOLDER = Path(__file__).parent
MEASURE = 1000

FILES = {
    "Montserrat Black": "Montserrat-Black.ttf",
    "Montserrat ExtraBold": "Montserrat-ExtraBold.ttf",
    "Montserrat Bold": "Montserrat-Bold.ttf",
    "Montserrat SemiBold": "Montserrat-SemiBold.ttf",
    "Inter ExtraBold": "Inter-ExtraBold.ttf",
    "Noto Sans ExtraBold": "NotoSans-ExtraBold.ttf",
}
"""By full name, which is how libass finds a face."""

FALLBACKS = ("Inter ExtraBold", "Noto Sans ExtraBold")
"""Asked in this order for what a style's own face lacks: Greek, all of Cyrillic, signs; then Devanagari."""

INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad")
"""Characters that join, part or vary others and have no picture of their own."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font file. `ascent`, `descent` and `cap_height` are in em."""

    name: str
    path: Path
    ascent: float
    descent: float
    cap_height: float
    characters: frozenset[str]

    def cell(self, em: float) -> float:
        """The height that libass calls Fontsize: winAscent + winDescent of the face at this em."""
        return em * (self.ascent + self.descent)

    def width(self, text: str, em: float) -> float:
        """How far the pen moves over `text`, kerning and ligatures included."""
        return _pen(self.path).getlength(text) * em / MEASURE

    def lacks(self, text: str) -> frozenset[str]:
        return frozenset(text) - self.characters - INVISIBLE


@dataclass(frozen=True, slots=True)
class Drawable:
    """`text` without what no face can draw, the face for it, and what had to go."""

    text: str
    face: Face
    missing: frozenset[str]


@lru_cache(maxsize=len(FILES))
def face(name: str) -> Face:
    """A face by its full name, one of `FILES`."""
    path = FOLDER / FILES[name]
    with TTFont(path, lazy=True) as font:
        em: int = font["head"].unitsPerEm
        os2 = font["OS/2"]
        return Face(
            name=name,
            path=path,
            ascent=os2.usWinAscent / em,
            descent=os2.usWinDescent / em,
            cap_height=os2.sCapHeight / em,
            characters=frozenset(chr(code) for code in font.getBestCmap()),
        )


@lru_cache(maxsize=len(FILES))
def _pen(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, MEASURE)


def drawable(text: str, preferred: str) -> Drawable:
    """The first face that has every character of `text`; failing that, the one that lacks the fewest."""
    candidates = [face(name) for name in (preferred, *FALLBACKS)]
    best = min(candidates, key=lambda candidate: len(candidate.lacks(text)))
    missing = best.lacks(text)
    kept = "".join(character for character in text if character not in missing)
    if not kept.strip("".join(INVISIBLE)):
        kept = ""
    return Drawable(kept, best, missing)


def lacking_letters(text: str) -> tuple[str, ...]:
    """The letters and digits of `text` that no face has, each once, in their order."""
    letters = dict.fromkeys(character for character in text if character.isalnum())
    return tuple(letter for letter in letters if all(letter not in face(name).characters for name in FILES))


def files_of(names: Iterable[str]) -> tuple[Path, ...]:
    """The font files of these faces and of their fallbacks."""
    return tuple(FOLDER / FILES[name] for name in dict.fromkeys((*names, *FALLBACKS)))
