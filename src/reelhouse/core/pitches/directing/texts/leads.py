"""The sentence that brings a beat, by its purpose and by whether its name is something to do or to have.

`{the}` is the name with its article, `{bare}` without, `{do}` what to do, `{it}` the product; `{s}`, `{es}`
and `{is}` agree with the name, `{This}` and `{They}` stand for it. A capital first letter begins a sentence.
"""

from reelhouse.core.pitches.directing.names import Sense
from reelhouse.core.pitches.plan import Purpose

Bank = dict[Sense, tuple[str, ...]]

FIRST: Bank = {
    Sense.DEED: ("First, {do}.", "Start here: {do}.", "It starts when you {do}."),
    Sense.DOING: ("It starts with {bare}.", "First comes {bare}."),
    Sense.THING: ("It starts with {the}.", "Start with {the}.", "First, {the}."),
}
NEXT: Bank = {
    Sense.DEED: (
        "Next, {do}.",
        "Then you {do}.",
        "From there, {do}.",
        "Now {do}.",
        "After that, you {do}.",
        "And when you're ready, {do}.",
    ),
    Sense.DOING: ("Then comes {bare}.", "Next up: {bare}.", "And here's {bare}."),
    Sense.THING: (
        "Next, open {the}.",
        "From there, it's on to {the}.",
        "Now look at {the}.",
        "Then there{is_short} {the}.",
        "And here{is_short} {the}.",
        "Next up: {bare}.",
        "After that come{s} {the}.",
    ),
}
LAST: Bank = {
    Sense.DEED: ("Finally, {do}.", "And to finish, {do}.", "All that's left is to {do}."),
    Sense.DOING: ("And last comes {bare}.", "That leaves {bare}."),
    Sense.THING: ("And it all ends up in {the}.", "Finally, {the}.", "And last but not least, {the}."),
}
BY_PURPOSE: dict[Purpose, Bank] = {
    Purpose.SOLUTION: {
        Sense.DEED: ("With {it}, you {do}.", "Here's the way out: {do}.", "Now you just {do}."),
        Sense.DOING: ("That's where {bare} comes in.", "{Bare} is the way out."),
        Sense.THING: (
            "That's where {the} come{s} in.",
            "This is where {the} help{s}.",
            "Here{is_short} the answer: {the}.",
        ),
    },
    Purpose.PROOF: {
        Sense.DEED: ("And you can {do}, too.", "See for yourself: {do}.", "It even lets you {do}."),
        Sense.DOING: ("See for yourself how {bare} looks.", "And yes, that includes {bare}."),
        Sense.THING: ("See it for yourself in {the}.", "And {the} back{s} it up.", "Just look at {the}."),
    },
    Purpose.PAYOFF: {
        Sense.DEED: ("And in the end, you {do}.", "So in the end, you {do}.", "Now all you do is {do}."),
        Sense.DOING: ("It all leads up to {bare}.", "And {bare} ties it all together."),
        Sense.THING: (
            "And {the} tie{s} it all together.",
            "It all comes together with {the}.",
            "And to top it off, {the}.",
        ),
    },
    Purpose.REVEAL: {
        Sense.DEED: ("{Do}.", "Now you can {do}.", "This is how you {do}."),
        Sense.DOING: ("{Bare}, like you've never seen it.", "This is {bare}."),
        Sense.THING: ("Say hello to {the}.", "{This} {is} {the}.", "Here {is} {the}.", "{Bare}."),
    },
    Purpose.BEFORE: {
        Sense.DEED: ("Before, you had to {do}.",),
        Sense.DOING: ("Before, it was all {bare}.",),
        Sense.THING: ("This is how it looked before.", "Before, it looked like this."),
    },
    Purpose.AFTER: {
        Sense.DEED: ("Now you {do}.", "These days, you just {do}.", "With {it}, you {do}."),
        Sense.DOING: ("Now {bare} looks like this.", "Today, {bare} is part of it."),
        Sense.THING: (
            "Now you have {the}.",
            "With {it}, you get {the}.",
            "Today, {the} take{s} care of it.",
        ),
    },
    Purpose.PROBLEM: {
        Sense.DEED: ("Do you still {do} the hard way?",),
        Sense.DOING: ("{Bare} takes too long.",),
        Sense.THING: ("You know the problem: {bare}.", "Does {bare} sound familiar?"),
    },
    Purpose.HOOK: {
        Sense.DEED: ("Ready to {do}?",),
        Sense.DOING: ("Let's talk about {bare}.",),
        Sense.THING: ("Have you seen {the}?",),
    },
    Purpose.CALL: {
        Sense.DEED: ("{Do} today.",),
        Sense.DOING: ("Give {bare} a try.",),
        Sense.THING: ("Give {the} a try.",),
    },
}
NUMBERED = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
LISTED: dict[Sense, tuple[str, ...]] = {
    Sense.DEED: ("{Number}: {do}.",),
    Sense.DOING: ("{Number}: {bare}.",),
    Sense.THING: ("{Number}: {bare}.",),
}
UNNAMED: dict[str, tuple[str, ...]] = {
    "first": ("Here's how it starts.", "This is where you begin."),
    "next": (
        "Then you get here.",
        "From there, it goes on like this.",
        "Next, this.",
        "And there's more.",
        "Keep going.",
    ),
    "last": ("And that's where you end up.", "And that's the result."),
}
"""For screens that nobody named."""

MORE: Bank = {
    Sense.DEED: ("Here's how you {do}.", "This is where you {do}.", "And from here, you {do}, too."),
    Sense.DOING: ("Here's more of {bare}.", "And {bare} goes on like this."),
    Sense.THING: (
        "Here's a closer look at {the}.",
        "And there's more to {the}.",
        "That's only one side of {the}.",
        "Here's another side of {the}.",
    ),
}
"""For the second screen of a beat and those after it, where nothing was read on them."""
