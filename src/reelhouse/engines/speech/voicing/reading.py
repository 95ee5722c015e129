"""What a description says of a voice: its words as traits, and those that say nothing to us."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reelhouse.engines.speech.types import VoiceGender


@dataclass(frozen=True, slots=True)
class Traits:
    """How a voice shall be. `pitch`, `spread` and `pace` are shares of the usual; the rest 0 to 1.

    `warmth` below 0 is cold; `band` names a channel, `room` how much of a room is heard.
    """

    gender: VoiceGender | None = None
    pitch: float = 1.0
    spread: float = 1.0
    pace: float = 1.0
    warmth: float = 0.0
    brightness: float = 0.0
    breath: float = 0.0
    grit: float = 0.0
    room: float = 0.0
    band: str = ""
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    traits: Traits
    understood: tuple[str, ...]
    ignored: tuple[str, ...]
    contradicted: tuple[str, ...]


FEMALE, MALE = VoiceGender.FEMALE, VoiceGender.MALE

WORDS: Mapping[str, Mapping[str, object]] = {
    "female|woman|lady|girl|she|her|mother|actress|queen": {"gender": FEMALE},
    "male|man|guy|boy|he|his|father|actor|king|gentleman": {"gender": MALE},
    "child|kid|childlike": {"pitch": 1.5, "pace": 1.05, "brightness": 0.4},
    "young|youthful|teen|teenage": {"pitch": 1.12, "pace": 1.05},
    "old|elderly|aged|grandmother|grandfather": {"pitch": 0.92, "pace": 0.88, "grit": 0.4},
    "deep|low|bass|baritone": {"pitch": 0.8, "warmth": 0.3},
    "high|soprano|squeaky|high-pitched": {"pitch": 1.25},
    "warm|rich|velvety|cozy|soft|gentle|friendly": {"warmth": 0.6},
    "cold|thin|sterile": {"warmth": -0.5},
    "bright|crisp|clear|sharp": {"brightness": 0.5},
    "dark|muffled|mellow": {"brightness": -0.4},
    "breathy|airy|intimate|hushed": {"breath": 0.5},
    "rough|gritty|raspy|gravelly|hoarse": {"grit": 0.7},
    "slow|measured|unhurried|deliberate": {"pace": 0.82},
    "fast|quick|brisk|rapid|energetic": {"pace": 1.18},
    "balanced|steady|stable|even|moderate|natural": {"pace": 1.0},
    "calm|relaxed|soothing|serene": {"pace": 0.9, "spread": 0.8},
    "excited|enthusiastic|lively|cheerful|upbeat|animated|expressive|emphasis": {"spread": 1.35},
    "monotone|flat|robotic|deadpan": {"spread": 0.25},
    "confident|authoritative|strong|commanding|projection": {"spread": 1.1, "warmth": 0.2},
    "telephone|phone": {"band": "telephone"},
    "radio|walkie-talkie|megaphone": {"band": "radio"},
    "hall|cathedral|church|stadium": {"room": 0.8},
    "room|studio|booth": {"room": 0.15},
    "british|english accent|london|rp": {"accent": "en-gb"},
    "scottish|scots": {"accent": "en-gb-scotland"},
    "american": {"accent": "en-us"},
    "narrator|narration|voice|storyteller|announcer|host": {},
}

LOOKUP = {word: effect for words, effect in WORDS.items() for word in words.split("|")}
IDLE = frozenset(
    {
        "a",
        "an",
        "the",
        "and",
        "or",
        "with",
        "of",
        "in",
        "on",
        "to",
        "for",
        "who",
        "that",
        "is",
        "very",
        "quite",
        "slightly",
        "like",
        "sound",
        "sounding",
        "tone",
        "pacing",
        "paced",
        "speaker",
        "speaking",
        "speech",
        "delivery",
        "but",
        "from",
        "at",
        "by",
        "as",
        "its",
        "their",
    }
)
SPOKEN = re.compile(r"[a-z]+(?:-[a-z]+)*")
OPPOSED = ("gender", "band", "accent")


def read_description(description: str) -> Description:
    """Later words win where two cannot both be; pitch, spread and pace add up."""
    traits, understood, ignored, contradicted = Traits(), [], [], []
    for word in SPOKEN.findall(description.lower()):
        effect = LOOKUP.get(word)
        if effect is None:
            if word not in IDLE and word not in ignored:
                ignored.append(word)
            continue
        for name in OPPOSED:
            before = getattr(traits, name)
            if name in effect and before and before != effect[name]:
                contradicted.append(word)
        traits = _with(traits, effect)
        if word not in understood:
            understood.append(word)
    return Description(traits, tuple(understood), tuple(ignored), tuple(contradicted))


def _with(traits: Traits, effect: Mapping[str, object]) -> Traits:
    values: dict[str, object] = {}
    for name, value in effect.items():
        before = getattr(traits, name)
        if name in {"pitch", "spread", "pace"}:
            values[name] = before * value
        elif isinstance(value, float):
            values[name] = max(-1.0, min(1.0, before + value))
        else:
            values[name] = value
    return replace(traits, **values)  # type: ignore[arg-type] # the names are those of the table above
