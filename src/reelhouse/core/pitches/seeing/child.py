"""Looks at screenshots of strangers, in a process with limits of its own.

Its input is one JSON list of ``[id, path, media type]``. For each it prints one JSON line, ``{"id", "seen"}``
or ``{"id", "refused"}``, as soon as it has looked.
"""

import json
import sys
from pathlib import Path

from reelhouse.core.pitches.seeing.errors import PictureUnreadable
from reelhouse.core.pitches.seeing.looking import look
from reelhouse.core.pitches.types import SEEN


def _look_at(name: str, path: str, media_type: str) -> dict[str, object]:
    try:
        seen = look(Path(path), media_type, None)
    except PictureUnreadable as refusal:
        return {"id": name, "refused": refusal.reason}
    except MemoryError:
        return {"id": name, "refused": "it is too much to decode"}
    return {"id": name, "seen": SEEN.dump_python(seen, mode="json")}


def main() -> None:
    for name, path, media_type in json.load(sys.stdin):
        sys.stdout.write(json.dumps(_look_at(name, path, media_type)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
