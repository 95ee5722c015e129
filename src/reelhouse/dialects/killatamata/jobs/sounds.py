"""Speech, annotation, songs and effects as tasks."""

from fractions import Fraction

from reelhouse.core.tasks.desk import InlineKind
from reelhouse.core.tasks.types import AnnotateTask, SongTask, SoundTask, SpeakTask
from reelhouse.dialects.killatamata.jobs.common import Read, kbps_of, required, seed_of
from reelhouse.dialects.killatamata.jobs.files import one_of
from reelhouse.dialects.killatamata.jobs.inputs.sounds import (
    CLONE_TOKENS,
    DEVICE,
    HIGH_QUALITY_SECONDS,
    LANGUAGE,
    REFERENCE_SECONDS,
    SONG_KBPS,
    SOUND_KBPS,
    SOUND_TOKENS,
    SPEECH_KBPS,
    SongInput,
)
from reelhouse.dialects.killatamata.jobs.wire import AnnotationBody, SoundBody, SpeakBody
from reelhouse.dialects.killatamata.validation import InvalidInput


def read_speak(body: SpeakBody) -> Read:
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
    kbps, seed = kbps_of(sent.quality, SPEECH_KBPS), seed_of(sent.seed)
    longest = REFERENCE_SECONDS if sent.referenceAudioMaxSeconds is None else sent.referenceAudioMaxSeconds
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


def read_annotation(body: AnnotationBody) -> Read:
    sent = body.input
    audio = required(
        one_of(
            InlineKind.AUDIO,
            "sourceAudio",
            sourceAudio=sent.sourceAudio,
            sourceAudioUrl=sent.sourceAudioUrl,
        ),
        "sourceAudioUrl",
    )
    language = sent.language or LANGUAGE
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
            "device": sent.device or DEVICE,
        },
    )


def read_song(sent: SongInput) -> Read:
    polish = sent.qualityPreset == "high_quality"
    if sent.durationSeconds is None and not polish:
        raise InvalidInput(("input.durationSeconds", "durationSeconds is required without a qualityPreset"))
    seconds = HIGH_QUALITY_SECONDS if sent.durationSeconds is None else Fraction(sent.durationSeconds)
    kbps, seed = kbps_of(sent.quality, SONG_KBPS), seed_of(sent.seed)
    return Read(
        (),
        lambda _give: SongTask(
            tags=sent.tags,
            seconds=seconds,
            lyrics=sent.lyrics or "",
            language=sent.language or LANGUAGE,
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
            "language": sent.language or LANGUAGE,
            "seed": seed,
        },
    )


def read_sound(body: SoundBody) -> Read:
    sent = body.input
    tokens = SOUND_TOKENS if sent.maxNewTokens is None else sent.maxNewTokens
    kbps, seed = kbps_of(sent.quality, SOUND_KBPS), seed_of(sent.seed)
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
