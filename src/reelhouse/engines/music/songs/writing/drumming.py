"""Drums: grooves as lines of sixteenths, kits that play them, and fills that lead on."""

from collections.abc import Iterator
from random import Random

from reelhouse.engines.music.songs.reading.lyrics import Kind
from reelhouse.engines.music.songs.writing.figures import fitting
from reelhouse.engines.music.songs.writing.score import STEPS, Hit, Passage

Groove = dict[str, str]

GROOVES: dict[str, Groove] = {
    "pop": {"kick": "9.....6.8.......", "snare": "....9.......9...", "hat": "7.5.6.5.7.5.6.5.",
    "more": "..5...5...5...5."},
    "electro": {"kick": "9...9...9...9...", "snare": "....9.......9...", "hat": "4.7.4.7.4.7.4.74",
    "open": "..6...6...6...6.", "more": "5355535553555355"},
    "rock": {"kick": "9.......8.7.....", "snare": "....9.......9...", "hat": "8.6.7.6.8.6.7.6.",
    "more": "8...7...8...7..."},
    "punk": {"kick": "9..6..9.9..6..9.", "snare": "..9...9...9...9.", "hat": "8.7.8.7.8.7.8.7.",
    "more": "8...8...8...8..."},
    "metal": {"kick": "9.778.779.778.77", "snare": "....9.......9...", "hat": "8...7...8...7...",
    "more": "8.6.8.6.8.6.8.6."},
    "half time": {"kick": "9.......5.7.....", "snare": "........9.......", "hat": "7.5.7.5.7.5.7.55",
    "more": "...5...5...5...5"},
    "trap": {"kick": "9......7..6.....", "snare": "........9.......", "hat": "7.5.7.556.5.7555",
    "open": "..............5.", "more": "....4.......4..."},
    "boom bap": {"kick": "9.......5.8.....", "snare": "....9.......9...", "hat": "7.5.7.5.7.5.7.53",
    "more": ".......3.......3"},
    "soul": {"kick": "9.....5.8.......", "snare": "....9..3....9..2", "hat": "7.5.6.5.7.5.6.5.",
    "more": "..5...5...5...5."},
    "funk": {"kick": "9..5......7..5..", "snare": "....9..3.3..9..3", "hat": "7555755575557555",
    "open": "..............5.", "more": "..5...5...5...5."},
    "disco": {"kick": "9...9...9...9...", "snare": "....9.......9...", "hat": "7.4.7.4.7.4.7.4.",
    "open": "..7...7...7...7.", "more": "5353535353535353"},
    "house": {"kick": "9...9...9...9...", "snare": "....8.......8...", "hat": "..7...7...7...74",
    "open": "..6...6...6...6.", "more": "5.535.535.535.53"},
    "techno": {"kick": "9...9...9...9...", "snare": "............6...", "hat": "3.733.733.733.73",
    "open": "..6...6...6...6.", "more": "...5..5....5..5."},
    "trance": {"kick": "9...9...9...9...", "snare": "....8.......8...", "hat": "..5...5...5...5.",
    "open": "..7...7...7...7.", "more": "4545454545454545"},
    "drum and bass": {"kick": "9.........8.....", "snare": "....9..3.3..9...", "hat": "7.5.7.5.7.5.7.5.",
    "more": "5.535.535.535.53"},
    "two step": {"kick": "9.........7..5..", "snare": "....9.......9...", "hat": "6.464.646.464.64",
    "more": "..5...5...5...5."},
    "jazz": {"kick": "5.......4.......", "snare": ".......3......3.", "ride": "8...8.6.8...8.6.",
    "hat": "....6.......6...", "more": "3...3...3...3..."},
    "shuffle": {"kick": "9.......8.......", "snare": "....9.......9...", "hat": "8.5.8.5.8.5.8.5.",
    "more": "5...5...5...5..."},
    "train": {"kick": "8.......7.......", "snare": "3.5.8.5.3.5.8.5.", "hat": "....4.......4...",
    "more": "..4...4...4...4."},
    "tambourine": {"kick": "7.......6.......", "more": "..4.7.4...4.7.4.", "shaker": "5.3.5.3.5.3.5.3."},
    "ballad": {"kick": "8.........5.....", "snare": "........8.......", "hat": "5...4...5...4...",
    "more": "..3...3...3...3."},
    "one drop": {"kick": "........9.......", "snare": "........6.......", "hat": "6.5.6.5.6.5.6.5.",
    "more": "...4..4....4..4."},
    "ska": {"kick": "8.......8.......", "snare": "....9.......9...", "hat": "..7...7...7...7.",
    "more": "4.4.4.4.4.4.4.4."},
    "salsa": {"kick": "......6.....6...", "conga": "..5.7...5.5.7755", "clave": "8..8..8...8.8...",
    "bell": "7.5.7.557.5.7.55", "more": "5.3.5.3.5.3.5.3."},
    "bossa": {"kick": "8..57..58..57..5", "rim": "7..7..7...7..7..", "shaker": "5353535353535353",
    "more": "....4.......4..."},
    "samba": {"kick": "5..67..65..67..6", "shaker": "7437743774377437", "bell": "7..7.7..7..7.7..",
    "conga": "..5...57..5...57"},
    "dembow": {"kick": "9...9...9...9...", "snare": "...8..8....8..8.", "hat": "5.3.5.3.5.3.5.3.",
    "more": "..4...4...4...4."},
    "claps": {"clap": "..7...8...7.8.7.", "kick": "7.....6.......6.", "more": "5...5...5...5..."},
    "afro": {"kick": "8.....6...8..6..", "snare": "...5..6....5..6.", "bell": "7.7.77.7.7.7.77.",
    "shaker": "5353535353535353", "conga": "..5..55...5..5.5"},
    "epic": {"boom": "9.....6.....6.6.", "kick": "9...............", "more": "..4.4...4.4.4.44"},
    "waltz": {"kick": "8...........", "snare": "....4...4...", "more": "....3...3..."},
    "polka": {"kick": "9.......9.......", "snare": "....7.......7...", "hat": "..5...5...5...5."},
    "march": {"boom": "9.......8.......", "snare": "7.5577..7.557.77", "more": "8.......8......."},
    "bodhran": {"boom": "9..5.5..8..5.55.", "shaker": "5.3.5.3.5.3.5.3.", "more": "....4.......4..."},
    "synthwave": {"kick": "9.......9.......", "snare": "....9.......9...", "hat": "6.4.6.4.6.4.6.4.",
    "more": "5353535353535353"},
    "chip": {"kick": "9.....7.9.......", "snare": "....9.......9...", "hat": "6.4.6.4.6.4.6.44"},
    "tabla": {"conga": "8..5.5.78.5..575", "boom": "9.......6...5...", "shaker": "5...4...5...4..."},
    "none": {},
}  # fmt: skip
KITS: dict[str, dict[str, str]] = {
    "studio": {},
    "rock": {"kick": "rock kick", "snare": "fat snare", "more": "ride"},
    "metal": {"kick": "metal kick", "snare": "metal snare", "more": "ride"},
    "tight": {"kick": "rock kick", "snare": "tight snare"},
    "club": {"kick": "club kick", "snare": "clap", "more": "shaker"},
    "hard": {"kick": "hard kick", "snare": "clap", "more": "shaker"},
    "808": {"kick": "deep kick", "snare": "clap", "hat": "soft hat", "more": "snap"},
    "dusty": {"kick": "dusty kick", "snare": "dusty snare", "hat": "dusty hat", "more": "rim"},
    "synthwave": {"snare": "fat snare", "more": "shaker"},
    "jazz": {"kick": "soft kick", "snare": "brush", "hat": "soft hat", "more": "swish"},
    "soft": {"kick": "soft kick", "snare": "brush", "hat": "soft hat", "more": "shaker"},
    "latin": {"kick": "soft kick", "snare": "timbale", "boom": "djembe", "more": "shaker"},
    "orchestra": {"kick": "bass drum", "snare": "march snare", "boom": "taiko", "hat": "triangle",
    "more": "march snare"},
    "march": {"kick": "bass drum", "snare": "march snare", "boom": "bass drum", "more": "splash"},
    "chip": {"kick": "chip kick", "snare": "chip snare", "hat": "chip hat", "more": "chip hat"},
}  # fmt: skip
USUAL = {
    "kick": "kick", "snare": "snare", "hat": "hat", "open": "open hat", "ride": "ride", "more": "tambourine",
    "shaker": "shaker", "conga": "conga",
    "clave": "clave", "bell": "cowbell", "rim": "rim", "clap": "clap", "boom": "taiko",
}  # fmt: skip
TRIPLE = {
    "kick": "8...........",
    "snare": "....5...5...",
    "hat": "6...4...4...",
    "ride": "7...6.5.6...",
    "more": "..3...3...3.",
}
QUIET, BACKBEAT, LIGHT, FULL = 0.3, 0.42, 0.52, 0.74
"""Energies from which time alone is kept, then with a backbeat, then the groove, then all of it is played."""

