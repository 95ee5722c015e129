"""How moves begin and end."""


def eased(share: float) -> float:
    """From 0 to 1 with a soft start and a soft end (smoothstep)."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def arriving(share: float) -> float:
    """From 0 to 1, quick at first and slow at the end."""
    share = min(max(share, 0.0), 1.0)
    return 1 - (1 - share) ** 3


def gliding(share: float) -> float:
    """From 0 to 1 nearly evenly, as a camera on rails: only its ends are softened."""
    share = min(max(share, 0.0), 1.0)
    return 0.6 * share + 0.4 * eased(share)


def between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share
