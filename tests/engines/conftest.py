"""What tests of the machinery around engines share."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
