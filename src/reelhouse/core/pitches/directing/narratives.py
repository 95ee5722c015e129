"""The stories that an outline can follow: which words ask for one, and what each beat does in it."""

import re
from dataclasses import dataclass

from reelhouse.core.pitches.plan import Narrative, Purpose


@dataclass(frozen=True, slots=True)
class Story:
    """`first` and `last` beats have a purpose of their own; `middle` is repeated between them.

    `hero_first` tells the beat that fits the goal best before the others. `pace` multiplies the natural
    length of a scene.
    """

    first: Purpose
    middle: tuple[Purpose, ...]
    last: Purpose
    hero_first: bool = False
    pace: float = 1.0


STORIES: dict[Narrative, Story] = {
    Narrative.WALK_THROUGH: Story(Purpose.STEP, (Purpose.STEP,), Purpose.PAYOFF),
    Narrative.PROBLEM_SOLUTION: Story(Purpose.SOLUTION, (Purpose.STEP, Purpose.PROOF), Purpose.PAYOFF),
    Narrative.BEFORE_AFTER: Story(Purpose.AFTER, (Purpose.AFTER, Purpose.PROOF), Purpose.PAYOFF),
    Narrative.LAUNCH: Story(Purpose.REVEAL, (Purpose.STEP, Purpose.PROOF), Purpose.PAYOFF, hero_first=True),
    Narrative.TEASER: Story(Purpose.REVEAL, (Purpose.REVEAL,), Purpose.PAYOFF, pace=0.75),
    Narrative.LISTICLE: Story(Purpose.STEP, (Purpose.STEP,), Purpose.STEP),
}

COUNTED = r"(?:\d+|two|three|four|five|six|seven|ten)\s+(?:\w+\s+)?"
WORDS: dict[Narrative, str] = {
    Narrative.BEFORE_AFTER: r"before(?:\s*(?:/|-|–|and|&)\s*|\s+)after|transform\w*|no more|used to",
    Narrative.LISTICLE: rf"{COUNTED}(?:ways|reasons|tips|things|features|tricks)|listicle|top \d+",
    Narrative.TEASER: r"teas(?:er|e|ing)|sneak peek|trailer|coming soon|hype",
    Narrative.LAUNCH: r"launch\w*|announc\w+|introduc\w+|releas\w+|unveil\w*|reveal\w*|brand[- ]new",
    Narrative.PROBLEM_SOLUTION: (
        r"problems?|pain|struggl\w+|solv\w+|stop|fix\w*|avoid\w*|instead of|without|tired of|faster"
        r"|get paid|convince|switch\w*|lose|losing|waste\w*|empty|late|helps?"
    ),
    Narrative.WALK_THROUGH: r"how[ -]to|walk\w*|tutorial|guide|tour|step[- ]by[- ]step|explain\w*|learn",
}
"""Asked in this order: the first whose words stand in the goal."""

ASKED_BY: tuple[tuple[Narrative, re.Pattern[str]], ...] = tuple(
    (narrative, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for narrative, words in WORDS.items()
)
BEFORE = re.compile(r"\b(?:before|old way|without|previously|manual)\b", re.IGNORECASE)


def narrative_for(goal: str) -> Narrative:
    return next((one for one, words in ASKED_BY if words.search(goal)), Narrative.WALK_THROUGH)


def purpose_at(narrative: Narrative, place: int, total: int, title: str) -> Purpose:
    """What the beat at `place` of `total` does."""
    story = STORIES[narrative]
    if narrative is Narrative.BEFORE_AFTER and BEFORE.search(title):
        return Purpose.BEFORE
    if place == 0:
        return story.first
    if place == total - 1:
        return story.last
    return story.middle[(place - 1) % len(story.middle)]
