"""What a goal says: about which product, for whom, what they will be able to do, and what they shall do now.

Goals are written by marketers and by agents: ``Show small gyms how GymPal fills empty classes``, ``Get
developers to try our CLI``, ``A teaser for FitTrack on TikTok``. Whatever cannot be read stays empty.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from reelhouse.core.pitches.directing.lexicon import ALSO_NOUNS, PROPER, SPELT, VERBS
from reelhouse.core.pitches.directing.people import PEOPLE
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import SMALL, shortened, stem, words_of


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

    `what` says what the product is (``a co-op survival game``), `it` names it in a sentence.

    `keywords` are the words that carry the goal, as they were written, each stem once.
    """

    text: str
    product: str = ""
    it: str = "it"
    what: str = ""
    benefit: str = ""
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

NETWORKS = vocabulary(
    """tiktok reels reel shorts linkedin instagram youtube facebook twitter x pinterest snapchat
    threads stories mobile"""
)
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
    highlight prove existing potential visitors"""
)
"""Words about the pitch itself; a pitch need not say them."""

END = re.compile(
    r"[.;:!?()\n]|,|\s[-–—]\s|\s(?:on|for)\s+(?:tiktok|linkedin|instagram|youtube|reels|shorts|mobile|facebook)\b"
    r"|\s(?:so that|because|which|who|and get|and try|and sign|and book|and download|and start|and make them"
    r"|without having|in a (?:short|quick)|in under|in \d+)\s?",
    re.IGNORECASE,
)
HELPS = re.compile(
    r"\b(?:help|let|allow|enable|mak)(?:s|es|ing|ed)?\s+(?P<who>(?:[\w'-]+\s+){1,4}?)(?:to\s+)?(?P<what>[\w'-]+\b.*)",
    re.IGNORECASE,
)
HOW_TO = re.compile(
    r"\bhow (?:to|you can|they can|we|people can|anyone can)\s+(?P<what>[\w'-]+\b.*)", re.IGNORECASE
)
WAYS_TO = re.compile(r"\b(?:ways|tips|steps|tricks|ideas) to (?P<what>[a-z]+\b.*)", re.IGNORECASE)
HOW_IT = re.compile(
    r"\b(?:how|that|which)\s+(?:(?:[\w'.-]+\s+){0,3}?)(?P<verb>[a-z]{2,}s)\s+(?P<rest>[\w'$€£-]+\b.*)"
)
EASY = re.compile(
    r"\bhow\s+(?:easy|simple|quick|fast|easily|simply|quickly)\s+(?:it\s+is\s+|you\s+can\s+)?(?:to\s+)?(?P<what>[\w'-]+\b.*)",
    re.IGNORECASE,
)
TO_DO = re.compile(r"\b(?:to|can|should)\s+(?P<what>[a-z]+\b.*)")
FOR_DOING = re.compile(r"\bfor\s+(?P<verb>[a-z]{3,}ing)\b(?P<rest>.*)")
ASKED_OF_THEM = vocabulary(
    """try sign buy book download switch subscribe install visit join upgrade start register purchase
    request order check learn see watch play"""
)
MOST_BENEFIT = 7
MOST_WHAT = 9
NOT_DONE = frozenset({"is", "has", "was", "does", "helps", "lets", "this", "its"})
MOST_KEYWORDS = 10
NO_NAMES = re.compile(
    r"\b(?:untitled|project|demo|test|videos?|pitch|launch|campaign|carousel|screenshots?|promo|teaser|my|new)\b",
    re.IGNORECASE,
)
MOST_NAME = 3


def read_goal(text: str, project: str = "") -> Goal:
    """`project` is what the project is called; often that is the product."""
    clean = " ".join(text.split())
    product = _product(clean, project)
    benefit = _benefit(clean, product)
    audience = _audience(clean)
    return Goal(
        text=clean,
        product=product,
        it=_it(clean, product),
        what=_what(clean, product),
        benefit=benefit,
        audience=audience,
        call=next((call for call, words in CALL_WORDS if words.search(clean)), Call.TRY),
        keywords=_keywords(clean),
    )


def _product(goal: str, project: str) -> str:
    words = goal.split()
    best = ""
    for place, word in enumerate(words):
        bare = word.strip(".,:;!?()'\"“”").removesuffix("'s").removesuffix("’s")
        if (
            not bare
            or not bare[0].isupper()
            or bare.lower() in NETWORKS | SMALL | PROPER
            or bare.lower() in SPELT
        ):
            continue
        if place and words[place - 1].lower() in {"a", "an"} and words[place + 1 : place + 2]:
            continue  # a Python app is no Python
        inner = any(character.isupper() for character in bare[1:]) and not bare.isupper()
        if inner:
            return bare
        if (
            place
            and not best
            and len(bare) > 1
            and not bare.isupper()
            and not words[place - 1].endswith((".", "!", "?"))
        ):
            after = words[place + 1].strip(".,:;!?()") if place + 1 < len(words) else ""
            more = (
                after if after[:1].isupper() and after.lower() not in NETWORKS and word[-1].isalnum() else ""
            )
            best = f"{bare} {more}".strip()
    name = " ".join(project.split())
    if best and (not name or best.lower() in name.lower() or NO_NAMES.search(name)):
        return best
    if name and len(name.split()) <= MOST_NAME and name[0].isalnum() and not NO_NAMES.search(name):
        return name if any(character.isupper() for character in name) else name.title()
    return best


def _it(goal: str, product: str) -> str:
    """``the Maritime Museum``: a name of several words has an article where its goal gives one."""
    is_descriptive = (
        len(product.split()) > 1 and re.search(rf"\bthe {re.escape(product)}\b", goal) is not None
    )
    return f"the {product}" if is_descriptive else product or "it"


def _what(goal: str, product: str) -> str:
    """What stands beside the name: ``FitTrack, a fitness app for parents``."""
    if not product:
        return ""
    match = re.search(
        rf"\b{re.escape(product)}(?:,| is| -| –| —)\s+(?P<what>(?:an?|the|your)\s+[^,.;:!?()]+)", goal
    )
    if match is None:
        return ""
    words = [YOURS.get(word.lower(), word) for word in _ended(match["what"]).split()]
    text = " ".join(words)
    return text if MOST_WHAT >= len(words) > 1 else ""


def _benefit(goal: str, product: str) -> str:
    for found in (_helped(goal), _eased(goal), _done(goal, product), _to_do(goal), _for_doing(goal)):
        if found:
            return found
    return ""


def _helped(goal: str) -> str:
    """``helps teams ship faster``: the verb is the first one after whom it helps."""
    match = HELPS.search(goal)
    if match is None or match[0].lower().startswith("mak"):
        return ""
    words = _ended(goal[match.start("who") :]).split()
    for place, word in enumerate(words[:5]):
        if place and _is_verb(word) and word.lower() != "to":
            return _phrase(words[place:])
    return ""


def _eased(goal: str) -> str:
    for pattern in (EASY, HOW_TO, WAYS_TO):
        match = pattern.search(goal)
        words = _ended(match["what"]).split() if match else []
        if words and (_is_verb(words[0]) or pattern is WAYS_TO):
            return _phrase(words)
    return ""


def _done(goal: str, product: str) -> str:
    """``how GymPal fills empty classes`` and ``that turns notes into quizzes``."""
    name = rf"how {re.escape(product)}|" if product else ""
    at = re.search(rf"\b(?:{name}that|which)\s+(?P<verb>[a-z]{{3,}}s)\s+(?P<rest>.+)", goal)
    if at is not None and at["verb"] not in NOT_DONE:
        return _phrase([_base(at["verb"]) or _unknown_base(at["verb"]), *_ended(at["rest"]).split()])
    for match in HOW_IT.finditer(goal):
        base = _base(match["verb"])
        if base:
            return _phrase([base, *_ended(match["rest"]).split()])
    return ""


def _unknown_base(verb: str) -> str:
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zes")) else verb[:-1]


def _to_do(goal: str) -> str:
    for match in TO_DO.finditer(goal):
        words = _ended(match["what"]).split()
        if words and _is_verb(words[0]) and words[0].lower() not in ASKED_OF_THEM:
            return _phrase(words)
    return ""


def _for_doing(goal: str) -> str:
    match = FOR_DOING.search(goal)
    base = _from_gerund(match["verb"]) if match else ""
    return _phrase([base, *_ended(match["rest"]).split()]) if match and base else ""


def _ended(text: str) -> str:
    return END.split(text.strip(), maxsplit=1)[0].strip(" '\"")


def _phrase(words: list[str]) -> str:
    """A verb phrase that a viewer is told: ``their`` is ``your``."""
    words = [YOURS.get(word.lower(), word) for word in words]
    end = next(
        (
            place
            for place, word in enumerate(words)
            if place > 1
            and word.lower() == "with"
            and words[place + 1 : place + 2]
            and words[place + 1][0].isupper()
        ),
        len(words),
    )
    words = words[:end]
    if len(words) > MOST_BENEFIT:
        for place in range(MOST_BENEFIT, 1, -1):
            if words[place].lower() in {
                "and",
                "with",
                "by",
                "from",
                "on",
                "in",
                "at",
                "for",
                "without",
                "to",
            }:
                words = words[:place]
                break
    text = shortened(" ".join(words), MOST_BENEFIT).strip(" .,'\"")
    return text if len(text.split()) > 1 else ""


YOURS = {
    "their": "your",
    "his": "your",
    "her": "your",
    "them": "you",
    "my": "your",
    "our": "your",
    "they": "you",
}


def _is_verb(word: str) -> bool:
    low = word.lower().strip(".,")
    return low in VERBS or low in ALSO_NOUNS


def _base(verb: str) -> str:
    """The base of ``fills`` or ``tries``; empty when no such verb is known."""
    low = verb.lower()
    candidates = [low[:-1]]
    if low.endswith("ies"):
        candidates.insert(0, f"{low[:-3]}y")
    if low.endswith("es"):
        candidates.append(low[:-2])
    return next((one for one in candidates if one in VERBS or one in ALSO_NOUNS), "")


def _from_gerund(verb: str) -> str:
    root = verb.lower()[:-3]
    doubled = root[:-1] if len(root) > 1 and root[-1] == root[-2] else root
    return next((one for one in (root, f"{root}e", doubled) if one in VERBS or one in ALSO_NOUNS), "")


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
            low in SMALL | NETWORKS | OF_THE_TRADE
            or (low.isdigit() and len(low) < len("100"))
            or len(low) < len("ai")
        ):
            continue
        found.setdefault(stem(word), word.removesuffix("'s").removesuffix("’s"))
    return tuple(found.values())[:MOST_KEYWORDS]
