"""A presenter taken apart into the layers that move on their own, in head units."""

from dataclasses import dataclass

from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Expression
from reelhouse.render.presenter.accessories import draw_earrings, draw_glasses
from reelhouse.render.presenter.arms import draw_forearm, draw_upper_arms
from reelhouse.render.presenter.beards import draw_beard
from reelhouse.render.presenter.clothing import draw_body
from reelhouse.render.presenter.eyes import draw_eyes
from reelhouse.render.presenter.face import Skull, draw_ears, draw_face, skull_of
from reelhouse.render.presenter.hair.strands import Hair
from reelhouse.render.presenter.hair.styles import HIDDEN_EARS, dress_hair
from reelhouse.render.presenter.hands import draw_hand
from reelhouse.render.presenter.ink import fill
from reelhouse.render.presenter.mouths import Shape, draw_mouth, shape_of
from reelhouse.render.presenter.palette import Palette, palette_of
from reelhouse.render.presenter.torso import build_of, torso
from reelhouse.render.presenter.types import Eyes, Hand, Mouth


@dataclass(frozen=True, slots=True)
class Figure:
    """Each property is one layer, from the back to the front; an empty one has nothing to draw."""

    appearance: Appearance
    expression: Expression
    palette: Palette
    hair: Hair

    @property
    def behind(self) -> str:
        """Hair behind head and neck."""
        return self.hair.behind

    @property
    def body(self) -> str:
        """Neck, clothes and upper arms."""
        return draw_body(self.appearance, self.palette) + draw_upper_arms(self.appearance, self.palette)

    @property
    def forearm(self) -> str:
        return draw_forearm(self.appearance, self.palette)

    def hand(self, hand: Hand) -> str:
        return draw_hand(hand, self.palette)

    @property
    def head(self) -> str:
        """Ears, skin, nose and beard: a face without eyes and mouth."""
        skull = self.skull
        return (
            draw_ears(self.appearance, skull, self.palette)
            + draw_face(self.appearance, skull, self.palette)
            + draw_beard(self.appearance, skull, self.palette)
        )

    def mouth(self, mouth: Mouth) -> str:
        return draw_mouth(self.appearance, self.palette, self.shape(mouth))

    def shape(self, mouth: Mouth) -> Shape:
        return shape_of(mouth, self.expression)

    def eyes(self, eyes: Eyes) -> str:
        return draw_eyes(self.appearance, self.palette, self.expression, eyes)

    @property
    def over(self) -> str:
        """Hair on forehead and ears, earrings and glasses."""
        skull = self.skull
        hidden = self.appearance.hair_style in HIDDEN_EARS
        return (
            self.hair.front
            + ("" if hidden else draw_earrings(self.appearance, skull))
            + draw_glasses(self.appearance, skull, self.palette)
        )

    @property
    def curtain(self) -> str:
        """Hair or cloth that hangs over the shoulders."""
        return self.hair.curtain

    @property
    def silhouette(self) -> str:
        """Head and body in black, for the shadow behind the presenter."""
        head = (
            "M0,-300 C-150,-300 -206,-200 -200,-80 C-190,120 -110,250 0,256 "
            "C110,250 190,120 200,-80 C206,-200 150,-300 0,-300 Z"
        )
        return fill(head, "#000000") + fill(torso(build_of(self.appearance)), "#000000")

    @property
    def chin(self) -> float:
        return self.skull.chin

    @property
    def skull(self) -> Skull:
        return skull_of(self.appearance)


def compose_figure(appearance: Appearance, expression: Expression) -> Figure:
    palette = palette_of(appearance)
    return Figure(appearance, expression, palette, dress_hair(appearance, palette))
