"""What a workspace may have and spend in a month, and the codes by which it learns that it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.dialects.pitchstage.test_projects import refused
from tests.dialects.pitchstage.test_renders import planned

from reelhouse.core.pitches.settings import PitchSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    import httpx2
    from tests.dialects.conftest import Studio


@pytest.fixture
def studio(furnish: Callable[..., Studio], request: pytest.FixtureRequest) -> Studio:
    return furnish(pitch=request.param)


@pytest.mark.parametrize("studio", [PitchSettings(artifacts_per_month=1)], indirect=True)
def test_the_quota_of_artifacts_has_its_code(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    planned(client, project_id)
    first = client.post(f"/v1/projects/{project_id}/render")
    left = studio.available(workspace_id)

    second = client.post(f"/v1/projects/{project_id}/render")

    assert first.status_code == 202
    assert refused(second) == (402, "LK_202")
    assert studio.available(workspace_id) == left


@pytest.mark.parametrize("studio", [PitchSettings(ceiling=100_000)], indirect=True)
def test_the_ceiling_of_a_workspace_has_its_code(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    planned(client, project_id)
    before = studio.available(workspace_id)

    answer = client.post(f"/v1/projects/{project_id}/render")

    assert refused(answer) == (402, "LK_204")
    assert studio.available(workspace_id) == before


@pytest.mark.parametrize("studio", [PitchSettings()], indirect=True)
def test_a_wallet_that_is_too_light_is_refused_as_a_ceiling_is(
    client: httpx2.Client, studio: Studio, workspace_id: UUID, project_id: str
) -> None:
    planned(client, project_id)
    with studio.house.transaction() as services:
        services.credits.hold(workspace_id, studio.available(workspace_id))

    assert refused(client.post(f"/v1/projects/{project_id}/render")) == (402, "LK_204")
