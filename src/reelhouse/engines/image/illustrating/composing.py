"""Puts a scene together: the place behind, what it is about in front, the weather over both."""
# ruff: noqa: E501, PLR2004 - a row of a table is one line; the measures of a layout are no constants

from dataclasses import replace
from random import Random

from reelhouse.engines.image.illustrating import paths
from reelhouse.engines.image.illustrating.catalogue import OPEN_WATER, OUTDOORS, PLACES, thing_of
from reelhouse.engines.image.illustrating.colours import (
    RGB,
    brightness,
    channels,
    darker,
    lighter,
    mix,
    turned,
)
from reelhouse.engines.image.illustrating.detailing import embellish
from reelhouse.engines.image.illustrating.lending import Layout
from reelhouse.engines.image.illustrating.light import Light, light_for
from reelhouse.engines.image.illustrating.pen import Air, Pen
from reelhouse.engines.image.illustrating.places.indoors import FLOOR
from reelhouse.engines.image.illustrating.places.world import GRASS, World, ground, ridge, tufts
from reelhouse.engines.image.illustrating.scene import Scene, Subject
from reelhouse.engines.image.illustrating.sheet import Sheet
from reelhouse.engines.image.illustrating.things.thing import Realm, Thing
from reelhouse.engines.image.illustrating.weather import fall, rainbow

PAIRS = (
    ("#4a6cf0", "#ff9a62"), ("#f0616d", "#3f9fb5"), ("#2aa583", "#f7b84b"), ("#7d5ce0", "#ffb05c"), ("#ee7a45", "#3f74c9"),
    ("#1f93c4", "#ff7d73"), ("#d9558f", "#4ab59a"), ("#e2a336", "#5867c9"),
)  # fmt: skip
INDOOR_LIGHT = (1.02, 0.95, 0.86)
TOPS = {"kitchen": "#e9e2d8", "bathroom": "#e6ecee", "office": "#c99566", "cafe": "#8d5f40", "shop": "#f0e6dc", "gym": "#4b5160", "stage": "#2a2344", "studio": "#2c2842", "space": "#4b4670", "underwater": "#c9b88a"}  # fmt: skip
OUTDOOR_TOP, INDOOR_TOP = "#a9764c", "#b98557"
BESIDE_LARGE = 0.62
"""How much smaller a thing of the table is beside a person or a car."""

DETAIL = 2.2
"""How many times as many stars, blades and waves a picture in high detail has."""

SHINING = frozenset({"space", "underwater", "stage", "studio"})
"""Places that make their own light, whatever the hour."""


def compose(
    scene: Scene,
    width: int,
    height: int,
    seed: int,
    accent: str | None,
    layout: Layout | None = None,
    *,
    detailed: bool = False,
) -> Sheet:
    """Paint `scene`; equal arguments give equal pixels. `layout` moves what the scene leaves open."""
    rng = Random(f"{seed} {scene.place} {sorted(scene.weather)}")
    light = light_for(scene.time, scene.weather, scene.mood, rng.uniform(-7, 7))
    world = _world(scene, light, Sheet(width, height), rng, accent)
    if layout is not None:
        sun_x = world.sun_x if (world.sun_x > 0.5) == layout.sun_on_right else 1 - world.sun_x
        world = replace(world, level=layout.horizon, sun_x=sun_x)
    if detailed:
        world = replace(world, detail=DETAIL)
    PLACES[scene.place](world)
    if detailed:
        embellish(world, scene.place)
    if scene.place not in OUTDOORS | SHINING | {"set"}:
        world = _seen_from(world, scene.place, near=bool(scene.subjects))
    if "rainbow" in scene.weather and scene.place in OUTDOORS:
        rainbow(world)
    if scene.subjects:
        if scene.style == "cinematic":
            world.pen.sheet.defocus(min(width, height) * 0.004)
        _stand(world, scene, min(width, height), layout.subject if layout is not None else None)
    if scene.place in OUTDOORS:
        fall(world, scene.weather, scene.season)
    elif scene.place == "set":
        fall(world, scene.weather, "")
    return world.pen.sheet


