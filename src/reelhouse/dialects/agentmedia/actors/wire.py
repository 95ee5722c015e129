"""The actor messages of agent-media."""

from typing import Literal

from pydantic import BaseModel


class ActorBody(BaseModel):
    id: str
    name: str
    slug: str
    gender: str
    age_range: str
    actor_type: str
    portrait_url: str
    voice_id: str
    status: Literal["active"] = "active"


class ActorList(BaseModel):
    actors: list[ActorBody]
    total: int


class OneActor(BaseModel):
    actor: ActorBody
