"""How a vector presenter looks: data only; `render.presenter` draws it."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator
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
    BUZZ = "buzz"
    UNDERCUT = "undercut"
    QUIFF = "quiff"
    SLICK_BACK = "slick_back"
    SPIKY = "spiky"
    FRINGE = "fringe"
    CURTAINS = "curtains"
    RECEDING = "receding"
    CROWN = "crown"
    PIXIE = "pixie"
    SIDE_SHAVE = "side_shave"
    CURLY_TOP = "curly_top"
    TWISTS = "twists"
    SLEEK_BOB = "sleek_bob"
    LOB = "lob"
    CURTAIN_BANGS = "curtain_bangs"
    LONG_FRINGE = "long_fringe"
    SIDE_SWEPT = "side_swept"
    LONG_CURLY = "long_curly"
    FLOWING = "flowing"
    TOP_KNOT = "top_knot"
    LOW_BUN = "low_bun"
    SPACE_BUNS = "space_buns"
    PIGTAILS = "pigtails"
    SIDE_BRAID = "side_braid"
    LOW_PONYTAIL = "low_ponytail"
    HALF_UP = "half_up"
    PUFFS = "puffs"
    CORNROWS = "cornrows"
    LOCS = "locs"
    BOX_BRAIDS = "box_braids"
    HIJAB_WRAPPED = "hijab_wrapped"
    SHAYLA = "shayla"
    DASTAR = "dastar"
    HEADWRAP = "headwrap"


COVERING = frozenset(
    {
        HairStyle.HIJAB,
        HairStyle.HIJAB_WRAPPED,
        HairStyle.SHAYLA,
        HairStyle.TURBAN,
        HairStyle.DASTAR,
        HairStyle.HEADWRAP,
    }
)
"""Styles that show no hair: `Appearance.hair` is the colour of their cloth."""


class Headwear(StrEnum):
    """What is worn over the hair."""

    NONE = "none"
    BEANIE = "beanie"
    CAP = "cap"
    HAT = "hat"
    HEADBAND = "headband"
    HEADSCARF = "headscarf"
    KIPPAH = "kippah"


class FaceShape(StrEnum):
    OVAL = "oval"
    ROUND = "round"
    SQUARE = "square"
    HEART = "heart"
    LONG = "long"
    DIAMOND = "diamond"
    PEAR = "pear"


class Lids(StrEnum):
    CREASED = "creased"
    MONOLID = "monolid"
    HOODED = "hooded"
    DEEP = "deep"


class Beard(StrEnum):
    NONE = "none"
    STUBBLE = "stubble"
    SHORT = "short"
    FULL = "full"
    MOUSTACHE = "moustache"
    GOATEE = "goatee"
    VAN_DYKE = "van_dyke"
    CHIN_STRAP = "chin_strap"
    LONG = "long"
    HANDLEBAR = "handlebar"
    MUTTON = "mutton"


class Glasses(StrEnum):
    NONE = "none"
    ROUND = "round"
    SQUARE = "square"
    CAT_EYE = "cat_eye"
    AVIATOR = "aviator"
    RIMLESS = "rimless"
    HALF_RIM = "half_rim"
    BOLD = "bold"
    OVERSIZED = "oversized"


class Earrings(StrEnum):
    NONE = "none"
    STUDS = "studs"
    DROPS = "drops"
    HOOPS = "hoops"
    PEARLS = "pearls"
    TASSELS = "tassels"


class Makeup(StrEnum):
    NONE = "none"
    NATURAL = "natural"
    LINER = "liner"
    SMOKY = "smoky"
    BRIGHT = "bright"


class Mark(StrEnum):
    """Small things by which a face is known."""

    MOLE = "mole"
    BEAUTY_SPOT = "beauty_spot"
    DIMPLES = "dimples"
    CLEFT_CHIN = "cleft_chin"
    VITILIGO = "vitiligo"
    NOSE_STUD = "nose_stud"
    NOSE_RING = "nose_ring"
    BROW_SLIT = "brow_slit"
    BINDI = "bindi"


class Clothing(StrEnum):
    BLAZER = "blazer"
    SHIRT = "shirt"
    TSHIRT = "tshirt"
    HOODIE = "hoodie"
    TURTLENECK = "turtleneck"
    BLOUSE = "blouse"
    SWEATER = "sweater"
    SUIT = "suit"
    POLO = "polo"
    CARDIGAN = "cardigan"
    DENIM = "denim"
    LEATHER = "leather"
    SCRUBS = "scrubs"
    KURTA = "kurta"
    TRACKSUIT = "tracksuit"
    DUNGAREES = "dungarees"
    BOATNECK = "boatneck"
    VEST = "vest"


class Pattern(StrEnum):
    PLAIN = "plain"
    STRIPES = "stripes"
    PINSTRIPES = "pinstripes"
    CHECKS = "checks"
    DOTS = "dots"
    FLOWERS = "flowers"
    ZIGZAG = "zigzag"


class Backdrop(StrEnum):
    OFFICE = "office"
    HOME = "home"
    CAFE = "cafe"
    STREET = "street"
    STUDIO = "studio"


@dataclass(frozen=True, slots=True)
class Features:
    """How a face departs from the average of its shape: each from -1 to 1, and 0 is the average.

    More is wider, longer, fuller, thicker, further apart, higher at the outer corner.
    """

    jaw: float = 0
    cheeks: float = 0
    chin: float = 0
    length: float = 0
    nose_width: float = 0
    nose_length: float = 0
    nose_bridge: float = 0
    eye_size: float = 0
    eye_opening: float = 0
    eye_gap: float = 0
    eye_tilt: float = 0
    brow_weight: float = 0
    brow_arch: float = 0
    lips: float = 0
    mouth: float = 0
    ears: float = 0


AVERAGE = Features()


def _earrings(value: object) -> object:
    """An older document says only whether there are any."""
    if isinstance(value, bool):
        return Earrings.DROPS if value else Earrings.NONE
    return value


@dataclass(frozen=True, slots=True)
class Appearance:
    """Everything that tells one presenter from another. Colours are ``#rrggbb``.

    An empty colour follows from the others. `wrinkles`, `greying` (of the temples) and `freckles` go from
    0 to 1; `build` from slight (-1) to broad (1). `flipped` hair is parted on the other side. `lashes`
    draws a face with fuller lips, finer brows and a slighter neck. `seed` moves blinks, strands and idle
    motion, and furnishes the backdrop, so that no two presenters move in step or share a room.
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
    earrings: Annotated[Earrings, BeforeValidator(_earrings)] = Earrings.NONE
    freckles: float = 0
    wrinkles: float = 0
    lashes: bool = False
    seed: int = 0
    features: Features = AVERAGE
    lids: Lids = Lids.CREASED
    makeup: Makeup = Makeup.NONE
    marks: tuple[Mark, ...] = ()
    flipped: bool = False
    greying: float = 0
    brows: str = ""
    headwear: Headwear = Headwear.NONE
    headwear_colour: str = ""
    glasses_colour: str = ""
    pattern: Pattern = Pattern.PLAIN
    build: float = 0
