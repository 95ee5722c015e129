"""A name for everything that decides how something is drawn, so that no change shows an old picture."""

from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from reelhouse.render.cache import digest_of, key_of

HERE = Path(__file__).parent
DRAWN_BY = ("resvg-py", "pillow", "opencv-python-headless")


@lru_cache(maxsize=8)
def code_of(*folders: str) -> str:
    """The code and the fonts in these folders of `render`, and the libraries that draw."""
    files = sorted(
        path for folder in folders for path in (HERE / folder).rglob("*") if path.suffix in {".py", ".ttf"}
    )
    return key_of(*(digest_of(path) for path in files), *(version(name) for name in DRAWN_BY))
