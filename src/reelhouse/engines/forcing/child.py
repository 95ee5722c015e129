"""Finds words in one recording, in a process with limits of its own, and leaves when it is done.

Run as a script. One question comes on stdin: a line of JSON, then mono 16-bit samples at 16 kHz::

    [{"text": "Hello", "sounds": ["h", "ə", "l", "oʊ"], "rough": [0.1, 0.5]}, …]

The answer goes to stdout as JSON: for each word its start, end and likelihood, or null.
"""

import sys


def main() -> None:
    from pydantic import TypeAdapter  # noqa: PLC0415 - this module is imported for its path, too

    from reelhouse.engines.forcing.forcing import force  # noqa: PLC0415
    from reelhouse.engines.forcing.types import Forced, WordAsked  # noqa: PLC0415

    question, _, pcm = sys.stdin.buffer.read().partition(b"\n")
    words = TypeAdapter(tuple[WordAsked, ...]).validate_json(question)
    found = tuple(force(pcm, words))
    sys.stdout.buffer.write(TypeAdapter(tuple[Forced | None, ...]).dump_json(found))


if __name__ == "__main__":
    main()
