"""Structured logs in which no secret can stand."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

SECRET_NAMES = re.compile(r"(authorization|cookie|password|secret|token|api_?key|signature)", re.IGNORECASE)
SECRET_SHAPES = re.compile(
    r"\b(?:ma|rh|pk_live|sk|whsec)_[A-Za-z0-9+/=_-]{12,}|\bBearer\s+\S+|(?<=signature=)[0-9a-f]+"
)
HIDDEN = "[hidden]"


def redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Hide what is named like a secret, and what looks like one wherever it stands."""
    for name, value in event.items():
        if SECRET_NAMES.search(name):
            event[name] = HIDDEN
        elif isinstance(value, str):
            event[name] = SECRET_SHAPES.sub(HIDDEN, value)
    return event


def configure_logs(level: str, form: str) -> None:
    """Send structlog's and the libraries' records to stderr, as one line of JSON each or for a terminal."""
    readable = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        cache_logger_on_first_use=True,
    )
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for noisy in ("httpcore2", "httpx2", "alembic", "dbos", "asyncio"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))