def _world(scene: Scene, light: Light, sheet: Sheet, rng: Random, accent: str | None) -> World:
    scale = min(sheet.width, sheet.height) / 1000
    ambient, thickness = light.ambient, light.thickness
    if scene.place in SHINING:
        ambient, thickness = (0.96, 0.94, 1.04), 0.0
    elif scene.place not in OUTDOORS:
        share = 0.72 if light.lamps else 0.5
        ambient, thickness = _blended(ambient, INDOOR_LIGHT, share), 0.3
    pen = Pen(sheet, Air(ambient, channels(light.haze), thickness), (scale, 0, 0, scale, 0, 0))
    first, second = rng.choice(PAIRS)
    loose = [tone for tone in scene.colours if all(subject.colour != tone for subject in scene.subjects)]
    colour = accent or (loose or list(scene.colours) or [first])[0]
    if accent or scene.colours:
        second = loose[1] if len(loose) > 1 else turned(colour, rng.choice((150, 180, 205)), light=0.1)
    if scene.mood == "luxury" and not accent and not scene.colours:
        colour, second = "#2a2440", "#dcb25a"
    sun_x = rng.choice((rng.uniform(0.2, 0.34), rng.uniform(0.66, 0.8)))
    return World(
        pen, sheet.width / scale, sheet.height / scale, light, scene.season, colour, second, rng, sun_x,
        busy=bool(scene.subjects), weather=scene.weather,
    )  # fmt: skip


def _seen_from(world: World, place: str, *, near: bool) -> World:
    """A room from either side, and nearer when it is only the background."""
    rng = Random(f"view {world.rng.random()}")
    zoom = rng.uniform(1.0, 1.3) if near else 1.0
    mirrored = rng.random() < 0.5 and (near or place != "office")  # its chart must not fall
    world.pen.sheet.reframe(zoom, rng.uniform(0.2, 0.8), FLOOR, mirrored=mirrored)
    return replace(world, sun_x=1 - world.sun_x) if mirrored else world


def _blended(one: RGB, two: RGB, share: float) -> RGB:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, two, strict=True))
    return red, green, blue


def _stand(world: World, scene: Scene, short: int, middle: float | None) -> None:
    things = [thing_of(subject) for subject in scene.subjects]
    if all(thing.realm is Realm.TABLE for thing in things):
        if scene.place != "set":
            world.pen.sheet.defocus(short * 0.006)
            _table(world, TOPS.get(scene.place, OUTDOOR_TOP if scene.place in OUTDOORS else INDOOR_TOP))
    elif scene.place not in OUTDOORS and scene.place not in SHINING:
        world.pen.sheet.defocus(short * 0.0032)
    elif any(thing.realm in {Realm.GROUND, Realm.TABLE} for thing in things):
        _firm_ground(world, scene.place)
    _place(world, scene, things, 0.0 if middle is None else middle - 0.5)


def _firm_ground(world: World, place: str) -> None:
    """Something to stand on where the place ends in water."""
    w, h, pen = world.width, world.height, world.pen
    if place in {"lake", "river", "sea"}:
        tone = GRASS[world.season] if place != "sea" else "#ecd3a2"
        ridge(world, h * 0.80, 40, tone, 0.04, rough=0.1, to=darker(tone, 0.3))
        ground(world, h * 0.95, darker(tone, 0.2), darker(tone, 0.3), 0.0)
        if place != "sea":
            tufts(world, h * 0.82, tone, 60)
    elif place in {"city", "bridge"}:
        y = h * 0.79
        for post in range(0, int(w) + 60, 60):
            pen.box(post, y - 74, 5, 80, "#4a4e60")
        pen.box(-10, y - 78, w + 20, 8, "#5d6276", "#3c4052")
        pen.box(-10, y, w + 20, h - y + 20, "#a9a4a8", "#6d6a74")
        for step in range(-8, 9):
            pen.line(
                f"M{w / 2 + step * w * 0.08:.0f},{y:.0f} L{w / 2 + step * w * 0.16:.0f},{h:.0f}",
                "#5d5a66",
                2,
                opacity=0.5,
            )


def _table(world: World, tone: str) -> None:
    w, h, y = world.width, world.height, world.height * 0.77
    pen = world.pen
    pen.shadow(paths.box(-40, y - 14, w + 80, 30), 16, 0.35)
    pen.box(-10, y, w + 20, h - y + 20, lighter(tone, 0.28), darker(tone, 0.18))
    rng = Random(world.rng.random())
    for _ in range(16):
        at = y + (h - y) * rng.random()
        pen.line(
            f"M{rng.uniform(-0.2, 0.8) * w:.0f},{at:.0f} q{w * 0.14:.0f},{rng.uniform(-5, 5):.0f} {w * 0.3:.0f},0",
            darker(tone, 0.35),
            1.6,
            opacity=0.28,
        )
    pen.box(-10, y, w + 20, 5, lighter(tone, 0.6), opacity=0.8)
    pen.glow(w * world.sun_x, y + (h - y) * 0.35, w * 0.5, lighter(world.light.sun, 0.2), 0.26, flat=0.3)


