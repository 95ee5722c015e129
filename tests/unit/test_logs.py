import json
import logging

import pytest
import structlog

from reelhouse.kit.logs import HIDDEN, configure_logs, redact

KEY = "ma_a1b2c3d4e5f6789012345678901234ab"


def test_what_is_named_like_a_secret_is_hidden() -> None:
    """Promise 37."""
    event = redact(
        None, "info", {"event": "call", "authorization": "Basic xyz", "api_key": "k", "path": "/videos"}
    )

    assert event == {"event": "call", "authorization": HIDDEN, "api_key": HIDDEN, "path": "/videos"}


@pytest.mark.parametrize(
    "text",
    [
        f"used {KEY} twice",
        "Bearer abc.def",
        "https://h/files/a.mp4?expires=1&signature=0f0f0f",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    ],
)
def test_what_looks_like_a_secret_is_hidden_wherever_it_stands(text: str) -> None:
    """Promise 37."""
    event = redact(None, "info", {"event": text})

    assert HIDDEN in event["event"]
    assert not any(secret in event["event"] for secret in (KEY, "abc.def", "0f0f0f", "MfKQ9r8GKY"))


def test_a_library_record_is_one_line_of_json_without_the_secret(capsys: pytest.CaptureFixture[str]) -> None:
    """Promise 37."""
    configure_logs("info", "json")
    try:
        logging.getLogger("some.library").warning("asked with %s", KEY)
        structlog.get_logger("ours").info("job_started", job_id="1")
    finally:
        logging.getLogger().handlers = []
        structlog.reset_defaults()

    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == [f"asked with {HIDDEN}", "job_started"]
