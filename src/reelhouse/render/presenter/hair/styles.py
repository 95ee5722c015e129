"""Which drawing belongs to which hair style, and how it is fitted to a head."""

from collections.abc import Callable
from random import Random

from reelhouse.media.appearance import COVERING, Appearance, HairStyle
from reelhouse.render.presenter.face import skull_of
from reelhouse.render.presenter.hair.coverings import hijab, turban
from reelhouse.render.presenter.hair.cuts import (
    crown,
    curtains,
    fringe,
    pixie,
    quiff,
    receding,
    slick_back,
    spiky,
)
from reelhouse.render.presenter.hair.fades import buzz, curly_top, side_shave, twists, undercut
from reelhouse.render.presenter.hair.falling import (
    curtain_bangs,
    flowing,
    lob,
    long_curly,
    long_fringe,
    side_swept,
    sleek_bob,
)
from reelhouse.render.presenter.hair.gathered import braids, bun, ponytail
from reelhouse.render.presenter.hair.long import bob, long, wavy
from reelhouse.render.presenter.hair.short import afro, bald, crop, curly, short, side_part
from reelhouse.render.presenter.hair.strands import Hair, paints
from reelhouse.render.presenter.hair.textured import box_braids, cornrows, locs, puffs
from reelhouse.render.presenter.hair.tied import (
    half_up,
    low_bun,
    low_ponytail,
    pigtails,
    side_braid,
    space_buns,
    top_knot,
)
from reelhouse.render.presenter.hair.wraps import dastar, headwrap, hijab_wrapped, shayla
from reelhouse.render.presenter.headwear import draw_headwear
from reelhouse.render.presenter.palette import Palette

STYLES: dict[HairStyle, Callable[[Appearance, Palette, Random], Hair]] = {
    HairStyle.SHORT: short,
    HairStyle.CROP: crop,
    HairStyle.SIDE_PART: side_part,
    HairStyle.CURLY: curly,
    HairStyle.AFRO: afro,
    HairStyle.BOB: bob,
    HairStyle.LONG: long,
    HairStyle.WAVY: wavy,
    HairStyle.PONYTAIL: ponytail,
    HairStyle.BUN: bun,
    HairStyle.BRAIDS: braids,
    HairStyle.BALD: bald,
    HairStyle.HIJAB: hijab,
    HairStyle.TURBAN: turban,
    HairStyle.BUZZ: buzz,
    HairStyle.UNDERCUT: undercut,
    HairStyle.QUIFF: quiff,
    HairStyle.SLICK_BACK: slick_back,
    HairStyle.SPIKY: spiky,
    HairStyle.FRINGE: fringe,
    HairStyle.CURTAINS: curtains,
    HairStyle.RECEDING: receding,
    HairStyle.CROWN: crown,
    HairStyle.PIXIE: pixie,
    HairStyle.SIDE_SHAVE: side_shave,
    HairStyle.CURLY_TOP: curly_top,
    HairStyle.TWISTS: twists,
    HairStyle.SLEEK_BOB: sleek_bob,
    HairStyle.LOB: lob,
    HairStyle.CURTAIN_BANGS: curtain_bangs,
    HairStyle.LONG_FRINGE: long_fringe,
    HairStyle.SIDE_SWEPT: side_swept,
    HairStyle.LONG_CURLY: long_curly,
    HairStyle.FLOWING: flowing,
    HairStyle.TOP_KNOT: top_knot,
    HairStyle.LOW_BUN: low_bun,
    HairStyle.SPACE_BUNS: space_buns,
    HairStyle.PIGTAILS: pigtails,
    HairStyle.SIDE_BRAID: side_braid,
    HairStyle.LOW_PONYTAIL: low_ponytail,
    HairStyle.HALF_UP: half_up,
    HairStyle.PUFFS: puffs,
    HairStyle.CORNROWS: cornrows,
    HairStyle.LOCS: locs,
    HairStyle.BOX_BRAIDS: box_braids,
    HairStyle.HIJAB_WRAPPED: hijab_wrapped,
    HairStyle.SHAYLA: shayla,
    HairStyle.DASTAR: dastar,
    HairStyle.HEADWRAP: headwrap,
}

HIDDEN_EARS = frozenset(
    {
        HairStyle.LONG,
        HairStyle.WAVY,
        HairStyle.BOB,
        HairStyle.SLEEK_BOB,
        HairStyle.LOB,
        HairStyle.CURTAIN_BANGS,
        HairStyle.LONG_FRINGE,
        HairStyle.SIDE_SWEPT,
        HairStyle.LONG_CURLY,
        HairStyle.FLOWING,
        HairStyle.HALF_UP,
        HairStyle.LOCS,
        HairStyle.BOX_BRAIDS,
        HairStyle.HIJAB,
        HairStyle.HIJAB_WRAPPED,
        HairStyle.SHAYLA,
        HairStyle.TURBAN,
        HairStyle.DASTAR,
    }
)

MEASURE = 172
"""The half width of the head that the styles are drawn for."""

MIDDLE = -90


def dress_hair(appearance: Appearance, palette: Palette) -> Hair:
    """The hair of an appearance, as wide as its head, and what is worn on it; the same every time."""
    style = appearance.hair_style
    rng = Random(f"hair {style.value} {appearance.seed}")
    hair = STYLES[style](appearance, palette, rng)
    side = -1 if appearance.flipped else 1
    wide = skull_of(appearance).cheek / MEASURE
    tall = 1.0 if style in COVERING else 1 + rng.uniform(-0.02, 0.035)
    place = f"translate(0 {MIDDLE}) scale({side * wide:.4f} {tall:.4f}) translate(0 {-MIDDLE})"

    def fitted(part: str) -> str:
        return f'{paints(palette, side)}<g transform="{place}">{part}</g>' if part else ""

    hat = draw_headwear(appearance)
    curtain = fitted(hair.curtain)
    return Hair(
        behind=fitted(hair.behind),
        front=fitted(hair.front) + ("" if curtain else hat),
        curtain=curtain and curtain + hat,
    )
