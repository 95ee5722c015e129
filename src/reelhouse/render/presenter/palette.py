"""The colours of a presenter, derived from the few that an appearance names."""

from dataclasses import dataclass

from reelhouse.media.appearance import COVERING, Appearance, Pattern
from reelhouse.render.presenter.ink import brightness, darker, lighter, mix

FAIR = 0.5
PALE = 0.7
BLACK = 0.16
"""Brightness from which skin is fair, and hair and skin pale; below the last one hair is black."""

UNSEEN = "#2b1d18"
"""The colour of hair that cloth covers."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Light falls from the upper left; `shade` and `deep` are where it does not reach."""

    skin: str
    light: str
    shade: str
    deep: str
    blush: str
    line: str
    hair: str
    hair_light: str
    hair_shine: str
    hair_dark: str
    temple: str
    brow: str
    brow_dark: str
    beard: str
    beard_light: str
    beard_dark: str
    iris: str
    lip: str
    lip_dark: str
    lip_light: str
    cloth: str
    cloth_light: str
    cloth_dark: str
    cloth_deep: str
    accent: str
    pattern: Pattern


def palette_of(appearance: Appearance) -> Palette:
    skin, hair, cloth = appearance.skin, appearance.hair, appearance.clothing_colour
    fair = brightness(skin)
    tint = mix("#5b1d12", "#a8482e", fair)
    own = UNSEEN if appearance.hair_style in COVERING else hair
    brow = appearance.brows or (own if own is UNSEEN else _brow_of(own, fair))
    beard = appearance.brows or own
    black = brightness(hair) < BLACK
    return Palette(
        skin=skin,
        light=mix(skin, "#fff1dc", 0.38 if fair > FAIR else 0.24 + 0.14 * (1 - fair / FAIR)),
        shade=mix(skin, tint, 0.26),
        deep=mix(skin, mix(tint, "#2a0c10", 0.35), 0.5),
        blush=mix(skin, "#e2574c", 0.42),
        line=mix(skin, "#2c1012", 0.66),
        hair=hair,
        hair_light=mix(hair, "#c9a58e" if black else "#ffd9a8", 0.2),
        hair_shine=mix(hair, "#bcb4c6" if black else "#ffe9cc", 0.38 if black else 0.5),
        hair_dark=darker(hair, 0.42),
        temple=mix(hair, "#bdbab6", 0.75 * appearance.greying),
        brow=brow,
        brow_dark=darker(brow, 0.4),
        beard=beard,
        beard_light=mix(beard, "#b9a79c", 0.3),
        beard_dark=darker(beard, 0.4),
        iris=appearance.eyes,
        lip=appearance.lips,
        lip_dark=mix(darker(appearance.lips, 0.22), skin, 0.08),
        lip_light=lighter(mix(appearance.lips, skin, 0.2), 0.32),
        cloth=cloth,
        cloth_light=lighter(cloth, 0.16),
        cloth_dark=darker(cloth, 0.26),
        cloth_deep=darker(cloth, 0.5),
        accent=appearance.accent,
        pattern=appearance.pattern,
    )


def _brow_of(hair: str, fair: float) -> str:
    if brightness(hair) > PALE:
        return mix(hair, "#6b5038", 0.55)
    return darker(hair, 0.25 if fair < PALE else 0.12)
