"""Films and joined clips as tasks."""

from fractions import Fraction

from reelhouse.core.tasks.desk import InlineKind
from reelhouse.core.tasks.types import FilmTask, JoinTask
from reelhouse.dialects.killatamata.jobs.common import Read, both_or_neither, seed_of, shown_of
from reelhouse.dialects.killatamata.jobs.files import Sent, list_of, one_of
from reelhouse.dialects.killatamata.jobs.inputs.films import (
    ASPECT,
    CANVASES,
    FPS,
    SECONDS,
    SLOWEST_SMOOTH,
    SMOOTH_FPS,
    STEP,
    VideoInput,
)
from reelhouse.dialects.killatamata.jobs.wire import Adjustment, CombineBody
from reelhouse.dialects.killatamata.validation import InvalidInput


def read_video(sent: VideoInput) -> Read:
    start, final, overlap, audio = _files(sent)
    if audio is not None and start is None and not overlap:
        raise InvalidInput(
            (
                "input.referenceAudio",
                "reference audio needs startFrameImageUrl or overlapFrameImageUrls, or their inline forms",
            )
        )
    width, height = both_or_neither(sent.width, sent.height) or CANVASES[sent.aspectRatio or ASPECT]
    fps = sent.sampledFps or FPS
    smooth = _smooth(sent.interpolationFps)
    frames, adjustments = _frames(sent, fps)
    if len(overlap) >= frames:
        raise InvalidInput(
            ("input.overlapFrameImages", f"{len(overlap)} overlap frames leave no frame to make")
        )
    seed = seed_of(sent.seed)
    files = (*(one for one in (start, final, audio) if one), *overlap)
    return Read(
        files,
        lambda give: FilmTask(
            prompt=sent.prompt,
            width=width,
            height=height,
            frames=frames,
            fps=fps,
            smooth_fps=smooth or None,
            start=give(start) if start else None,
            final=give(final) if final else None,
            overlap=tuple(map(give, overlap)),
            audio=give(audio) if audio else None,
            extreme_quality=bool(sent.extremeQuality),
            seed=seed,
        ),
        {
            "prompt": sent.prompt,
            "mode": "image_to_video" if start or overlap else "text_to_video",
            "startFrameImage": start.shown() if start else None,
            "finalFrameImage": final.shown() if final else None,
            "overlapFrameImages": shown_of(overlap),
            "referenceAudio": audio.shown() if audio else None,
            "width": width,
            "height": height,
            "durationFrames": frames,
            "durationSeconds": frames / fps,
            "sampledFps": fps,
            "interpolationFps": smooth,
            "extremeQuality": bool(sent.extremeQuality),
            "seed": seed,
        },
        adjustments,
    )


def _files(sent: VideoInput) -> tuple[Sent | None, Sent | None, tuple[Sent, ...], Sent | None]:
    """The first frame, the last one, the frames of overlap, and the audio."""
    start = one_of(
        InlineKind.IMAGE,
        "startFrameImage",
        startFrameImage=sent.startFrameImage,
        startFrameImageUrl=sent.startFrameImageUrl,
        sourceImage=sent.sourceImage,
        sourceImageUrl=sent.sourceImageUrl,
    )
    final = one_of(
        InlineKind.IMAGE,
        "finalFrameImage",
        finalFrameImage=sent.finalFrameImage,
        finalFrameImageUrl=sent.finalFrameImageUrl,
    )
    overlap = list_of(
        InlineKind.IMAGE,
        "overlapFrameImages",
        overlapFrameImages=sent.overlapFrameImages,
        overlapFrameImageUrls=sent.overlapFrameImageUrls,
    )
    audio = one_of(
        InlineKind.AUDIO,
        "referenceAudio",
        referenceAudio=sent.referenceAudio,
        referenceAudioUrl=sent.referenceAudioUrl,
    )
    return start, final, overlap, audio


def _frames(sent: VideoInput, fps: int) -> tuple[int, tuple[Adjustment, ...]]:
    """A count of the form 8n + 1; frames win over seconds."""
    if sent.durationFrames is not None:
        if sent.durationFrames % STEP != 1:
            below = (sent.durationFrames - 1) // STEP * STEP + 1
            near = f"{sent.durationFrames} is not, {below} and {below + STEP} are"
            raise InvalidInput(("input.durationFrames", f"durationFrames must be 8n + 1; {near}"))
        return sent.durationFrames, ()
    seconds = SECONDS if sent.durationSeconds is None else Fraction(sent.durationSeconds)
    wanted = seconds * fps
    frames = max(round((wanted - 1) / STEP), 1) * STEP + 1
    if sent.durationSeconds is None or frames == wanted:
        return frames, ()
    reason = f"a film has 8n + 1 frames; {frames} at {fps} fps is nearest to {float(seconds):g} s"
    return frames, (
        Adjustment(
            field="durationSeconds", sent=sent.durationSeconds, used=round(frames / fps, 4), reason=reason
        ),
    )


def _smooth(sent: int | None) -> int:
    if sent is None:
        return SMOOTH_FPS
    if sent and sent < SLOWEST_SMOOTH:
        raise InvalidInput(("input.interpolationFps", "interpolationFps must be 0, or from 30 to 60"))
    return sent


def read_combine(body: CombineBody) -> Read:
    sent = body.input
    rate = Fraction(sent.frameRate if sent.frameRate is not None else SMOOTH_FPS)
    overlap = sent.overlapFrames or 0
    clips = list_of(InlineKind.IMAGE, "videoUrls", videoUrls=sent.videoUrls)
    return Read(
        clips,
        lambda give: JoinTask(clips=tuple(map(give, clips)), trim_seconds=overlap / rate),
        {"videoUrls": shown_of(clips), "overlapFrames": overlap, "frameRate": float(rate)},
    )
