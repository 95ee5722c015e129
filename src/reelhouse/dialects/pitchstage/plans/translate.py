"""From the plan object of a request to wishes; nothing here asks anybody."""

from reelhouse.core.pitches.asked import (
    NO_WISHES,
    Asked,
    AskedBeat,
    AskedBrand,
    AskedDirection,
    AskedIntent,
    AskedMusic,
    AskedScene,
    AskedSlide,
    AskedVoice,
)
from reelhouse.core.pitches.plan import Callout, Glance, MotionPlan, Press
from reelhouse.dialects.pitchstage.plans import wire
from reelhouse.media.screens import Area


def asked_from_wire(body: wire.PlanRequest | None) -> Asked:
    if body is None:
        return NO_WISHES
    return Asked(
        intent=intent_from_wire(body.intent),
        direction=_direction(body.director),
        scenes=None if body.scenes is None else tuple(_scene(scene) for scene in body.scenes),
    )


def intent_from_wire(intent: wire.Intent | None) -> AskedIntent:
    if intent is None:
        return AskedIntent()
    return AskedIntent(
        artifact_type=intent.artifactType,
        goal=intent.goal,
        audience=intent.audience,
        tone=intent.tone,
        aspect=intent.aspect,
        target_seconds=intent.targetLengthS,
        caption_style=intent.captionStyle,
        brand_kit_id=intent.brandKitId,
        voice_profile_id=intent.voiceProfileId,
    )


def _direction(director: wire.Director | None) -> AskedDirection:
    if director is None:
        return AskedDirection()
    return AskedDirection(
        outline=None if director.outline is None else tuple(_beat(beat) for beat in director.outline),
        hook=director.hook,
        cta=director.cta,
        music=None if director.music is None else _music(director.music),
        smart_zoom=director.smartZoom,
        transitions=director.transitions,
        portrait_layout=director.portraitLayout,
        narrative_template=director.narrativeTemplate,
        opening_style=director.openingStyle,
        hero_beat=director.heroBeatIdx,
        brand=None if director.brand is None else _brand(director.brand),
        voice=None if director.voice is None else _voice(director.voice),
    )


def _beat(beat: wire.Beat) -> AskedBeat:
    return AskedBeat(
        beat_id=beat.id,
        title=beat.title,
        purpose=beat.purpose,
        feature=beat.feature,
        screenshot_ids=None if beat.screenshotIds is None else tuple(beat.screenshotIds),
    )


def _music(music: wire.Music) -> AskedMusic:
    return AskedMusic(source=music.source, mood=music.mood, upload_url=music.uploadUrl)


def _brand(brand: wire.Brand) -> AskedBrand:
    return AskedBrand(
        name=brand.name,
        ground=brand.ground,
        ground_end=brand.groundEnd,
        accent=brand.accent,
        ink=brand.ink,
        font=brand.font,
        logo_url=brand.logoUrl,
    )


def _voice(voice: wire.Voice) -> AskedVoice:
    return AskedVoice(actor=voice.actor, speed=voice.speed, on=voice.on)


def _scene(scene: wire.Scene) -> AskedScene:
    slide = scene.slideSpec
    return AskedScene(
        scene_id=scene.id,
        screenshot_id=scene.screenshotId,
        seconds=scene.durationS,
        narration=scene.narrationText,
        emotion=scene.emotion,
        importance=scene.importance,
        kinetic_text=scene.kineticText,
        layout=scene.layout,
        transition=scene.transition,
        motion=None if scene.motionPlan is None else _motion(scene.motionPlan),
        slide=None if slide is None else AskedSlide(slide.kicker, slide.headline, slide.body),
    )


def _motion(motion: wire.MotionPlan) -> MotionPlan:
    return MotionPlan(
        glances=tuple(Glance(glance.at, _area(glance.area)) for glance in motion.glances),
        presses=tuple(Press(press.at, press.x, press.y, press.taps) for press in motion.presses),
        callouts=tuple(
            Callout(_area(callout.area), callout.text, callout.starts, callout.ends)
            for callout in motion.callouts
        ),
    )


def _area(area: wire.Area) -> Area:
    return Area(area.x, area.y, area.width, area.height)
