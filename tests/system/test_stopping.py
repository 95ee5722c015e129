"""Stopping a server, as an operator does."""

from pathlib import Path

from running import serving


def test_a_server_that_is_told_to_stop_lets_its_worker_stop_in_good_order(tmp_path: Path) -> None:
    with serving(tmp_path / "house") as house:
        pass

    assert "worker_stopped" in house.log.read_text()
    assert house.process.returncode == 0
