"""Which drawing belongs to which hair style."""

from collections.abc import Callable
from random import Random

from reelhouse.media.appearance import Appearance, HairStyle
from reelhouse.render.presenter.hair.coverings import hijab, turban
from reelhouse.render.presenter.hair.gathered import braids, bun, ponytail
from reelhouse.render.presenter.hair.long import bob, long, wavy
from reelhouse.render.presenter.hair.short import afro, bald, crop, curly, short, side_part
from reelhouse.render.presenter.hair.strands import Hair
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
}


def dress_hair(appearance: Appearance, palette: Palette) -> Hair:
    """The hair of an appearance; its strands are the same every time."""
    style = appearance.hair_style
    return STYLES[style](appearance, palette, Random(f"hair {style.value} {appearance.seed}"))
