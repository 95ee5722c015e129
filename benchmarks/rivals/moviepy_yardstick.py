# mypy: ignore-errors
"""The yardstick video as one would make it with MoviePy 2. Runs in an environment of its own.

It gets the presenter as a film and need not draw them; all else is composed here.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from moviepy import (
    AudioFileClip,
    CompositeAudioClip,
    CompositeVideoClip,
    ImageClip,
    TextClip,
    VideoFileClip,
    vfx,
)

GROUP = 3
DUCKED, OPEN = 0.25, 0.7


def compose(folder: Path, facts: dict) -> CompositeVideoClip:
    width, height = facts["size"]
    talk, show, end = facts["cuts"]
    presenter = VideoFileClip(str(folder / "presenter.mp4"))
    picture = ImageClip(str(folder / "picture.png")).with_duration(show - talk).resized(height=height)
    camera = picture.resized(lambda t: 1.05 + 0.25 * t / (show - talk)).with_position("center")
    inset = (
        presenter.subclipped(talk, show).cropped(x1=190, y1=340, x2=890, y2=1180).resized(width=width // 3)
    )
    inset = inset.with_mask(ImageClip(rounded(*inset.size), is_mask=True).with_duration(inset.duration))
    shown = CompositeVideoClip(
        [camera, inset.with_position((width - 400, height - 900))], size=(width, height)
    )
    card = ImageClip(str(folder / "card.png")).with_duration(end - show)
    return CompositeVideoClip(
        [
            presenter.subclipped(0, show),
            shown.with_start(talk).with_effects([vfx.CrossFadeIn(0.4)]),
            card.with_start(show).with_effects([vfx.CrossFadeIn(0.5)]),
            *captions(facts, show),
        ],
        size=(width, height),
    )


def rounded(width: int, height: int, corner: int = 40) -> np.ndarray:
    across = np.clip(np.abs(np.arange(width) - (width - 1) / 2) - (width / 2 - corner), 0, None)
    down = np.clip(np.abs(np.arange(height) - (height - 1) / 2) - (height / 2 - corner), 0, None)
    return np.clip(corner - np.hypot(across[None], down[:, None]), 0, 1)


def captions(facts: dict, until: float) -> list[TextClip]:
    """Three words at a time in white, and the one that is said in yellow above them."""
    clips = []
    words = [word for word in facts["words"] if word[1] < until]
    for first in range(0, len(words), GROUP):
        group = words[first : first + GROUP]
        ends = words[first + GROUP][1] if first + GROUP < len(words) else min(until, group[-1][2] + 0.3)
        x = facts["size"][0] * 0.14
        for text, begins, stops in group:
            for colour, start, stop in (("#ffffff", group[0][1], ends), ("#ffe600", begins, stops)):
                clip = TextClip(
                    font=facts["font"],
                    text=text.upper(),
                    font_size=72,
                    color=colour,
                    stroke_color="#000000",
                    stroke_width=8,
                    margin=(10, 10),
                )
                clips.append(
                    clip.with_start(start).with_end(stop).with_position((x, facts["size"][1] * 0.66))
                )
            x += clips[-1].w + 12
    return clips


def sound(folder: Path, facts: dict) -> CompositeAudioClip:
    starts, ends = facts["voice_starts"], facts["words"][-1][2]
    voice = AudioFileClip(str(folder / "voice.wav")).with_start(starts)

    def ducked(frames, at):  # noqa: ANN001, ANN202
        gain = np.where((np.asarray(at) > starts) & (np.asarray(at) < ends), DUCKED, OPEN)
        return frames(at) * (gain[:, None] if np.ndim(gain) else gain)

    music = AudioFileClip(str(folder / "music.wav")).transform(ducked)
    return CompositeAudioClip([voice, music]).with_duration(facts["cuts"][-1])


def main() -> None:
    folder, preset = Path(sys.argv[1]), sys.argv[2]
    facts = json.loads((folder / "facts.json").read_text())
    before, started = cpu(), time.perf_counter()
    video = compose(folder, facts).with_audio(sound(folder, facts)).with_duration(facts["cuts"][-1])
    video.write_videofile(
        str(folder / "moviepy.mp4"),
        fps=facts["fps"],
        codec="libx264",
        preset=preset,
        audio_codec="aac",
        threads=4,
        ffmpeg_params=["-crf", "20", "-pix_fmt", "yuv420p"],
        logger=None,
    )
    print(json.dumps({"wall": time.perf_counter() - started, "cpu": cpu() - before}))


def cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
