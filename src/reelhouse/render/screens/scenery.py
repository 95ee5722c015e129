"""What is drawn for a scene of a demo video before its first frame."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from reelhouse.media.composition import Canvas, ScreenScene, TitleScene
from reelhouse.media.screens import Device, KineticText, ScreenLayout
from reelhouse.render.fonts.families import family
from reelhouse.render.painting.pictures import load_picture
from reelhouse.render.painting.planes import Pixels, from_rgb
from reelhouse.render.painting.sprites import Sprite
from reelhouse.render.screens.callouts import CalledOut
from reelhouse.render.screens.devices import ISLAND_HEIGHT, ISLAND_TOP, STATUS
from reelhouse.render.screens.entrances import Entrance
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.screens.ground import Grounds
from reelhouse.render.screens.inks import inks_for
from reelhouse.render.screens.kinetic import STAGGER_SECONDS, Words, veil_for
from reelhouse.render.screens.lettering import Type, lettered
from reelhouse.render.screens.overlays import Overlay
from reelhouse.render.screens.pointers import Pointer
from reelhouse.render.screens.sampling import pyramids
from reelhouse.render.screens.screen_painter import ScreenSet
from reelhouse.render.screens.sights import Picture, Sights
from reelhouse.render.screens.stage import Stage, stage_for, words_room
from reelhouse.render.screens.titles import Title, TitleSet
from reelhouse.render.screens.worlds import World

PLAIN = 6.0
"""Steps of brightness (as a standard deviation) up to which the place of a camera island is empty."""

FITS = 0.9
TALLEST_SCREEN = 0.92
"""How much of a screen's width something looked at may fill, and how high that screen may get in widths."""

LETTERS = 112
LETTERS_SPLIT = 96
SMALLEST_LETTERS = 30


def set_for(
    scene: ScreenScene | TitleScene, canvas: Canvas, files: Mapping[str, Path], grounds: Grounds
) -> ScreenSet | TitleSet:
    """`files` by their SHA-256. Raises `MediaUnreadable` for what is no picture."""
    if isinstance(scene, TitleScene):
        logo = load_picture(files[scene.livery.logo.sha256], "RGBA") if scene.livery.logo else None
        return TitleSet(grounds.of(scene.livery, canvas), Title(scene, canvas, logo).overlays())
    return _Screen(scene, canvas, _even(load_picture(files[scene.screen.sha256])), grounds).stage_set()


class _Screen:
    """A scene with a screenshot, of which the pixels have an even size."""

    def __init__(self, scene: ScreenScene, canvas: Canvas, pixels: Pixels, grounds: Grounds) -> None:
        self._grounds = grounds
        self._scene = scene
        self._canvas = canvas
        self._pixels = pixels
        self._frames = int(scene.span.duration * canvas.fps)
        self._stage = _stage(scene, canvas, pixels)
        height, width = pixels.shape[:2]
        self._picture = Picture.on(self._stage, width, height)
        self._sights = Sights(self._stage, self._picture, scene.glances, canvas, self._frames)

    def stage_set(self) -> ScreenSet:
        return ScreenSet(
            self._canvas,
            self._stage,
            self._sights,
            self._picture,
            pyramids(from_rgb(self._pixels), self._picture.size.width),
            None if self._scene.layout is ScreenLayout.FULL_BLEED else self._world(),
            list(self._overlays()),
        )

    def _world(self) -> World:
        nearest = self._sights.widest / self._picture.size.width
        top = _top_colour(self._pixels)
        return World(self._stage, self._scene.livery, self._canvas, top, nearest, self._grounds)

    def _overlays(self) -> Iterator[Overlay]:
        """Callouts dim what is below them; a pointer lies over everything."""
        livery, window = self._scene.livery, self._stage.window
        face = family(livery.font).display
        for callout in self._scene.callouts:
            yield CalledOut(
                callout, self._picture, self._stage, self._canvas, self._frames, livery.accent, face
            )
        room = words_room(self._scene, self._canvas)
        if self._scene.kinetic is not None and room is not None:
            yield self._words(self._scene.kinetic, room, face)
        if self._scene.presses:
            yield Pointer(
                self._scene.presses, self._picture, window, self._scene.device, self._canvas, livery.accent
            )

    def _words(self, kinetic: KineticText, room: Rect, face: str) -> Words:
        scene, canvas = self._scene, self._canvas
        inks = inks_for(scene.livery)
        split = scene.layout is ScreenLayout.SPLIT and canvas.width > canvas.height
        unit = min(canvas.width, canvas.height) / 1080
        kind = Type(
            face,
            round((LETTERS_SPLIT if split else LETTERS) * unit),
            max(8, round(SMALLEST_LETTERS * unit)),
            centred=not split,
            align=0.5,
        )
        lettering = lettered(kinetic.text, kind, room, inks)
        entrance = Entrance.during(kinetic.span, canvas.fps, self._frames, STAGGER_SECONDS)
        return Words(lettering, entrance, self._veil(lettering.box) if self._is_covered() else None)

    def _is_covered(self) -> bool:
        """Whether the picture comes to lie under the words."""
        if self._scene.layout is ScreenLayout.FULL_BLEED:
            return True
        return not self._stage.within and bool(self._scene.glances)

    def _veil(self, box: Rect) -> Sprite:
        return veil_for(self._grounds.of(self._scene.livery, self._canvas), box.bottom)


def _stage(scene: ScreenScene, canvas: Canvas, pixels: Pixels) -> Stage:
    height, width = pixels.shape[:2]
    status = STATUS if scene.device is Device.PHONE and not _has_room_for_island(pixels) else 0.0
    content = max(height / width, _tallest(scene, height / width))
    return stage_for(
        canvas, scene.device, scene.layout, content, words=scene.kinetic is not None, status=status
    )


def _tallest(scene: ScreenScene, content: float) -> float:
    """The height of a screen on which all that is looked at still fits in the width, one thing at a time.

    A wide screenshot would be small above an empty half of an upright canvas.
    """
    if (
        scene.layout is not ScreenLayout.STACKED
        or scene.kinetic is None
        or not scene.glances
        or scene.presses
    ):
        return content
    if scene.device not in {Device.BROWSER, Device.NONE}:
        return content
    areas = [*(glance.area for glance in scene.glances), *(callout.area for callout in scene.callouts)]
    return min(TALLEST_SCREEN, content * FITS / max(FITS / 2, *(area.width for area in areas)))


def _has_room_for_island(pixels: Pixels) -> bool:
    """Whether a screenshot is empty where a phone has its camera, as those are that show a status bar."""
    width = pixels.shape[1]
    foot = round(width * (ISLAND_TOP * 2 + ISLAND_HEIGHT))
    place = pixels[:foot, round(width * 0.32) : round(width * 0.68)]
    return bool(place.std(axis=(0, 1)).max() < PLAIN)


def _top_colour(pixels: Pixels) -> str:
    row = pixels[: max(1, pixels.shape[0] // 200)].reshape(-1, 3)
    red, green, blue = (int(value) for value in np.median(row, axis=0))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _even(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    return np.pad(pixels, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
