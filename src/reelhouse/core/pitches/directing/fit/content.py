"""Coverage of the features, and the goal's words."""

import re
from uuid import UUID

from reelhouse.core.pitches.directing.benefits import YOURS
from reelhouse.core.pitches.directing.fit.view import Offer, Part, View
from reelhouse.core.pitches.directing.goal import OF_THE_TRADE, Goal
from reelhouse.core.pitches.directing.hooks import calls_for, hooks_for
from reelhouse.core.pitches.directing.names import Sense, name_of
from reelhouse.core.pitches.directing.narrating import UNNAMED
from reelhouse.core.pitches.directing.phrasing import filled
from reelhouse.core.pitches.directing.texts import details, leads
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import LEADING_ON, capitalised, listed, stem, stems
from reelhouse.core.pitches.plan import MOST_KINETIC_WORDS, PlannedScene, Role

SPOKEN, SHOWN = 0.65, 0.35
ENOUGH = 0.8
"""Of the goal's words: a goal has some that nobody would say to a viewer."""

CLAUSE = re.compile(r"[.,;:!?()]")
NOT_WRITTEN = OF_THE_TRADE - {"app", "tool", "product", "features"} | vocabulary(
    "invite remind teach to that which who how why help helps lets show tell get convince"
)
SPEAKING = 0.3
ONLY_TOLD = 0.5
ONLY_NAMED = 0.5


def coverage(view: View) -> Part:
    """Whether every feature, and every loose screenshot, has its scene, and words that speak of it."""
    groups = _groups(view)
    if not groups:
        return Part(0.5, "There is nothing to show yet.")
    shown = {scene.screenshot_id for scene in view.plan.scenes if scene.screenshot_id}
    beats = {scene.beat for scene in view.plan.scenes if scene.beat is not None}
    told = {beat.feature for place, beat in enumerate(view.plan.direction.outline) if place in beats}
    scores = [
        1.0 if shown.intersection(screens) else ONLY_TOLD if feature in told and feature else 0.0
        for feature, screens in groups
    ]
    empty = _scenes_that_say_nothing(view)
    bare = _scenes_that_only_name(view)
    spoken = 1 - (len(empty) + ONLY_NAMED * bare) / max(len(view.plan.scenes), 1)
    score = (1 - SPEAKING) * sum(scores) / len(scores) + SPEAKING * spoken
    left = [group for group, score in zip(groups, scores, strict=True) if score < 1]
    if not left and not empty and not bare:
        return Part(1.0, "Every feature is shown and spoken of.")
    reason, silent, offers = "", "", list[Offer]()
    if bare:
        silent = (
            f"{bare} scenes only name their feature; words on their screens, or your own, would say more."
        )
    if left:
        names = listed([feature or "a screenshot" for feature, _ in left][:3])
        reason = f"{len(left)} of {len(groups)} are not shown: {names}."
        offers += _places_for(view, groups, [screens[0] for _, screens in left if screens], reason)
    if empty:
        silent = f"The words of {len(empty)} scenes would suit any picture."
        offers += _words_for(view, empty[:3], silent)
    return Part(score, reason or silent, tuple(offers))


def goal_words(view: View) -> Part:
    """Whether the words of the goal are said, or at least seen."""
    if not view.wanted:
        return Part(1.0, "The goal names nothing that has to be said.")
    scenes = view.plan.scenes
    said = stems(" ".join(f"{scene.narration} {_slide_words(scene)}" for scene in scenes))
    large = stems(" ".join(f"{scene.kinetic_text} {_slide_words(scene)}" for scene in scenes))
    seen = large | stems(view.plan.direction.cta) | _screen_stems(view)
    got = sum(SPOKEN * (one in said) + SHOWN * (one in seen) for one in view.wanted)
    missing = [word for one, word in view.wanted.items() if one not in said]
    score = min(got / max(ENOUGH * len(view.wanted), 1.0), 1.0)
    if score >= 1:
        return Part(1.0, "The pitch speaks of what the goal speaks of, and shows it.")
    unseen = [word for one, word in view.wanted.items() if one not in seen]
    reason = f"The goal's words {listed((missing or unseen)[:4])} are not {'said' if missing else 'seen'}."
    return Part(score, reason, tuple(_offers_to_say(view, missing, unseen, reason)))


