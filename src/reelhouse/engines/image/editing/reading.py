"""What an instruction asks to be done to a picture, in order, how strongly, and what it says in vain."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reelhouse.engines.image.editing import changes, sky
from reelhouse.engines.image.editing.changes import Chance, Pixels

Change = Callable[[Pixels, float, Chance], Pixels]

_SKY = (
    r"(?:(?:replace|change|swap|make|turn)(?: the| its)?|(?:a )?new) sky:?"
    r"(?: (?:with|to|into|for|by))?(?: an?| the)?"
)

PHRASES: tuple[tuple[str, str, Change], ...] = (
    (
        "replace the sky: sunset",
        rf"{_SKY}(?: \w+)? (?:sunset|sunrise|dusk|dawn)(?: sky)?",
        sky.replaced(sky.SUNSET),
    ),
    ("replace the sky: night", rf"{_SKY}(?: \w+)? (?:night|stars|starry)(?: sky)?", sky.replaced(sky.NIGHT)),
    (
        "replace the sky: storm",
        rf"{_SKY}(?: \w+)? (?:storm|stormy|dark clouds|thunderstorm|gr[ae]y)(?: sky)?",
        sky.replaced(sky.STORM),
    ),
    (
        "replace the sky",
        rf"{_SKY}(?: (?:clear|bright|sunny|blue|cloudy|clouds))*(?: sky| one)?",
        sky.replaced(sky.BLUE),
    ),
    ("crop", r"crop(?:ped)?(?: (?:it|in|closer|tighter|tight))*|zoom in|close[ -]up", changes.closer),
    ("noir", r"(?:film )?noir", changes.noir),
    ("black and white", r"black[ -]and[ -]white|monochrome|gr[ae]yscale|b&w", changes.monochrome),
    ("sepia", r"sepia", changes.sepia),
    ("vintage", r"vintage|retro|old photo(?:graph)?|faded", changes.vintage),
    ("poster", r"posters?", changes.poster),
    ("posterize", r"posteri[sz]ed?", changes.posterised),
    ("cartoon", r"cartoons?|comics?|anime", changes.cartoon),
    ("sketch", r"(?:pencil )?sketch|pencil drawing|line drawing", changes.sketch),
    ("pixelate", r"pixelated?|pixel art|8[ -]bit", changes.pixelated),
    (
        "blur the background",
        r"blur(?:red|ry)?(?: out)? (?:the |its )?background|bokeh|shallow depth of field",
        changes.blurred_ground,
    ),
    ("blur", r"blur(?:red|ry)?|out of focus|soften", changes.blur),
    ("sharpen", r"sharp(?:en|er)?|crisp(?:er)?", changes.sharpen),
    ("reduce noise", r"(?:reduce|remove) (?:the )?noise|denoise|smooth(?:er)?", changes.smooth),
    ("warmer", r"warm(?:er)?|golden|cozy", changes.warmer),
    ("cooler", r"cool(?:er)?|cold(?:er)?|icy", changes.cooler),
    (
        "brighten",
        r"bright(?:en|er)?|lighten|lighter",
        changes.brighter,
    ),
    ("darken", r"dark(?:en|er)?|moody", changes.darker),
    (
        "more contrast",
        r"(?:more|higher|increase(?: the)?|add) contrast|dramatic|contrasty|punchy",
        changes.contrast,
    ),
    ("less contrast", r"(?:less|lower|reduce(?: the)?) contrast|matte", changes.flatter),
    (
        "vivid",
        r"vivid|vibrant|(?:more|higher|increase(?: the)?) saturation|colou?rful|saturated",
        changes.vivid,
    ),
    ("muted", r"muted|desaturated?|(?:less|lower|reduce(?: the)?) saturation|pastel", changes.muted),
    ("vignette", r"vignette", changes.vignette),
    ("film grain", r"(?:film )?grain(?:y)?", changes.grain),
    ("night", r"night(?:time)?|midnight|moonlit", changes.night),
    ("sunset", r"sunset|dusk|golden hour|sunrise|dawn", changes.sunset),
    ("rain", r"rain(?:y|ing)?", changes.rain),
    ("snow", r"snow(?:y|ing)?|winter", changes.snow),
    ("fog", r"fog(?:gy)?|mist(?:y)?|haze|hazy", changes.fog),
    ("mirror", r"mirror(?:ed)?|flip(?:ped)?(?: it)?(?: horizontally)?", changes.mirrored),
    ("upside down", r"upside[ -]down|rotate(?:d)? (?:by )?180(?: degrees)?", changes.upside_down),
    ("invert", r"invert(?:ed)?|negative", changes.inverted),
)  # fmt: skip

STRENGTHS = {
    "slightly": 0.5, "bit": 0.5, "subtle": 0.5, "little": 0.6, "very": 1.5, "much": 1.4, "strongly": 1.5,
    "extremely": 1.8, "heavy": 1.5,
}  # fmt: skip
NEVER = re.compile(r"(?:don'?t|do not|without|not|no)\s+(?:\w+\s+){0,1}$")
BEFORE = 24
TEXT = re.compile(
    r"(?:add|write|put|with)(?: the)? (?:text|words?|title|caption)\s*[:\s]\s*"
    r"[\"'“‘]([^\"'”’]{1,80})[\"'”’]",
    re.IGNORECASE,
)
IDLE = frozenset({
    "a", "add", "all", "an", "and", "as", "at", "be", "bit", "bottom", "but", "by", "change", "effect",
    "extremely", "feel", "feeling", "for", "from", "give", "heavy", "image", "in", "into", "is", "it",
    "its", "less", "like", "little", "look", "make", "mood", "more", "much", "of", "on", "or", "photo",
    "picture", "please", "put", "scene", "slightly", "so", "some", "strongly", "style", "subtle",
    "that", "the", "then", "this", "to", "tone", "top", "turn", "very", "with",
})  # fmt: skip
WORD = re.compile(r"[a-z&]+")


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    change: Change
    strength: float


@dataclass(frozen=True, slots=True)
class Instruction:
    """`text` is to be written on the picture; `ignored` are words that did nothing."""

    steps: tuple[Step, ...]
    text: str | None
    at_top: bool
    ignored: tuple[str, ...]


def read_instruction(prompt: str) -> Instruction:
    """Earlier phrases first; what is negated is left out."""
    written = TEXT.search(prompt)
    rest = prompt.lower()
    text = written[1].strip() if written else None
    if written is not None:
        rest = rest[: written.start()] + " " * (written.end() - written.start()) + rest[written.end() :]
    found: list[tuple[int, Step]] = []
    for name, pattern, change in PHRASES:
        match = re.search(rf"\b(?:{pattern})\b", rest)
        if match is None:
            continue
        before = rest[max(match.start() - BEFORE, 0) : match.start()]
        if not NEVER.search(before):
            found.append((match.start(), Step(name, change, _strength(before))))
        rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    ignored = dict.fromkeys(word for word in WORD.findall(rest) if word not in IDLE)
    steps = tuple(step for _, step in sorted(found, key=lambda pair: pair[0]))
    return Instruction(steps, text, "top" in prompt.lower(), tuple(ignored))


def _strength(before: str) -> float:
    words = before.split()[-2:]
    return next((STRENGTHS[word] for word in reversed(words) if word in STRENGTHS), 1.0)
