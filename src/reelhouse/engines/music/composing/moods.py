"""What makes a mood: tempo, mode, progressions, patterns and colours."""

from dataclasses import dataclass

from reelhouse.engines.music.composing.harmony import MAJOR, MINOR
from reelhouse.engines.music.types import Mood

# A pattern is one bar of sixteen steps: a digit is how hard the step is hit (9 the hardest), a dot is a rest.
Pattern = str


@dataclass(frozen=True, slots=True)
class Style:
    """`beats_per_minute` is what is aimed at: the real tempo is a little off, so that the end comes in time.

    `swing` delays every second eighth by that part of an eighth. `motifs` are rhythms of the melody.
    `pump` is how far the kick pushes the chords down.
    """

    beats_per_minute: float
    scale: tuple[int, ...]
    tonic: int
    progressions: tuple[tuple[int, ...], ...]
    sevenths: bool
    drums: dict[str, Pattern]
    bass: Pattern
    keys: Pattern
    motifs: tuple[Pattern, ...]
    swing: float = 0.0
    pump: float = 0.0
    crescendo: float = 0.0
    pad_level: float = 0.5
    keys_colour: str = "soft"


STYLES: dict[Mood, Style] = {
    Mood.CHILL: Style(
        beats_per_minute=82,
        scale=MAJOR,
        tonic=5,
        progressions=((0, 5, 1, 4), (3, 2, 1, 4), (0, 3, 1, 4)),
        sevenths=True,
        drums={"kick": "7.....4...6.....", "rim": "....6.......6...", "hat": "4.2.3.2.4.2.3.23"},
        bass="8.....5...6...4.",
        keys="6..4....5..3....",
        motifs=("....5...4.5.....", "..5...4.....5...", "5.....4.4......."),
        swing=0.28,
        pad_level=0.55,
    ),
    Mood.ENERGETIC: Style(
        beats_per_minute=126,
        scale=MINOR,
        tonic=9,
        progressions=((0, 5, 2, 6), (0, 2, 5, 6), (0, 5, 3, 6)),
        sevenths=False,
        drums={"kick": "9...9...9...9...", "clap": "....7.......7...", "hat": "..6...6...6...63"},
        bass="..7...7...7...75",
        keys="6.46.46.6.46.464",
        motifs=("6..5..6...5.....", "..6..6..5...6...", "6.5.6...5..6...."),
        pump=0.45,
        pad_level=0.5,
        keys_colour="bright",
    ),
    Mood.CORPORATE: Style(
        beats_per_minute=108,
        scale=MAJOR,
        tonic=2,
        progressions=((0, 4, 5, 3), (0, 3, 5, 4), (5, 3, 0, 4)),
        sevenths=False,
        drums={"kick": "7.......6.......", "clap": "............4...", "hat": "..3...3...3...3."},
        bass="7.......6.......",
        keys="6.4.5.4.6.4.5.4.",
        motifs=("....5.....5.....", "5.......4.5.....", "..4.5.......5..."),
        pad_level=0.6,
        keys_colour="muted",
    ),
    Mood.DRAMATIC: Style(
        beats_per_minute=76,
        scale=MINOR,
        tonic=2,
        progressions=((0, 5, 3, 4), (0, 6, 5, 4), (0, 3, 5, 4)),
        sevenths=False,
        drums={"tom": "9.......6.....57", "kick": "8..............."},
        bass="9.......7.......",
        keys="5...3...4...3...",
        motifs=("6...........4...", "....6.......5...", "6.......5......."),
        crescendo=0.5,
        pad_level=0.8,
        keys_colour="dark",
    ),
    Mood.UPBEAT: Style(
        beats_per_minute=116,
        scale=MAJOR,
        tonic=7,
        progressions=((0, 3, 0, 4), (5, 3, 0, 4), (0, 5, 3, 4)),
        sevenths=False,
        drums={"kick": "8.....5.8.......", "clap": "....7.......7...", "hat": "4.5.4.5.4.5.4.55"},
        bass="8..5..6.8..5..6.",
        keys="..6...6...6...65",
        motifs=("6.5...6.5.......", "..6.5.6...5.....", "6...5.5.6......."),
        swing=0.12,
        pad_level=0.35,
        keys_colour="muted",
    ),
}