def _groups(view: View) -> list[tuple[str, tuple[UUID, ...]]]:
    features = [
        (feature.name, tuple(shown.screenshot_id for shown in feature.screens))
        for feature in view.subject.features
    ]
    return [*features, *(("", (shown.screenshot_id,)) for shown in view.subject.loose)]


def _scenes_that_say_nothing(view: View) -> list[int]:
    """Scenes of the outline whose words name neither feature nor goal, nor anything on the screen."""
    outline = view.plan.direction.outline
    seen = {one.screenshot_id: one.seen for one in view.subject.screens}
    empty: list[int] = []
    for place, scene in enumerate(view.plan.scenes):
        if scene.role is not Role.BEAT:
            continue
        if not scene.narration and scene.kinetic_text and not view.is_carousel:
            continue  # its beat was spoken of in the scene before
        title = outline[scene.beat].title if scene.beat is not None and scene.beat < len(outline) else ""
        known = stems(title) | view.wanted.keys() | stems(view.goal.product)
        said = stems(f"{scene.narration} {_slide_words(scene)}")
        screen = seen.get(scene.screenshot_id) if scene.screenshot_id else None
        if not said & known and not (screen and any(stems(one.words) & said for one in screen.regions)):
            empty.append(place)
    return empty


def _scenes_that_only_name(view: View) -> int:
    """Scenes that tell nothing beyond a feature's name: no word of the goal, and none from the screen."""
    outline = view.plan.direction.outline
    count = 0
    for scene in view.plan.scenes:
        if scene.role is not Role.BEAT or scene.beat is None or scene.beat >= len(outline):
            continue
        said = stems(f"{scene.narration} {_slide_words(scene)}")
        title = stems(outline[scene.beat].title)
        count += bool(said & title) and said <= title | leads.STEMS and not said & view.wanted.keys()
    return count


def _words_for(view: View, places: list[int], reason: str) -> list[Offer]:
    """The director's own words where they say more; else the name of the feature in a sentence."""
    offers: list[Offer] = []
    for place in places:
        scene = view.plan.scenes[place]
        beat = view.plan.direction.outline[scene.beat] if scene.beat is not None else None
        if view.is_carousel or beat is None or beat.title.startswith(UNNAMED):
            continue
        fresh = view.derived_scene(scene.scene_id)
        sentence = f"{scene.narration} That's {name_of(beat.title).the}.".strip()
        if fresh is not None and fresh.narration != scene.narration:
            offers.append(Offer(f"scenes[{place}].narrationText", fresh.narration, reason))
        if name_of(beat.title).sense is Sense.THING:
            offers.append(Offer(f"scenes[{place}].narrationText", sentence, reason))
    return offers


def _places_for(
    view: View, groups: list[tuple[str, tuple[UUID, ...]]], waiting: list[UUID], reason: str
) -> list[Offer]:
    """Scenes that show what another one shows too, the least important first; else a new scene."""
    of = {screen: number for number, (_, screens) in enumerate(groups) for screen in screens}
    shown = [of.get(scene.screenshot_id, -1) if scene.screenshot_id else -1 for scene in view.plan.scenes]
    spare = [
        place
        for place, scene in enumerate(view.plan.scenes)
        if scene.role is Role.BEAT and (shown[place] < 0 or shown.count(shown[place]) > 1)
    ]
    spare.sort(key=lambda place: (view.plan.scenes[place].importance, -place))
    offers: list[Offer] = []
    for number, screen in enumerate(waiting):
        place = spare[number] if number < len(spare) else len(view.plan.scenes) + number - len(spare)
        if place > len(view.plan.scenes):
            break
        offers.append(Offer(f"scenes[{place}].screenshotId", str(screen), reason))
    return offers


