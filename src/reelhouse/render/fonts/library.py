"""The faces that ship with reelhouse: which characters they have, and how wide and high they draw them."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

from reelhouse.render.fonts.installed import installed_with

FOLDER = Path(__file__).parent
MEASURE = 1000

FILES = {
    "Montserrat Black": "Montserrat-Black.ttf",
    "Montserrat ExtraBold": "Montserrat-ExtraBold.ttf",
    "Montserrat Bold": "Montserrat-Bold.ttf",
    "Montserrat SemiBold": "Montserrat-SemiBold.ttf",
    "Inter ExtraBold": "Inter-ExtraBold.ttf",
    "Noto Sans ExtraBold": "NotoSans-ExtraBold.ttf",
    "Vazirmatn ExtraBold": "Vazirmatn-ExtraBold.ttf",
    "Noto Sans Arabic ExtraBold": "NotoSansArabic-ExtraBold.ttf",
    "Noto Sans Hebrew ExtraBold": "NotoSansHebrew-ExtraBold.ttf",
    "Noto Sans Thai ExtraBold": "NotoSansThai-ExtraBold.ttf",
    "Noto Sans JP ExtraBold": "NotoSansJP-ExtraBold.ttf",
    "Noto Sans SC ExtraBold": "NotoSansSC-ExtraBold.ttf",
    "Noto Sans KR ExtraBold": "NotoSansKR-ExtraBold.ttf",
    "Anton Regular": "Anton-Regular.ttf",
    "Bangers Regular": "Bangers-Regular.ttf",
    "DM Serif Display Regular": "DMSerifDisplay-Regular.ttf",
    "Fredoka Bold": "Fredoka-Bold.ttf",
    "Nunito Black": "Nunito-Black.ttf",
    "Poppins Bold": "Poppins-Bold.ttf",
    "Tilt Neon Regular": "TiltNeon-Regular.ttf",
}
"""By full name, which is how libass finds a face. `tools/ship_fonts.py` tells how they were cut."""

ALPHABETS = (
    "Inter ExtraBold",
    "Noto Sans ExtraBold",
    "Vazirmatn ExtraBold",
    "Noto Sans Arabic ExtraBold",
    "Noto Sans Hebrew ExtraBold",
    "Noto Sans Thai ExtraBold",
)
"""Asked in this order for what a style's own face lacks: Greek, all of Cyrillic, signs; then Devanagari …

Vazirmatn comes before Noto for Arabic: Noto places dots as marks, and libass takes such a word for wider than
it is, so that it stands beside its place.
"""

JAPANESE, CHINESE, KOREAN = "Noto Sans JP ExtraBold", "Noto Sans SC ExtraBold", "Noto Sans KR ExtraBold"

INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad\u200e\u200f\u061c")
"""Characters that join, part, turn or vary others and have no picture of their own."""


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
class Run:
    """Letters that one face draws."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Drawable:
    """A text in runs, without what no face can draw; `missing` is what had to go. Heights are in em."""

    runs: tuple[Run, ...]
    missing: frozenset[str]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def ascent(self) -> float:
        return max((run.face.ascent for run in self.runs), default=0.0)

    @property
    def descent(self) -> float:
        return max((run.face.descent for run in self.runs), default=0.0)

    def width(self, em: float) -> float:
        return sum(run.face.width(run.text, em) for run in self.runs)


@lru_cache(maxsize=64)
def face(name: str) -> Face:
    """A face by its full name: one of `FILES`, or one that this machine has and a text needed."""
    return open_face(FOLDER / FILES[name])


@lru_cache(maxsize=64)
def open_face(path: Path) -> Face:
    with TTFont(path, lazy=True) as font:
        em: int = font["head"].unitsPerEm
        os2 = font["OS/2"]
        return Face(
            name=str(font["name"].getDebugName(4)),
            path=path,
            ascent=os2.usWinAscent / em,
            descent=os2.usWinDescent / em,
            cap_height=getattr(os2, "sCapHeight", 0.7 * em) / em,
            characters=frozenset(chr(code) for code in font.getBestCmap()),
        )


@lru_cache(maxsize=64)
def _pen(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, MEASURE)


def east_asian(text: str) -> tuple[str, ...]:
    """The East Asian faces in the order in which this text wants them: Han letters differ by country."""
    if any("\u3040" <= letter <= "\u30ff" for letter in text):
        return JAPANESE, CHINESE, KOREAN
    if any("\uac00" <= letter <= "\ud7a3" for letter in text):
        return KOREAN, JAPANESE, CHINESE
    return CHINESE, JAPANESE, KOREAN


def drawable(text: str, preferred: str, context: str = "") -> Drawable:
    """`text` in one face if any has all of it, else in as few as it takes.

    The preferred face is asked first, then the alphabets, then the East Asian faces as `context`, the
    words around, suggests, and at last the fonts of this machine.
    """
    names = dict.fromkeys((preferred, *ALPHABETS, *east_asian(context or text)))
    for candidate in map(face, names):
        if not candidate.lacks(text):
            return Drawable((Run(text, candidate),), frozenset()) if _shows(text) else _NOTHING
    return _in_runs(text, [face(name) for name in names])


_NOTHING = Drawable((), frozenset())


def _shows(text: str) -> bool:
    return bool(text.strip("".join(INVISIBLE)))


def _in_runs(text: str, faces: list[Face]) -> Drawable:
    parts: list[tuple[str, Face]] = []
    missing: set[str] = set()
    for cluster in clusters(text):
        candidates = [parts[-1][1], *faces] if parts else faces
        chosen = next((one for one in candidates if not one.lacks(cluster)), None) or _installed(cluster)
        if chosen is None:
            missing |= faces[0].lacks(cluster)
        elif parts and parts[-1][1] == chosen:
            parts[-1] = (parts[-1][0] + cluster, chosen)
        else:
            parts.append((cluster, chosen))
    kept = "".join(part for part, _ in parts)
    runs = tuple(Run(part, chosen) for part, chosen in parts) if _shows(kept) else ()
    return Drawable(runs, frozenset(missing))


def _installed(cluster: str) -> Face | None:
    path = installed_with(frozenset(cluster) - INVISIBLE)
    return open_face(path) if path else None


def clusters(text: str) -> Iterator[str]:
    """Letters with the marks that stand on them or join them, which no change of face may part."""
    cluster = ""
    for character in text:
        joined = (
            cluster.endswith("\u200d") or character in INVISIBLE or unicodedata.category(character)[0] == "M"
        )
        if cluster and not joined:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def lacking_letters(text: str) -> tuple[str, ...]:
    """The letters and digits of `text` that no face here has, each once, in their order."""
    letters = dict.fromkeys(character for character in text if character.isalnum())
    return tuple(letter for letter in letters if not _somewhere(letter))


def _somewhere(letter: str) -> bool:
    names = ("Montserrat Black", *ALPHABETS, CHINESE, JAPANESE, KOREAN)
    return any(letter in face(name).characters for name in names) or _installed(letter) is not None


def files_of(names: Iterable[str]) -> tuple[Path, ...]:
    """The font files of these shipped faces, and no more: a face that nothing needs costs time to load."""
    return tuple(FOLDER / FILES[name] for name in dict.fromkeys(names))
