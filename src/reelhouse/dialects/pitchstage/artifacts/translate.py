"""Between Pitchstage's artifacts and ours; nothing here asks anybody."""

from reelhouse.core.pitches.errors import ScopeUnknown
from reelhouse.core.pitches.records import Artifact, Scope
from reelhouse.dialects.pitchstage.artifacts import wire
from reelhouse.dialects.pitchstage.units import time_to_wire


def scope_from_wire(given: str) -> Scope:
    """Raises `ScopeUnknown`."""
    try:
        return Scope(given)
    except ValueError:
        raise ScopeUnknown("scope", given, tuple(scope.value for scope in Scope)) from None


def artifact_to_wire(artifact: Artifact) -> wire.ArtifactAnswer:
    return wire.ArtifactAnswer(
        artifact=wire.Artifact(
            id=str(artifact.artifact_id),
            type=artifact.kind.value,
            status=artifact.state.value,
            version=artifact.version,
            projectId=str(artifact.project_id),
            renderId=str(artifact.working_id),
            publishedRenderId=None if artifact.published_id is None else str(artifact.published_id),
            createdAt=time_to_wire(artifact.created_at),
        )
    )
