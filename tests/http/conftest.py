"""Applications on the loopback."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from starlette.types import ASGIApp
from tests.serving import served


@pytest.fixture
def served_at() -> Iterator[Callable[[ASGIApp], str]]:
    """Serve applications until the test ends."""
    with ExitStack() as servers:
        yield lambda app: servers.enter_context(served(app))
