"""Everything that a director changes in what it was given has a code. This is the list of them."""

from dataclasses import dataclass, field
from enum import StrEnum

from reelhouse.core.pitches.plan import PlanWarning


class Code(StrEnum):
    """The first six are the document's, the rest are ours."""

    LAYOUT_IGNORED_LANDSCAPE = "LAYOUT_IGNORED_LANDSCAPE"
    TARGET_LENGTH_CLAMPED = "TARGET_LENGTH_CLAMPED"
    MUSIC_DROPPED_NO_URL = "MUSIC_DROPPED_NO_URL"
    HERO_BEAT_CLAMPED = "HERO_BEAT_CLAMPED"
    KINETIC_TRUNCATED = "KINETIC_TRUNCATED"
    KINETIC_KEPT_CAPTIONS_OFF = "KINETIC_KEPT_CAPTIONS_OFF"
    TARGET_LENGTH_CAPPED = "TARGET_LENGTH_CAPPED"
    VALUE_UNKNOWN = "VALUE_UNKNOWN"
    VALUE_OUT_OF_RANGE = "VALUE_OUT_OF_RANGE"
    TEXT_TRIMMED = "TEXT_TRIMMED"
    NARRATION_TRIMMED = "NARRATION_TRIMMED"
    SCENE_TOO_SHORT = "SCENE_TOO_SHORT"
    SCENES_DROPPED = "SCENES_DROPPED"
    DUPLICATE_SCENE = "DUPLICATE_SCENE"
    DUPLICATE_BEAT = "DUPLICATE_BEAT"
    SCREENSHOT_UNKNOWN = "SCREENSHOT_UNKNOWN"
    SCREENSHOTS_MISSING = "SCREENSHOTS_MISSING"
    NO_SCREENSHOTS = "NO_SCREENSHOTS"
    BEAT_WITHOUT_SCREEN = "BEAT_WITHOUT_SCREEN"
    MOTION_WITHOUT_SCREEN = "MOTION_WITHOUT_SCREEN"
    LAYOUT_WITHOUT_SCREEN = "LAYOUT_WITHOUT_SCREEN"
    BRAND_UNKNOWN = "BRAND_UNKNOWN"
    VOICE_UNKNOWN = "VOICE_UNKNOWN"
    STYLE_UNKNOWN = "STYLE_UNKNOWN"
    FONT_UNKNOWN = "FONT_UNKNOWN"
    LOW_CONTRAST = "LOW_CONTRAST"


MEANINGS: dict[Code, str] = {
    Code.LAYOUT_IGNORED_LANDSCAPE: "portraitLayout is ignored, because the aspect is not 9:16.",
    Code.TARGET_LENGTH_CLAMPED: "targetLengthS was raised to the floor for the scenes and their words.",
    Code.MUSIC_DROPPED_NO_URL: "music.source is upload and there is no uploadUrl, so there is no music.",
    Code.HERO_BEAT_CLAMPED: "heroBeatIdx was clamped into the range of the outline.",
    Code.KINETIC_TRUNCATED: "A kineticText of more than six words was truncated.",
    Code.KINETIC_KEPT_CAPTIONS_OFF: "Captions are off; kinetic texts still show, a channel of their own.",
    Code.TARGET_LENGTH_CAPPED: "targetLengthS was lowered to what the scenes can fill without dead air.",
    Code.VALUE_UNKNOWN: "A word that this field does not know was replaced by the default.",
    Code.VALUE_OUT_OF_RANGE: "A number was moved into the range of its field.",
    Code.TEXT_TRIMMED: "A text was longer than its place, and was cut at a word.",
    Code.NARRATION_TRIMMED: "A narration was longer than a scene can hold, and was cut at a sentence.",
    Code.SCENE_TOO_SHORT: "A scene was made long enough for what is said in it.",
    Code.SCENES_DROPPED: "There were more scenes than the length has room for; the weakest were left out.",
    Code.DUPLICATE_SCENE: "A scene was listed twice; the first one counts.",
    Code.DUPLICATE_BEAT: "A beat was listed twice; the first one counts.",
    Code.SCREENSHOT_UNKNOWN: "This project has no uploaded screenshot of that id.",
    Code.SCREENSHOTS_MISSING: "Screenshots were announced and have not been uploaded yet.",
    Code.NO_SCREENSHOTS: "There are no screenshots yet, so that every scene is a card of words.",
    Code.BEAT_WITHOUT_SCREEN: "A beat has no screenshot, and is told on a card.",
    Code.MOTION_WITHOUT_SCREEN: "A card has nothing to move over, so its motionPlan was dropped.",
    Code.LAYOUT_WITHOUT_SCREEN: "A scene without a screenshot is a card, whatever layout was asked for.",
    Code.BRAND_UNKNOWN: "The workspace has no such brand kit; the default look is used.",
    Code.VOICE_UNKNOWN: "There is no such voice; the default one speaks.",
    Code.STYLE_UNKNOWN: "There is no such caption style; the default one is used.",
    Code.FONT_UNKNOWN: "There is no such font; the default one is used.",
    Code.LOW_CONTRAST: "Two colours were too near to be read; one was moved away from the other.",
}
"""What each code means; the references of the API are made from this table."""

Fact = str | float | bool | None


@dataclass(slots=True)
class Notes:
    """What a director has to say while it works, each thing once and in the order it was found."""

    taken: list[PlanWarning] = field(default_factory=list)

    def add(self, code: Code, path: str, given: Fact = None, used: Fact = None, *, detail: str = "") -> None:
        """`path` is the field as it is called on the wire; `detail` follows the code's own sentence."""
        message = f"{MEANINGS[code]} {detail}".strip()
        note = PlanWarning(code=code.value, field=path, message=message, given=given, used=used)
        if note not in self.taken:
            self.taken.append(note)

    def unknown(self, path: str, given: str, used: Fact, known: type[StrEnum] | tuple[str, ...]) -> None:
        words = known if isinstance(known, tuple) else tuple(member.value for member in known)
        self.add(Code.VALUE_UNKNOWN, path, given, used, detail=f"Known are {', '.join(words)}.")