def _place(world: World, scene: Scene, things: list[Thing], aside: float) -> None:
    """The first in the middle and in front, the others beside and a little behind it, all a share `aside`."""
    count = len(things)
    spots = {1: (0.5,), 2: (0.37, 0.72), 3: (0.5, 0.19, 0.82)}[count]
    if world.width / world.height > 1.3:
        spots = tuple(0.5 + (spot - 0.5) * 0.72 for spot in spots)
    mixed = any(thing.realm is Realm.GROUND for thing in things)
    order = sorted(range(count), key=lambda number: -number)
    for number in order:
        thing, share = things[number], (1.0, 0.8, 0.7)[number] * (1.0, 0.86, 0.78)[count - 1]
        room = world.width * (0.80 if count == 1 else 0.58 if number == 0 else 0.42)
        grown = 1.2 if count == 1 else 1.0
        if mixed and thing.realm is Realm.TABLE:
            grown = BESIDE_LARGE
        scale = min(thing.size * share * grown / thing.height, room / thing.width)
        x = (spots[number] + aside / count) * world.width
        _draw(world, scene, scene.subjects[number], thing, x, scale, behind=number > 0)


def _draw(
    world: World, scene: Scene, subject: Subject, thing: Thing, x: float, scale: float, *, behind: bool
) -> None:
    y = _base(world, scene, thing, scale, behind=behind)
    flips = thing.flips and world.sun_x > 0.5
    style = replace(world.style(subject.name, subject.colour), wears=subject.wears, trim=subject.trim)
    if subject.colour is None:
        style = replace(style, colour=_shown(style.colour))
    pen = replace(world.pen, air=replace(world.pen.air, ambient=_seen(world.pen.air.ambient)))
    in_air = thing.realm is Realm.AIR or (
        thing.realm is Realm.WATER and scene.place in OPEN_WATER | {"underwater"}
    )
    if not in_air:
        _shadow(world, x, y, thing, scale)
    if thing.floats:
        y -= 0.06 * thing.height * scale
    thing.draw(pen.at(x, y, scale, flip=flips), style)
    if thing.realm is Realm.WATER and scene.place in OPEN_WATER:
        _wash(world, x, y, thing.width * scale)


def _seen(ambient: RGB) -> RGB:
    """The hero gets more light than the night around it, or nobody would know its colours."""
    dark = max(0.0, 0.85 - sum(ambient) / 3)
    return _blended(ambient, (0.98, 0.95, 0.94), dark * 0.9)


def _shown(colour: str) -> str:
    """The picture's colour, moved if a thing in it would drown in the dark."""
    return lighter(colour, 0.22) if brightness(colour) < 0.2 else colour


def _base(world: World, scene: Scene, thing: Thing, scale: float, *, behind: bool) -> float:
    """Where the foot of a thing belongs."""
    h, tall = world.height, thing.height * scale
    if scene.place == "space":
        return h * 0.52 + tall * 0.5 + (40 if behind else 0)
    if thing.realm is Realm.AIR or scene.place in {"sky", "underwater"}:
        return h * (0.48 if scene.place in {"sky", "underwater"} else 0.34) + tall * 0.5
    if thing.realm is Realm.WATER and scene.place in OPEN_WATER:
        share = 0.4 if scene.place != "beach" else 0.16
        return world.horizon + (h - world.horizon) * share
    if thing.realm is Realm.TABLE:
        return h * (0.80 if scene.place == "set" else 0.86) - (h * 0.025 if behind else 0)
    return h * (0.86 if not world.tall else 0.84) - (h * 0.03 if behind else 0)


def _shadow(world: World, x: float, y: float, thing: Thing, scale: float) -> None:
    wide = thing.width * scale
    away = 1 if world.sun_x < 0.5 else -1
    strength = 0.42 if not world.light.night else 0.3
    pen = world.pen
    pen.shadow(
        paths.ellipse(
            round(x + away * wide * 0.16), round(y + 2), round(wide * 0.56), round(max(8, wide * 0.07))
        ),
        16,
        strength * 0.7,
    )
    pen.shadow(paths.ellipse(round(x), round(y), round(wide * 0.44), round(max(5, wide * 0.03))), 6, strength)


def _wash(world: World, x: float, y: float, width: float) -> None:
    """White water along a hull, and its dark mirror image."""
    pen = world.pen
    pen.fill(
        paths.ellipse(round(x), round(y + 16), round(width * 0.5), 14),
        mix("#0f2a44", world.light.sky[1], 0.2),
        opacity=0.35,
    )
    for shift, share, opacity in ((2, 0.56, 0.9), (12, 0.44, 0.5), (22, 0.3, 0.35)):
        pen.fill(
            paths.ellipse(round(x + shift), round(y + shift * 0.7), round(width * share), 3.4),
            "#ffffff",
            opacity=opacity,
        )
