from collections import Counter
from hashlib import sha256
from itertools import combinations

import pytest
from pydantic import TypeAdapter

from reelhouse.core.actors.errors import ActorNotFound
from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.actors.service import Actors
from reelhouse.core.actors.types import ActorFilter, Gender
from reelhouse.media.appearance import (
    Appearance,
    Backdrop,
    Beard,
    Clothing,
    Earrings,
    FaceShape,
    Features,
    Glasses,
    HairStyle,
    Headwear,
    Lids,
    Mark,
)


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


def test_nobody_ever_gets_another_slug_id_name_or_voice() -> None:
    facts = "\n".join(
        f"{actor.slug} {actor.actor_id} {actor.name} {actor.gender.value} {actor.voice}" for actor in LIBRARY
    )

    assert (
        sha256(facts.encode()).hexdigest()
        == "1055561548450d2b4d28faeb7493ea9eb2263dc11e84497cf3b95a5ce143a207"
    )


def test_library_has_two_hundred_of_all_kinds() -> None:
    genders = Counter(actor.gender for actor in LIBRARY)
    ages = Counter(actor.age_range for actor in LIBRARY)
    types = Counter(actor.actor_type for actor in LIBRARY)
    looks = [actor.appearance for actor in LIBRARY]

    assert len(LIBRARY) == 200
    assert genders == {Gender.FEMALE: 100, Gender.MALE: 100}
    assert set(ages) == {"18-25", "26-35", "36-45", "46-55", "56+"}
    assert min(ages.values()) >= 20
    assert len(types) == 12
    assert min(types.values()) >= 13
    for kind, seen in (
        (HairStyle, {look.hair_style for look in looks}),
        (FaceShape, {look.face for look in looks}),
        (Beard, {look.beard for look in looks}),
        (Glasses, {look.glasses for look in looks}),
        (Headwear, {look.headwear for look in looks}),
        (Clothing, {look.clothing for look in looks}),
        (Backdrop, {look.backdrop for look in looks}),
        (Lids, {look.lids for look in looks}),
        (Mark, {mark for look in looks for mark in look.marks}),
    ):
        assert seen == set(kind)


def test_skin_covers_the_whole_range_evenly() -> None:
    tones = Counter(int(channel_sum(actor.appearance.skin) / 765 * 5) for actor in LIBRARY)

    assert set(tones) >= {1, 2, 3, 4}
    assert min(tones[step] for step in (1, 2, 3, 4)) >= 20


def channel_sum(colour: str) -> int:
    return sum(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def test_nobody_shares_a_slug_an_id_a_voice_or_a_rhythm() -> None:
    for facts in (
        [actor.slug for actor in LIBRARY],
        [actor.name for actor in LIBRARY],
        [str(actor.actor_id) for actor in LIBRARY],
        [actor.voice.voice_id for actor in LIBRARY],
        [str(actor.appearance.seed) for actor in LIBRARY],
        [f"{actor.voice.timbre} {actor.voice.pitch}" for actor in LIBRARY],
    ):
        assert len(set(facts)) == len(LIBRARY)


def test_no_two_looks_are_alike_on_paper() -> None:
    """What people see first differs in four things at least between any two."""
    told = [
        (
            look.hair_style,
            look.hair,
            look.face,
            look.clothing,
            look.clothing_colour,
            look.beard,
            look.glasses,
            look.headwear,
            look.lids,
            look.backdrop,
            look.eyes,
            look.skin,
        )
        for look in (actor.appearance for actor in LIBRARY)
    ]

    for one, other in combinations(told, 2):
        assert sum(mine != theirs for mine, theirs in zip(one, other, strict=True)) >= 4


def test_voice_belongs_to_its_actor() -> None:
    for actor in LIBRARY:
        assert actor.voice.voice_id == f"reel-{actor.slug}"
        assert actor.voice.gender.value == actor.gender.value
        assert 0.85 <= actor.voice.pace <= 1.15


def test_an_older_look_still_loads() -> None:
    older = (
        b'{"skin":"#f2c4a0","hair_style":"wavy","hair":"#7a4a2b","eyes":"#4f7a5a","face":"oval",'
        b'"clothing":"blazer","clothing_colour":"#2f4f8f","accent":"#ff5c8a","backdrop":"home",'
        b'"lips":"#c4524f","beard":"none","glasses":"none","earrings":true,"freckles":false,'
        b'"wrinkles":true,"lashes":true,"seed":1}'
    )

    look = TypeAdapter(Appearance).validate_json(older)

    assert (look.earrings, look.freckles, look.wrinkles) == (Earrings.DROPS, 0, 1)
    assert look.features == Features()


def test_empty_filter_lists_everybody_in_order(actors: Actors) -> None:
    assert actors.list_(ActorFilter()) == LIBRARY


@pytest.mark.parametrize(
    ("wanted", "slugs"),
    [
        (ActorFilter(search="EMM"), {"emma"}),
        (ActorFilter(gender="Male", age_range="56+", search="wal"), {"walter"}),
        (ActorFilter(actor_type="student", gender="FEMALE", search="FREY"), {"freya"}),
        (ActorFilter(actor_type="parent", gender="male", age_range="26-35", search="noa"), {"noah"}),
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
