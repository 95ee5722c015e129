"""The families that a brand may write in: a face for what is read first, and one for what is read on."""

from dataclasses import dataclass

from reelhouse.render.fonts.library import FILES

RUNNING = "Montserrat SemiBold"
"""The lightest face that ships, and the one whose longer texts tire least."""


@dataclass(frozen=True, slots=True)
class Family:
    """Full names of shipped faces: `display` for headlines, `running` for longer text."""

    name: str
    display: str
    running: str = RUNNING


FAMILIES = {
    family.name: family
    for family in (
        Family("Montserrat", "Montserrat ExtraBold"),
        Family("Inter", "Inter ExtraBold"),
        Family("Poppins", "Poppins Bold"),
        Family("Nunito", "Nunito Black"),
        Family("Fredoka", "Fredoka Bold"),
        Family("Noto Sans", "Noto Sans ExtraBold"),
        Family("DM Serif Display", "DM Serif Display Regular"),
        Family("Anton", "Anton Regular"),
        Family("Bangers", "Bangers Regular"),
        Family("Tilt Neon", "Tilt Neon Regular"),
    )
}
DEFAULT_FAMILY = FAMILIES["Montserrat"]


def family(name: str) -> Family:
    """A family by its name, or by a face's full name, which then writes the headlines.

    What does not ship is written in the default family.
    """
    if name in FAMILIES:
        return FAMILIES[name]
    return Family(name, name) if name in FILES else DEFAULT_FAMILY
