"""Fonts that this machine happens to have: asked only for letters that no shipped face draws."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

KINDS = frozenset({".ttf", ".otf"})
OUTLINES = ("glyf", "CFF ", "CFF2")
MOST_BYTES = 40_000_000
PLACEHOLDERS = ("LastResort", "AdobeBlank", "Unifont", "Code2000")
"""Fonts that have every letter, each as a box or in coarse pixels."""


def usual_folders() -> tuple[Path, ...]:
    """Where Linux, macOS and Windows keep fonts, the machine's before the user's."""
    home = Path.home()
    windows = Path(os.environ.get("WINDIR", "C:/Windows"))
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        windows / "Fonts",
        home / ".local/share/fonts",
        home / ".fonts",
        home / "Library/Fonts",
    )


def installed_with(characters: frozenset[str], folders: tuple[Path, ...] | None = None) -> Path | None:
    """The first font that has all of these characters, in the order of folders and names."""
    codes = frozenset(map(ord, characters))
    known = _coverage(usual_folders() if folders is None else folders)
    return next((path for path, coverage in known if codes <= coverage), None)


@lru_cache(maxsize=4)
def _coverage(folders: tuple[Path, ...]) -> tuple[tuple[Path, frozenset[int]], ...]:
    """What every installed font has; read once in a process, as there may be thousands."""
    return tuple((path, codes) for path in _font_files(folders) if (codes := _codes(path)))


def _font_files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        found = (path for path in folder.rglob("*") if path.suffix.lower() in KINDS)
        yield from sorted(path for path in found if not path.name.startswith(PLACEHOLDERS))


def _codes(path: Path) -> frozenset[int]:
    """The characters of a font; none when it is broken, huge or made of pictures."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return frozenset()
        with TTFont(path, lazy=True) as font:
            drawn = any(table in font for table in OUTLINES) and "OS/2" in font
            return frozenset(font.getBestCmap() or ()) if drawn else frozenset()
    except (OSError, TTLibError, KeyError, AssertionError, ValueError):
        return frozenset()
