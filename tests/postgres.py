"""A PostgreSQL server of a test run's own, in a temporary folder."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

SERVER_OPTIONS = (
    "listen_addresses=",
    "fsync=off",  # what is committed outlives the server being killed, not the machine
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=32MB",
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A PostgreSQL server on a Unix socket in `home`; nothing in it outlives the run."""

    home: Path
    programs: Path
    owner: int

    @property
    def data(self) -> Path:
        return self.home / "data"

    def create(self) -> None:
        if (user := _server_user()) is not None:
            shutil.chown(self.home, user)
        self._run(
            "initdb", "--username=reelhouse", "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8"
        )
        guard = Path(__file__).with_name("postgres_guard.py")
        subprocess.Popen(
            [sys.executable, str(guard), str(self.owner), str(self.home)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.start()

    def start(self) -> None:
        options = " ".join(
            f"-c {option}" for option in (*SERVER_OPTIONS, f"unix_socket_directories={self.home}")
        )
        self._run("pg_ctl", "--wait", f"--log={self.home / 'log'}", "-o", options, "start")

    def stop(self) -> None:
        """End the server at once: every client loses its connection, as in a crash."""
        self._run("pg_ctl", "--wait", "--mode=immediate", "stop")

    def restart(self) -> None:
        self.stop()
        self.start()

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://reelhouse@/{name}?host={self.home}"

    def create_database(self, name: str) -> str:
        self._administer(f'CREATE DATABASE "{name}"')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        self._administer(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _administer(self, statement: str) -> None:
        engine = sa.create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)

    def _run(self, program: str, *arguments: str) -> None:
        user = _server_user()
        groups: list[str] | None = [] if user is not None else None
        done = subprocess.run(
            [self.programs / program, f"--pgdata={self.data}", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=self.home,
            user=user,
            group=user and pwd.getpwnam(user).pw_gid,
            extra_groups=groups,
            check=False,
            text=True,
        )
        if done.returncode:
            log = self.home / "log"
            raise RuntimeError(f"{program}: {done.stderr}{log.read_text() if log.exists() else ''}")


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root, so root lends it to a system user."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def find_programs() -> Path | None:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    for folder in (*reversed(installed), *on_path):
        if all((folder / program).exists() for program in ("initdb", "pg_ctl", "postgres")):
            return folder
    return None


def programs_or_skip() -> Path:
    programs = find_programs()
    if programs is not None:
        return programs
    reason = "PostgreSQL's server programs (initdb, pg_ctl, postgres) are not on this machine"
    if "postgres" in os.environ.get("REELHOUSE_TEST_REQUIRE", ""):
        pytest.fail(reason)
    pytest.skip(reason)


def new_home() -> Path:
    """A short name, since a Unix socket's path has some hundred characters; nothing is created yet."""
    return Path(tempfile.gettempdir()) / f"reelhouse-pg-{uuid4().hex[:12]}"
