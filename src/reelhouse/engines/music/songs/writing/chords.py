"""Chords by their numerals, and the progressions that genres are made of."""

import re
from random import Random

from reelhouse.engines.music.composing.harmony import OCTAVE, Chord
from reelhouse.engines.music.songs.reading.lyrics import Kind

SCALES = {
    "major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10), "dorian": (0, 2, 3, 5, 7, 9, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "phrygian": (0, 1, 3, 5, 7, 8, 10), "mixolydian": (0, 2, 4, 5, 7, 9, 10), "phrygian dominant": (0, 1, 4,
    5, 7, 8, 10),
    "blues": (0, 2, 3, 4, 5, 7, 9, 10),
}  # fmt: skip
TUNE_SCALES = {
    "major": (0, 2, 4, 7, 9), "minor": (0, 3, 5, 7, 10), "dorian": (0, 2, 3, 5, 7, 9, 10), "lydian": (0, 2,
    4, 6, 7, 9), "phrygian": (0, 1, 3, 5, 7, 10),
    "mixolydian": (0, 2, 4, 7, 9, 10), "phrygian dominant": (0, 1, 4, 5, 7, 8, 10), "blues": (0, 3, 5, 6, 7,
    10),
}  # fmt: skip
"""What melodies walk on; chord tones are always allowed besides."""

NUMERAL = re.compile(r"(b|#)?(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)(.*)")
DEGREES = {"i": 0, "ii": 2, "iii": 4, "iv": 5, "v": 7, "vi": 9, "vii": 11}
QUALITIES = {
    "": None, "7": None, "maj7": (0, 4, 7, 11), "m7b5": (0, 3, 6, 10), "dim": (0, 3, 6), "sus4": (0, 5, 7),
    "sus2": (0, 2, 7), "add9": (0, 4, 7, 14),
    "9": (0, 4, 10, 14), "m9": (0, 3, 10, 14), "6": (0, 4, 7, 9), "5": (0, 7),
}  # fmt: skip

Progression = tuple[str, ...]


def chord_of(numeral: str, tonic: int) -> Chord:
    """``bVII``, ``ii7``, ``Imaj7``: capitals have a major third; a 7 is the minor one."""
    found = NUMERAL.fullmatch(numeral)
    assert found is not None, numeral  # noqa: S101 - numerals are ours
    sign, degree, quality = found[1], found[2], found[3]
    root = (tonic + DEGREES[degree.lower()] + {"b": -1, "#": 1, None: 0}[sign]) % OCTAVE
    plain = (0, 4, 7) if degree.isupper() else (0, 3, 7)
    steps = QUALITIES[quality] or ((*plain, 10) if quality == "7" else plain)
    return Chord(root, tuple((root + step) % OCTAVE for step in steps))


def _split(*lines: str) -> tuple[Progression, ...]:
    return tuple(tuple(line.split()) for line in lines)


Table = dict[str, tuple[Progression, ...]]

