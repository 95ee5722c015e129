"""How a vector presenter looks: data only; `render.presenter` draws it."""

from enum import StrEnum

from pydantic.dataclasses import dataclass


class HairStyle(StrEnum):
    SHORT = "short"
    CROP = "crop"
    SIDE_PART = "side_part"
    CURLY = "curly"
    AFRO = "afro"
    BOB = "bob"
    LONG = "long"
    WAVY = "wavy"
    PONYTAIL = "ponytail"
    BUN = "bun"
    BRAIDS = "braids"
    BALD = "bald"
    HIJAB = "hijab"
    TURBAN = "turban"


class FaceShape(StrEnum):
    OVAL = "oval"
    ROUND = "round"
    SQUARE = "square"
    HEART = "heart"
    LONG = "long"


class Beard(StrEnum):
    NONE = "none"
    STUBBLE = "stubble"
    SHORT = "short"
    FULL = "full"
    MOUSTACHE = "moustache"


class Glasses(StrEnum):
    NONE = "none"
    ROUND = "round"
    SQUARE = "square"
    CAT_EYE = "cat_eye"


class Clothing(StrEnum):
    BLAZER = "blazer"
    SHIRT = "shirt"
    TSHIRT = "tshirt"
    HOODIE = "hoodie"
    TURTLENECK = "turtleneck"
    BLOUSE = "blouse"
    SWEATER = "sweater"


class Backdrop(StrEnum):
    OFFICE = "office"
    HOME = "home"
    CAFE = "cafe"
    STREET = "street"
    STUDIO = "studio"


@dataclass(frozen=True, slots=True)
class Appearance:
    """Everything that tells one presenter from another. Colours are ``#rrggbb``.

    `seed` moves blinks, brows and idle motion, so that two presenters never move in step.
    """

    skin: str
    hair_style: HairStyle
    hair: str
    eyes: str
    face: FaceShape
    clothing: Clothing
    clothing_colour: str
    accent: str
    backdrop: Backdrop
    lips: str = "#b9504b"
    beard: Beard = Beard.NONE
    glasses: Glasses = Glasses.NONE
    earrings: bool = False
    freckles: bool = False
    wrinkles: bool = False
    lashes: bool = False
    seed: int = 0
