"""Hook, body and call: choosing sentences so that a script has the length that was asked for."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise, product
from random import Random

from reelhouse.engines.text.types import ScriptRequest, Tone
from reelhouse.engines.text.writing import phrases
from reelhouse.engines.text.writing.cleaning import spoken
from reelhouse.engines.text.writing.subject import Kind, Subject, subject_of

FEWEST_CHARACTERS, MOST_CHARACTERS = 50, 3000
MOST_CALL_SHARE = 0.5  # of all words; a longer call to action stays on the end card
LONGEST_SCRAP = 3  # words of a sentence that is only an aside
IMPERATIVE_WORDS = """try shop get buy download join sign start visit learn book order subscribe follow click
    tap discover see call check grab go find take watch read save claim come swipe use install request
    reserve explore meet"""
NAMES = frozenset({Kind.PRODUCT, Kind.TOPIC, Kind.TITLE, Kind.ACTION, Kind.CLAUSE})
IMPERATIVES = frozenset(IMPERATIVE_WORDS.split())


def compose(request: ScriptRequest) -> str | None:
    """A script of at most ``request.max_words`` words and as near to them as the sentences allow.

    Equal requests give equal scripts. None when so few words cannot make fifty characters.
    """
    subject = subject_of(request.prompt, request.page)
    while True:
        best = max(_candidates(request, subject), key=_merit, default=None)
        if best is not None:
            return best
        if subject.kind is Kind.QUESTION or (subject.kind in NAMES and len(subject.text.split()) == 1):
            subject = Subject(Kind.NOTHING, "")
        elif subject.kind in NAMES:
            subject = subject.shortened()
        elif request.call_to_action is not None:
            return compose(replace(request, call_to_action=None))  # it stays on the end card
        else:
            return None


def _merit(script: str) -> int:
    return len(script.split())


def _candidates(request: ScriptRequest, subject: Subject) -> Iterator[str]:
    """Every pairing of a hook with a call, filled up; in an order that only depends on the request."""
    dice = Random(_seed(request))
    openings = _shuffled(dice, _toned(phrases.HOOKS[subject.kind], request.tone))
    closings = _shuffled(dice, _calls(request, subject))
    body = [*subject.facts, *_body(subject, request.tone)]
    for hook, call in product(openings, closings):
        opening = _placed(hook, subject.text)
        room = request.max_words - len(opening.split()) - len(call.split())
        if room < 0:
            continue
        middle = _filling(body, room, facts=len(subject.facts), dice=Random(dice.random()))
        script = " ".join(part for part in (opening, *middle, call) if part)
        if FEWEST_CHARACTERS <= len(script) <= MOST_CHARACTERS and not _stutters(script):
            yield script


def _seed(request: ScriptRequest) -> int:
    page = request.page.url if request.page else ""
    facts = (request.prompt, page, request.tone or "", request.call_to_action or "", str(request.max_words))
    return int.from_bytes(sha256("\0".join(facts).encode("utf-8", "replace")).digest()[:8])


def _toned(choices: phrases.Phrases, tone: Tone | None) -> tuple[str, ...]:
    return choices[tone]


def _shuffled(dice: Random, choices: tuple[str, ...]) -> list[str]:
    return dice.sample(choices, len(choices))


def _body(subject: Subject, tone: Tone | None) -> tuple[str, ...]:
    """A tone's own sentences in its order, then the plain ones: a long script needs both."""
    pool = phrases.PRODUCT_BODY if subject.kind is Kind.PRODUCT else phrases.IDEA_BODY
    return pool[tone] if tone is None else (*pool[tone], *pool[None])


def _calls(request: ScriptRequest, subject: Subject) -> tuple[str, ...]:
    given = spoken(request.call_to_action or "").strip(" .!?,;:")
    if given and len(given.split()) <= MOST_CALL_SHARE * request.max_words:
        mark = "!" if request.tone is Tone.ENERGETIC else "."
        call = f"{given[0].upper()}{given[1:]}{mark}"
        then = f"{given[0].lower()}{given[1:]}{mark}"
        led = given.split()[0].lower() in IMPERATIVES
        leads = _toned(phrases.LEADS, request.tone)
        return tuple(lead.format(call=call, then=then) for lead in leads if led or "{then}" not in lead)
    calls = phrases.PRODUCT_CALLS if subject.kind is Kind.PRODUCT else phrases.IDEA_CALLS
    return _toned(calls, request.tone)


def _placed(hook: str, subject: str) -> str:
    return hook.replace("{subject}", subject)


def _filling(body: list[str], room: int, *, facts: int, dice: Random) -> list[str]:
    """Sentences of `body`, in its order, whose words come nearest to `room` from below.

    Facts (the first `facts`) are taken before anything else; then as few sentences as possible, since a
    script of scraps does not flow.
    """
    chosen: list[int] = []
    for place in range(facts):
        if len(body[place].split()) <= room:
            chosen.append(place)
            room -= len(body[place].split())
    scraps = [place for place in range(facts, len(body)) if len(body[place].split()) <= LONGEST_SCRAP]
    dropped = set(dice.sample(scraps, max(len(scraps) - 1, 0)))  # one aside is lively, two are a list
    fewest: dict[int, tuple[int, ...]] = {0: ()}
    for place in dice.sample(range(facts, len(body)), len(body) - facts):
        if place in dropped:
            continue
        length = len(body[place].split())
        for total, places in sorted(fewest.items(), reverse=True):
            reached = total + length
            if reached <= room and len(places) + 1 < len(fewest.get(reached, range(room + 2))):
                fewest[reached] = (*places, place)
    return [body[place] for place in sorted({*chosen, *fewest[max(fewest)]})]


def _stutters(script: str) -> bool:
    words = [word.strip(".,!?“”'").lower() for word in script.split()]
    return any(one == other for one, other in pairwise(words))
