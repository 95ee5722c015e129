"""What a director is told of a project."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from reelhouse.core.pitches.records import Project
from reelhouse.core.pitches.types import Feature, Screenshot, Seen, Shown, Subject


def subject_of(project: Project, screenshots: Sequence[Screenshot], seen: Mapping[UUID, Seen]) -> Subject:
    """The project with the screenshots that could be looked at; the others are missing."""
    return Subject(
        name=project.name,
        goal=project.goal,
        features=tuple(_feature(name, screenshots, seen) for name in project.features),
        loose=_shown(None, screenshots, seen),
        missing=sum(one.screenshot_id not in seen for one in screenshots),
    )


def _feature(name: str, screenshots: Sequence[Screenshot], seen: Mapping[UUID, Seen]) -> Feature:
    own = [one for one in screenshots if one.feature == name]
    return Feature(name, _shown(name, own, seen), sum(one.screenshot_id not in seen for one in own))


def _shown(
    feature: str | None, screenshots: Sequence[Screenshot], seen: Mapping[UUID, Seen]
) -> tuple[Shown, ...]:
    return tuple(
        Shown(one.screenshot_id, seen[one.screenshot_id])
        for one in screenshots
        if one.feature == feature and one.screenshot_id in seen
    )
