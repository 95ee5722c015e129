"""Words written down in one string."""


def vocabulary(text: str) -> frozenset[str]:
    return frozenset(text.split())
