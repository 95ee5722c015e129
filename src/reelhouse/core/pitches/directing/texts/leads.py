"""The sentence that brings a beat, by the kind of its name and by its purpose.

`{the}` is the name with its article, `{bare}` without, `{do}` what to do, `{it}` the product, `{taps}` is
taps or clicks. A capital first letter begins a sentence. Few words: who knows only a name has little to say.
"""

import re

from reelhouse.core.pitches.directing.kinds import Kind
from reelhouse.core.pitches.directing.words import stems
from reelhouse.core.pitches.plan import Purpose

Bank = dict[Kind, tuple[str, ...]]

ANYWHERE: Bank = {
    Kind.DEED: (
        "{Do} in a few {taps}.",
        "{Do}, just like that.",
        "Just {do}.",
        "{Do}, all in one place.",
    ),
    Kind.DOING: ("{Bare}, made simple.", "{Bare}, taken care of.", "This is {bare}."),
    Kind.PAIR: ("{Bare}, in one place.", "{Bare}, side by side.", "{Bare}, all together."),
    Kind.KNOWN: ("The {bare}, unchanged.", "Just the {bare}.", "Here are the {bare}."),
    Kind.ONE: ("{Bare} is all it takes.", "Just {bare}.", "All it takes: {bare}."),
    Kind.NONE: ("{Bare}. Really.", "And {bare}."),
    Kind.COUNTED: ("{Bare}, all yours.", "{Bare}, included."),
    Kind.PLURAL: (
        "{Bare}, included.",
        "Your {bare}, ready to go.",
        "{Bare}, built in.",
        "All the {bare} you need.",
    ),
    Kind.SINGULAR: (
        "Your {bare}, at a glance.",
        "{The}, right at hand.",
        "Here's {the}.",
        "{The}, built in.",
    ),
    Kind.MASS: ("{Bare}, built in.", "{Bare}, included.", "Here's {bare}.", "{Bare}, ready to go."),
}
FOLLOWING: Bank = {
    Kind.DEED: ("Then {do}.", "From there, {do}."),
    Kind.DOING: ("Then comes {bare}.",),
    Kind.SINGULAR: ("Then there's {the}.",),
}
"""For steps that are not the first."""

LAST: Bank = {
    Kind.DEED: ("And {do}.", "Then just {do}."),
    Kind.DOING: ("Plus {bare}.", "And {bare}, too."),
    Kind.PAIR: ("Plus {bare}.", "And {bare}, too."),
    Kind.KNOWN: ("Plus the {bare}.", "And the {bare}, too."),
    Kind.ONE: ("And just {bare}.",),
    Kind.NONE: ("And {bare}.",),
    Kind.COUNTED: ("Plus {bare}.", "And {bare}, too."),
    Kind.PLURAL: ("Plus {bare}.", "And {bare}, too."),
    Kind.SINGULAR: ("Plus {the}.", "And {the}, too."),
    Kind.MASS: ("Plus {bare}.", "And {bare}, too."),
}
SAID: tuple[str, ...] = ("{Verb} it all right here.", "{Verb} it from here.", "{Verb} it, step by step.")
"""For what to do that the hook has just said. `{verb}` is its first word."""

SHOWN: Bank = {
    Kind.DEED: ("{Do}.", "Now you can {do}."),
    Kind.SINGULAR: ("Meet {the}.", "Say hello to {the}.", "This is {the}."),
    Kind.KNOWN: ("The {bare}.", "Meet the {bare}."),
    Kind.ONE: ("Just {bare}.",),
}
"""For what is revealed; kinds that are not here are named, and greeted."""

NAMED: tuple[str, ...] = ("{Bare}.", "Say hello to {bare}.", "Meet {bare}.", "And {bare}.", "Then {bare}.")
WITH_PRODUCT: Bank = {
    Kind.DEED: ("With {it}, you {do}.", "{it} lets you {do}."),
    Kind.SINGULAR: ("{it} gives you {the}.", "With {it}, you get {the}."),
    Kind.KNOWN: ("{it} gives you the {bare}.",),
}
HAD: tuple[str, ...] = ("{it} comes with {bare}.", "With {it}, you get {bare}.")
"""For solutions of a product with a name, kinds that are not in `WITH_PRODUCT`."""

AFTERWARDS: Bank = {
    Kind.DEED: ("Now you {do}.", "These days, you just {do}."),
    Kind.SINGULAR: ("Now you have {the}.", "Now there's {the}."),
    Kind.KNOWN: ("Now you have the {bare}.",),
}
NOW: tuple[str, ...] = ("Now you have {bare}.", "{Bare}, at last.")
BEFORE: tuple[str, ...] = ("Before, it looked like this.", "This is how it looked before.")
PROBLEMS: tuple[str, ...] = ("You know the problem: {bare}.", "Does this sound familiar: {bare}?")
OPENERS: tuple[str, ...] = ("Have a look: {bare}.",)
CALLS: dict[bool, tuple[str, ...]] = {True: ("{Do} today.",), False: ("Try {the} yourself.",)}
"""By whether the name is something to do."""

NUMBERED = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
LISTED: tuple[str, ...] = ("{Number}: {bare}.",)
LISTED_NUMBER: tuple[str, ...] = ("{Number}: just {bare}.",)
"""For a name that begins with that number itself."""

UNNAMED: dict[str, tuple[str, ...]] = {
    "first": ("Here's how it starts.", "This is where you begin."),
    "next": ("Then you get here.", "From there, it goes on.", "Next, this.", "And on it goes."),
    "last": ("And that's where you end up.", "And that's the result."),
}
"""For screens that nobody named."""

STEMS = frozenset[str]().union(
    *(
        stems(re.sub(r"\{\w+\}", " ", sentence))
        for bank in (ANYWHERE, FOLLOWING, LAST, SHOWN, AFTERWARDS)
        for sentences in bank.values()
        for sentence in (*sentences, *NAMED, *NOW, *NUMBERED, "taps clicks")
    )
)
"""What these sentences say beyond a name: nothing."""


def bank_for(
    purpose: Purpose, kind: Kind, *, is_first: bool, is_last: bool, has_product: bool
) -> tuple[str, ...]:
    """The sentences that fit; never none."""
    special = {
        Purpose.REVEAL: SHOWN.get(kind, NAMED),
        Purpose.AFTER: AFTERWARDS.get(kind, NOW),
        Purpose.CALL: CALLS[kind is Kind.DEED],
        Purpose.BEFORE: BEFORE,
        Purpose.PROBLEM: PROBLEMS,
        Purpose.HOOK: OPENERS,
        Purpose.PAYOFF: LAST[kind],
    }
    if has_product:
        special[Purpose.SOLUTION] = WITH_PRODUCT.get(kind, HAD)
    if purpose in special:
        return special[purpose]
    if is_last and not is_first:
        return LAST[kind]
    return ANYWHERE[kind] if is_first else (*ANYWHERE[kind], *FOLLOWING.get(kind, ()))
