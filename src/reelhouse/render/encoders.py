"""Which encoder makes the pictures: x264, or the hardware's where it is asked for and really works."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from reelhouse.kit.process import ProcessTimedOut
from reelhouse.render.errors import RenderFailed
from reelhouse.render.ffmpeg import Ffmpeg
from reelhouse.render.settings import Encoder, RenderSettings
from reelhouse.render.types import Preset

GOP_SECONDS = 5
THREADS = 2
"""Fixed, because x264's frames depend on how many threads made them. They share each picture as slices: a
picture more for each thread would take 40 MB, and the files are 0.3 % smaller at equal quality."""

SINGLE_REFERENCE = frozenset({"superfast", "veryfast"})
"""The presets of x264 that build each P picture upon one other, which is never a B picture."""

SPEED = {Preset.DRAFT: ("superfast", 26), Preset.FINAL: ("veryfast", 20)}
"""x264's preset and quality; `ultrafast` would leave High profile."""

VAAPI_DEVICE = "/dev/dri/renderD128"

_probed: dict[tuple[str, Encoder], str | None] = {}


@dataclass(frozen=True, slots=True)
class Codec:
    """Options before the input, filters behind all others, and options of the encoder.

    `anchored` says that its B pictures carry nothing but each other.
    """

    name: Encoder
    before: tuple[str, ...]
    filters: tuple[str, ...]
    options: tuple[str, ...]
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The codec that is used; `warning` says why it is not the one that was asked for."""

    codec: Codec
    warning: str | None = None


async def choose_encoder(ffmpeg: Ffmpeg, settings: RenderSettings, fps: int) -> Choice:
    """The codec of the settings, if one small video shows that it works here; else x264, and says so."""
    wanted = settings.encoder
    if wanted is Encoder.X264:
        return Choice(codec_of(wanted, settings, fps))
    reason = await _trouble_with(ffmpeg, codec_of(wanted, settings, fps))
    if reason is None:
        return Choice(codec_of(wanted, settings, fps))
    told = f"The encoder {wanted} does not work on this machine ({reason}); x264 made the video."
    return Choice(codec_of(Encoder.X264, settings, fps), told)


def codec_of(encoder: Encoder, settings: RenderSettings, fps: int) -> Codec:
    """High profile, 4:2:0, closed groups of pictures of five seconds, whatever the encoder."""
    speed, quality = SPEED[settings.preset]
    gop = str(GOP_SECONDS * fps)
    high = ("-profile:v", "high", "-g", gop)
    planar = ("-pix_fmt", "yuv420p")
    own: tuple[str, ...]
    match encoder:
        case Encoder.X264:
            return _x264(settings.speed or speed, quality, (*planar, *high, "-keyint_min", gop))
        case Encoder.NVENC:
            own = ("-c:v", "h264_nvenc", "-preset", "p4", "-cq", str(quality))
            return Codec(encoder, (), (), (*own, "-rc", "vbr", "-b:v", "0", *planar, *high))
        case Encoder.VAAPI:
            own = ("-c:v", "h264_vaapi", "-qp", str(quality))
            return Codec(encoder, ("-vaapi_device", VAAPI_DEVICE), ("format=nv12", "hwupload"), (*own, *high))
        case Encoder.QSV:
            own = ("-c:v", "h264_qsv", "-global_quality", str(quality))
            return Codec(encoder, (), ("format=nv12",), (*own, *high))
        case Encoder.VIDEOTOOLBOX:
            own = ("-c:v", "h264_videotoolbox", "-q:v", str(100 - 2 * quality))
            return Codec(encoder, (), (), (*own, "-allow_sw", "0", *planar, *high))


def _x264(speed: str, quality: int, shared: tuple[str, ...]) -> Codec:
    own = ("-c:v", "libx264", "-preset", speed, "-crf", str(quality))
    exact = ("-sc_threshold", "0", "-threads", str(THREADS), "-x264-params", "sliced-threads=1")
    anchored = speed in SINGLE_REFERENCE
    single = ("-refs", "1") if anchored else ()
    return Codec(Encoder.X264, (), (), (*own, *shared, *exact, *single), anchored)


async def _trouble_with(ffmpeg: Ffmpeg, codec: Codec) -> str | None:
    """Why a tiny video cannot be made with `codec`, or None. It is tried once for each ffmpeg."""
    key = (ffmpeg.version, codec.name)
    if key not in _probed:
        _probed[key] = await _probe(ffmpeg, codec)
    return _probed[key]


async def _probe(ffmpeg: Ffmpeg, codec: Codec) -> str | None:
    graph = ",".join(("format=yuv420p", *codec.filters))
    source = ("-f", "lavfi", "-i", "color=gray:size=256x256:rate=30:duration=0.2")
    with tempfile.TemporaryDirectory(prefix="reelhouse-probe-") as folder:
        try:
            await ffmpeg.run(
                [*codec.before, *source, "-vf", graph, *codec.options, "probe.mp4"],
                cwd=Path(folder),
                stage=f"trying {codec.name}",
            )
        except RenderFailed as failure:
            return failure.log.strip().rpartition("\n")[2][:200] or "it said nothing"
        except ProcessTimedOut as failure:
            return failure.message
    return None
