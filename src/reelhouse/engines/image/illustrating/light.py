"""Times of day, weather and moods as light: the sky's colours, the air, the sun, and how it all is graded."""
# ruff: noqa: E501 - an outline or a row of a table is one string

from dataclasses import dataclass, replace

from reelhouse.engines.image.illustrating.colours import RGB, mix, turned


@dataclass(frozen=True, slots=True)
class Light:
    """`sky` from the zenith to the horizon; `sun_height` 0 (horizon) to 1; `ambient` times every colour."""

    sky: tuple[str, ...]
    ambient: RGB
    haze: str
    sun: str
    sun_height: float
    cloud: str
    thickness: float = 0.75
    glow: float = 0.6
    night: bool = False
    lamps: bool = False
    stars: bool = False
    cover: float = 0.3
    """How much of the sky has clouds."""


TIMES = {
    "dawn": Light(("#4f65ad", "#a493c6", "#f3b3ae", "#ffe2bd"), (0.86, 0.79, 0.86), "#efbdb4", "#fff0d2", 0.10, "#f6c3c0"),
    "morning": Light(("#58a6e0", "#9fd3ee", "#dff0ee", "#fff1d8"), (1.0, 0.98, 0.93), "#eef0e4", "#fffbe6", 0.42, "#ffffff"),
    "noon": Light(("#2f86d6", "#6bb5ea", "#aedcf3", "#e3f4f8"), (1.0, 1.0, 1.0), "#cfe6f2", "#fffdf0", 0.70, "#ffffff"),
    "golden": Light(("#5d95c4", "#a9c0bf", "#f7cf92", "#ffe3a4"), (1.0, 0.88, 0.70), "#ffd79c", "#fff0c0", 0.20, "#ffe6bd", glow=0.85),
    "sunset": Light(("#33397f", "#8f4a8f", "#ee6f68", "#ffc56f"), (0.80, 0.60, 0.63), "#f2906f", "#ffe6a0", 0.09, "#d9698a", glow=0.9),
    "dusk": Light(("#1d2858", "#4f4a8c", "#b9719f", "#f5ab90"), (0.58, 0.52, 0.72), "#a9769f", "#ffd0a0", 0.03, "#7a5a94", lamps=True),
    "night": Light(("#060a22", "#0f1a44", "#20306a", "#3d5190"), (0.38, 0.43, 0.66), "#2c3f78", "#f4f1dc", 0.72, "#2a376b", night=True, lamps=True, stars=True, cover=0.15, glow=0.45),
}  # fmt: skip
GREYS = ("#6f8193", "#93a3b1", "#b9c5cd", "#d5dce0")
STORM = ("#232b3d", "#3c4659", "#5c6878", "#8b949c")
FOG = ("#a9b6be", "#bfc9ce", "#d5dbdd", "#e6e9e8")
SNOW = ("#a7b9cc", "#c3d0de", "#dde5ed", "#f1f5f8")


def light_for(time: str, weather: frozenset[str], mood: str, hue: float) -> Light:
    """The light of a scene; `hue` in degrees turns the sky a little, so that no two days are alike."""
    light = TIMES[time]
    light = replace(light, sky=tuple(turned(tone, hue) for tone in light.sky))
    for name, sky, share, dim in (
        ("storm", STORM, 0.82, 0.66),
        ("rain", GREYS, 0.7, 0.8),
        ("snow", SNOW, 0.6, 0.97),
        ("fog", FOG, 0.72, 0.93),
        ("clouds", GREYS, 0.3, 0.95),
    ):
        if name in weather:
            light = _under(light, sky, share, dim)
    if "fog" in weather:
        light = replace(light, thickness=0.97, glow=light.glow * 0.6)
    if "wind" in weather:
        light = replace(light, cover=max(light.cover, 0.5))
    if mood == "neon":
        light = replace(light, sky=("#0a0524", "#2a0d57", "#7a1b86", "#ff4fa0"), haze="#7a2c96", lamps=True, ambient=(0.52, 0.40, 0.74), night=True, stars=True)  # fmt: skip
    if mood == "futuristic":
        light = replace(light, sky=("#050b2c", "#0d2c66", "#1a6aa0", "#5fe0e6"), haze="#3f9cc0", lamps=True, ambient=(0.55, 0.66, 0.86), stars=True, night=True)  # fmt: skip
    return light


def _under(light: Light, sky: tuple[str, ...], share: float, dim: float) -> Light:
    """The same time of day under another sky; the night stays dark."""
    if light.night:
        sky = tuple(mix(tone, "#0b1230", 0.78) for tone in sky)
    red, green, blue = light.ambient
    return replace(
        light,
        sky=tuple(mix(one, two, share) for one, two in zip(light.sky, sky, strict=True)),
        haze=mix(light.haze, sky[2], share),
        cloud=mix(light.cloud, sky[1], share * 0.8),
        ambient=(red * dim, green * dim, blue * (dim * 0.6 + 0.4)),
        cover=1.0,
        stars=False,
        glow=light.glow * (1 - share * 0.8),
    )


@dataclass(frozen=True, slots=True)
class Grade:
    """What the finished picture goes through; 1 and 0 leave it alone."""

    saturation: float = 1.06
    contrast: float = 1.04
    tint: str = "#ffffff"
    tinted: float = 0.0
    vignette: float = 0.10
    grain: float = 2.0


GRADES = {
    "calm": Grade(0.88, 0.94, "#dcebf2", 0.10, 0.06),
    "happy": Grade(1.2, 1.05, "#fff0c8", 0.06, 0.05),
    "dramatic": Grade(1.05, 1.26, "#2a2140", 0.08, 0.42, 2.6),
    "energetic": Grade(1.32, 1.14, "#ff6a3c", 0.04, 0.12),
    "luxury": Grade(0.94, 1.14, "#d9ab55", 0.08, 0.36),
    "cozy": Grade(1.06, 1.0, "#ff9c4a", 0.13, 0.26),
    "futuristic": Grade(1.14, 1.12, "#28c6f0", 0.08, 0.26),
    "minimal": Grade(0.78, 0.97, "#ffffff", 0.06, 0.0, 1.4),
    "vintage": Grade(0.58, 0.95, "#d8a566", 0.20, 0.42, 6.0),
    "neon": Grade(1.36, 1.18, "#b01cff", 0.05, 0.32),
}
