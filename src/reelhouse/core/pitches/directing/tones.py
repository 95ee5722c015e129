"""How a pitch sounds: words for tones, and what follows from a tone."""

from reelhouse.engines.music.types import Mood
from reelhouse.engines.text.types import Tone

SYNONYMS: dict[str, Tone] = {
    word: tone
    for tone, words in {
        Tone.ENERGETIC: """playful fun funny upbeat lively bold excited exciting enthusiastic punchy dynamic
            energetic hype vibrant cheerful happy fast young cool edgy witty humorous casual""",
        Tone.CALM: """calm friendly warm gentle soft relaxed soothing reassuring kind caring quiet peaceful
            empathetic conversational approachable welcoming helpful simple human thoughtful cozy""",
        Tone.CONFIDENT: """confident professional serious formal business corporate authoritative expert
            trustworthy clear direct neutral informative technical credible premium polished educational
            honest matter-of-fact""",
        Tone.DRAMATIC: """dramatic cinematic epic intense emotional mysterious suspenseful inspiring
            inspirational powerful moving urgent dark heroic""",
    }.items()
    for word in words.split()
}

MOODS: dict[Tone, Mood] = {
    Tone.ENERGETIC: Mood.UPBEAT,
    Tone.CALM: Mood.CHILL,
    Tone.CONFIDENT: Mood.CORPORATE,
    Tone.DRAMATIC: Mood.DRAMATIC,
}
VOICES: dict[Tone, tuple[str, ...]] = {
    Tone.ENERGETIC: ("zuri", "finn", "emma"),
    Tone.CALM: ("sofia", "noah", "emma"),
    Tone.CONFIDENT: ("emma", "liam", "claire"),
    Tone.DRAMATIC: ("marcus", "amara", "emma"),
}
"""Who speaks, the first that the library has."""

STYLES: dict[Tone, tuple[str, ...]] = {
    Tone.ENERGETIC: ("hormozi", "pop", "bold"),
    Tone.CALM: ("minimal", "clean", "boxed"),
    Tone.CONFIDENT: ("clean", "minimal", "boxed"),
    Tone.DRAMATIC: ("impact", "spotlight", "minimal"),
}
"""How captions look, the first that the library has."""
