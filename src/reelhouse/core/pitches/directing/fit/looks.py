"""Readability, aspect and variety."""

from collections import Counter

from reelhouse.core.pitches.directing.fit.view import Offer, Part, View, share
from reelhouse.core.pitches.directing.intents import aspect_for
from reelhouse.core.pitches.directing.phrasing import opening_of
from reelhouse.core.pitches.directing.words import cut_at_word, shortened
from reelhouse.core.pitches.plan import CAPTIONS_OFF, PlannedScene, Role, Transitions
from reelhouse.media.composition import Aspect
from reelhouse.media.contrast import BODY, worst

READING_START, READING_WORD = 0.4, 0.28
"""Seconds to find large words, and to read one."""

MOST_HEADLINE, MOST_BODY = 10, 32
UPRIGHT = frozenset({Aspect.PORTRAIT, Aspect.TALL})
NEAR, FAR = 0.7, 0.35
MOST_OFFERS = 2


def readability(view: View) -> Part:
    """Whether all of it can be read: without sound, in time, and against its ground."""
    brand = view.plan.direction.brand
    contrast = share(worst(brand.ink, (brand.ground, brand.ground_end)), BODY)
    if view.is_carousel:
        return _slides(view, contrast)
    has_captions = view.plan.intent.caption_style != CAPTIONS_OFF
    scores = [_time_to_read(scene) for scene in view.plan.scenes]
    in_time = sum(scores) / len(scores) if scores else 0.0
    score = 0.4 * has_captions + 0.4 * in_time + 0.2 * contrast
    offers: list[Offer] = []
    if not has_captions and view.default_style:
        reason = "Most people watch without sound, and captions are off."
        offers.append(Offer("intent.captionStyle", view.default_style, reason))
    for place in sorted(range(len(scores)), key=lambda one: (scores[one], one))[:MOST_OFFERS]:
        scene = view.plan.scenes[place]
        if scores[place] < 1:
            words = max(int((float(scene.seconds) - READING_START) / READING_WORD), 1)
            reason = (
                f"{float(scene.seconds):g} seconds are short for {len(scene.kinetic_text.split())} words."
            )
            offers.append(Offer(f"scenes[{place}].kineticText", shortened(scene.kinetic_text, words), reason))
    said = "Words are large, few and long enough on the screen."
    if score < 1:
        said = offers[0].reason if offers else "Some words cannot be read well."
    return Part(score, said, tuple(offers))


def aspect(view: View) -> Part:
    """Whether the picture has the shape of where it will be watched."""
    intent = view.plan.intent
    best = aspect_for(view.subject, view.goal, intent.audience, intent.artifact_type)
    if intent.aspect is best:
        return Part(1.0, f"{intent.aspect.value} is where this audience watches.")
    near = (intent.aspect in UPRIGHT) == (best in UPRIGHT) or Aspect.SQUARE in {intent.aspect, best}
    reason = (
        f"{best.value} suits this goal, its audience and its screenshots better than {intent.aspect.value}."
    )
    return Part(NEAR if near else FAR, reason, (Offer("intent.aspect", best.value, reason),))


def variety(view: View) -> Part:
    """Whether it goes on without repeating itself."""
    scenes = view.plan.scenes
    texts = [scene.narration or (scene.slide.headline if scene.slide else "") for scene in scenes]
    openings = Counter(opening_of(text) for text in texts if text)
    said = share(len(openings), sum(openings.values()))
    screens = [scene.screenshot_id for scene in scenes if scene.screenshot_id and scene.role is Role.BEAT]
    shown = share(len(set(screens)), len(screens))
    moves = view.is_carousel or view.plan.direction.transitions is not Transitions.CUT
    score = 0.5 * said**2 + 0.35 * shown + 0.15 * moves
    if score >= 1:
        return Part(1.0, "No scene begins, looks or comes in like the one before.")
    offers = _other_words(view, texts, openings)
    if shown < 1:
        offers += _other_screens(view)
    if not moves:
        reason = "Every scene comes in by a plain cut."
        offers.append(Offer("director.transitions", Transitions.MIXED.value, reason))
    reason = offers[0].reason if offers else "Some scenes are alike."
    return Part(score, reason, tuple(offers))


def _other_words(view: View, texts: list[str], openings: Counter[str]) -> list[Offer]:
    offers: list[Offer] = []
    seen: set[str] = set()
    for place, (scene, text) in enumerate(zip(view.plan.scenes, texts, strict=True)):
        opening = opening_of(text)
        if text and opening in seen and not view.is_carousel and len(offers) < MOST_OFFERS:
            fresh = view.derived_scene(scene.scene_id)
            if fresh is not None and opening_of(fresh.narration) not in openings:
                reason = f"{openings[opening]} scenes begin with the same words."
                offers.append(Offer(f"scenes[{place}].narrationText", fresh.narration, reason))
        seen.add(opening)
    return offers


def _other_screens(view: View) -> list[Offer]:
    """Screenshots that are not shown, in the place of those that are shown twice."""
    shown = [scene.screenshot_id for scene in view.plan.scenes]
    unused = [one.screenshot_id for one in view.subject.screens if one.screenshot_id not in shown]
    twice = [
        place
        for place, scene in enumerate(view.plan.scenes)
        if scene.role is Role.BEAT and scene.screenshot_id and scene.screenshot_id in shown[:place]
    ]
    reason = "A screenshot is shown twice."
    return [
        Offer(f"scenes[{place}].screenshotId", str(screen), reason)
        for place, screen in zip(twice[:MOST_OFFERS], unused, strict=False)
    ]


def _time_to_read(scene: PlannedScene) -> float:
    words = len(scene.kinetic_text.split())
    return share(float(scene.seconds), READING_START + READING_WORD * words) if words else 1.0


def _slides(view: View, contrast: float) -> Part:
    offers: list[Offer] = []
    scores: list[float] = []
    for place, scene in enumerate(view.plan.scenes):
        if scene.slide is None:
            continue
        headline, body = len(scene.slide.headline.split()), len(scene.slide.body.split())
        scores.append((share(MOST_HEADLINE, headline) + share(MOST_BODY, body)) / 2)
        path = f"scenes[{place}].slideSpec"
        if headline > MOST_HEADLINE:
            text = shortened(scene.slide.headline, MOST_HEADLINE)
            offers.append(Offer(f"{path}.headline", text, "A headline is read in passing."))
        if body > MOST_BODY:
            text = f"{shortened(cut_at_word(scene.slide.body, 200), MOST_BODY)}."
            offers.append(Offer(f"{path}.body", text, "A slide with that many words is not read."))
    score = 0.8 * (sum(scores) / len(scores) if scores else 0.0) + 0.2 * contrast
    return Part(
        score, offers[0].reason if offers else "Every slide can be read at a glance.", tuple(offers[:3])
    )