TIME = frozenset({"kick", "hat", "ride", "shaker", "rim", "clave", "boom"})


def drums_of(
    passage: Passage,
    following: Passage | None,
    groove: str,
    kit: str,
    steps: int,
    dice: Random,
    *,
    club: bool,
) -> Iterator[Hit]:
    """Everything that the drummer does in one section."""
    pattern = _pattern(groove, steps)
    last = len(passage.bars) - 1
    begins_loud = passage.energy >= FULL and passage.first > 0
    if begins_loud and pattern:
        yield Hit(passage.first * steps, "crash" if kit != "chip" else "chip snare", 0.9)
    for place in range(len(passage.bars)):
        at = (passage.first + place) * steps
        leads_on = place == last and following is not None and following.energy > QUIET and bool(pattern)
        cut = _cut(passage, steps, dice, club=club) if leads_on else steps
        for role, line in pattern.items():
            if not _joins(role, passage, place):
                continue
            for step, sign in enumerate(line[:cut]):
                if sign != ".":
                    yield Hit(
                        at + step,
                        _piece(kit, role),
                        int(sign) / 9 * _force(passage, place) * dice.uniform(0.94, 1.0),
                    )
        if leads_on:
            yield from _fill(at, cut, steps, kit, passage, dice, club=club)
    if club and passage.kind is Kind.PRE and pattern:
        yield from _roll(passage, steps, kit)


