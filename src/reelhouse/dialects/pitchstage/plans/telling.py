"""From a plan to the plan object of an answer; `LinkTo` is all that is asked for."""

from collections.abc import Callable, Sequence

from reelhouse.core.pitches.hero import hero_scene
from reelhouse.core.pitches.plan import (
    Beat,
    Brand,
    Direction,
    Fit,
    Intent,
    MotionPlan,
    Plan,
    PlannedScene,
    PlanWarning,
)
from reelhouse.core.pitches.records import KeptPlan, Preview, PreviewState
from reelhouse.dialects.pitchstage.plans import wire
from reelhouse.dialects.pitchstage.units import cents_to_wire, seconds_to_wire, time_to_wire
from reelhouse.media.screens import Area

LinkTo = Callable[[str], str]
"""Where an object of the store can be downloaded."""


def kept_to_wire(kept: KeptPlan, link_to: LinkTo) -> wire.ResolvedPlan:
    """The poster is the still of the hero, as soon as that is painted."""
    frames = frames_to_wire(kept.previews, link_to)
    hero = hero_scene(kept.plan).scene_id
    poster = next((frame.url for frame in frames if frame.sceneId == hero), None)
    return plan_to_wire(kept.plan, frames, poster, time_to_wire(kept.generated_at))


def plan_to_wire(
    plan: Plan, frames: list[wire.PreviewFrame], poster_url: str | None, generated_at: str
) -> wire.ResolvedPlan:
    return wire.ResolvedPlan(
        intent=_intent(plan.intent),
        director=_director(plan.direction),
        scenes=[scene_to_wire(scene) for scene in plan.scenes],
        warnings=[warning_to_wire(warning) for warning in plan.warnings],
        estimate=wire.Estimate(
            durationS=seconds_to_wire(plan.estimate.seconds),
            costCents=cents_to_wire(plan.estimate.price),
            sceneCount=plan.estimate.scenes,
            ttsChars=plan.estimate.spoken_characters,
        ),
        fit=_fit(plan.fit),
        previewFrames=frames,
        posterUrl=poster_url,
        generatedAt=generated_at,
    )


def frames_to_wire(previews: Sequence[Preview], link_to: LinkTo) -> list[wire.PreviewFrame]:
    return [
        wire.PreviewFrame(
            sceneId=preview.scene_id,
            atS=round(preview.at, 3),
            status=preview.state.value,
            url=link_to(preview.object_name) if preview.state is PreviewState.READY else None,
            width=preview.width,
            height=preview.height,
        )
        for preview in previews
    ]


def scene_to_wire(scene: PlannedScene) -> wire.Scene:
    """Its duration is given in full, so that it is the same when it comes back."""
    slide = scene.slide
    return wire.Scene(
        id=scene.scene_id,
        role=scene.role.value,
        beatIdx=scene.beat,
        screenshotId=None if scene.screenshot_id is None else str(scene.screenshot_id),
        durationS=float(scene.seconds),
        narrationText=scene.narration,
        emotion=scene.emotion.value,
        importance=scene.importance,
        kineticText=scene.kinetic_text,
        motionPlan=_motion(scene.motion),
        layout=scene.layout.value,
        transition=None if scene.transition is None else scene.transition.value,
        slideSpec=None
        if slide is None
        else wire.SlideSpec(kicker=slide.kicker, headline=slide.headline, body=slide.body),
    )


def warning_to_wire(warning: PlanWarning) -> wire.Warning_:
    return wire.Warning_(
        code=warning.code,
        field=warning.field,
        message=warning.message,
        given=warning.given,
        used=warning.used,
    )


def _intent(intent: Intent) -> wire.Intent:
    return wire.Intent(
        artifactType=intent.artifact_type.value,
        goal=intent.goal,
        audience=intent.audience,
        tone=None if intent.tone is None else intent.tone.value,
        aspect=intent.aspect.value,
        targetLengthS=intent.target_seconds,
        captionStyle=intent.caption_style,
        brandKitId=intent.brand_kit_id,
        voiceProfileId=intent.voice_profile_id,
    )


def _director(direction: Direction) -> wire.Director:
    music, voice = direction.music, direction.voice
    return wire.Director(
        outline=[_beat(beat) for beat in direction.outline],
        hook=direction.hook,
        cta=direction.cta,
        music=wire.Music(
            source=music.source.value,
            mood=None if music.mood is None else music.mood.value,
            uploadUrl=music.upload_url,
        ),
        smartZoom=direction.smart_zoom,
        transitions=direction.transitions.value,
        portraitLayout=None if direction.portrait_layout is None else direction.portrait_layout.value,
        narrativeTemplate=direction.narrative_template.value,
        openingStyle=direction.opening_style.value,
        heroBeatIdx=direction.hero_beat,
        brand=_brand(direction.brand),
        voice=wire.Voice(actor=voice.actor, speed=voice.speed, on=voice.on),
    )


def _beat(beat: Beat) -> wire.Beat:
    return wire.Beat(
        id=beat.beat_id,
        title=beat.title,
        purpose=beat.purpose.value,
        feature=beat.feature,
        screenshotIds=[str(one) for one in beat.screenshot_ids],
    )


def _brand(brand: Brand) -> wire.Brand:
    return wire.Brand(
        name=brand.name,
        ground=brand.ground,
        groundEnd=brand.ground_end,
        accent=brand.accent,
        ink=brand.ink,
        font=brand.font,
        logoUrl=brand.logo_url,
    )


def _motion(motion: MotionPlan) -> wire.MotionPlan:
    return wire.MotionPlan(
        glances=[wire.Glance(at=glance.at, area=_area(glance.area)) for glance in motion.glances],
        presses=[wire.Press(at=press.at, x=press.x, y=press.y, taps=press.taps) for press in motion.presses],
        callouts=[
            wire.Callout(area=_area(one.area), text=one.text, starts=one.starts, ends=one.ends)
            for one in motion.callouts
        ],
    )


def _area(area: Area) -> wire.Area:
    return wire.Area(x=area.x, y=area.y, width=area.width, height=area.height)


def _fit(fit: Fit) -> wire.Fit:
    return wire.Fit(
        score=fit.score,
        reasons=[
            wire.Reason(part=part.name, score=part.score, weight=part.weight, reason=part.reason)
            for part in fit.parts
        ],
        gaps=[
            wire.Gap(
                part=gap.part, field=gap.field, reason=gap.reason, suggestion=gap.suggestion, gain=gap.gain
            )
            for gap in fit.gaps
        ],
    )
