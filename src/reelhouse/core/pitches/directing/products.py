"""Which product a goal speaks of, and how it is called."""

import re

from reelhouse.core.pitches.directing.lexicon import ACRONYMS, PROPER, SPELT
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import SMALL

NETWORKS = vocabulary(
    """tiktok reels reel shorts linkedin instagram youtube facebook twitter x pinterest snapchat
    threads stories mobile"""
)
NO_NAMES = re.compile(
    r"\b(?:untitled|project|demo|test|videos?|pitch|launch|campaign|carousel|screenshots?|promo|teaser|my|new)\b",
    re.IGNORECASE,
)
DEFINED = re.compile(r"(?P<name>[A-Z][\w.-]*\w)(?:,| is) (?:an?|the|your) ")
"""``FitTrack is an app for parents``."""

MOST_NAME = 3


def product_of(goal: str, project: str) -> str:
    defined = DEFINED.match(goal)
    if defined is not None and defined["name"].lower() not in NETWORKS | SMALL | PROPER:
        return defined["name"]
    words = goal.split()
    best = ""
    for place, word in enumerate(words):
        bare = word.strip(".,:;!?()'\"“”").removesuffix("'s").removesuffix("’s")
        if (
            not bare
            or not bare[0].isupper()
            or bare.lower() in NETWORKS | SMALL | PROPER
            or bare.lower() in SPELT
            or bare.lower().removesuffix("s") in ACRONYMS
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


def called_in(goal: str, product: str) -> str:
    """``the Maritime Museum``: a name of several words has an article where its goal gives one."""
    is_descriptive = (
        len(product.split()) > 1 and re.search(rf"\bthe {re.escape(product)}\b", goal) is not None
    )
    return f"the {product}" if is_descriptive else product or "it"
