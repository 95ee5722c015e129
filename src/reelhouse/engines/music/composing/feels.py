"""How a feel plays a mood's piece: the same key, harmony and tune in other hands."""

from dataclasses import replace

from reelhouse.engines.music.composing.moods import Pattern, Style
from reelhouse.engines.music.types import Feel

REST = "."
PULSE = "7.4.6.4.7.4.6.4."
WALK = "8...6...7...6..."
SOFTEST_KEPT = 5  # of nine: what is played softer, a gentle band leaves out


def in_feel(style: Style, feel: Feel) -> Style:
    """`style` as it is for a plain feel; otherwise with another tempo, density and colour."""
    match feel:
        case Feel.PLAIN:
            return style
        case Feel.DRIVING:
            return _driving(style)
        case Feel.GENTLE:
            return _gentle(style)
        case Feel.STEADY:
            return _steady(style)
        case Feel.TENSE:
            return _tense(style)


def _driving(style: Style) -> Style:
    """Faster, with strokes between those of the hat and the keys, and chords that breathe."""
    drums = {**style.drums, "hat": _filled(style.drums.get("hat", "4...4...4...4..."))}
    return replace(
        style,
        beats_per_minute=style.beats_per_minute * 1.1,
        drums=drums,
        keys=_filled(style.keys),
        pump=min(style.pump + 0.15, 0.6),
        pad_level=style.pad_level * 0.8,
        keys_colour="dark" if style.keys_colour == "dark" else "bright",
    )


def _gentle(style: Style) -> Style:
    """Slower, half of the strokes, no clap, and long chords in front."""
    drums = {name: _thinned(pattern) for name, pattern in style.drums.items() if name != "clap"}
    return replace(
        style,
        beats_per_minute=style.beats_per_minute * 0.9,
        drums=drums,
        bass=_thinned(style.bass),
        keys=_thinned(style.keys),
        pump=style.pump * 0.4,
        pad_level=min(style.pad_level * 1.3, 0.85),
        keys_colour="dark" if style.keys_colour == "dark" else "soft",
    )


def _steady(style: Style) -> Style:
    """At the mood's own tempo, on the beat: a bass that walks in quarters, and nothing swings."""
    return replace(style, bass=WALK, swing=0.0, keys_colour="muted")


def _tense(style: Style) -> Style:
    """A little slower, over a bass that pulses in eighths, growing to its end; low keys and no hat."""
    drums = {name: pattern for name, pattern in style.drums.items() if name != "hat"}
    drums["tom"] = drums.get("tom", "8.......5.....46")
    return replace(
        style,
        beats_per_minute=style.beats_per_minute * 0.95,
        drums=drums,
        bass=PULSE,
        swing=0.0,
        crescendo=max(style.crescendo, 0.55),
        pad_level=min(style.pad_level * 1.25, 0.85),
        keys_colour="dark",
    )


def _filled(pattern: Pattern) -> Pattern:
    """A soft stroke on each eighth that rests, and on the last sixteenth."""
    return "".join(
        "3" if mark == REST and (step % 2 == 0 or step == len(pattern) - 1) else mark
        for step, mark in enumerate(pattern)
    )


def _thinned(pattern: Pattern) -> Pattern:
    """Only the strong strokes on the beats; the first of a bar always stays."""
    first = next(step for step, mark in enumerate(pattern) if mark != REST)
    return "".join(
        mark if step == first or (mark != REST and step % 4 == 0 and int(mark) >= SOFTEST_KEPT) else REST
        for step, mark in enumerate(pattern)
    )
