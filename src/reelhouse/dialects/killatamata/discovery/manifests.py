"""The index of skills and the plugin manifest."""

import hashlib
from typing import Any

from reelhouse.dialects.killatamata.discovery.places import Places

SKILL_NAME = "killatamata"
SKILL_ABOUT = (
    "Make images, edits, videos, speech, audio annotations, music, sound effects and 3-D models through the "
    "Killa Tamata API: submit an asynchronous job with a known price, poll it, download the file. Use when "
    "the user asks for generated or edited media and an API key of this server is at hand."
)
SKILL_SCHEMA = "https://schemas.agentskills.io/discovery/0.2.0/schema.json"
"""Of the Agent Skills Discovery draft, version 0.2.0."""


def skill_index(places: Places, skill: str) -> dict[str, Any]:
    """The one skill, with the digest of its file as it is served."""
    return {
        "$schema": SKILL_SCHEMA,
        "skills": [
            {
                "name": SKILL_NAME,
                "type": "skill-md",
                "description": SKILL_ABOUT,
                "url": places.skill,
                "digest": f"sha256:{hashlib.sha256(skill.encode()).hexdigest()}",
            }
        ],
    }


def plugin_manifest(places: Places) -> dict[str, Any]:
    """A plugin manifest of version 1; who operates this server is not known here, so nobody is named."""
    return {
        "schema_version": "v1",
        "name_for_human": "Killa Tamata",
        "name_for_model": SKILL_NAME,
        "description_for_human": "Images, video, speech, music, sound and 3-D as jobs with a known price.",
        "description_for_model": f"{SKILL_ABOUT} Read {places.llms} first.",
        "auth": {"type": "user_http", "authorization_type": "bearer"},
        "api": {"type": "openapi", "url": places.openapi, "is_user_authenticated": True},
    }
