"""The nine bodies as tasks: defaults, aliases, ranges, and what had to be adjusted."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from reelhouse.core.tasks.desk import InlineKind
from reelhouse.core.tasks.types import (
    AnnotateTask,
    DrawTask,
    EditTask,
    FilmTask,
    Given,
    JoinTask,
    MeshTask,
    PictureFormat,
    SongTask,
    SoundTask,
    SpeakTask,
    Task,
)
from reelhouse.dialects.killatamata.jobs.files import Sent, list_of, one_of
from reelhouse.dialects.killatamata.jobs.wire import (
    Adjustment,
    AnnotationBody,
    CombineBody,
    EditBody,
    ImageBody,
    MeshBody,
    SongBody,
    SongInput,
    SoundBody,
    SpeakBody,
    VideoBody,
    VideoInput,
)
from reelhouse.dialects.killatamata.validation import InvalidInput

Body = (
    ImageBody
    | EditBody
    | VideoBody
    | CombineBody
    | SpeakBody
    | AnnotationBody
    | SongBody
    | SoundBody
    | MeshBody
)

MOST_PIXELS = 4_194_304
SQUARE = 1024
FPS, SMOOTH_FPS, SLOWEST_SMOOTH = 30, 60, 30
SECONDS = Fraction(5)
STEP = 8
CANVASES = {
    "16:9": (1280, 704),
    "9:16": (704, 1280),
    "1:1": (960, 960),
    "4:3": (1088, 832),
    "3:4": (832, 1088),
    "21:9": (1472, 640),
}
"""What an aspect ratio means where no size is given: sides are multiples of 32."""

SPEECH_KBPS, SONG_KBPS, SOUND_KBPS = 128, 192, 128
KBPS = (64, 96, 128, 160, 192, 224, 256, 320)
HIGH_QUALITY_SECONDS, LEAST_SECONDS = Fraction(108), Fraction(15)
CLONE_TOKENS, SOUND_TOKENS = 384, 1024
SEEDS = 2**31
MESH_PRESETS = {"draft": (8_000, 512, 512), "balanced": (20_000, 1024, 512), "high": (60_000, 2048, 1024)}
"""Faces, texture size and texture resolution."""

Give = Callable[[Sent], Given]


@dataclass(frozen=True, slots=True)
class Read:
    """A body that makes sense: its files, how the task looks once they are put away, and what is shown.

    `shown` is the effective input; files stand in it as addresses, or as facts of what was sent.
    """

    files: tuple[Sent, ...]
    task_with: Callable[[Give], Task]
    shown: dict[str, Any]
    adjustments: tuple[Adjustment, ...] = field(default=())


def read_body(body: Body) -> Read:  # noqa: PLR0911 - one line a task
    """Raises `InvalidInput`."""
    match body:
        case ImageBody():
            return _image(body)
        case EditBody():
            return _edit(body)
        case VideoBody():
            return _video(body.input)
        case CombineBody():
            return _combine(body)
        case SpeakBody():
            return _speak(body)
        case AnnotationBody():
            return _annotation(body)
        case SongBody():
            return _song(body.input)
        case SoundBody():
            return _sound(body)
        case MeshBody():
            return _mesh(body)


def _image(body: ImageBody) -> Read:
    sent = body.input
    width, height = _both_or_neither(sent.width, sent.height) or (SQUARE, SQUARE)
    references = list_of(
        InlineKind.IMAGE,
        "referenceImages",
        referenceImages=sent.referenceImages,
        referenceImageUrls=sent.referenceImageUrls,
    )
    form, seed = sent.outputFormat or "webp", _seed(sent.seed)
    return Read(
        references,
        lambda give: DrawTask(
            prompt=sent.prompt,
            width=width,
            height=height,
            format=_format(form),
            high_detail=bool(sent.highDetail),
            references=tuple(map(give, references)),
            seed=seed,
        ),
        {
            "prompt": sent.prompt,
            "width": width,
            "height": height,
            "outputFormat": form,
            "highDetail": bool(sent.highDetail),
            "referenceImages": _shown(references),
            "seed": seed,
        },
    )


def _edit(body: EditBody) -> Read:
    sent = body.input
    source = _required(
        one_of(
            InlineKind.IMAGE,
            "sourceImage",
            sourceImage=sent.sourceImage,
            sourceImageUrl=sent.sourceImageUrl,
        ),
        "sourceImage",
    )
    references = list_of(
        InlineKind.IMAGE,
        "referenceImages",
        referenceImages=sent.referenceImages,
        referenceImageUrls=sent.referenceImageUrls,
    )
    form, seed = sent.outputFormat or "webp", _seed(sent.seed)
    return Read(
        (source, *references),
        lambda give: EditTask(
            prompt=sent.prompt,
            source=give(source),
            format=_format(form),
            high_detail=bool(sent.highDetail),
            references=tuple(map(give, references)),
            seed=seed,
        ),
        {
            "prompt": sent.prompt,
            "sourceImage": source.shown(),
            "outputFormat": form,
            "highDetail": bool(sent.highDetail),
            "referenceImages": _shown(references),
            "seed": seed,
        },
    )


def _video(sent: VideoInput) -> Read:
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
    if audio is not None and start is None and not overlap:
        raise InvalidInput(("input.referenceAudio", "reference audio needs a start frame or overlap frames"))
    width, height = _both_or_neither(sent.width, sent.height) or CANVASES[sent.aspectRatio or "16:9"]
    fps = sent.sampledFps or FPS
    smooth = _smooth(sent.interpolationFps)
    frames, adjustments = _frames(sent, fps)
    if len(overlap) >= frames:
        raise InvalidInput(
            ("input.overlapFrameImages", f"{len(overlap)} overlap frames leave no frame to make")
        )
    seed = _seed(sent.seed)
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
            "overlapFrameImages": _shown(overlap),
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


def _frames(sent: VideoInput, fps: int) -> tuple[int, tuple[Adjustment, ...]]:
    """A count of the form 8n + 1; frames win over seconds."""
    if sent.durationFrames is not None:
        if sent.durationFrames % STEP != 1:
            raise InvalidInput(
                ("input.durationFrames", f"durationFrames must be 8n + 1; {sent.durationFrames} is not")
            )
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


def _combine(body: CombineBody) -> Read:
    sent = body.input
    rate = Fraction(sent.frameRate if sent.frameRate is not None else SMOOTH_FPS)
    overlap = sent.overlapFrames or 0
    clips = list_of(InlineKind.IMAGE, "videoUrls", videoUrls=sent.videoUrls)
    return Read(
        clips,
        lambda give: JoinTask(clips=tuple(map(give, clips)), trim_seconds=overlap / rate),
        {"videoUrls": _shown(clips), "overlapFrames": overlap, "frameRate": float(rate)},
    )


def _speak(body: SpeakBody) -> Read:
    sent = body.input
    audio = one_of(
        InlineKind.AUDIO,
        "referenceAudio",
        referenceAudio=sent.referenceAudio,
        referenceAudioUrl=sent.referenceAudioUrl,
    )
    clones = sent.mode == "voice_clone"
    issues = []
    if clones and audio is None:
        issues.append(("input.referenceAudioUrl", "voice_clone needs referenceAudioUrl"))
    if clones and not sent.referenceTranscript:
        issues.append(("input.referenceTranscript", "voice_clone needs referenceTranscript"))
    if not clones and sent.voiceDescription is None:
        issues.append(("input.voiceDescription", "voiceDescription is required outside voice_clone"))
    if not clones and audio is not None:
        issues.append(("input.mode", "reference audio is used in mode voice_clone only"))
    if issues:
        raise InvalidInput(*issues)
    kbps, seed = _kbps(sent.quality, SPEECH_KBPS), _seed(sent.seed)
    longest = 10.0 if sent.referenceAudioMaxSeconds is None else sent.referenceAudioMaxSeconds
    tokens = sent.maxNewTokens or (CLONE_TOKENS if clones else None)
    return Read(
        (audio,) if audio else (),
        lambda give: SpeakTask(
            text=sent.text,
            description=None if clones else sent.voiceDescription,
            reference=give(audio) if audio else None,
            transcript=sent.referenceTranscript if clones else None,
            reference_seconds=longest,
            most_tokens=tokens,
            kbps=kbps,
            seed=seed,
        ),
        {
            "mode": "voice_clone" if clones else "default",
            "text": sent.text,
            "voiceDescription": None if clones else sent.voiceDescription,
            "referenceAudio": audio.shown() if audio else None,
            "referenceTranscript": sent.referenceTranscript if clones else None,
            "referenceAudioMaxSeconds": longest if clones else None,
            "maxNewTokens": tokens,
            "language": "English",
            "quality": f"{kbps}k",
            "seed": seed,
        },
    )


def _annotation(body: AnnotationBody) -> Read:
    sent = body.input
    audio = _required(
        one_of(
            InlineKind.AUDIO,
            "sourceAudio",
            sourceAudio=sent.sourceAudio,
            sourceAudioUrl=sent.sourceAudioUrl,
        ),
        "sourceAudioUrl",
    )
    language = sent.language or "en"
    transcript = sent.transcript if sent.transcript and sent.transcript.strip() else None
    return Read(
        (audio,),
        lambda give: AnnotateTask(
            audio=give(audio),
            transcript=transcript,
            language=language,
            model=sent.transcriptionModel or "",
        ),
        {
            "sourceAudio": audio.shown(),
            "transcript": transcript,
            "language": language,
            "transcriptionModel": sent.transcriptionModel,
            "device": sent.device or "auto",
        },
    )


def _song(sent: SongInput) -> Read:
    polish = sent.qualityPreset == "high_quality"
    if sent.durationSeconds is None and not polish:
        raise InvalidInput(("input.durationSeconds", "durationSeconds is required without a qualityPreset"))
    seconds = HIGH_QUALITY_SECONDS if sent.durationSeconds is None else Fraction(sent.durationSeconds)
    kbps, seed = _kbps(sent.quality, SONG_KBPS), _seed(sent.seed)
    return Read(
        (),
        lambda _give: SongTask(
            tags=sent.tags,
            seconds=seconds,
            lyrics=sent.lyrics or "",
            language=sent.language or "en",
            kbps=kbps,
            polish=polish,
            seed=seed,
        ),
        {
            "tags": sent.tags,
            "lyrics": sent.lyrics,
            "qualityPreset": sent.qualityPreset,
            "durationSeconds": float(seconds),
            "quality": f"{kbps}k",
            "language": sent.language or "en",
            "seed": seed,
        },
    )


def _sound(body: SoundBody) -> Read:
    sent = body.input
    tokens = SOUND_TOKENS if sent.maxNewTokens is None else sent.maxNewTokens
    kbps, seed = _kbps(sent.quality, SOUND_KBPS), _seed(sent.seed)
    return Read(
        (),
        lambda _give: SoundTask(
            prompt=sent.prompt,
            seconds=Fraction(sent.durationSeconds),
            kbps=kbps,
            variety=sent.topK,
            most_tokens=tokens,
            seed=seed,
        ),
        {
            "prompt": sent.prompt,
            "durationSeconds": sent.durationSeconds,
            "quality": f"{kbps}k",
            "topK": sent.topK,
            "maxNewTokens": tokens,
            "seed": seed,
        },
    )


def _mesh(body: MeshBody) -> Read:
    sent = body.input
    image = _required(
        one_of(
            InlineKind.IMAGE,
            "sourceImage",
            sourceImage=sent.sourceImage,
            sourceImageUrl=sent.sourceImageUrl,
        ),
        "sourceImageUrl",
    )
    preset = sent.qualityPreset or "balanced"
    faces, size, resolution = MESH_PRESETS[preset]
    chosen: dict[str, Any] = {
        "targetFaceCount": _or(sent.targetFaceCount, faces),
        "textureSize": _or(sent.textureSize, size),
        "textureResolution": _or(sent.textureResolution, resolution),
        "meshResolution": _or(sent.meshResolution, 1024),
        "maxViews": _or(sent.maxViews, 4),
        "sparseStructureSteps": _or(sent.sparseStructureSteps, 10),
        "shapeSteps": _or(sent.shapeSteps, 10),
        "textureSteps": _or(sent.textureSteps, 10),
        "remeshFillHoles": True if sent.remeshFillHoles is None else sent.remeshFillHoles,
        "remeshFillHolesMaxPerimeter": _or(sent.remeshFillHolesMaxPerimeter, 0.05),
        "meshClusterConeHalfAngleRad": _or(sent.meshClusterConeHalfAngleRad, 55.0),
        "postprocessPositionEpsilon": sent.postprocessPositionEpsilon,
        "postprocessNormalCreaseDeg": sent.postprocessNormalCreaseDeg,
        "seed": _seed(sent.seed),
    }
    return Read(
        (image,),
        lambda give: MeshTask(
            image=give(image),
            faces=chosen["targetFaceCount"],
            texture_size=chosen["textureSize"],
            texture_resolution=chosen["textureResolution"],
            mesh_resolution=chosen["meshResolution"],
            views=chosen["maxViews"],
            structure_steps=chosen["sparseStructureSteps"],
            shape_steps=chosen["shapeSteps"],
            texture_steps=chosen["textureSteps"],
            fill_holes=chosen["remeshFillHoles"],
            fill_holes_perimeter=chosen["remeshFillHolesMaxPerimeter"],
            cone_half_angle_degrees=chosen["meshClusterConeHalfAngleRad"],
            position_epsilon=chosen["postprocessPositionEpsilon"],
            crease_degrees=chosen["postprocessNormalCreaseDeg"],
            seed=chosen["seed"],
        ),
        {"sourceImage": image.shown(), "qualityPreset": preset, **chosen},
    )


def _both_or_neither(width: int | None, height: int | None) -> tuple[int, int] | None:
    if width is None and height is None:
        return None
    if width is None or height is None:
        missing = "width" if width is None else "height"
        raise InvalidInput((f"input.{missing}", "width and height come together or not at all"))
    if width * height > MOST_PIXELS:
        raise InvalidInput(
            ("input.width", f"{width} x {height} is more than {MOST_PIXELS} pixels (4 megapixels)")
        )
    return width, height


def _required(sent: Sent | None, name: str) -> Sent:
    if sent is None:
        raise InvalidInput((f"input.{name}", f"input.{name} is required"))
    return sent


def _kbps(quality: str | None, usual: int) -> int:
    if quality is None:
        return usual
    digits = quality.strip().lower().removesuffix("k")
    if digits.isdecimal() and digits.isascii() and int(digits) in KBPS:
        return int(digits)
    allowed = ", ".join(f"{kbps}k" for kbps in KBPS)
    raise InvalidInput(("input.quality", f"quality must be one of {allowed}"))


def _format(form: str) -> PictureFormat:
    return PictureFormat.JPEG if form == "jpg" else PictureFormat(form)


def _seed(sent: int | None) -> int:
    """Drawn where none is given, and shown, so that a good result can be had again."""
    return secrets.randbelow(SEEDS) if sent is None else sent


def _or(sent: Any, usual: Any) -> Any:  # noqa: ANN401 - any field
    return usual if sent is None else sent


def _shown(files: Sequence[Sent]) -> list[Any]:
    return [one.shown() for one in files]
