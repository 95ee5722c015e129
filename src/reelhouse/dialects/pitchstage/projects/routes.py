"""``/v1/projects``: create one, and announce more screenshots."""

from fastapi import APIRouter
from starlette.responses import Response

from reelhouse.dialects.pitchstage.documentation import answers
from reelhouse.dialects.pitchstage.projects.translate import (
    created_to_wire,
    project_from_wire,
    screenshots_from_wire,
    uploads_to_wire,
)
from reelhouse.dialects.pitchstage.projects.wire import (
    AddScreenshots,
    CreateProject,
    ProjectCreated,
    ScreenshotsAdded,
)
from reelhouse.dialects.pitchstage.scoped import PlanRoute
from reelhouse.dialects.pitchstage.validation import id_from_wire
from reelhouse.http.answers import json_answer
from reelhouse.http.injected import CurrentCaller, CurrentHouse, IdempotencyKey

router = APIRouter(route_class=PlanRoute, tags=["projects"])


@router.post(
    "/v1/projects",
    status_code=201,
    response_model=ProjectCreated,
    responses=answers(402, 409, 413, 422),
)
def create_project(
    body: CreateProject, caller: CurrentCaller, house: CurrentHouse, _key: IdempotencyKey = None
) -> Response:
    """Create a project from a goal and feature directories; each screenshot gets an address to be sent to."""
    opened = house.pitches.create(project_from_wire(caller.workspace_id, body))
    return json_answer(created_to_wire(opened, house.pitches.upload_link), 201)


@router.post(
    "/v1/projects/{id}/screenshots",
    status_code=201,
    response_model=ScreenshotsAdded,
    responses=answers(404, 409, 413, 422),
)
def add_screenshots(
    id: str,  # noqa: A002 - the vendor's word
    caller: CurrentCaller,
    house: CurrentHouse,
    body: AddScreenshots | None = None,
    _key: IdempotencyKey = None,
) -> Response:
    """Announce further screenshots, in feature directories or loose. A feature of a known name grows."""
    project_id = id_from_wire(id, "project")
    features, loose = screenshots_from_wire(body)
    added = house.pitches.add_screenshots(caller.workspace_id, project_id, features, loose)
    return json_answer(ScreenshotsAdded(uploads=uploads_to_wire(added, house.pitches.upload_link)), 201)
