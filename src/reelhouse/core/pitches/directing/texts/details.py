"""What is said of a screen beyond its name: of its labels, its buttons and figures, or of the whole."""

LABELS: tuple[str, ...] = (
    "You get {labels} at a glance.",
    "{Labels}, all on one screen.",
    "You see {labels} right away.",
    "Right where you need them: {labels}.",
    "It shows {labels}.",
)
ONE_LABEL: tuple[str, ...] = (
    "You see {labels} right away.",
    "Just look for {labels}.",
    "You'll spot {labels} at once.",
)
DEEDS: tuple[str, ...] = (
    "You can {deeds}.",
    "From here, you {deeds}.",
    "It lets you {deeds}.",
)
TAPS: tuple[str, ...] = (
    "Tap {button}, and off you go.",
    "Just tap {button}.",
    "One tap on {button} is all it takes.",
    "Then tap {button}.",
)
CLICKS: tuple[str, ...] = (
    "Click {button}, and off you go.",
    "Just click {button}.",
    "One click on {button} is all it takes.",
    "Then click {button}.",
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
    "It's right where you'd look for it.",
    "Simple as that.",
    "Have a look around.",
    "Easy to find, easy to use.",
)
"""Said only where there is time left and nothing better to say."""
