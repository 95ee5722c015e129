"""Captions burned into pictures by ffmpeg: the same way for a scene and for one frame of it."""

from collections.abc import Sequence
from pathlib import Path

from reelhouse.render.captions.stickers import sticker_filters, write_stickers
from reelhouse.render.ffmpeg import forget_system_fonts
from reelhouse.render.plans import CaptionTrack


def furnish(folder: Path, captions: CaptionTrack | None) -> None:
    """Lay everything into a folder that the filters need when ffmpeg works there."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    forget_system_fonts(folder)
    if captions is not None:
        (folder / "captions.ass").write_text(captions.text, encoding="utf-8")
        for font in captions.fonts:
            (fonts / font.name).symlink_to(font)
        write_stickers(captions.stickers, folder)


def caption_filters(captions: CaptionTrack | None, first: int, fps: int) -> Sequence[str]:
    """Filters for pictures of which the first one is frame `first` of its scene.

    Captions go by the time of the scene, as their motion may have begun before that frame.
    """
    if captions is None:
        return ()
    stickers = sticker_filters([sticker.earlier(first) for sticker in captions.stickers])
    return (
        f"setpts=PTS+{first}/{fps}/TB",
        "ass=captions.ass:fontsdir=fonts" + stickers,
        "setpts=PTS-STARTPTS",
    )


def raw_pictures(width: int, height: int, fps: int) -> Sequence[str]:
    """Options for planes that come in through a pipe."""
    return (
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", f"{width}x{height}", "-framerate", str(fps),
        "-i", "pipe:0",
    )  # fmt: skip
