"""Everything that can be drawn, by its name in the vocabulary."""

from collections.abc import Mapping

from reelhouse.engines.image.illustrating.bestiary import COSTUMES
from reelhouse.engines.image.illustrating.places.beyond import BEYOND
from reelhouse.engines.image.illustrating.places.halls import HALLS
from reelhouse.engines.image.illustrating.places.nature import NATURE
from reelhouse.engines.image.illustrating.places.rooms import ROOMS
from reelhouse.engines.image.illustrating.places.urban import URBAN
from reelhouse.engines.image.illustrating.places.waters import WATERS
from reelhouse.engines.image.illustrating.places.world import Place
from reelhouse.engines.image.illustrating.scene import Subject
from reelhouse.engines.image.illustrating.things.creatures.bodies import ANIMALS, upright
from reelhouse.engines.image.illustrating.things.creatures.bodies import ROLES as PLAYED
from reelhouse.engines.image.illustrating.things.creatures.sea import SEA
from reelhouse.engines.image.illustrating.things.creatures.small import SMALL
from reelhouse.engines.image.illustrating.things.foods import FOODS
from reelhouse.engines.image.illustrating.things.goods import GOODS
from reelhouse.engines.image.illustrating.things.living import LIVING
from reelhouse.engines.image.illustrating.things.money import MONEY
from reelhouse.engines.image.illustrating.things.moving import MOVING
from reelhouse.engines.image.illustrating.things.papers import PAPERS
from reelhouse.engines.image.illustrating.things.pastimes import PASTIMES
from reelhouse.engines.image.illustrating.things.people import PEOPLE
from reelhouse.engines.image.illustrating.things.screens import SCREENS
from reelhouse.engines.image.illustrating.things.signs import SIGNS
from reelhouse.engines.image.illustrating.things.thing import Thing

OUTDOORS = frozenset(NATURE) | frozenset(WATERS) | frozenset(URBAN)
OPEN_WATER = frozenset({"sea", "beach", "lake", "river", "bridge", "city"})
PLACES: Mapping[str, Place] = {**NATURE, **WATERS, **URBAN, **ROOMS, **HALLS, **BEYOND}
THINGS: Mapping[str, Thing] = {
    **SCREENS,
    **PAPERS,
    **MONEY,
    **SIGNS,
    **GOODS,
    **FOODS,
    **LIVING,
    **MOVING,
    **PASTIMES,
    **ANIMALS,
    **PLAYED,
    **SEA,
    **SMALL,
    **{("speaker person" if name == "speaker" else name): thing for name, thing in PEOPLE.items()},
}


def thing_of(subject: Subject) -> Thing:
    """What draws a subject; who is dressed as somebody else stands upright."""
    if subject.name in ANIMALS and COSTUMES & set(subject.wears):
        return upright(subject.name)
    return THINGS[subject.name]
