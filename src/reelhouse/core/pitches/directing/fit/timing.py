"""Length and pace."""

from reelhouse.core.pitches.directing.fit.view import Offer, Part, View, share
from reelhouse.core.pitches.directing.lengths import BREATH
from reelhouse.core.pitches.directing.pace import FPS
from reelhouse.core.pitches.directing.targets import A_SCENE, COMFORTABLE
from reelhouse.core.pitches.plan import PlannedScene

FULLEST, EMPTIEST = 1.0, 0.42
LONGEST_LOOK, SHORTEST_LOOK = 9.0, 1.6
SLOW, FAST = 0.85, 1.25
FEWEST_SLIDES, MOST_SLIDES = 5, 10
MOST_OFFERS = 2


def length(view: View) -> Part:
    """Whether people watch that long where such pictures are shown."""
    if view.is_carousel:
        return _slides(view)
    low, high = COMFORTABLE[view.plan.intent.aspect]
    low = round(min(low, A_SCENE * len(view.plan.scenes)))
    seconds = view.seconds
    aspect = view.plan.intent.aspect.value
    if low <= seconds <= high:
        return Part(
            1.0, f"{seconds:g} seconds is a good length for {len(view.plan.scenes)} scenes in {aspect}."
        )
    near = low if seconds < low else high
    score = share(seconds, low) if seconds < low else share(high, seconds)
    told = "short" if seconds < low else "long"
    reason = f"{seconds:g} seconds is {told} in {aspect}; {low} to {high} are watched to the end."
    offers = (
        Offer("intent.targetLengthS", float(near), reason),
        Offer("intent.targetLengthS", float(min(max(view.derived.intent.target_seconds, low), high)), reason),
    )
    return Part(score, reason, offers)


def pace(view: View) -> Part:
    """Whether there is time for the words, and no dead air around them."""
    if view.is_carousel:
        return Part(1.0, "Slides are read at anybody's own pace.")
    voice = view.plan.direction.voice
    if not voice.on:
        reason = "Nobody speaks; a voice carries a pitch."
        return Part(0.6, reason, (Offer("director.voice.on", value=True, reason=reason),))
    scores = [_scene_pace(scene, view) for scene in view.plan.scenes]
    even = sum(scores) / len(scores) if scores else 0.0
    speed = share(FAST, voice.speed) * share(voice.speed, SLOW)
    offers = [*_worst_scenes(view, scores)]
    if speed < 1:
        reason = f"A voice at {voice.speed:g} times its speed is hard to listen to."
        offers.insert(0, Offer("director.voice.speed", 1.0, reason))
    uneven = sum(score < 1 for score in scores)
    said = f"{uneven} scenes are too full or too empty." if uneven else "The words have the time they need."
    return Part(even * speed**2, said, tuple(offers))


def _scene_pace(scene: PlannedScene, view: View) -> float:
    seconds = float(scene.seconds)
    spoken = view.pace.seconds_of(scene.narration)
    filled = spoken / seconds
    if not scene.narration:
        return 0.6
    score = share(FULLEST, filled) ** 2 * share(filled, EMPTIEST)
    return score * share(LONGEST_LOOK, seconds) * share(seconds, SHORTEST_LOOK)


def _worst_scenes(view: View, scores: list[float]) -> list[Offer]:
    offers: list[Offer] = []
    for place in sorted(range(len(scores)), key=lambda one: (scores[one], one))[:MOST_OFFERS]:
        if scores[place] >= 1:
            break
        scene = view.plan.scenes[place]
        path = f"scenes[{place}]"
        spoken = view.pace.frames_of(scene.narration)
        better = view.derived_scene(scene.scene_id)
        if scene.narration:
            reason = f"{float(scene.seconds):g} seconds do not suit {len(scene.narration.split())} words."
            offers.append(Offer(f"{path}.durationS", round((spoken + BREATH) / FPS, 3), reason))
        if better is not None and better.narration != scene.narration:
            reason = (
                "These words do not fill their scene well." if scene.narration else "Nothing is said here."
            )
            offers.append(Offer(f"{path}.narrationText", better.narration, reason))
    return offers


def _slides(view: View) -> Part:
    count = len(view.plan.scenes)
    low = min(FEWEST_SLIDES, len(view.derived.scenes))
    if low <= count <= MOST_SLIDES:
        return Part(1.0, f"{count} slides are a good length.")
    return Part(share(count, low), f"{count} slides are few; {low} or more carry a story.")
