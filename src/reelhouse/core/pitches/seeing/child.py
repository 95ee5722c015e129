"""Looks at screenshots of strangers, in a process with limits of its own.

Its input is one JSON object: ``files`` is a list of ``[id, path, media type]``, ``reader`` the settings of
the engine that reads words, or null. For each file it prints one JSON line, ``{"id", "seen"}`` or
``{"id", "refused"}``, as soon as it has looked.
"""

import json
import sys
from pathlib import Path

from reelhouse.core.pitches.seeing.errors import PictureUnreadable
from reelhouse.core.pitches.seeing.looking import look
from reelhouse.core.pitches.types import SEEN
from reelhouse.engines.ocr.base import TextReader


def _look_at(name: str, path: str, media_type: str, reader: TextReader | None) -> dict[str, object]:
    try:
        seen = look(Path(path), media_type, reader)
    except PictureUnreadable as refusal:
        return {"id": name, "refused": refusal.reason}
    except MemoryError:
        return {"id": name, "refused": "it is too much to decode"}
    return {"id": name, "seen": SEEN.dump_python(seen, mode="json")}


def _reader(settings: object) -> TextReader | None:
    if settings is None:
        return None
    # Some readers bring models along, and most houses have none.
    from reelhouse.engines.ocr.factory import text_reader  # noqa: PLC0415
    from reelhouse.engines.ocr.settings import OcrSettings  # noqa: PLC0415
    from reelhouse.engines.tools import Tools  # noqa: PLC0415

    return text_reader(OcrSettings.model_validate(settings), Tools())


def main() -> None:
    told = json.load(sys.stdin)
    reader = _reader(told["reader"])
    for name, path, media_type in told["files"]:
        sys.stdout.write(json.dumps(_look_at(name, path, media_type, reader)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