def _slide_words(scene: PlannedScene) -> str:
    return f"{scene.slide.headline} {scene.slide.body}" if scene.slide else ""


def _screen_stems(view: View) -> frozenset[str]:
    shown = {scene.screenshot_id for scene in view.plan.scenes}
    screens = (one.seen for one in view.subject.screens if one.screenshot_id in shown)
    return frozenset[str]().union(*(stems(region.words) for seen in screens for region in seen.regions))


def _offers_to_say(view: View, missing: list[str], unseen: list[str], reason: str) -> list[Offer]:
    """A hook or a call from the goal, its words written large, and a sentence for the hero's scene."""
    direction, goal = view.plan.direction, view.goal
    wanted = frozenset(map(stem, missing))
    offers: list[Offer] = []
    hooks = hooks_for(goal, direction.narrative_template, len(direction.outline))
    best = max(hooks, key=lambda one: len(stems(one) & wanted))
    if stems(best) & wanted - stems(direction.hook):
        offers.append(Offer("director.hook", best, reason))
    best = max(calls_for(goal), key=lambda one: len(stems(one) & wanted))
    if stems(best) & wanted - stems(direction.cta):
        offers.append(Offer("director.cta", best, reason))
    phrase = essence_of(goal, frozenset(map(stem, unseen)))
    if phrase:
        place = _quietest(view, frozenset(map(stem, unseen)))
        offers.append(Offer(f"scenes[{place}].kineticText", phrase, reason))
    offers += _spoken_offer(view, wanted, reason)
    return offers


def _spoken_offer(view: View, wanted: frozenset[str], reason: str) -> list[Offer]:
    goal = view.goal
    beats = [place for place, scene in enumerate(view.plan.scenes) if scene.role is Role.BEAT]
    if view.is_carousel or not beats:
        return []
    if stems(goal.benefit) & wanted:
        sentence = filled(details.BENEFITS[0], {"do": goal.benefit})
    elif stems(goal.audience) & wanted:
        sentence = f"Made for {goal.audience}."
    else:
        return []
    place = max(beats, key=lambda one: (view.plan.scenes[one].importance, -one))
    narration = f"{view.plan.scenes[place].narration} {sentence}".strip()
    return [Offer(f"scenes[{place}].narrationText", narration, reason)]


def _quietest(view: View, wanted: frozenset[str]) -> int:
    """The scene whose large words are missed least: it has none, or it counts little."""
    scenes = view.plan.scenes

    def loss(place: int) -> tuple[bool, bool, float, int]:
        scene = scenes[place]
        carries = bool(stems(scene.kinetic_text) & (view.wanted.keys() - wanted))
        return bool(scene.kinetic_text), carries, scene.importance, place

    return min(range(len(scenes)), key=loss) if scenes else 0


def essence_of(goal: Goal, wanted: frozenset[str]) -> str:
    """The few words of a goal, as they stand in it, that say most of what is `wanted`."""
    best, most = "", 0
    for clause in CLAUSE.split(goal.text):
        words = [word.strip("\"'") for word in clause.split()]
        for start in range(len(words)):
            for end in range(start + 1, min(start + MOST_KINETIC_WORDS, len(words)) + 1):
                part = words[start:end]
                found = len({stem(word) for word in part} & wanted)
                if found > most and not _is_scrap(part) and not _is_torn(part, goal):
                    best, most = " ".join(part), found
    if best and stems(best) == stems(goal.audience):
        return f"Made for {best}"
    return capitalised(" ".join(YOURS.get(word.lower(), word) for word in best.split()))


def _is_torn(part: list[str], goal: Goal) -> bool:
    """Whether an audience stands in it with something else."""
    said, audience = stems(" ".join(part)), stems(goal.audience)
    return bool(said & audience) and said != audience


def _is_scrap(part: list[str]) -> bool:
    """Whether words were torn out of a sentence, or speak of the pitch and not of the product."""
    ends = {part[0].lower(), part[-1].lower()}
    return bool(ends & LEADING_ON) or any(word.lower() in NOT_WRITTEN for word in part)
