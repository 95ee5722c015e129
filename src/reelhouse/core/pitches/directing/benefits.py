"""What a goal says that a viewer will be able to do, and what it says that the product is."""

import re

from reelhouse.core.pitches.directing.lexicon import ALSO_NOUNS, VERBS
from reelhouse.core.pitches.directing.people import PEOPLE
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import shortened

END = re.compile(
    r"[.;:!?()\n]|,|\s[-–—]\s|\s(?:on|for)\s+(?:tiktok|linkedin|instagram|youtube|reels|shorts|mobile|facebook)\b"
    r"|\s(?:so that|because|which|who|and get|and try|and sign|and book|and download|and start|and make them"
    r"|without having|in a (?:short|quick)|in under|in \d+)\s?",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"^(?:please\s+)?(?:show|help|tell|teach|convince|get|let|invite|persuade|encourage|inspire|motivate|remind)"
    r"\s+(?:[\w'-]+\s+){1,5}?(?:how (?:to|they can|you can)|(?:that|why) (?:they|you) (?:can|should)|to)"
    r"\s+(?P<what>[a-z]+\b.*)",
    re.IGNORECASE,
)
CLAIMED = re.compile(
    r"^(?:show|tell|teach|convince|persuade|remind|prove to)\s+"
    r"(?P<who>(?:[\w'-]+\s+){1,4}?)that\s+(?P<what>.+)",
    re.IGNORECASE,
)
HELPS = re.compile(
    r"\b(?:help|let|allow|enable|mak)(?:s|es|ing|ed)?\s+(?P<who>(?:[\w'-]+\s+){1,4}?)(?:to\s+)?(?P<what>[\w'-]+\b.*)",
    re.IGNORECASE,
)
HOW_TO = re.compile(
    r"\bhow (?:to|you can|they can|we|people can|anyone can)\s+(?P<what>[\w'-]+\b.*)", re.IGNORECASE
)
WAYS_TO = re.compile(
    r"\b(?:ways|tips|steps|tricks|ideas|things|features|tools) (?:to|that|which) (?:help you )?"
    r"(?P<what>[a-z]+\b.*)",
    re.IGNORECASE,
)
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
OF_PITCHES = vocabulary(
    """show tell teach help get let invite drive boost increase grow launch make create generate convince
    promote introduce announce explain present sell win raise turn pitch highlight demo reach
    attract find test"""
)
"""What a goal tells a marketer to do, and no viewer."""

MORE_VERBS = vocabulary("own run host be become hear think focus ask bring")
"""Verbs in a goal that would be something else in the name of a feature."""

MOST_BENEFIT = 9
MOST_WHAT = 9
MOST_TOPIC = 7
TOPIC = re.compile(
    r"^(?:(?:the|an?)\s+)?(?:(?:[\w-]+\s+)?(?:launch|announcement|introduction|release|tour|demo|teaser|trailer"
    r"|walkthrough|overview|promo|video|pitch)\s+(?:of|for|to|about)"
    r"|announc(?:e|ing)|introduc(?:e|ing)|launch|present|promote|show|reveal|unveil|showcase|explain)"
    r"\s+(?P<what>(?:our|the|an?|my|your)\s.+)",
    re.IGNORECASE,
)
NOT_DONE = frozenset({"is", "has", "was", "does", "helps", "lets", "this", "its"})


def what_of(goal: str, product: str) -> str:
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


def benefit_of(goal: str, product: str) -> str:
    if claim_of(goal):
        return ""
    readings = (
        _told(goal),
        _helped(goal),
        _eased(goal),
        _done(goal, product),
        _whole(goal),
        _to_do(goal),
        _for_doing(goal),
    )
    return next((found for found in readings if found), "")


def claim_of(goal: str) -> str:
    """``Backups take one click`` of ``Show teams that backups take one click``."""
    match = CLAIMED.search(goal)
    if match is None or match["who"].split()[-1].lower() not in PEOPLE:
        return ""
    words = [YOURS.get(word.lower(), word) for word in _ended(match["what"]).split()]
    is_to_do = words[:1] == ["you"] or len(words) > MOST_WHAT
    return "" if is_to_do or len(words) <= len(("it", "works")) else " ".join(words)


def topic_of(goal: str) -> str:
    """``our new inbox`` of ``Launch of our new inbox``; empty where a goal says more than a thing."""
    match = TOPIC.search(goal)
    if match is None:
        return ""
    words = re.split(r"\s(?:to|for|on|with|that|which|who)\s", _ended(match["what"]), maxsplit=1)[0].split()
    is_theirs = bool(words) and words[-1].lower() in PEOPLE
    return " ".join(words) if 1 < len(words) <= MOST_TOPIC and not is_theirs else ""


def _told(goal: str) -> str:
    """``Show developers how to own their studio``: what follows is a verb, whatever the word."""
    match = TOLD.search(goal)
    words = _ended(match["what"]).split() if match else []
    return _phrase(words) if words and words[0].lower() not in ASKED_OF_THEM else ""


def _whole(goal: str) -> str:
    """``Send an invoice in one minute`` is said to a viewer as it is."""
    words = _ended(goal).split()
    is_told = bool(words) and _is_verb(words[0]) and words[0].lower() not in OF_PITCHES | ASKED_OF_THEM
    return _phrase([words[0].lower(), *words[1:]]) if is_told and len(words) <= MOST_BENEFIT else ""


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
    return low in VERBS or low in ALSO_NOUNS or low in MORE_VERBS


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
