"""The stills of a plan, as they are promised before anybody paints them."""

from uuid import UUID

from reelhouse.core.pitches.composing.moments import preview_moments
from reelhouse.core.pitches.plan import Plan
from reelhouse.core.pitches.records import Preview, PreviewState
from reelhouse.media.composition import CANVASES


def pending_previews(project_id: UUID, number: int, plan: Plan) -> tuple[Preview, ...]:
    """One still a scene, at the moment when all of it is seen; of a carousel, the slides themselves."""
    canvas = CANVASES[plan.intent.aspect]
    return tuple(
        Preview(
            scene_id=scene_id,
            at=float(at),
            state=PreviewState.PENDING,
            object_name=f"pitches/{project_id}/previews/{number}-{place}.png",
            width=canvas.width,
            height=canvas.height,
        )
        for place, (scene_id, at) in enumerate(preview_moments(plan))
    )
