"""What can go wrong with actors."""

from reelhouse.kit.errors import ReelhouseError


class ActorNotFound(ReelhouseError):
    """No library actor has this slug; `similar` are the closest ones, best first."""

    code = "actor_not_found"

    def __init__(self, slug: str, similar: tuple[str, ...]) -> None:
        hint = f"; did you mean {', '.join(similar)}?" if similar else ""
        super().__init__(f"there is no actor {slug!r}{hint}")
        self.slug = slug
        self.similar = similar
