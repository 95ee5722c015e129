"""The subtitle format that libass draws: escaping, colours, times, boxes.

Written after the format's own behaviour in libass: times are centiseconds, colours are blue-green-red with
transparency instead of opacity, and Fontsize is the height of a cell, not of an em.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reelhouse.media.captions import Ink
from reelhouse.media.composition import Canvas

WORD_JOINER = "\u2060"
"""Drawn as nothing; parts a backslash from the letter that would make a command of it."""

CURVE = 0.45
"""Share of a corner's radius where the handles of its curve lie."""

STYLE_FIELDS = (
    "Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic,"
    " Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL,"
    " MarginR, MarginV, Encoding"
)
PLAIN = "90,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,5,0,0,0,-1"
"""Encoding -1 lets the letters of each event decide its direction."""

HEAD = f"""[Script Info]
ScriptType: v4.00+
PlayResX: {{width}}
PlayResY: {{height}}
WrapStyle: 2
ScaledBorderAndShadow: yes
Kerning: yes
YCbCr Matrix: TV.709
[V4+ Styles]
Format: {STYLE_FIELDS}
Style: W,{{face}},{PLAIN}
[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


@dataclass(frozen=True, slots=True)
class Event:
    """Something drawn from one frame up to, not including, another; `text` is escaped already."""

    layer: int
    first: int
    end: int
    text: str


def escaped(text: str) -> str:
    """Any text as itself: no command, no line break, no override block."""
    plain = "".join(character if _is_shown(character) else " " for character in text)
    return plain.replace("\\", "\\" + WORD_JOINER).replace("{", "\\{").replace("}", "\\}")


def _is_shown(character: str) -> bool:
    """Joiners are not printable and yet shape the letters around them."""
    return character.isprintable() or character in "\u200c\u200d\u200e\u200f\u2060"


def colour(channel: int, ink: Ink, opacity: float = 1.0) -> str:
    """Override tags for one of the four channels: 1 fill, 2 before the sweep, 3 stroke, 4 shadow."""
    red, green, blue = ink.colour[1:3], ink.colour[3:5], ink.colour[5:7]
    return f"\\{channel}c&H{blue}{green}{red}&" + seen(channel, ink.opacity * opacity)


def seen(channel: int, opacity: float) -> str:
    return f"\\{channel}a&H{round((1 - opacity) * 255):02X}&"


def rounded_box(width: float, height: float, radius: float) -> str:
    """A drawing of a rounded box from its upper left corner."""
    r = min(radius, width / 2, height / 2)
    k = r * CURVE
    w, h = width, height
    return (
        f"m {r:.1f} 0 l {w - r:.1f} 0 b {w - k:.1f} 0 {w:.1f} {k:.1f} {w:.1f} {r:.1f}"
        f" l {w:.1f} {h - r:.1f} b {w:.1f} {h - k:.1f} {w - k:.1f} {h:.1f} {w - r:.1f} {h:.1f}"
        f" l {r:.1f} {h:.1f} b {k:.1f} {h:.1f} 0 {h - k:.1f} 0 {h - r:.1f}"
        f" l 0 {r:.1f} b 0 {k:.1f} {k:.1f} 0 {r:.1f} 0"
    )


def document(events: Iterable[Event], canvas: Canvas, face: str) -> str:
    """A whole subtitle file for a canvas. `face` must be at hand: without it not even shapes are drawn."""
    head = HEAD.format(width=canvas.width, height=canvas.height, face=face)
    return head + "".join(
        f"Dialogue: {event.layer},{_stamp(event.first, canvas.fps)},{_stamp(event.end, canvas.fps)},"
        f"W,,0,0,0,,{event.text}\n"
        for event in events
    )


def _stamp(frame: int, fps: int) -> str:
    """The moment half a frame before `frame`: whatever way it is rounded, the change falls on that frame."""
    centiseconds = round(max(Fraction(0), Fraction(2 * frame - 1, 2 * fps)) * 100)
    seconds, hundredths = divmod(centiseconds, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{hundredths:02d}"
