"""What is said of a screen beyond its name: of its labels, its buttons and figures, or of the whole."""

LABELS: tuple[str, ...] = (
    "{Labels}, at a glance.",
    "{Labels}, all on one screen.",
    "{Labels}: it's all there.",
    "You see {labels} right away.",
)
ONE_LABEL: tuple[str, ...] = (
    "With {labels}, too.",
    "{Labels} included.",
    "You see {labels} right away.",
)
DEEDS: tuple[str, ...] = (
    "{Deeds}.",
    "From here, you {deeds}.",
    "You can {deeds}, too.",
)
TAPS: tuple[str, ...] = (
    "Tap {button}, and off you go.",
    "Just tap {button}.",
    "Then tap {button}.",
)
CLICKS: tuple[str, ...] = (
    "Click {button}, and off you go.",
    "Just click {button}.",
    "Then click {button}.",
)
FIGURES: tuple[str, ...] = (
    "Right there: {figure}.",
    "Look at that: {figure}.",
    "See for yourself: {figure}.",
)
BENEFITS: tuple[str, ...] = (
    "So you can {do}.",
    "That's how you {do}.",
)
"""Said once in a pitch; the goal's own words."""

PLAIN: tuple[str, ...] = (
    "Simple as that.",
    "See for yourself.",
    "It's all right here.",
    "Have a look around.",
    "No detours.",
    "That's all there is to it.",
)
"""Said only where there is time left and nothing better to say."""
