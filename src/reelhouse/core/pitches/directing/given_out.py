"""A plan as it is given out: the wishes that it would be if it came back unchanged."""

from reelhouse.core.pitches.asked import (
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
from reelhouse.core.pitches.plan import Beat, Direction, Plan, PlannedScene

CUT = "cut"
"""A scene that takes over without a transition."""


def asked_of(plan: Plan) -> Asked:
    """The whole of a plan as if a caller wished for it: what comes back when nothing was changed."""
    return Asked(
        intent=_intent(plan), direction=_direction(plan.direction), scenes=tuple(map(_scene, plan.scenes))
    )


def _intent(plan: Plan) -> AskedIntent:
    intent = plan.intent
    return AskedIntent(
        artifact_type=intent.artifact_type.value,
        goal=intent.goal,
        audience=intent.audience,
        tone=intent.tone.value if intent.tone else None,
        aspect=intent.aspect.value,
        target_seconds=intent.target_seconds,
        caption_style=intent.caption_style,
        brand_kit_id=intent.brand_kit_id,
        voice_profile_id=intent.voice_profile_id,
    )


def _direction(direction: Direction) -> AskedDirection:
    music, brand, voice = direction.music, direction.brand, direction.voice
    return AskedDirection(
        outline=tuple(map(_asked_beat, direction.outline)),
        hook=direction.hook,
        cta=direction.cta,
        music=AskedMusic(music.source.value, music.mood.value if music.mood else None, music.upload_url),
        smart_zoom=direction.smart_zoom,
        transitions=direction.transitions.value,
        portrait_layout=direction.portrait_layout.value if direction.portrait_layout else None,
        narrative_template=direction.narrative_template.value,
        opening_style=direction.opening_style.value,
        hero_beat=direction.hero_beat,
        brand=AskedBrand(
            brand.name, brand.ground, brand.ground_end, brand.accent, brand.ink, brand.font, brand.logo_url
        ),
        voice=AskedVoice(voice.actor, voice.speed, voice.on),
    )


def _asked_beat(beat: Beat) -> AskedBeat:
    return AskedBeat(
        beat.beat_id, beat.title, beat.purpose.value, beat.feature, tuple(map(str, beat.screenshot_ids))
    )


def _scene(scene: PlannedScene) -> AskedScene:
    slide = scene.slide
    return AskedScene(
        scene_id=scene.scene_id,
        screenshot_id=str(scene.screenshot_id) if scene.screenshot_id else None,
        seconds=float(scene.seconds),
        narration=scene.narration,
        emotion=scene.emotion.value,
        importance=scene.importance,
        kinetic_text=scene.kinetic_text,
        layout=scene.layout.value,
        transition=scene.transition.value if scene.transition else CUT,
        motion=scene.motion,
        slide=AskedSlide(slide.kicker, slide.headline, slide.body) if slide else None,
    )
