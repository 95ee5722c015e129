"""Each scene of a composition as one ffmpeg graph, in yuv420p from end to end.

A still becomes frames by the `loop` filter (one decoded picture, no copies). A presenter is one sheet of
heads: commands move a crop over the sheet, and the head over the body. Filters name only plain files of
their working folder, so nothing in a graph needs escaping.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from reelhouse.media.composition import Canvas, Captions
from reelhouse.media.speech import Timing
from reelhouse.media.time import Span
from reelhouse.render.captions.document import captions_for
from reelhouse.render.fonts.library import files_of
from reelhouse.render.presenter.types import Eyes, Mouth, Pose, Stage

MATRIX = "flags=bicubic+accurate_rnd+full_chroma_int+bitexact:out_color_matrix=bt709:out_range=tv"
TAGS = "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
COLUMNS = {mouth: index for index, mouth in enumerate(Mouth)}
ROWS = {eyes: index for index, eyes in enumerate(Eyes)}

ENTRANCE = Fraction(1, 2)
"""Seconds in which an end card comes in."""

ENTRANCE_ZOOM = 0.06
SOFTENING = 24
"""The card fades in over its own picture, blurred by this much, so that no frame is ever black."""


@dataclass(frozen=True, slots=True)
class ScenePlan:
    """All that ffmpeg needs for one scene: a graph from the images to [v], and the files that it names."""

    name: str
    graph: str
    images: tuple[Path, ...]
    texts: Mapping[str, str]
    fonts: tuple[Path, ...]
    frames: int
    warnings: tuple[str, ...] = ()


def plan_presenter(
    name: str,
    *,
    span: Span,
    canvas: Canvas,
    timing: Timing,
    captions: Captions | None,
    stage: Stage,
    poses: Sequence[Pose],
) -> ScenePlan:
    """A presenter, one pose a frame, with captions for those words of `timing` that fall into the span.

    `timing` is on the video's timeline.
    """
    frames = len(poses)
    texts = {"moves.cmd": "\n".join(_moves(poses, stage, canvas.fps)) + "\n"}
    head = stage.head
    graph = (
        f"[0:v]{_still('yuv420p', frames, canvas.fps)}[body];"
        f"[1:v]{_still('yuva420p', frames, canvas.fps)},sendcmd=f=moves.cmd,"
        f"crop@head={head.width}:{head.height}:0:0[head];"
        f"[body][head]overlay@head=x={head.x}:y={head.y}:format=yuv420:shortest=1"
    )
    fonts: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    if captions is not None:
        style = captions.style
        subtitles = captions_for(timing, style, canvas, stage.face, span)
        texts["captions.ass"] = subtitles.text
        fonts = files_of([style.face])
        warnings = subtitles.warnings
        graph += ",ass=captions.ass:fontsdir=fonts"
    return ScenePlan(
        name=name,
        graph=f"{graph},{TAGS}[v]",
        images=(stage.scene, stage.heads),
        texts=texts,
        fonts=fonts,
        frames=frames,
        warnings=warnings,
    )


def plan_end_card(name: str, *, card: Path, canvas: Canvas, frames: int) -> ScenePlan:
    """A card that settles from slightly too large while it fades in over its own blurred colours."""
    coming = min(frames, int(ENTRANCE * canvas.fps))
    width, height, fps = canvas.width, canvas.height, canvas.fps
    zoom = f"(1+{ENTRANCE_ZOOM}*pow(1-n/{coming},3))"
    graph = (
        f"[0:v]scale={MATRIX},format=yuv420p,split=3[a][b][c];"
        f"[a]scale={max(2, width // SOFTENING)}:-2,gblur=sigma=2,scale={width}:{height}:flags=bicubic,"
        f"{_repeat(coming, fps)}[ground];"
        f"[b]{_repeat(coming, fps)},"
        f"scale=w='2*round({width}*{zoom}/2)':h='2*round({height}*{zoom}/2)':flags=bicubic:eval=frame,"
        f"format=yuva420p,fade=in:s=0:n={coming}:alpha=1[card];"
        f"[ground][card]overlay=x='(W-w)/2':y='(H-h)/2':format=yuv420:shortest=1"
    )
    if frames > coming:
        graph += f"[entrance];[c]{_repeat(frames - coming, fps)}[rest];[entrance][rest]concat"
    else:
        graph = graph.replace("split=3[a][b][c]", "split[a][b]")
    return ScenePlan(
        name=name,
        graph=f"{graph},{TAGS}[v]",
        images=(card,),
        texts={},
        fonts=(),
        frames=frames,
    )


def _still(pixels: str, frames: int, fps: int) -> str:
    return f"scale={MATRIX},format={pixels},{_repeat(frames, fps)}"


def _repeat(frames: int, fps: int) -> str:
    return f"loop=-1:1:0,trim=end_frame={frames},setpts=N/{fps}/TB"


def _moves(poses: Sequence[Pose], stage: Stage, fps: int) -> Iterator[str]:
    """A command wherever something changes, half a frame ahead, so that it meets its frame."""
    head = stage.head
    shown: Pose | None = None
    for frame, pose in enumerate(poses):
        if pose == shown:
            continue
        shown = pose
        at = max(Fraction(0), Fraction(2 * frame - 1, 2 * fps))
        yield (
            f"{float(at):.6f} crop@head x {COLUMNS[pose.mouth] * head.width},"
            f" crop@head y {ROWS[pose.eyes] * head.height},"
            f" overlay@head x {head.x + pose.dx}, overlay@head y {head.y + pose.dy};"
        )
