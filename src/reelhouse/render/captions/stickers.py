"""Emoji laid over a video whose captions are drawn: small pictures that come and go with their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reelhouse.render.captions.emoji import emoji_png


@dataclass(frozen=True, slots=True)
class Sticker:
    """An emoji by the name of its picture: upper left corner and side in pixels, times in frames."""

    name: str
    x: int
    y: int
    size: int
    first: int
    end: int

    @property
    def file(self) -> str:
        return f"emoji-{self.name}-{self.size}.png"

    def earlier(self, frames: int) -> "Sticker":
        """The same where frames are counted from a later one on."""
        return replace(self, first=self.first - frames, end=self.end - frames)


def write_stickers(stickers: Iterable[Sticker], folder: Path) -> tuple[Path, ...]:
    """Each picture once, under the name that `sticker_filters` gives it."""
    files = {sticker.file: sticker for sticker in stickers}
    for name, sticker in files.items():
        (folder / name).write_bytes(emoji_png(sticker.name, sticker.size))
    return tuple(folder / name for name in files)


def sticker_filters(stickers: Sequence[Sticker]) -> str:
    """Filters that follow `ass` in a simple graph, each behind a comma; empty when there is no sticker.

    They read the files of `write_stickers` in the working folder, and count frames from the scene's first.
    """
    text = ""
    for number, sticker in enumerate(stickers):
        shown = f"between(n\\,{sticker.first}\\,{sticker.end - 1})"
        text += (
            f",null[stuck{number}];"
            f"movie={sticker.file},scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[emoji{number}];"
            f"[stuck{number}][emoji{number}]overlay={sticker.x}:{sticker.y}:format=yuv420:enable={shown}"
        )
    return text
