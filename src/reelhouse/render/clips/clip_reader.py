"""Tells what a clip of a stranger is. Run as a script, in a process with limits of its own.

The arguments are the file and the most pixels of a frame; the facts are written to stdout as JSON. A sentence
on stderr tells why there are none.
"""

import json
import sys

REFUSED = 3
QUARTER_TURNS = (90, 270)
FASTEST = 240
CONTAINERS = frozenset(
    {"mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "avi", "mpegts", "mpeg", "flv", "ogg", "asf", "mxf"}
)
"""Formats as ffmpeg calls them. Playlists, which lead to other files, and pictures are none of them."""


def facts_of(path: str, most_pixels: int) -> dict[str, object]:
    """Raises `ValueError` with a sentence."""
    import av  # noqa: PLC0415 - importing this module for its constants must cost nothing

    try:
        with av.open(path, options={"protocol_whitelist": "file"}) as container:
            return _facts(container, most_pixels)
    except (av.FFmpegError, OSError) as error:
        raise ValueError(f"it is no video that can be read ({type(error).__name__})") from None


def _facts(container, most_pixels: int) -> dict[str, object]:  # type: ignore[no-untyped-def]  # noqa: ANN001 - av is loaded late
    if container.format.name not in CONTAINERS:
        raise ValueError(f"it is no video file, but {container.format.long_name}")
    video = next(iter(container.streams.video), None)
    if video is None:
        raise ValueError("it has no picture")
    width, height = video.codec_context.width, video.codec_context.height
    if width * height > most_pixels or min(width, height) < 2:  # noqa: PLR2004 - 4:2:0 needs two
        raise ValueError(f"its frames of {width} x {height} pixels are outside of what is taken")
    rate = video.average_rate or video.guessed_rate
    if not rate or rate > FASTEST:
        raise ValueError("its frame rate is unknown, or above 240 a second")
    frames, end = 0, 0.0
    extradata = bytes(video.codec_context.extradata or b"").hex()
    turned = False
    for packet in container.demux(video):
        if packet.size:
            frames += 1
            if packet.pts is not None:
                end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
    if not frames:
        raise ValueError("it has no frame")
    container.seek(0)
    for frame in container.decode(video):
        turned = abs(int(frame.rotation or 0)) % 360 in QUARTER_TURNS
        break
    sound = next(iter(container.streams.audio), None)
    begin = float((video.start_time or 0) * video.time_base)
    return {
        "width": height if turned else width,
        "height": width if turned else height,
        "fps": str(rate),
        "frames": frames,
        "seconds": max(end - begin, 0.0),
        "codec": video.codec_context.name,
        "pixel_format": video.codec_context.pix_fmt or "",
        "parameters": extradata,
        "turned": turned,
        "sound": None if sound is None else _coding(sound.codec_context),
    }


def _coding(context) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001 - av is loaded late
    return f"{context.name} {context.sample_rate} {context.layout.name}"


def main(path: str, most_pixels: int) -> int:
    try:
        facts = facts_of(path, most_pixels)
    except ValueError as refusal:
        sys.stderr.write(str(refusal))
        return REFUSED
    sys.stdout.write(json.dumps(facts))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
