"""Every table of the house, for the comparison with a database. Tables of others are none of our business."""

import reelhouse.core.assets.models
import reelhouse.core.brands.models
import reelhouse.core.credits.models
import reelhouse.core.events.models
import reelhouse.core.idempotency.models
import reelhouse.core.jobs.models
import reelhouse.core.keys.models
import reelhouse.core.pitches.models
import reelhouse.core.styles.models
import reelhouse.core.uploads.models
import reelhouse.core.webhooks.models
import reelhouse.core.workspaces.models  # noqa: F401 - importing the models is what fills `metadata`
from reelhouse.kit.db import metadata

__all__ = ["is_ours", "metadata"]


def is_ours(name: str | None, kind: str) -> bool:
    """The durable engine keeps its tables in the same database, on SQLite even side by side with ours."""
    return kind != "table" or name in metadata.tables
