"""What a video costs: by the second that is delivered, and a little for writing its script."""

from reelhouse.kit.money import MicroDollars, cents

PER_SECOND = cents(30)
SCRIPT_WRITING = cents(5)


def price_of(seconds: int, *, script_is_written: bool) -> MicroDollars:
    return MicroDollars(PER_SECOND * seconds + (SCRIPT_WRITING if script_is_written else 0))
