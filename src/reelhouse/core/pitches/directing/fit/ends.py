"""The hook in the first three seconds, and the call to action."""

from reelhouse.core.pitches.directing.fit.view import Offer, Part, View, share, texts_of
from reelhouse.core.pitches.directing.hooks import HOOK_SECONDS, calls_for, hooks_for
from reelhouse.core.pitches.directing.texts.calls import STARTS
from reelhouse.core.pitches.directing.vocabulary import vocabulary
from reelhouse.core.pitches.directing.words import stems, words_of
from reelhouse.core.pitches.plan import Opening, Role

LONGEST_CALL = 8
TO_A_VIEWER = vocabulary("you your you're you'll why what how who still ready imagine meet stop")
MOST_OFFERS = 3


def hook(view: View) -> Part:
    """Whether somebody who scrolls by is told at once what it is about."""
    text = view.plan.direction.hook
    narrative, beats = view.plan.direction.narrative_template, len(view.plan.direction.outline)
    in_time = share(HOOK_SECONDS, view.pace.seconds_of(text)) ** 2 if text else 0.0
    about = _about(text, view)
    comes_first = _comes_first(view)
    score = 0.4 * in_time + 0.35 * about + 0.25 * comes_first
    if score >= 1:
        return Part(1.0, "The first sentence is said within three seconds, and speaks of the goal.")
    faults = []
    if not text:
        faults.append("there is no hook")
    elif in_time < 1:
        faults.append(f"it takes {view.pace.seconds_of(text):.1f} seconds to say")
    if text and about < 1:
        faults.append("it says little of the goal")
    if comes_first < 1:
        faults.append("it does not come first")
    reason = f"The hook could be stronger: {', and '.join(faults)}."
    offers = [
        Offer("director.hook", one, reason) for one in hooks_for(view.goal, narrative, beats)[:MOST_OFFERS]
    ]
    if view.plan.direction.opening_style is Opening.LOGO:
        offers.append(Offer("director.openingStyle", Opening.HOOK_CARD.value, reason))
    if comes_first < 1 and view.plan.scenes and not view.is_carousel:
        offers.append(Offer("scenes[0].narrationText", text or view.derived.direction.hook, reason))
    return Part(score, reason, tuple(offers))


def call(view: View) -> Part:
    """Whether a viewer is told what to do now."""
    text = view.plan.direction.cta
    words = words_of(text.lower())
    orders = 1.0 if words and words[0] in STARTS else 0.0
    brief = share(LONGEST_CALL, len(words)) if words else 0.0
    named = _names_it(text, view) if words else 0.0
    closing = view.first(Role.CLOSING)
    told = 1.0 if closing is not None and stems(text) <= stems(texts_of(view.plan.scenes[closing])) else 0.0
    told = told if words else 0.0
    score = 0.35 * orders + 0.15 * brief + 0.25 * named + 0.25 * told
    if score >= 1:
        return Part(1.0, "It ends by saying what to do now.")
    reason = "The call to action could be clearer: say what to do, in a few words, by the product's name."
    offers = [Offer("director.cta", one, reason) for one in calls_for(view.goal)[:MOST_OFFERS]]
    if closing is None:
        offers.insert(
            0, Offer(f"scenes[{len(view.plan.scenes)}].id", "closing", "There is no closing scene.")
        )
    elif not told and words and not view.is_carousel:
        offers.append(Offer(f"scenes[{closing}].narrationText", text, "The closing scene does not say it."))
    elif not told and words:
        offers.append(Offer(f"scenes[{closing}].slideSpec.headline", text, "The last slide does not say it."))
    return Part(score, reason, tuple(offers))


def _about(text: str, view: View) -> float:
    """Words of the goal, or at least words to a viewer."""
    said = stems(text)
    if said & view.wanted.keys() or (view.goal.product and stems(view.goal.product) & said):
        return 1.0
    is_for_viewer = any(word.lower() in TO_A_VIEWER for word in words_of(text))
    if not view.wanted:
        return 1.0 if text else 0.0
    return 0.4 if is_for_viewer else 0.0


def _comes_first(view: View) -> float:
    scenes = view.plan.scenes
    if not scenes or not view.plan.direction.hook:
        return 0.0
    hooked = stems(view.plan.direction.hook)
    if view.plan.direction.opening_style is Opening.LOGO:
        return 0.6
    return 1.0 if not hooked or len(hooked & stems(texts_of(scenes[0]))) * 2 >= len(hooked) else 0.0


def _names_it(text: str, view: View) -> float:
    product = stems(view.goal.product)
    return 1.0 if not product or product & stems(text) else 0.4
