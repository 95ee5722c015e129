"""Emoji in caption words: found in the text, named after their pictures, and drawn from them.

The pictures are Twemoji (© 2020 Twitter, Inc and other contributors, CC-BY 4.0), one SVG an emoji in
`emoji.zip`, named by code points as their makers name them. libass draws no colours, so they are laid over
the video as pictures of their own.
"""

import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import resvg_py

PICTURES = Path(__file__).parent / "emoji.zip"
JOINER, PLAIN, COLOURED = "\u200d", "\ufe0e", "\ufe0f"
LONGEST = 10
TEXTUAL = frozenset("0123456789#*©®™‼⁉ℹ↔↕↖↗↘↙↩↪▪▫▶◀◻◼☎☑✔✖✳✴❇〰〽Ⓜ")
"""Signs that are letters unless a variation selector asks for their picture."""


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    with zipfile.ZipFile(PICTURES) as archive:
        return frozenset(name.removesuffix(".svg") for name in archive.namelist())


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """A word without its emoji, and the names of their pictures in order."""
    if text.isascii():
        return text, ()
    kept, names = "", []
    at = 0
    while at < len(text):
        found = _at(text, at)
        if found is None:
            kept += text[at]
            at += 1
        else:
            length, name = found
            names.append(name)
            at += length
    return kept, tuple(names)


def _at(text: str, at: int) -> tuple[int, str] | None:
    """The longest emoji that starts here: families, skins and flags before their parts."""
    if text[at] in TEXTUAL and text[at + 1 : at + 2] != COLOURED:
        return None
    for length in range(min(LONGEST, len(text) - at), 0, -1):
        part = text[at : at + length]
        if part[-1] in (JOINER, PLAIN):
            continue
        for name in _spellings(part):
            if name in _names():
                return length, name
    return None


def _spellings(part: str) -> Iterator[str]:
    yield "-".join(f"{ord(character):x}" for character in part)
    if COLOURED in part:
        yield "-".join(f"{ord(character):x}" for character in part if character != COLOURED)


@lru_cache(maxsize=256)
def emoji_png(name: str, size: int) -> bytes:
    """An emoji as a square PNG with transparency."""
    with zipfile.ZipFile(PICTURES) as archive:
        svg = archive.read(f"{name}.svg").decode()
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))
