"""Why a video cannot be made as it was asked for."""

from reelhouse.kit.errors import ReelhouseError


class ScriptTooLong(ReelhouseError):
    code = "script_too_long"

    def __init__(self, words: int, max_words: int) -> None:
        super().__init__(
            f"The script has {words} words; at most {max_words} can be spoken in the longest video."
        )
        self.words = words
        self.max_words = max_words


class ScriptNotSpeakable(ReelhouseError):
    code = "script_not_speakable"

    def __init__(self) -> None:
        super().__init__("The script has no letter and no digit, so there is nothing that could be said.")


class LettersNotAvailable(ReelhouseError):
    """A text to be shown has letters that no font of this house has; signs and emoji are merely left out."""

    code = "letters_not_available"

    def __init__(self, letters: str) -> None:
        super().__init__(f"No font of this house has these letters yet, so they cannot be shown: {letters}")
        self.letters = letters


class PlanRequired(ReelhouseError):
    """The free plan makes videos with trial or purchased credits only."""

    code = "plan_required"

    def __init__(self, plan: str) -> None:
        super().__init__(f"The {plan} plan makes no videos without trial or purchased credits.")
        self.plan = plan


class PlanLimit(ReelhouseError):
    """The video would last longer than the plan allows; both in seconds."""

    code = "plan_limit"

    def __init__(self, requested: int, allowed: int) -> None:
        super().__init__(f"The video would last {requested} s; this plan allows {allowed} s.")
        self.requested = requested
        self.allowed = allowed


class TooManyJobs(ReelhouseError):
    """The plan's videos under way are all taken; one that ends makes room."""

    code = "too_many_jobs"

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} videos are under way already, as many as this plan allows at once.")
        self.limit = limit


class ProductPageUnreadable(ReelhouseError):
    code = "product_page_unreadable"

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(f"The product page at {host} cannot be read: {reason}.")
        self.host = host
        self.reason = reason


class NarrationDoesNotFit(ReelhouseError):
    """Even spoken as fast as the voice can, the script is longer than the video; seconds."""

    code = "narration_does_not_fit"

    def __init__(self, needed: float, available: float) -> None:
        super().__init__(
            f"The script takes {needed:.1f} s to say, and the video has room for {available:.1f} s."
        )
        self.needed = needed
        self.available = available


class ImageUnreadable(ReelhouseError):
    """An image that the caller named cannot be shown; `field` tells which one."""

    code = "image_unreadable"

    def __init__(self, field: str, host: str, reason: str) -> None:
        super().__init__(f"{field} at {host} cannot be shown: {reason}.")
        self.field = field
        self.host = host
        self.reason = reason
