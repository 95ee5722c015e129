"""What keeps a command from starting, in one sentence with the remedy: settings, files, the database."""

import tomllib

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

PREFIX = "REELHOUSE"


def sentence_for(trouble: Exception) -> tuple[str, str] | None:
    """A stable code and a sentence for what an operator can mend; None for what is a bug."""
    if isinstance(trouble, ValidationError) and trouble.title == "Settings":
        return "settings_invalid", _settings(trouble)
    if isinstance(trouble, tomllib.TOMLDecodeError):
        return "settings_invalid", f"reelhouse.toml is not valid TOML: {trouble}."
    if isinstance(trouble, DBAPIError):
        reason = str(trouble.orig).strip().partition("\n")[0]
        return "database_not_opened", f"The database cannot be used: {reason}. See REELHOUSE_DATABASE_URL."
    if isinstance(trouble, OSError) and trouble.filename is not None:
        return "file_not_usable", f"{trouble.filename}: {trouble.strerror}"
    return None


def _settings(trouble: ValidationError) -> str:
    """Each setting by its name; never its value, which may be a secret."""
    wrong = trouble.errors(include_url=False, include_context=False, include_input=False)
    names = ("_".join([PREFIX, *(str(step).upper() for step in error["loc"][:2])]) for error in wrong)
    return " ".join(f"{name}: {error['msg']}." for name, error in zip(names, wrong, strict=True))
