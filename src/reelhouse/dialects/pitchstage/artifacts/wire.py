"""The messages of artifacts."""

# ruff: noqa: N815 - the names are the vendor's

from typing import Literal

from pydantic import BaseModel, Field

from reelhouse.dialects.pitchstage.plans.wire import Message, PlanRequest, Text


class RegenerateRequest(Message):
    """`targetId` is the id of a scene, for the scope `scene`; `videoConfig` is a part of a plan."""

    scope: Text = Field(description="all, scene, narration, music, captions, poster or config.")
    targetId: Text | None = None
    videoConfig: PlanRequest | None = None


class Artifact(BaseModel):
    """What renders make. `renderId` is the render that shows it, or that will when it is done."""

    id: str
    type: Literal["demo_video", "carousel"]
    status: Literal["rendering", "published", "regenerating", "failed"]
    version: int
    projectId: str
    renderId: str
    publishedRenderId: str | None
    createdAt: str


class ArtifactAnswer(BaseModel):
    artifact: Artifact
