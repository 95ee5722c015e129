"""The eight templates: beats with their share of the script, what is seen in them, and their labels."""

from dataclasses import dataclass
from enum import StrEnum

from reelhouse.core.videos.types import Template
from reelhouse.media.composition import TransitionKind


class Look(StrEnum):
    """What a shot of a template shows. `PRODUCT` is the product's own picture where there is one."""

    MEDIUM = "medium"
    CLOSE = "close"
    PICTURE = "picture"
    PRODUCT = "product"
    PICTURE_WITH_PRESENTER = "picture_with_presenter"
    PRODUCT_WITH_PRESENTER = "product_with_presenter"


@dataclass(frozen=True, slots=True)
class Beat:
    """A part of a story. `share` is weighed against the other beats of its template.

    `looks` follow each other at the borders of phrases; the first is the one that stays when there is no
    room for all. A phrase that begins with one of the `cues`, the plainest first, begins the beat when it
    is not far away. `label` stands over the first shot, and over all when it is `lasting`. Pictures of the
    beat are drawn in its `setting`.
    """

    share: float
    looks: tuple[Look, ...]
    label: str | None = None
    lasting: bool = False
    transition: TransitionKind | None = None
    cues: tuple[str, ...] = ()
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """Beats in order. `items` are the looks that take turns over the items of a list, with their numbers."""

    beats: tuple[Beat, ...]
    items: tuple[Look, ...] = ()
    item_transition: TransitionKind | None = None


def _cues(words: str) -> tuple[str, ...]:
    return tuple(words.split())


MEDIUM, CLOSE, PICTURE, PRODUCT = Look.MEDIUM, Look.CLOSE, Look.PICTURE, Look.PRODUCT
WITH_PICTURE, WITH_PRODUCT = Look.PICTURE_WITH_PRESENTER, Look.PRODUCT_WITH_PRESENTER
STARS = "★★★★★"

STRUCTURES: dict[Template, Structure] = {
    Template.MONOLOGUE: Structure(
        (
            Beat(0.4, (MEDIUM,)),
            Beat(0.35, (CLOSE,)),
            Beat(0.25, (MEDIUM,), cues=_cues("so that's because and")),
        )
    ),
    Template.TESTIMONIAL: Structure(
        (
            Beat(0.3, (CLOSE,), STARS),
            Beat(
                0.4, (PRODUCT, MEDIUM), transition=TransitionKind.DISSOLVE, cues=_cues("after since now then")
            ),
            Beat(0.3, (CLOSE,), cues=_cues("now honestly so today")),
        )
    ),
    Template.PRODUCT_REVIEW: Structure(
        (
            Beat(0.25, (MEDIUM,), "Review"),
            Beat(0.25, (PRODUCT,), transition=TransitionKind.ZOOM, cues=_cues("it this the")),
            Beat(0.3, (MEDIUM, PICTURE), cues=_cues("what i but and")),
            Beat(0.2, (CLOSE,), "Verdict", cues=_cues("overall so verdict honestly if")),
        )
    ),
    Template.PROBLEM_SOLUTION: Structure(
        (
            Beat(
                0.45,
                (CLOSE, PICTURE),
                "The problem",
                lasting=True,
            ),
            Beat(
                0.4,
                (MEDIUM, PRODUCT),
                "The fix",
                lasting=True,
                transition=TransitionKind.WIPE,
                cues=_cues("then until but meet enter instead that's with so this here now"),
            ),
            Beat(0.15, (MEDIUM,)),
        )
    ),
    Template.SAAS_REVIEW: Structure(
        (
            Beat(0.25, (MEDIUM,), "Software review"),
            Beat(
                0.3,
                (WITH_PRODUCT,),
                transition=TransitionKind.SLIDE,
                cues=_cues("it this you i"),
                setting="a dashboard on a computer",
            ),
            Beat(
                0.25,
                (WITH_PICTURE,),
                transition=TransitionKind.SLIDE,
                cues=_cues("and then it you"),
                setting="an app on a phone",
            ),
            Beat(0.2, (CLOSE,), STARS, cues=_cues("overall so honestly if now")),
        )
    ),
    Template.BEFORE_AFTER: Structure(
        (
            Beat(0.5, (CLOSE, PICTURE), "Before", lasting=True),
            Beat(
                0.5,
                (PRODUCT, MEDIUM),
                "After",
                lasting=True,
                transition=TransitionKind.WIPE,
                cues=_cues("after now then since today until but"),
            ),
        )
    ),
    Template.LISTICLE: Structure(
        (Beat(1.0, (MEDIUM,)),),
        items=(PICTURE, MEDIUM, PICTURE, CLOSE),
        item_transition=TransitionKind.SLIDE,
    ),
    Template.PRODUCT_DEMO: Structure(
        (
            Beat(0.18, (MEDIUM,)),
            Beat(0.24, (PRODUCT,), transition=TransitionKind.ZOOM, cues=_cues("this it meet")),
            Beat(
                0.22, (WITH_PICTURE,), "1", transition=TransitionKind.SLIDE, cues=_cues("first just you it")
            ),
            Beat(
                0.22, (WITH_PICTURE,), "2", transition=TransitionKind.SLIDE, cues=_cues("then and now next")
            ),
            Beat(0.14, (PRODUCT,), transition=TransitionKind.DISSOLVE),
        )
    ),
}

WORDY_LABELS = ("Review", "Verdict", "The problem", "The fix", "Software review", "Before", "After")
"""Labels in words, which a dub says in its own language; signs and numbers need no translation."""


def labels_of(template: Template | None) -> tuple[str, ...]:
    """The labels of a template that are words."""
    if template is None:
        return ()
    beats = STRUCTURES[template].beats
    return tuple(beat.label for beat in beats if beat.label in WORDY_LABELS and beat.label)
