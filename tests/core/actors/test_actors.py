from collections import Counter

import pytest

from reelhouse.core.actors.errors import ActorNotFound
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.actors.types import ActorFilter, Gender


@pytest.fixture
def actors() -> Actors:
    return Actors(LIBRARY)


def test_emma_is_who_her_vendor_says(actors: Actors) -> None:
    emma = actors.default()

    assert (emma.slug, emma.name, emma.gender) == ("emma", "Emma", Gender.FEMALE)
    assert (emma.age_range, emma.actor_type) == ("26-35", "Young Adult")


def test_ids_and_voices_stay_the_same_for_ever(actors: Actors) -> None:
    emma = actors.get("emma")

    assert str(emma.actor_id) == "a6bd4425-d6ba-59e9-af58-6c8c8a1df836"
    assert emma.voice.voice_id == "reel-emma"


def test_library_is_large_and_balanced() -> None:
    genders = Counter(actor.gender for actor in LIBRARY)

    assert len(LIBRARY) >= 16
    assert abs(genders[Gender.FEMALE] - genders[Gender.MALE]) <= 2
    assert {actor.age_range for actor in LIBRARY} == {"18-25", "26-35", "36-45", "46-55", "56+"}
    assert len({actor.appearance.hair_style for actor in LIBRARY}) == 14


def test_nobody_shares_a_slug_an_id_a_voice_or_a_rhythm() -> None:
    for facts in (
        [actor.slug for actor in LIBRARY],
        [str(actor.actor_id) for actor in LIBRARY],
        [actor.voice.voice_id for actor in LIBRARY],
        [str(actor.appearance.seed) for actor in LIBRARY],
        [f"{actor.voice.timbre} {actor.voice.pitch}" for actor in LIBRARY],
    ):
        assert len(set(facts)) == len(LIBRARY)


def test_voice_fits_its_actor() -> None:
    for actor in LIBRARY:
        assert actor.voice.gender.value == actor.gender.value
        assert actor.voice.timbre[0] == actor.gender.value[0]


def test_empty_filter_lists_everybody_in_order(actors: Actors) -> None:
    assert actors.list_(ActorFilter()) == LIBRARY


@pytest.mark.parametrize(
    ("wanted", "slugs"),
    [
        (ActorFilter(search="EMM"), {"emma"}),
        (ActorFilter(gender="Male", age_range="56+"), {"walter"}),
        (ActorFilter(actor_type="student", gender="FEMALE"), {"freya", "hana"}),
        (ActorFilter(search="nobody"), set()),
        (ActorFilter(gender="female", search="finn"), set()),
    ],
)
def test_filters_all_apply_without_regard_to_case(
    actors: Actors, wanted: ActorFilter, slugs: set[str]
) -> None:
    assert {actor.slug for actor in actors.list_(wanted)} == slugs


def test_slug_is_found_without_regard_to_case(actors: Actors) -> None:
    assert actors.get(" Emma ").slug == "emma"


def test_unknown_slug_names_the_similar_ones(actors: Actors) -> None:
    with pytest.raises(ActorNotFound) as refusal:
        actors.get("ema")

    assert refusal.value.similar[0] == "emma"
    assert len(refusal.value.similar) <= 5
    assert refusal.value.code == "actor_not_found"
    assert "emma" in refusal.value.message


def test_slug_like_nothing_has_no_similar_ones(actors: Actors) -> None:
    with pytest.raises(ActorNotFound) as refusal:
        actors.get("xx-42-qq")

    assert refusal.value.similar == ()