POP: dict[str, Table] = {
    "major": {
        "verse": _split(
            "I V vi IV", "I vi IV V", "I IV vi V", "I iii IV V", "vi IV I V", "I Iadd9 IV IVadd9"
        ),
        "chorus": _split("I V vi IV", "IV I V vi", "I IV vi V", "IV V I vi", "I V IV V"),
        "pre": _split("ii IV V V", "IV vi V V", "ii vi IV V"),
        "bridge": _split("vi iii IV V", "IV V iii vi", "ii IV vi V"),
    },
    "minor": {
        "verse": _split("i bVI bIII bVII", "i bVII bVI bVII", "i iv bVI bVII", "i bIII bVII iv"),
        "chorus": _split("i bVI bIII bVII", "i bVII bVI V", "bVI bVII i i", "i bIII bVI bVII"),
        "pre": _split("iv bVI bVII V", "bVI bVI bVII V", "iv i bVI V"),
        "bridge": _split("bVI bIII iv V", "iv bVII bIII bVI", "bVI bVII v i"),
    },
}
PROGRESSIONS: dict[str, dict[str, Table]] = {
    "pop": POP,
    "rock": {
        "major": {**POP["major"], "verse": _split("I bVII IV I", "I IV V IV", "I V IV IV"),
        "chorus": _split("I V IV V", "I V vi IV", "I IV bVII IV")},
        "minor": {**POP["minor"], "verse": _split("i bVII i bVI", "i bIII bVII i"),
        "chorus": _split("i bVI bVII i", "i bVI bIII bVII")},
    },
    "metal": {
        "major": POP["major"],
        "minor": {"verse": _split("i i bII i", "i i bVI bVII", "i bII i bVII"),
        "chorus": _split("i bVI bVII i", "i bVI bIII bVII"),
                  "pre": _split("iv iv bVI V", "bVI bVII bVI V"), "bridge": _split("bVI bVI bVII bVII",
                  "i bII i bII")},
    },
    "folk": {
        "major": {"verse": _split("I IV I V", "I V vi IV", "I I IV V"), "chorus": _split("IV I V I",
        "I IV I V", "IV V I I"),
                  "pre": _split("ii ii V V", "IV IV V V"), "bridge": _split("vi IV I V", "IV I ii V")},
        "minor": {"verse": _split("i bVII i bVII", "i bIII bVII i"), "chorus": _split("bIII bVII i bVII",
        "i IV i bVII"),
                  "pre": _split("iv iv bVII bVII"), "bridge": _split("bVI bIII bVII i", "bIII bVII iv i")},
    },
    "jazz": {
        "major": {"verse": _split("Imaj7 vi7 ii7 V7", "ii7 V7 Imaj7 vi7", "iii7 vi7 ii7 V7"),
        "chorus": _split("ii7 V7 Imaj7 Imaj7", "IVmaj7 iii7 ii7 Imaj7"),
                  "pre": _split("ii7 iii7 IVmaj7 V7"), "bridge": _split("iv7 bVII7 Imaj7 vi7",
                  "iii7 VI7 ii7 V7")},
        "minor": {"verse": _split("i7 iim7b5 V7 i7", "i7 iv7 iim7b5 V7", "i7 bVImaj7 iim7b5 V7"),
        "chorus": _split("iv7 bVII7 bIIImaj7 V7", "i7 iv7 V7 i7"),
                  "pre": _split("iv7 iv7 iim7b5 V7"), "bridge": _split("bVImaj7 bVII7 i7 i7",
                  "iv7 bVII7 bIIImaj7 bVImaj7")},
    },
    "soul": {
        "major": {"verse": _split("Imaj7 iii7 IVmaj7 V7", "Imaj7 vi7 ii7 V7", "I I7 IV iv"),
        "chorus": _split("IVmaj7 V7 iii7 vi7", "I vi7 ii7 V7"),
                  "pre": _split("ii7 iii7 IVmaj7 V7"), "bridge": _split("vi7 V IVmaj7 V7",
                  "IVmaj7 iv7 Imaj7 V7")},
        "minor": {"verse": _split("im9 iv7 im9 v7", "im9 bVImaj7 iv7 v7"),
        "chorus": _split("bVImaj7 bVII7 im9 im9", "iv7 bVII7 bIIImaj7 bVImaj7"),
                  "pre": _split("iv7 v7 bVImaj7 V7"), "bridge": _split("bVImaj7 v7 iv7 V7")},
    },
    "funk": {
        "major": {"verse": _split("I7 I7 IV7 I7"), "chorus": _split("IV7 IV7 I7 V7"),
        "pre": _split("ii7 ii7 V7 V7"), "bridge": _split("vi7 vi7 ii7 V7")},
        "minor": {"verse": _split("i7 i7 IV7 i7", "i7 IV7 i7 IV7"), "chorus": _split("i7 IV7 bVII7 IV7",
        "bVI7 bVII7 i7 i7"),
                  "pre": _split("iv7 iv7 V7 V7"), "bridge": _split("iv7 i7 iv7 V7")},
    },
    "loop": {
        "major": {"verse": _split("I vi IV V", "Imaj7 vi7 ii7 V7"), "chorus": _split("I vi IV V",
        "IV V I vi"), "pre": _split("IV IV V V"), "bridge": _split("vi IV ii V")},
        "minor": {"verse": _split("i bVI iv v", "i i bVI bVII", "i iv i v"),
        "chorus": _split("i bVI bIII bVII", "i bVI iv V"),
                  "pre": _split("iv iv bVI bVII"), "bridge": _split("bVI bVII i i", "iv bVI i V")},
    },
    "drone": {
        "major": {"verse": _split("I I I I"), "chorus": _split("I bII I bII"),
        "pre": _split("I I bVII bVII"), "bridge": _split("IV IV I I")},
        "minor": {"verse": _split("i i i i", "i i i bVI"), "chorus": _split("i i bVI bVII", "i i iv i"),
        "pre": _split("i i bVII bVII"), "bridge": _split("bVI bVI i i")},
    },
    "calm": {
        "major": {"verse": _split("Iadd9 IVmaj7 Iadd9 IVmaj7", "Imaj7 iii7 IVmaj7 IVmaj7"),
        "chorus": _split("IVmaj7 V vi7 Iadd9", "Iadd9 V IVmaj7 Iadd9"),
                  "pre": _split("ii7 ii7 Vsus4 V"), "bridge": _split("vi7 IVmaj7 Iadd9 V")},
        "minor": {"verse": _split("i bVImaj7 i bVImaj7", "i v bVImaj7 iv"),
        "chorus": _split("bVImaj7 bVII i i", "i bVII bVImaj7 i"),
                  "pre": _split("iv iv v v"), "bridge": _split("bIII bVII bVI i")},
    },
    "epic": {
        "major": {"verse": _split("I V vi IV", "I iii vi IV"), "chorus": _split("I bVI bVII I", "IV V vi I"),
        "pre": _split("ii IV V V"), "bridge": _split("vi IV I V")},
        "minor": {"verse": _split("i bVI iv V", "i i bVI bVII"), "chorus": _split("i bVI bIII bVII",
        "i bIII bVII iv"), "pre": _split("iv v bVI V"),
                  "bridge": _split("bVI iv i V", "bIII bVII bVI V")},
    },
    "classical": {
        "major": {"verse": _split("I IV V I", "I V I V I IV V I", "I vi ii V"),
        "chorus": _split("I V vi iii IV I IV V", "IV I V7 I"),
                  "pre": _split("ii V7 I V7"), "bridge": _split("vi ii V7 I", "vi iii IV V")},
        "minor": {"verse": _split("i iv V7 i", "i bVI iv V7"), "chorus": _split("i bVII bIII bVI iv i V7 i",
        "i iv bVII bIII"),
                  "pre": _split("iv iv V7 V7"), "bridge": _split("bIII bVII bVI V7", "bVI bIII iv V7")},
    },
    "latin": {
        "major": {"verse": _split("I IV V IV", "ii7 V7 I I"), "chorus": _split("I IV V IV"),
        "pre": _split("ii7 ii7 V7 V7"), "bridge": _split("vi ii V I")},
        "minor": {"verse": _split("i iv V7 V7", "i bVII bVI V7"), "chorus": _split("i iv V7 i", "iv i V7 i"),
        "pre": _split("iv iv V7 V7"), "bridge": _split("bVI bVII bVI V7")},
    },
    "blues": {
        "major": {
            "verse": _split("I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7",
            "I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7"),
            "chorus": _split("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7"), "pre": _split("IV7 IV7 V7 V7"),
            "bridge": _split("IV7 IV7 I7 I7 II7 II7 V7 V7")},
        "minor": {"verse": _split("i7 i7 i7 i7 iv7 iv7 i7 i7 bVI7 V7 i7 V7"),
        "chorus": _split("i7 iv7 i7 i7 iv7 iv7 i7 i7 bVI7 V7 i7 V7"),
                  "pre": _split("iv7 iv7 V7 V7"), "bridge": _split("iv7 iv7 i7 i7 bVI7 bVI7 V7 V7")},
    },
}  # fmt: skip
ROW_OF = {
    Kind.INTRO: "verse", Kind.VERSE: "verse", Kind.PRE: "pre", Kind.CHORUS: "chorus", Kind.POST: "chorus",
    Kind.BRIDGE: "bridge", Kind.SOLO: "verse",
    Kind.BREAK: "bridge", Kind.OUTRO: "chorus",
}  # fmt: skip


def tonality_of(mode: str) -> str:
    """Major or minor: which of the two tables a mode lives by."""
    return "minor" if mode not in {"blues", "phrygian dominant"} and SCALES[mode][2] == 3 else "major"  # noqa: PLR2004


def progressions_for(family: str, mode: str, dice: Random) -> dict[str, Progression]:
    """One progression for each row, chosen once for the piece; ``dorian`` and such have their own colour."""
    table = PROGRESSIONS[family][tonality_of(mode)]
    return {
        row: tuple(_coloured(numeral, mode) for numeral in dice.choice(choices))
        for row, choices in table.items()
    }


def _coloured(numeral: str, mode: str) -> str:
    swaps = {
        "dorian": {"iv": "IV", "iv7": "IV7", "bVI": "IV", "bVImaj7": "IV7"}, "mixolydian": {"V": "bVII",
        "V7": "bVII"}, "lydian": {"IV": "II", "ii": "II"},
        "phrygian": {"bVII": "bII", "V": "bII"}, "phrygian dominant": {"V": "bII", "IV": "bII",
        "bVII": "bvii"},
    }.get(mode, {})  # fmt: skip
    return swaps.get(numeral, numeral)
