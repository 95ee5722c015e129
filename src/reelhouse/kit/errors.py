"""The root of everything that reelhouse refuses or cannot do."""


class ReelhouseError(Exception):
    """Something happened that has a name; subclasses keep its facts as fields.

    ``code`` is a stable, machine-readable name in snake case. It is what logs, job records and the
    reference page of errors show; a dialect translates it to its own words.
    """

    code: str = "reelhouse_error"

    @property
    def message(self) -> str:
        """One plain sentence for a person, with the remedy where there is one."""
        return str(self)


class Unavailable(ReelhouseError):
    """Something outside of this process does not answer now; the same request may succeed later."""

    code = "unavailable"
