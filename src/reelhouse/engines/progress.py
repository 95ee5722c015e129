"""How far a piece of work is: told by whoever does it to whoever waits, whatever lies between them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Hear = Callable[[float], None]

_listener: ContextVar[Hear | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(hear: Hear | None) -> Iterator[None]:
    """What is begun in this block, in tasks and threads of its own too, tells `hear`; None for nobody."""
    token = _listener.set(hear)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(share: float) -> None:
    """So much of the work is done, 0 to 1; it may come often, and go back."""
    teller()(share)


def teller() -> Hear:
    """What tells those who listen here and now, from wherever it is called later."""
    hear = _listener.get()
    if hear is None:
        return _to_nobody
    return lambda share: hear(min(max(share, 0.0), 1.0))


def _to_nobody(_share: float) -> None:
    pass
