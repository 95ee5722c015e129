"""Why a timeline cannot become a composition, or a composition a timeline."""

from reelhouse.kit.errors import ReelhouseError


class TimelineUnreadable(ReelhouseError):
    """It is no OpenTimelineIO document, or none that is safe to read."""

    code = "timeline_unreadable"

    def __init__(self, reason: str) -> None:
        super().__init__(f"This is not a timeline that can be read: {reason}.")
        self.reason = reason


class TimelineNotOurs(ReelhouseError):
    """A timeline lacks what makes it a composition; `missing` names it."""

    code = "timeline_not_ours"

    def __init__(self, missing: str) -> None:
        super().__init__(f"The timeline did not come from reelhouse, or lost a part on its way: {missing}.")
        self.missing = missing


class TimelineVersionUnknown(ReelhouseError):
    """A timeline was written by a reelhouse that knew more, or something else, than this one."""

    code = "timeline_version_unknown"

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"The timeline has version {found}; this reelhouse reads {known}.")
        self.found = found
        self.known = known


class TimelineNotExpressible(ReelhouseError):
    """Something that the other side has no word for, such as a clip that plays backwards."""

    code = "timeline_not_expressible"

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}.")
        self.where = where
        self.what = what
