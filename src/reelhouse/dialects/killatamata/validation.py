"""What is wrong with a request before the core has seen it."""

import re
from uuid import UUID

from reelhouse.core.jobs.errors import JobNotFound
from reelhouse.kit.errors import ReelhouseError
from reelhouse.kit.safe_fetch import AddressRefused

UUID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
NO_JOB = UUID(int=0)


class InvalidInput(ReelhouseError):
    """Fields with what is wrong about each, in the caller's words."""

    code = "validation_failed"

    def __init__(self, *issues: tuple[str, str]) -> None:
        super().__init__("; ".join(problem for _, problem in issues))
        self.issues = issues


class AmbiguousPrefix(ReelhouseError):
    code = "ambiguous_key_prefix"

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} keys begin with this prefix; send more of it.")
        self.count = count


class FileAddressRefused(AddressRefused):
    """A file of the request stands at an address that is not fetched; `field` names it."""

    def __init__(self, field: str, refusal: AddressRefused) -> None:
        super().__init__(refusal.url_host, refusal.reason)
        self.field = field

    @property
    def message(self) -> str:
        return f"input.{self.field} is not fetched: {self.reason} ({self.url_host})"


def job_id_from_wire(given: str) -> UUID:
    """What is no UUID cannot be anybody's job. Raises `JobNotFound`."""
    if UUID_FORM.fullmatch(given) is None:
        raise JobNotFound(NO_JOB)
    return UUID(given)
