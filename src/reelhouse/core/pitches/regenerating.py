"""Making a part of an artifact again: whatever is not in scope stays exactly as it was."""

from dataclasses import replace
from fractions import Fraction

from reelhouse.core.pitches.asked import Asked, AskedDirection, AskedIntent
from reelhouse.core.pitches.errors import ScopeUnknown
from reelhouse.core.pitches.plan import ArtifactType, Plan
from reelhouse.core.pitches.records import Scope
from reelhouse.core.pitches.settings import PitchSettings
from reelhouse.kit.money import MICROS_PER_CENT, MicroDollars

VIDEO_ONLY = frozenset({Scope.NARRATION, Scope.MUSIC, Scope.CAPTIONS})
WHOLE = frozenset({Scope.ALL, Scope.CONFIG})


def check_scope(plan: Plan, scope: Scope, target_id: str | None) -> None:
    """Raises `ScopeUnknown` for a scope that this kind of artifact lacks, or a scene that it has not."""
    if plan.intent.artifact_type is ArtifactType.CAROUSEL and scope in VIDEO_ONLY:
        known = tuple(one.value for one in Scope if one not in VIDEO_ONLY)
        raise ScopeUnknown("scope", scope.value, known)
    scenes = tuple(scene.scene_id for scene in plan.scenes)
    if scope is Scope.SCENE and target_id not in scenes:
        raise ScopeUnknown("targetId", target_id or "", scenes)


def within(asked: Asked, scope: Scope) -> Asked:
    """The part of some wishes that a regeneration of this scope may follow."""
    if scope in WHOLE:
        return asked
    direction = AskedDirection()
    if scope is Scope.NARRATION:
        direction = replace(direction, voice=asked.direction.voice)
    if scope is Scope.MUSIC:
        direction = replace(direction, music=asked.direction.music)
    if scope is Scope.POSTER:
        direction = replace(direction, hero_beat=asked.direction.hero_beat)
    intent = AskedIntent()
    if scope is Scope.CAPTIONS:
        intent = replace(intent, caption_style=asked.intent.caption_style)
    if scope is Scope.NARRATION:
        intent = replace(intent, voice_profile_id=asked.intent.voice_profile_id)
    return Asked(intent, direction, asked.scenes if scope in {Scope.SCENE, Scope.NARRATION} else None)


def regenerated(old: Plan, new: Plan, scope: Scope, target_id: str | None) -> Plan:
    """The old plan with what is in scope taken from the new one; its estimate is the new one's by parts."""
    if scope in WHOLE:
        return new
    intent, direction = old.intent, old.direction
    if scope is Scope.CAPTIONS:
        intent = replace(intent, caption_style=new.intent.caption_style)
    if scope is Scope.MUSIC:
        direction = replace(direction, music=new.direction.music)
    if scope is Scope.POSTER:
        direction = replace(direction, hero_beat=new.direction.hero_beat)
    if scope is Scope.NARRATION:
        intent = replace(intent, voice_profile_id=new.intent.voice_profile_id)
        direction = replace(direction, voice=new.direction.voice)
    told = {scene.scene_id: scene for scene in new.scenes}
    scenes = []
    for scene in old.scenes:
        again = told.get(scene.scene_id, scene)
        if scope is Scope.SCENE and scene.scene_id == target_id:
            scenes.append(again)
        elif scope is Scope.NARRATION:
            scenes.append(replace(scene, narration=again.narration, seconds=again.seconds))
        else:
            scenes.append(scene)
    estimate = replace(
        old.estimate,
        seconds=sum((scene.seconds for scene in scenes), Fraction(0)),
        spoken_characters=sum(len(scene.narration) for scene in scenes),
    )
    return replace(
        old,
        intent=intent,
        direction=direction,
        scenes=tuple(scenes),
        estimate=estimate,
        warnings=new.warnings,
    )


def price_again(plan: Plan, scope: Scope, target_id: str | None, prices: PitchSettings) -> MicroDollars:
    """What is made again at the price of a render, in whole cents, and one cent at the least.

    New music or another poster makes no scene again.
    """
    touched = [scene for scene in plan.scenes if scope is not Scope.SCENE or scene.scene_id == target_id]
    if scope in {Scope.MUSIC, Scope.POSTER}:
        touched = []
    if plan.intent.artifact_type is ArtifactType.CAROUSEL:
        amount = Fraction(len(touched) * prices.slide)
    else:
        amount = sum((scene.seconds for scene in touched), Fraction(0)) * prices.second
    return MicroDollars(max(1, -int(-amount // MICROS_PER_CENT)) * MICROS_PER_CENT)
