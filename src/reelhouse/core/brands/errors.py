"""What can be wrong with a brand kit."""

from reelhouse.kit.errors import ReelhouseError


class BrandKitNotFound(ReelhouseError):
    code = "brand_kit_not_found"

    def __init__(self, brand: str, known: tuple[str, ...]) -> None:
        there = f"there are {', '.join(known)}" if known else "this workspace has none"
        super().__init__(f"There is no brand kit {brand[:80]!r}; {there}.")
        self.brand = brand
        self.known = known


class TooManyBrandKits(ReelhouseError):
    code = "too_many_brand_kits"

    def __init__(self, limit: int) -> None:
        super().__init__(f"A workspace has at most {limit} brand kits; remove one first.")
        self.limit = limit


class BrandKitInvalid(ReelhouseError):
    """A document is no brand kit; `field` is where, and empty for the whole."""

    code = "brand_kit_invalid"

    def __init__(self, field: str, reason: str) -> None:
        where = f"at {field}: " if field else ""
        super().__init__(f"this is no brand kit; {where}{reason}")
        self.field = field
        self.reason = reason


class InkUnreadable(ReelhouseError):
    """Text in this ink could not be read on this ground. `found` and `needed` are contrasts of WCAG."""

    code = "brand_ink_unreadable"

    def __init__(self, ink: str, ground: str, found: float, needed: float) -> None:
        super().__init__(
            f"the ink {ink} on {ground} has a contrast of {found:.2f} to 1, and text needs {needed:g} to 1"
        )
        self.ink = ink
        self.ground = ground
        self.found = found
        self.needed = needed


class LogoInvalid(ReelhouseError):
    """A file cannot be a logo."""

    code = "logo_invalid"

    def __init__(self, reason: str) -> None:
        super().__init__(f"this file cannot be a logo: {reason}")
        self.reason = reason
