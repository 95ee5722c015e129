"""Whether a text can be said and shown at all; asked before anything is charged."""

from reelhouse.core.videos.errors import LettersNotAvailable, ScriptNotSpeakable
from reelhouse.render.fonts.library import lacking_letters

SHOWN = 20


def require_speakable(script: str) -> None:
    """Raises `ScriptNotSpeakable`."""
    if not any(map(str.isalnum, script)):
        raise ScriptNotSpeakable


def require_legible(*texts: str | None) -> None:
    """Raises `LettersNotAvailable`."""
    letters = lacking_letters("".join(text for text in texts if text))
    if letters:
        raise LettersNotAvailable("".join(letters[:SHOWN]))
