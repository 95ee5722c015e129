"""What a goal says: about which product, for whom, what they will be able to do, and what they shall do now.

Goals are written by marketers and by agents: ``Show small gyms how GymPal fills empty classes``, ``Get
developers to try our CLI``, ``A teaser for FitTrack on TikTok``. Whatever cannot be read stays empty.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from reelhouse.core.pitches.directing.benefits import benefit_of, claim_of, topic_of, what_of
from reelhouse.core.pitches.directing.lexicon import NUMBERS, VERBS
from reelhouse.core.pitches.directing.people import PEOPLE
from reelhouse.core.pitches.directing.products import NETWORKS, called_in, product_of
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import SMALL, stem, words_of


class Call(StrEnum):
    """What a viewer shall do after the pitch."""

    TRY = "try"
    SIGN_UP = "sign_up"
    TRIAL = "trial"
    DOWNLOAD = "download"
    DEMO = "demo"
    BUY = "buy"
    VISIT = "visit"
    PLAY = "play"
    WAITLIST = "waitlist"
    SUBSCRIBE = "subscribe"
    UPGRADE = "upgrade"
    LEARN = "learn"
    INSTALL = "install"


@dataclass(frozen=True, slots=True)
class Goal:
    """`benefit` is a verb phrase (``fill empty classes``), `audience` a plural (``small gyms``).

    `what` says what the product is (``a co-op survival game``), `it` names it in a sentence. `claim` is a
    whole clause (``backups take one click``), `topic` a thing that is shown (``our new inbox``).

    `keywords` are the words that carry the goal, as they were written, each stem once.
    """

    text: str
    product: str = ""
    it: str = "it"
    what: str = ""
    benefit: str = ""
    claim: str = ""
    topic: str = ""
    audience: str = ""
    call: Call = Call.TRY
    keywords: tuple[str, ...] = ()


CALLS: tuple[tuple[Call, str], ...] = (
    (Call.WAITLIST, r"wait(?:ing)?[ -]?list|early access|pre-?register"),
    (Call.TRIAL, r"trials?"),
    (Call.DEMO, r"(?:book|request|schedule|get)\w*\s+(?:a |more |your )?(?:demos?|calls?|meetings?)"),
    (Call.SIGN_UP, r"sign(?:ing)?[ -]?ups?|regist(?:er|rations?)|create an account|onboard new"),
    (Call.INSTALL, r"install(?:s|ing|ations?)?|extension|plug-?in|add-?on|\bcli\b|npm|pip\b"),
    (Call.DOWNLOAD, r"downloads?|app store|play store|get the app"),
    (Call.SUBSCRIBE, r"subscri(?:be|bers?|ptions?)|newsletter"),
    (Call.UPGRADE, r"upgrad(?:e|es|ing)"),
    (Call.PLAY, r"games?|players?|gamers?|levels|quests?|multiplayer"),
    (Call.VISIT, r"visit(?:s|ors?)?|museum|tickets?|exhibitions?|gallery|restaurant|hotel|event"),
    (Call.BUY, r"buy(?:ers)?|purchas\w+|orders?|shop(?:pers)?|sales|sell"),
    (Call.LEARN, r"learn more|explain|teach|docs|documentation|tutorial|how[ -]to"),
)
CALL_WORDS = tuple((call, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for call, words in CALLS)

OF_THE_TRADE = vocabulary(
    """show showing explain present pitch promote promoting promo advertise announce introduce
    introducing launch launching demo demonstrate video videos clip clips ad ads carousel slides
    slide deck post posts teaser trailer walkthrough walk tour overview listicle story stories drive
    boost increase grow generate get getting convince persuade attract win raise sell selling make
    making create creating produce turn quick short fast punchy feature features product products
    app tool users user people audience viewers customers goal aim new sign sign-ups signups signup
    trial trials download downloads conversions awareness best top ways reasons things seconds
    second minute minutes before after problem solution screenshots screenshot about portrait
    landscape vertical square please want video's try trying switch today now tell see watch
    highlight prove existing potential visitors invite inviting remind inspire encourage persuade"""
)
"""Words about the pitch itself; a pitch need not say them."""

MOST_KEYWORDS = 10


def read_goal(text: str, project: str = "") -> Goal:
    """`project` is what the project is called; often that is the product."""
    clean = " ".join(text.split())
    product = product_of(clean, project)
    benefit = benefit_of(clean, product)
    audience = _audience(clean)
    return Goal(
        text=clean,
        product=product,
        it=called_in(clean, product),
        what=what_of(clean, product),
        benefit=benefit,
        claim=claim_of(clean),
        topic="" if benefit or product else topic_of(clean),
        audience=audience,
        call=next((call for call, words in CALL_WORDS if words.search(clean)), Call.TRY),
        keywords=_keywords(clean),
    )


def _audience(goal: str) -> str:
    """The first people that are named, with their adjectives; not those that one wants more of."""
    words = [word.strip(".,;:!?()'\"") for word in goal.split()]
    for place, word in enumerate(words):
        before = words[place - 1].lower() if place else ""
        if word.lower() not in PEOPLE or before in {"more", "new", "your", "their", "our", "of"}:
            continue
        start = place
        while start and place - start < len(("very", "small")) and _describes(words[start - 1]):
            start -= 1
        return " ".join(words[start : place + 1])
    return ""


def _describes(word: str) -> bool:
    low = word.lower()
    known = SMALL | OF_THE_TRADE | VERBS | {"helps", "lets", "invite", "remind", "teach", "inspire", "reach"}
    return low.isalpha() and low not in known and word == low


def _keywords(goal: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for word in words_of(goal):
        low = word.lower().removesuffix("'s").removesuffix("’s")
        if (
            low in SMALL | NETWORKS | OF_THE_TRADE | NUMBERS
            or (low.isdigit() and len(low) < len("100"))
            or len(low) < len("ai")
        ):
            continue
        found.setdefault(stem(word), word.removesuffix("'s").removesuffix("’s"))
    return tuple(found.values())[:MOST_KEYWORDS]