def _pattern(groove: str, steps: int) -> Groove:
    pattern = GROOVES[groove]
    if steps == 3 * STEPS and groove != "waltz":
        return {role: TRIPLE.get(role, line[:steps]) for role, line in pattern.items()}
    return {role: fitting(line, steps) for role, line in pattern.items()}


def _joins(role: str, passage: Passage, place: int) -> bool:
    if passage.kind is Kind.INTRO and place < len(passage.bars) // 2:
        return role in {"hat", "ride", "shaker", "clave"} and passage.energy >= QUIET
    if passage.energy < QUIET:
        return False
    if passage.energy < LIGHT:
        return role in TIME or (role == "snare" and passage.energy > BACKBEAT)
    return passage.energy >= FULL or role not in {"open", "more"}


def _force(passage: Passage, place: int) -> float:
    rise = 0.12 * place / max(len(passage.bars) - 1, 1) if passage.kind is Kind.PRE else 0.0
    return min(0.72 + 0.28 * passage.energy + rise, 1.0)


def _piece(kit: str, role: str) -> str:
    return KITS.get(kit, {}).get(role, USUAL[role])


def _cut(passage: Passage, steps: int, dice: Random, *, club: bool) -> int:
    if club and passage.kind is Kind.PRE:
        return steps - 4
    return steps - (8 if passage.energy > LIGHT and dice.random() < 0.5 and steps > 12 else 4)  # noqa: PLR2004


def _fill(
    at: int, cut: int, steps: int, kit: str, passage: Passage, dice: Random, *, club: bool
) -> Iterator[Hit]:
    """From `cut` to the end of the bar: round the toms, or a roll."""
    if club and passage.kind is Kind.PRE:
        return
    toms = {
        "chip": ("chip snare",),
        "orchestra": ("taiko", "bass drum"),
        "dusty": ("dusty snare", "rim"),
        "jazz": ("brush", "tom"),
        "latin": ("timbale", "conga", "low conga"),
    }
    drums = toms.get(kit, (_piece(kit, "snare"), "high tom", "tom", "low tom"))
    length = steps - cut
    for step in range(length):
        if length > 4 and step % 2 and dice.random() < 0.45:  # noqa: PLR2004
            continue
        drum = drums[min(step * len(drums) // length, len(drums) - 1)]
        yield Hit(at + cut + step, drum, (0.5 + 0.4 * step / length) * _force(passage, 0))


def _roll(passage: Passage, steps: int, kit: str) -> Iterator[Hit]:
    """Before a drop: strokes that come closer, noise that rises, and a breath before the first beat."""
    bars = min(len(passage.bars), 4)
    start, length = (passage.first + len(passage.bars) - bars) * steps, bars * steps - 4
    step = 0.0
    while step < length:
        turn = step / length
        yield Hit(start + step, _piece(kit, "snare"), 0.25 + 0.5 * turn)
        step += 4 if turn < 0.5 else 2 if turn < 0.75 else 1  # noqa: PLR2004
