"""What can be wrong with a workspace's caption styles."""

from reelhouse.kit.errors import ReelhouseError


class TooManyCaptionStyles(ReelhouseError):
    code = "too_many_caption_styles"

    def __init__(self, limit: int) -> None:
        super().__init__(f"A workspace has at most {limit} caption styles of its own; remove one first.")
        self.limit = limit
