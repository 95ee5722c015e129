"""How a pitch looks: a brand kit, or a quiet ground with the colour of the screenshots; always readable."""

import re
from collections import Counter
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace

from reelhouse.core.pitches.asked import AskedBrand
from reelhouse.core.pitches.directing.choices import written
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.plan import Brand, Intent
from reelhouse.core.pitches.types import Subject
from reelhouse.media.contrast import BODY, readable, worst
from reelhouse.render.fonts.families import DEFAULT_FAMILY, FAMILIES
from reelhouse.render.fonts.library import FILES

HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
DEFAULT_ACCENT, INK = "#4f7cff", "#ffffff"
ACCENT_CONTRAST = 2.0
"""Shapes and large words in the accent; what stands on it is not the director's."""
COLOURFUL, MIDDLING = 0.35, (0.25, 0.75)
LONGEST_NAME, LONGEST_ADDRESS = 80, 2000


def resolve_brand(
    subject: Subject, product: str, intent: Intent, asked: AskedBrand, library: Library, notes: Notes
) -> Brand:
    base = library.brands.get(intent.brand_kit_id) if intent.brand_kit_id else None
    brand = base or _readable(_of_screens(subject, product), Notes())
    name = written(asked.name, LONGEST_NAME, "director.brand.name", notes) if asked.name is not None else ""
    logo = written(asked.logo_url, LONGEST_ADDRESS, "director.brand.logoUrl", notes) if asked.logo_url else ""
    wished = replace(
        brand,
        name=name or brand.name,
        ground=_colour(asked.ground, brand.ground, "ground", notes),
        ground_end=_colour(asked.ground_end, brand.ground_end, "groundEnd", notes),
        accent=_colour(asked.accent, brand.accent, "accent", notes),
        ink=_colour(asked.ink, brand.ink, "ink", notes),
        font=_font(asked.font, brand.font, notes),
        logo_url=logo or brand.logo_url,
    )
    return _readable(wished, notes)


def _of_screens(subject: Subject, product: str) -> Brand:
    """A dark ground with a breath of the colour that stands out in most screenshots."""
    accent = _accent(subject)
    hue, _, saturation = rgb_to_hls(*_rgb(accent))
    tint = min(saturation, 0.45)
    return Brand(
        name=product or subject.name,
        ground=_hex(hls_to_rgb(hue, 0.07, tint)),
        ground_end=_hex(hls_to_rgb(hue, 0.17, tint)),
        accent=accent,
        ink=INK,
        font=DEFAULT_FAMILY.name,
    )


def _accent(subject: Subject) -> str:
    votes: Counter[str] = Counter()
    for shown in subject.screens:
        for place, colour in enumerate(shown.seen.colours):
            if HEX.fullmatch(colour) and _is_colourful(colour):
                votes[colour.lower()] += 10 - min(place, 9)
    if not votes:
        return DEFAULT_ACCENT
    chosen = min(votes, key=lambda colour: (-votes[colour], colour))
    hue, lightness, saturation = rgb_to_hls(*_rgb(chosen))
    return _hex(hls_to_rgb(hue, min(max(lightness, 0.5), 0.62), max(saturation, 0.55)))


def _is_colourful(colour: str) -> bool:
    _, lightness, saturation = rgb_to_hls(*_rgb(colour))
    return saturation >= COLOURFUL and MIDDLING[0] <= lightness <= MIDDLING[1]


def _readable(brand: Brand, notes: Notes) -> Brand:
    """Ink and accent far enough from both ends of the ground; ends that no ink suits become one."""
    grounds = (brand.ground, brand.ground_end)
    ink = readable(brand.ink, grounds, BODY)
    if worst(ink, grounds) < BODY:
        notes.add(Code.LOW_CONTRAST, "director.brand.groundEnd", brand.ground_end, brand.ground)
        brand = replace(brand, ground_end=brand.ground)
        grounds = (brand.ground, brand.ground)
        ink = readable(brand.ink, grounds, BODY)
    if ink != brand.ink:
        notes.add(Code.LOW_CONTRAST, "director.brand.ink", brand.ink, ink)
    accent = readable(brand.accent, grounds, ACCENT_CONTRAST)
    if accent != brand.accent:
        notes.add(Code.LOW_CONTRAST, "director.brand.accent", brand.accent, accent)
    return replace(brand, ink=ink, accent=accent)


def _colour(given: str | None, default: str, field: str, notes: Notes) -> str:
    if given is None or not given.strip():
        return default
    match = HEX.fullmatch(given.strip())
    if match is None:
        notes.unknown(f"director.brand.{field}", given, default, ("colours such as #1a2b3c",))
        return default
    digits = match[1].lower()
    return f"#{digits}" if len(digits) > len("abc") else "#" + "".join(one * 2 for one in digits)


def _font(given: str | None, default: str, notes: Notes) -> str:
    """A family, or the full name of a face."""
    if given is None or not given.strip():
        return default
    known = {name.lower(): name for name in (*FILES, *FAMILIES)}
    found = known.get(" ".join(given.lower().split()))
    if found is None:
        detail = f"Known are {', '.join(FAMILIES)}."
        notes.add(Code.FONT_UNKNOWN, "director.brand.font", given, default, detail=detail)
    return found or default


def _rgb(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    if len(digits) == len("abc"):
        digits = "".join(one * 2 for one in digits)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in parts)
