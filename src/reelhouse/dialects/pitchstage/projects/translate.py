"""Between Pitchstage's projects and ours; nothing here asks anybody."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from reelhouse.core.pitches.asked import Asked, AskedIntent
from reelhouse.core.pitches.records import NewProject, OpenedProject
from reelhouse.core.pitches.types import AnnouncedFeature, AnnouncedScreenshot, Screenshot
from reelhouse.dialects.pitchstage.plans.translate import intent_from_wire
from reelhouse.dialects.pitchstage.plans.wire import Intent
from reelhouse.dialects.pitchstage.projects import wire
from reelhouse.dialects.pitchstage.units import time_to_wire
from reelhouse.http.errors import InvalidParameter
from reelhouse.storage.base import UploadLink

UploadTo = Callable[[Screenshot], UploadLink]


def project_from_wire(workspace_id: UUID, body: wire.CreateProject) -> NewProject:
    """Raises `InvalidParameter` for more screenshots than a request may have."""
    features = features_from_wire(body.features or ())
    _check_count(features, ())
    return NewProject(
        workspace_id=workspace_id,
        name=body.name or "",
        goal=body.goal,
        wishes=Asked(intent=intent_from_wire(body.intent)),
        features=features,
    )


def screenshots_from_wire(
    body: wire.AddScreenshots | None,
) -> tuple[tuple[AnnouncedFeature, ...], tuple[AnnouncedScreenshot, ...]]:
    """Those in feature directories, and loose ones. Raises `InvalidParameter` for too many, or none."""
    if body is None or (body.features is None and body.screenshots is None):
        raise InvalidParameter("features", "features or screenshots are required")
    features = features_from_wire(body.features or ())
    loose = tuple(_announced(one) for one in body.screenshots or ())
    _check_count(features, loose)
    return features, loose


def features_from_wire(features: Iterable[wire.Feature]) -> tuple[AnnouncedFeature, ...]:
    return tuple(
        AnnouncedFeature(feature.name, tuple(_announced(one) for one in feature.screenshots))
        for feature in features
    )


def created_to_wire(opened: OpenedProject, upload_to: UploadTo) -> wire.ProjectCreated:
    project = opened.project
    return wire.ProjectCreated(
        project=wire.Project(
            id=str(project.project_id),
            name=project.name,
            goal=project.goal,
            intent=_intent(project.wishes.intent),
            features=[
                wire.ProjectFeature(
                    name=name,
                    screenshotIds=[
                        str(one.screenshot_id) for one in opened.screenshots if one.feature == name
                    ],
                )
                for name in project.features
            ],
            parentProjectId=None if project.parent_id is None else str(project.parent_id),
            createdAt=time_to_wire(project.created_at),
        ),
        uploads=uploads_to_wire(opened.screenshots, upload_to),
    )


def uploads_to_wire(screenshots: Sequence[Screenshot], upload_to: UploadTo) -> list[wire.Upload]:
    return [_upload(screenshot, upload_to(screenshot)) for screenshot in screenshots]


def _upload(screenshot: Screenshot, link: UploadLink) -> wire.Upload:
    return wire.Upload(
        id=str(screenshot.screenshot_id),
        feature=screenshot.feature,
        url=link.url,
        method=link.method,
        headers=dict(link.headers),
        expiresAt=time_to_wire(link.expires_at),
        contentType=screenshot.announced.media_type,
        sizeBytes=screenshot.announced.size,
    )


def _announced(screenshot: wire.Screenshot) -> AnnouncedScreenshot:
    return AnnouncedScreenshot(
        screenshot.contentType, screenshot.sizeBytes, screenshot.width, screenshot.height
    )


def _check_count(features: Sequence[AnnouncedFeature], loose: Sequence[AnnouncedScreenshot]) -> None:
    count = sum(len(feature.screenshots) for feature in features) + len(loose)
    if count > wire.MOST_SCREENSHOTS:
        field = "features" if features else "screenshots"
        problem = f"{field}: a request has at most {wire.MOST_SCREENSHOTS} screenshots, not {count}"
        raise InvalidParameter(field, problem)


def _intent(asked: AskedIntent) -> Intent:
    return Intent(
        artifactType=asked.artifact_type,
        goal=asked.goal,
        audience=asked.audience,
        tone=asked.tone,
        aspect=asked.aspect,
        targetLengthS=asked.target_seconds,
        captionStyle=asked.caption_style,
        brandKitId=asked.brand_kit_id,
        voiceProfileId=asked.voice_profile_id,
    )
