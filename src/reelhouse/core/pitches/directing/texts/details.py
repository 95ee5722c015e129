"""What is said of a screen beyond its name: of its labels, its buttons and figures, or of the whole."""

LABELS: tuple[str, ...] = (
    "You get {labels} at a glance.",
    "{Labels}, all on one screen.",
    "You see {labels} right away.",
    "There's {labels}, right where you need it.",
    "It shows {labels}.",
)
ONE_LABEL: tuple[str, ...] = (
    "You see {labels} right away.",
    "With {labels} right there.",
    "Just look for {labels}.",
)
TAPS: tuple[str, ...] = (
    "Tap {button}, and off you go.",
    "Just tap {button}.",
    "One tap on {button} is all it takes.",
    "Hit {button}, and you're there.",
)
CLICKS: tuple[str, ...] = (
    "Click {button}, and off you go.",
    "Just click {button}.",
    "One click on {button} is all it takes.",
    "Hit {button}, and you're there.",
)
FIGURES: tuple[str, ...] = (
    "Right there: {figure}.",
    "The screen says it: {figure}.",
    "Look at that: {figure}.",
    "In numbers: {figure}.",
)
BENEFITS: tuple[str, ...] = (
    "That helps you {do}.",
    "It's how you {do}.",
)
"""Said once in a pitch; the goal's own words."""

PLAIN: tuple[str, ...] = (
    "It's all on one screen.",
    "Everything is in one place.",
    "You see where you are at a glance.",
    "Nothing gets in the way.",
    "It's right where you'd look for it.",
    "Take a moment to look around.",
    "That's all there is to it.",
    "No need to look anywhere else.",
    "You'll find your way around.",
    "Simple as that.",
)
