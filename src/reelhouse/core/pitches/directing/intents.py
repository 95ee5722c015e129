"""What is wanted: each wish that was given, and for the rest what the goal's words say."""

import re
from dataclasses import replace

from reelhouse.core.pitches.asked import AskedIntent
from reelhouse.core.pitches.directing.choices import chosen, written
from reelhouse.core.pitches.directing.goal import Goal, read_goal
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.directing.people import ON_PHONES, TONE_OF
from reelhouse.core.pitches.directing.tones import STYLES, SYNONYMS
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.plan import CAPTIONS_OFF, ArtifactType, Intent
from reelhouse.core.pitches.types import ScreenKind, Subject
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect

LONGEST_GOAL, LONGEST_AUDIENCE = 600, 120
ANYBODY = "everyone"
MOST_SAID = 4
CAROUSEL = re.compile(r"\b(?:carousels?|slides?|slide deck|swipe)\b", re.IGNORECASE)
UPRIGHT = re.compile(
    r"\b(?:tik ?tok|reels?|shorts|stories|snapchat|mobile|vertical|portrait|phones?)\b", re.IGNORECASE
)
IN_FEEDS = re.compile(r"\b(?:linked ?in|facebook|feed)\b", re.IGNORECASE)
SQUARE = re.compile(r"\b(?:square|instagram post)\b", re.IGNORECASE)
ARTIFACTS = {
    "video": ArtifactType.DEMO_VIDEO,
    "demo": ArtifactType.DEMO_VIDEO,
    "slides": ArtifactType.CAROUSEL,
    "slide_deck": ArtifactType.CAROUSEL,
}
ASPECTS = {
    "portrait": Aspect.PORTRAIT,
    "vertical": Aspect.PORTRAIT,
    "9x16": Aspect.PORTRAIT,
    "landscape": Aspect.LANDSCAPE,
    "horizontal": Aspect.LANDSCAPE,
    "16x9": Aspect.LANDSCAPE,
    "square": Aspect.SQUARE,
    "1x1": Aspect.SQUARE,
    "tall": Aspect.TALL,
    "4x5": Aspect.TALL,
}
OFF = frozenset({"off", "none", "no", "false", "disabled"})


def resolve_intent(
    subject: Subject, asked: AskedIntent, library: Library, notes: Notes
) -> tuple[Intent, Goal]:
    """Everything but the length, which waits until the scenes are known: it is 0."""
    text = written(asked.goal if asked.goal is not None else subject.goal, LONGEST_GOAL, "intent.goal", notes)
    goal = read_goal(text, subject.name)
    artifact = chosen(
        ArtifactType, asked.artifact_type, _artifact(goal), "intent.artifactType", notes, ARTIFACTS
    )
    audience = (
        written(asked.audience or "", LONGEST_AUDIENCE, "intent.audience", notes) or goal.audience or ANYBODY
    )
    tone = chosen(Tone, asked.tone, tone_for(audience, goal), "intent.tone", notes, _tones(asked.tone))
    intent = Intent(
        artifact_type=artifact,
        goal=text,
        audience=audience,
        tone=tone,
        aspect=chosen(
            Aspect,
            asked.aspect,
            aspect_for(subject, goal, audience, artifact),
            "intent.aspect",
            notes,
            ASPECTS,
        ),
        target_seconds=0.0,
        caption_style=_caption_style(asked.caption_style, tone, library, notes),
        brand_kit_id=_brand_kit(asked.brand_kit_id, library, notes),
        voice_profile_id=_voice(asked.voice_profile_id, library, notes),
    )
    return intent, goal_of(intent, subject)


def goal_of(intent: Intent, subject: Subject) -> Goal:
    """The goal as it is told to the audience of `intent`; one that takes many words is not named."""
    goal = read_goal(intent.goal, subject.name)
    is_said = intent.audience != ANYBODY and len(intent.audience.split()) <= MOST_SAID
    return replace(goal, audience=intent.audience if is_said else "")


def tone_for(audience: str, goal: Goal) -> Tone:
    """By a word for a tone in the goal, else by whom it speaks to."""
    for word in goal.text.lower().split():
        bare = word.strip(".,;:!?")
        if bare in SPOKEN_TONES:
            return SYNONYMS[bare]
    for word in audience.lower().split():
        if word.strip(".,") in TONE_OF:
            return TONE_OF[word.strip(".,")]
    return Tone.CONFIDENT


SPOKEN_TONES = vocabulary(
    """playful fun funny energetic punchy upbeat calm friendly warm gentle professional serious formal
    confident dramatic cinematic epic emotional"""
)
"""Words that tell of nothing but a tone when they stand in a goal."""


def aspect_for(subject: Subject, goal: Goal, audience: str, artifact: ArtifactType) -> Aspect:
    if SQUARE.search(goal.text):
        return Aspect.SQUARE
    if artifact is ArtifactType.CAROUSEL:
        return Aspect.TALL
    if UPRIGHT.search(goal.text):
        return Aspect.PORTRAIT
    if IN_FEEDS.search(goal.text):
        return Aspect.TALL
    screens = subject.screens
    upright = sum(shown.seen.kind is ScreenKind.PHONE for shown in screens)
    if upright * 2 > len(screens) or (not screens and _watches_upright(audience)):
        return Aspect.PORTRAIT
    return Aspect.LANDSCAPE


def _watches_upright(audience: str) -> bool:
    return any(word.strip(".,") in ON_PHONES for word in audience.lower().split())


def _artifact(goal: Goal) -> ArtifactType:
    return ArtifactType.CAROUSEL if CAROUSEL.search(goal.text) else ArtifactType.DEMO_VIDEO


def _tones(given: str | None) -> dict[str, Tone]:
    """One word of a phrase such as ``warm and friendly`` is enough."""
    words = [word.strip(".,;:!") for word in (given or "").lower().replace("/", " ").split()]
    known = [SYNONYMS[word] for word in words if word in SYNONYMS]
    return (
        {**SYNONYMS, "_".join((given or "").lower().replace("-", " ").split()): known[0]}
        if known
        else SYNONYMS
    )


def _caption_style(given: str | None, tone: Tone, library: Library, notes: Notes) -> str:
    default = next((name for name in STYLES[tone] if name in library.styles), "")
    default = default or min(library.styles, default=CAPTIONS_OFF)
    if given is None or not given.strip():
        return default
    wanted = given.strip()
    if wanted.lower() in OFF:
        return CAPTIONS_OFF
    known = {name.lower(): name for name in sorted(library.styles)}
    if wanted.lower() in known:
        return wanted if wanted in library.styles else known[wanted.lower()]
    detail = f"Known are {', '.join(sorted(library.styles))} and {CAPTIONS_OFF}."
    notes.add(Code.STYLE_UNKNOWN, "intent.captionStyle", given, default, detail=detail)
    return default


def _brand_kit(given: str | None, library: Library, notes: Notes) -> str | None:
    if given is None or not given.strip() or given in library.brands:
        return given or None
    known = ", ".join(sorted(library.brands)) or "none yet"
    notes.add(Code.BRAND_UNKNOWN, "intent.brandKitId", given, None, detail=f"Known are: {known}.")
    return None


def _voice(given: str | None, library: Library, notes: Notes) -> str | None:
    if given is None or not given.strip() or given in library.voices:
        return given or None
    known = ", ".join(sorted(library.voices))
    notes.add(Code.VOICE_UNKNOWN, "intent.voiceProfileId", given, None, detail=f"Known are {known}.")
    return None
