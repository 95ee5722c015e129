"""What can go wrong with stored files."""

from reelhouse.kit.errors import ReelhouseError, Unavailable


class ObjectNameRefused(ReelhouseError):
    """A name that is not one of ours: it could leave the folder, or mean something else elsewhere."""

    code = "object_name_refused"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name[:80]!r} is no name of a stored file.")
        self.name = name


class ObjectNotFound(ReelhouseError):
    code = "object_not_found"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no stored file {name}.")
        self.name = name


class StorageUnavailable(Unavailable):
    """The store does not answer, or refuses us; `reason` is what it said."""

    code = "storage_unavailable"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The object store cannot handle {name} now: {reason}")
        self.name = name
        self.reason = reason


class NoSpaceLeft(StorageUnavailable):
    code = "no_space_left"

    def __init__(self, name: str, size: int) -> None:
        super().__init__(name, f"no space is left for {size:,} bytes; free some, or move the data directory.")
        self.size = size


class StorageMisconfigured(ReelhouseError):
    code = "storage_misconfigured"

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"The storage address {url!r} cannot be used: {reason}")
        self.url = url
        self.reason = reason
