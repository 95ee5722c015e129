"""A scene that takes over from another is kept in two pieces, so that an edit makes only what it changes."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.render.conftest import PRESENTER, Studio

from reelhouse.media.composition import (
    Composition,
    EndCard,
    PresenterScene,
    Transition,
    TransitionKind,
    VectorPresenter,
)
from reelhouse.media.time import Span

pytestmark = pytest.mark.anyio

SECOND = Fraction(1)
DRAWN = VectorPresenter(PRESENTER)


def taken_over(
    studio: Studio, card: str = "First", kind: TransitionKind = TransitionKind.SLIDE
) -> Composition:
    """A card for a second, and a presenter with captions who takes two fifths of one to take over."""
    change = Transition(kind, Fraction(2, 5))
    spoken = studio.compose("one two three four five six seven eight nine")
    scenes = (
        EndCard(Span(Fraction(0), SECOND), card, "#5b3df0"),
        PresenterScene(Span(SECOND, spoken.scenes[-1].span.end), DRAWN, transition=change),
    )
    return replace(spoken, scenes=scenes)


def pieces(studio: Studio) -> set[Path]:
    return set(studio.cache.glob("*.mp4"))


async def test_another_scene_before_it_leaves_all_but_the_transition(studio: Studio) -> None:
    await studio.render(taken_over(studio))
    before = pieces(studio)

    await studio.render(taken_over(studio, card="Another"))

    assert len(before) == 3
    assert len(pieces(studio) - before) == 2


async def test_another_transition_leaves_all_that_follows_it(studio: Studio) -> None:
    await studio.render(taken_over(studio))
    before = pieces(studio)

    edited = await studio.render(taken_over(studio, kind=TransitionKind.WIPE))

    assert len(pieces(studio) - before) == 1
    assert edited.scenes_from_cache == 1


async def test_pieces_made_alone_are_those_made_together(studio: Studio) -> None:
    """Captions too, whose groups and motion go on through the cut."""
    composition = taken_over(studio)
    whole = await studio.render(composition)
    for number, piece in enumerate(sorted(pieces(studio))):
        piece.unlink()

        again = await studio.render(composition, f"{number}.mp4")

        assert again.sha256 == whole.sha256
        assert again.scenes_from_cache == 1
