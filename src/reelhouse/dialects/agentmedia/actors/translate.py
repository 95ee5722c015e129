"""Between agent-media's actors and ours."""

from reelhouse.core.actors.types import Actor
from reelhouse.dialects.agentmedia.actors.wire import ActorBody


def actor_to_wire(actor: Actor, public_url: str) -> ActorBody:
    return ActorBody(
        id=str(actor.actor_id),
        name=actor.name,
        slug=actor.slug,
        gender=actor.gender.value,
        age_range=actor.age_range,
        actor_type=actor.actor_type,
        portrait_url=f"{public_url}/portraits/{actor.slug}.png",
        voice_id=actor.voice.voice_id,
    )
