"""How it is told: everything of the middle tier but its words."""

from dataclasses import dataclass

from reelhouse.core.pitches.asked import AskedDirection, AskedMusic, AskedVoice
from reelhouse.core.pitches.directing.choices import bounded, chosen, written
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.directing.tones import MOODS, VOICES
from reelhouse.core.pitches.directing.warnings import Code, Notes
from reelhouse.core.pitches.plan import (
    ArtifactType,
    Intent,
    MusicChoice,
    MusicSource,
    Narrative,
    Opening,
    PortraitLayout,
    Transitions,
    VoiceChoice,
)
from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone
from reelhouse.media.composition import Aspect

SLOWEST, FASTEST = 0.7, 1.5
LONGEST_ADDRESS = 2000
MIX: dict[Narrative, Transitions] = {
    Narrative.TEASER: Transitions.ZOOM,
    Narrative.BEFORE_AFTER: Transitions.WIPE,
    Narrative.LISTICLE: Transitions.SLIDE,
}
MUSIC_WORDS = {"on": MusicSource.LIBRARY, "auto": MusicSource.LIBRARY, "off": MusicSource.NONE}
TRANSITION_WORDS = {"none": Transitions.CUT, "fade": Transitions.DISSOLVE, "crossfade": Transitions.DISSOLVE}


@dataclass(frozen=True, slots=True)
class Manner:
    """The choices of the middle tier that are no texts and no lists."""

    music: MusicChoice
    smart_zoom: bool
    transitions: Transitions
    portrait_layout: PortraitLayout | None
    narrative: Narrative
    opening: Opening
    voice: VoiceChoice


def resolve_manner(
    asked: AskedDirection,
    intent: Intent,
    narrative: Narrative,
    library: Library,
    notes: Notes,
    *,
    has_cover: bool,
) -> Manner:
    is_cold = has_cover or narrative is Narrative.TEASER
    opening = Opening.COLD_OPEN if is_cold else Opening.HOOK_CARD
    return Manner(
        music=_music(asked.music or AskedMusic(), intent, notes),
        smart_zoom=True if asked.smart_zoom is None else asked.smart_zoom,
        transitions=chosen(
            Transitions,
            asked.transitions,
            MIX.get(narrative, Transitions.MIXED),
            "director.transitions",
            notes,
            TRANSITION_WORDS,
        ),
        portrait_layout=_portrait_layout(asked.portrait_layout, intent, notes),
        narrative=narrative,
        opening=chosen(Opening, asked.opening_style, opening, "director.openingStyle", notes),
        voice=_voice(asked.voice or AskedVoice(), intent, library, notes),
    )


def _music(asked: AskedMusic, intent: Intent, notes: Notes) -> MusicChoice:
    """No music under a carousel, nor where an upload has no address."""
    is_silent = intent.artifact_type is ArtifactType.CAROUSEL
    address = written(asked.upload_url or "", LONGEST_ADDRESS, "director.music.uploadUrl", notes)
    default = MusicSource.NONE if is_silent else MusicSource.UPLOAD if address else MusicSource.LIBRARY
    source = chosen(MusicSource, asked.source, default, "director.music.source", notes, MUSIC_WORDS)
    if source is MusicSource.UPLOAD and not address:
        notes.add(
            Code.MUSIC_DROPPED_NO_URL,
            "director.music.source",
            MusicSource.UPLOAD.value,
            MusicSource.NONE.value,
        )
        source = MusicSource.NONE
    mood = chosen(Mood, asked.mood, MOODS[intent.tone or Tone.CONFIDENT], "director.music.mood", notes)
    return MusicChoice(
        source=source,
        mood=mood if source is MusicSource.LIBRARY else None,
        upload_url=address if source is MusicSource.UPLOAD else None,
    )


def _portrait_layout(given: str | None, intent: Intent, notes: Notes) -> PortraitLayout | None:
    """None without a wish: each scene then stands as its screenshot needs.

    A wish is kept in every aspect, so that it comes true as soon as the aspect is 9:16.
    """
    if given is None or not given.strip():
        return None
    path = "director.portraitLayout"
    layout = chosen(PortraitLayout, given, PortraitLayout.FRAMED, path, notes)
    if intent.aspect is not Aspect.PORTRAIT:
        notes.add(Code.LAYOUT_IGNORED_LANDSCAPE, path, layout.value, None)
    return layout


def _voice(asked: AskedVoice, intent: Intent, library: Library, notes: Notes) -> VoiceChoice:
    tone = intent.tone or Tone.CONFIDENT
    default = intent.voice_profile_id or next((one for one in VOICES[tone] if one in library.voices), "")
    actor = default or min(library.voices, default=VOICES[tone][-1])
    if asked.actor is not None and asked.actor.strip():
        known = {name.lower(): name for name in sorted(library.voices)}
        found = known.get(asked.actor.strip().lower())
        if found is None:
            detail = f"Known are {', '.join(sorted(library.voices))}."
            notes.add(Code.VOICE_UNKNOWN, "director.voice.actor", asked.actor, actor, detail=detail)
        actor = found or actor
    speed = 1.0
    if asked.speed is not None:
        speed = round(bounded(asked.speed, SLOWEST, FASTEST, "director.voice.speed", notes), 3)
    is_on = intent.artifact_type is ArtifactType.DEMO_VIDEO if asked.on is None else asked.on
    return VoiceChoice(actor=actor, speed=speed, on=is_on)
