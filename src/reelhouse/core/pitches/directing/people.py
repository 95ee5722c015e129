"""Whom a goal may speak to, and what that says of tone and place."""

from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.engines.text.types import Tone

BY_TONE: dict[Tone, str] = {
    Tone.ENERGETIC: """gamers players students teens teenagers athletes runners creators influencers fans
        kids gyms climbers cyclists dancers youtubers streamers singles festivalgoers shoppers""",
    Tone.CALM: """parents patients seniors readers meditators moms dads families mothers fathers caregivers
        visitors museumgoers therapists gardeners beginners grandparents travelers travellers guests sleepers
        nurses""",
    Tone.CONFIDENT: """developers engineers founders managers executives teams freelancers accountants
        marketers agencies businesses companies startups enterprises designers analysts consultants lawyers
        recruiters doctors clinics teachers schools owners investors buyers administrators admins ops devs
        contractors bookkeepers sellers merchants retailers shops stores leaders professionals scientists
        researchers operators planners restaurants hotels studios organisers organizers
        hosts landlords tenants drivers farmers builders""",
    Tone.DRAMATIC: "filmmakers moviegoers",
}
TONE_OF: dict[str, Tone] = {word: tone for tone, words in BY_TONE.items() for word in words.split()}
NEUTRAL = "beginners everyone commuters cooks learners writers artists musicians photographers"
PEOPLE = frozenset({*TONE_OF, *NEUTRAL.split()})

ON_PHONES = vocabulary(
    """gamers players students teens teenagers creators influencers fans kids singles shoppers dancers
    streamers youtubers runners"""
)
"""Who mostly watches upright."""
