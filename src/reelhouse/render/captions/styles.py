"""The caption styles by name, and a style from somebody's own JSON."""

import json
from typing import NoReturn

from pydantic import ValidationError

from reelhouse.media.captions import CAPTION_STYLES, CaptionStyle, JsonObject, style_to_document
from reelhouse.render.captions.catalogue_bright import BRIGHT
from reelhouse.render.captions.catalogue_plain import PLAIN
from reelhouse.render.errors import CaptionStyleInvalid, UnknownCaptionStyle
from reelhouse.render.fonts.library import FILES

ORDER = """
    hormozi minimal bold karaoke clean tiktok neon fire glow pop aesthetic impact pastel electric boxed
    gradient spotlight
"""
_ENTRIES = {style.name: style for style in (*PLAIN, *BRIGHT)}
STYLES = {name: _ENTRIES[name] for name in ORDER.split()}
MOST_BYTES = 20_000


def caption_style(name: str) -> CaptionStyle:
    """A builtin style by its name; raises `UnknownCaptionStyle`."""
    if name not in STYLES:
        raise UnknownCaptionStyle(name, tuple(STYLES))
    return STYLES[name]


def style_from_json(text: str | bytes) -> CaptionStyle:
    """A style from a document of somebody's own.

    ``"extends"`` names a builtin style whose fields it takes over; the document is a merge patch to it
    (RFC 7396: objects merge, lists and values replace, null takes away). Raises `CaptionStyleInvalid`,
    which names the field.
    """
    if len(text) > MOST_BYTES:
        raise CaptionStyleInvalid("", f"has more than {MOST_BYTES} bytes")
    try:
        document = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise CaptionStyleInvalid("", f"is not JSON: {error}") from error
    if not isinstance(document, dict):
        raise CaptionStyleInvalid("", "is not a JSON object")
    return style_from_document(document)


def style_from_document(document: JsonObject) -> CaptionStyle:
    """The same from an object; raises `CaptionStyleInvalid`."""
    try:
        style = CAPTION_STYLES.validate_python(_extended(document))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        raise CaptionStyleInvalid(field, first["msg"]) from error
    if style.face not in FILES:
        raise CaptionStyleInvalid("face", f"is one of: {', '.join(sorted(FILES))}")
    return style


def _no_number(literal: str) -> NoReturn:
    raise ValueError(f"{literal} is no number")


def _extended(document: JsonObject) -> JsonObject:
    document = {"description": "", **document} if "extends" not in document else dict(document)
    parent = document.pop("extends", None)
    if parent is None:
        return document
    if not isinstance(parent, str) or parent not in STYLES:
        raise CaptionStyleInvalid("extends", f"is one of: {', '.join(STYLES)}")
    return _patched(style_to_document(STYLES[parent]), document)


def _patched(target: JsonObject, patch: JsonObject) -> JsonObject:
    patched = dict(target)
    for key, value in patch.items():
        old = patched.get(key)
        if value is None:
            patched.pop(key, None)
        elif (
            isinstance(value, dict) and isinstance(old, dict) and value.get("kind") in (None, old.get("kind"))
        ):
            patched[key] = _patched(old, value)
        else:
            patched[key] = value
    return patched
