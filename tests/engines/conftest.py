"""What tests of the machinery around engines share: servers that are none, and a tidy scratch folder."""

import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def scratch(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files go, also those of programs; in the end, none is left."""
    folder = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


class Listener:
    """Takes connections, and says nothing; or hangs up at once."""

    def __init__(self, *, hangs_up: bool) -> None:
        self.called = threading.Event()
        self._hangs_up = hangs_up
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/v1"

    def close(self) -> None:
        """A thread that waits for connections is only woken by one, or by the end of the socket."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()
        for connection in self._connections:
            connection.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                if self._hangs_up:
                    connection.close()
                else:
                    self._connections.append(connection)
                self.called.set()


@pytest.fixture
def silent() -> Iterator[Listener]:
    listener = Listener(hangs_up=False)
    yield listener
    listener.close()


@pytest.fixture
def hanging_up() -> Iterator[Listener]:
    listener = Listener(hangs_up=True)
    yield listener
    listener.close()
