"""First sentences, by story and by what the goal told.

`{do}` is the benefit (``fill empty classes``), `{it}` the product, `{what}` what it is, `{who}` the audience,
`{claim}` and `{topic}` are a goal's own clause and thing, `{count}` how many features there are, in words.
"""

from reelhouse.core.pitches.plan import Narrative

WITH_BENEFIT: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: ("{Do}.", "Here's how to {do}.", "Let's {do}, step by step."),
    Narrative.PROBLEM_SOLUTION: ("Want to {do}?", "{Do}.", "There's an easier way to {do}."),
    Narrative.BEFORE_AFTER: ("{Do}. Finally.", "It used to be hard to {do}."),
    Narrative.LAUNCH: ("Now you can {do}.", "{Do}.", "There's a new way to {do}."),
    Narrative.TEASER: ("Ready to {do}?", "{Do}.", "Imagine you could {do}."),
    Narrative.LISTICLE: ("{count} ways to {do}.", "Want to {do}? {count} things help."),
}
"""The best first."""

OPPOSED: tuple[tuple[str, str], ...] = (
    (r"own (?P<rest>(?:your|an?) .+?)(?: (?:with|in|without) .+)?", "Still renting {rest}?"),
    (r"(?:stop|avoid|quit) (?P<rest>[a-z]+ing\b.*)", "Tired of {rest}?"),
    (r"[a-z]+ .*\bwithout (?P<rest>[a-z]+ing\b.*)", "Tired of {rest}?"),
    (r"get paid .+", "Still waiting to get paid?"),
    (r"save (?:time|hours|days)\b.*", "Still losing time?"),
    (r"save money\b.*", "Still paying too much?"),
    (r"automate (?P<rest>.+)", "Still doing {rest} by hand?"),
)
"""Benefits, and the questions of those who lack them. `{rest}` is what the pattern calls so."""

INSTEAD = "There's a better way."
"""What answers a question that says all of the benefit."""

WITH_CLAIM: tuple[str, ...] = ("{Claim}.",)
WITH_TOPIC: tuple[str, ...] = ("Meet {topic}.", "Say hello to {topic}.")
WITH_PRODUCT: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: (
        "This is {it}, step by step.",
        "Here's {it}, from start to finish.",
        "Let me show you {it}.",
    ),
    Narrative.PROBLEM_SOLUTION: ("You need to see {it}.", "There's an easier way, and it's {it}."),
    Narrative.BEFORE_AFTER: ("Before {it}, and after.", "See what changes with {it}."),
    Narrative.LAUNCH: ("Meet {it}.", "{it} is here.", "Say hello to {it}."),
    Narrative.TEASER: ("Are you ready for {it}?", "This is {it}.", "Step into {it}."),
    Narrative.LISTICLE: ("{count} things to know about {it}.", "{count} reasons to look at {it}."),
}
WITH_WHAT: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: ("This is {it}, {what}.", "Here's {it}, {what}."),
    Narrative.PROBLEM_SOLUTION: ("You might need {what}.", "Time for {what}?"),
    Narrative.BEFORE_AFTER: ("See what changes with {what}.",),
    Narrative.LAUNCH: ("Meet {it}, {what}.", "Say hello to {what}."),
    Narrative.TEASER: ("Are you ready for {what}?", "This is {it}, {what}."),
    Narrative.LISTICLE: ("{count} reasons to look at {what}.",),
}
WITH_AUDIENCE: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: ("{it}, made for {who}. Take a look.", "Made for {who}: here's {it}."),
    Narrative.PROBLEM_SOLUTION: ("{Who}, this one is for you.", "{Who}, there's an easier way."),
    Narrative.BEFORE_AFTER: ("{Who}, see what changes with {it}.",),
    Narrative.LAUNCH: ("{Who}, meet {it}.", "{it} is here, made for {who}."),
    Narrative.TEASER: ("{Who}, are you ready for {it}?",),
    Narrative.LISTICLE: ("{count} reasons {who} look at {it}.",),
}
WITH_NOTHING: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: ("Here's how it works.",),
    Narrative.PROBLEM_SOLUTION: ("There's an easier way.",),
    Narrative.BEFORE_AFTER: ("See what changes.",),
    Narrative.LAUNCH: ("Here's what's new.",),
    Narrative.TEASER: ("Are you ready for this?",),
    Narrative.LISTICLE: ("{count} things to know.",),
}
BRIDGES: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: ("With {it}.",),
    Narrative.PROBLEM_SOLUTION: ("That's what {it} is for.", "Meet {it}.", "Here's {it}."),
    Narrative.BEFORE_AFTER: ("Then came {it}.", "This is {it}."),
    Narrative.LAUNCH: ("Say hello to {it}.", "Meet {it}."),
    Narrative.TEASER: ("This is {it}.",),
    Narrative.LISTICLE: ("All with {it}.", "Here's {it}."),
}
"""What follows a hook that does not name the product, where there is time for it."""

BRIDGES_FOR_WHOM: dict[Narrative, tuple[str, ...]] = {
    Narrative.WALK_THROUGH: ("With {it}, made for {who}.",),
    Narrative.LISTICLE: ("All with {it}, made for {who}.",),
    Narrative.LAUNCH: ("Meet {it}, made for {who}.",),
}
BRIDGES_WITH_WHAT: tuple[str, ...] = ("This is {it}, {what}.", "Meet {it}, {what}.", "{it} is {what}.")
FOR_WHOM: tuple[str, ...] = ("Made for {who}.", "It's made for {who}.")
COUNTS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
