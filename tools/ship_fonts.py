# ruff: noqa: INP001 - a script, not a package
"""Take the faces that ship from unpacked npm packages ``@expo-google-fonts/*`` (SIL Open Font License).

    npm pack @expo-google-fonts/noto-sans-sc …   # and unpack each into FOLDER/NAME/package
    python tools/ship_fonts.py FOLDER src/reelhouse/render/fonts

Alphabets ship whole. Chinese, Japanese and Korean are cut to the characters of their national standards
(GB 2312; JIS X 0208; the syllables of KS X 1001), without hints and vertical forms: of 10 MB a face, 2 to 3
stay. Each licence text goes beside its faces.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WHOLE = {
    "anton": ("400Regular/Anton_400Regular.ttf",),
    "fredoka": ("700Bold/Fredoka_700Bold.ttf",),
    "bangers": ("400Regular/Bangers_400Regular.ttf",),
    "tilt-neon": ("400Regular/TiltNeon_400Regular.ttf",),
    "nunito": ("900Black/Nunito_900Black.ttf",),
    "poppins": ("700Bold/Poppins_700Bold.ttf",),
    "dm-serif-display": ("400Regular/DMSerifDisplay_400Regular.ttf",),
    "vazirmatn": ("800ExtraBold/Vazirmatn_800ExtraBold.ttf",),
    "noto-sans-arabic": ("800ExtraBold/NotoSansArabic_800ExtraBold.ttf",),
    "noto-sans-hebrew": ("800ExtraBold/NotoSansHebrew_800ExtraBold.ttf",),
    "noto-sans-thai": ("800ExtraBold/NotoSansThai_800ExtraBold.ttf",),
}
CUT = {
    "noto-sans-sc": ("800ExtraBold/NotoSansSC_800ExtraBold.ttf", "gb2312"),
    "noto-sans-jp": ("800ExtraBold/NotoSansJP_800ExtraBold.ttf", "euc_jp"),
    "noto-sans-kr": ("800ExtraBold/NotoSansKR_800ExtraBold.ttf", "euc_kr"),
}
HANGUL = range(0xAC00, 0xD7A4)
PRINTABLE = frozenset(map(chr, range(0x20, 0x7F)))


def main(source: Path, target: Path) -> None:
    for package, files in WHOLE.items():
        for file in files:
            ship(TTFont(folder_of(source, package) / file), source, package, target)
    for package, (file, codec) in CUT.items():
        font = TTFont(folder_of(source, package) / file)
        ship(cut(font, frozenset(characters_of(codec)) | PRINTABLE), source, package, target)


def folder_of(source: Path, package: str) -> Path:
    return next(source.glob(f"*{package}-[0-9]*/package"))


def characters_of(codec: str) -> Iterator[str]:
    """What two bytes of an East Asian encoding can say; of Korean only its own letters."""
    for pair in product(range(0xA1, 0xFF), repeat=2):
        try:
            character = bytes(pair).decode(codec)
        except UnicodeDecodeError:
            continue
        if codec != "euc_kr" or ord(character) in HANGUL:
            yield character


def cut(font: TTFont, characters: frozenset[str]) -> TTFont:
    options = subset.Options(
        hinting=False, layout_features=["ccmp", "kern", "locl", "mark", "mkmk"], notdef_outline=True
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, characters))
    cutter.subset(font)
    return font


def ship(font: TTFont, source: Path, package: str, target: Path) -> None:
    name = str(font["name"].getDebugName(6))
    font.save(target / f"{name}.ttf")
    licence = (folder_of(source, package) / "LICENSE_FONT").read_text(encoding="utf-8")
    (target / f"{name.partition('-')[0]}-OFL.txt").write_text(licence, encoding="utf-8")
    sys.stdout.write(
        f"{font['name'].getDebugName(4)}: {(target / f'{name}.ttf').stat().st_size // 1024} kB\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
