"""How a group of words becomes events: each word has its own, at a measured place, for each of its looks.

So growing one never moves its neighbours. Boxes lie lowest, then effects, halos, letters, and gradients.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reelhouse.media.captions import CaptionStyle, Gradient, Ground, Ink, Look, Stroke
from reelhouse.media.composition import Canvas
from reelhouse.render.captions.ass import Event, colour, escaped, rounded_box
from reelhouse.render.captions.effects import Place, effect_events, plain
from reelhouse.render.captions.layout import EMOJI, EMOJI_RIM, Placed, PlacedWord
from reelhouse.render.captions.motion import Moved, motion_tags
from reelhouse.render.captions.segments import runs_right_to_left
from reelhouse.render.captions.stickers import Sticker

RIM = 0.1
"""Em that a growing word keeps from its neighbour's edge."""

SINK = 0.05
"""Em that a ground lies lower than the middle of capitals, for the sake of g and y."""

STRIPS = 11
"""Flat strips that make a gradient; at caption sizes nobody tells them apart."""

GROUND, BOX, EFFECT, HALO, LETTERS, FLOW = 0, 1, 2, 5, 10, 12
LIFTED = 1
"""What is spoken lies above what waits."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand together, in frames of the scene: when each is begun and done, and the end of all.

    It `enters` when nothing stood there before. `number` is that of its first word in the scene.
    """

    placed: Placed
    starts: tuple[int, ...]
    said: tuple[int, ...]
    end: int
    enters: bool
    number: int


@dataclass(frozen=True, slots=True)
class _Stage:
    """A word in one look for some frames."""

    look: Look
    first: int
    end: int
    spoken: bool


def events_of(group: Group, style: CaptionStyle, canvas: Canvas) -> Iterator[Event]:
    if group.starts[0] >= group.end:
        return
    drawer = _Drawer(group, style, canvas)
    yield from drawer.grounds()
    for index, word in enumerate(group.placed.words):
        if word is not None and word.drawn.runs:
            yield from drawer.word(index, word)


def stickers_of(group: Group, style: CaptionStyle) -> Iterator[Sticker]:
    """The emoji of a group, on the line of their words."""
    em = group.placed.em
    size = max(2, round(em * (EMOJI - 2 * EMOJI_RIM)))
    for index, word in enumerate(group.placed.words):
        if word is None:
            continue
        first = group.starts[0] if style.upcoming else group.starts[index]
        top = round(word.baseline - em * 0.36 - size / 2)
        for number, name in enumerate(word.shown.emoji):
            left = round(word.emoji_left + em * (number * EMOJI + EMOJI_RIM))
            if max(first, 0) < group.end:
                yield Sticker(name, left, top, size, max(first, 0), group.end)


@dataclass(frozen=True, slots=True)
class _Drawer:
    group: Group
    style: CaptionStyle
    canvas: Canvas

    @property
    def em(self) -> float:
        return self.group.placed.em

    def grounds(self) -> Iterator[Event]:
        ground = self.style.ground
        if ground is None:
            return
        first = self.group.starts[0]
        for line in self.group.placed.lines:
            width = line.right - line.left + 2 * ground.padding_x * self.em
            middle = (line.left + line.right) / 2, line.middle + SINK * self.em
            text = self._box(ground, width, self.group.number)
            yield Event(GROUND, first, self.group.end, "{" + self._entry(first, middle) + text)

    def word(self, index: int, word: PlacedWord) -> Iterator[Event]:
        number = self.group.number + index
        if self.style.sweep and self.style.upcoming and not runs_right_to_left(word.drawn.text):
            yield from self._swept(index, word, number)
            return
        for stage in self._stages(index):
            yield from self._stage(stage, word, number)

    def _stages(self, index: int) -> Iterator[_Stage]:
        """What a word looks like and when; stages that look alike are one."""
        style, group = self.style, self.group
        start = group.starts[index]
        end = group.starts[index + 1] if index + 1 < len(group.starts) else group.end
        spoken = style.spoken or style.upcoming or style.active
        stages = [_Stage(style.active, start, end, spoken=True), _Stage(spoken, end, group.end, spoken=False)]
        if style.active == spoken and style.motion is None and style.effect is None:
            stages = [_Stage(style.active, start, group.end, spoken=True)]
        if style.upcoming is not None:
            stages.insert(0, _Stage(style.upcoming, group.starts[0], start, spoken=False))
        return (stage for stage in stages if stage.first < stage.end)

    def _stage(self, stage: _Stage, word: PlacedWord, number: int) -> Iterator[Event]:
        look, lift = stage.look, LIFTED if stage.spoken else 0
        if stage.spoken and self.style.effect is not None:
            place = Place(word.x, word.baseline, word.width, self._cap * self.em, self.em, number)
            yield from effect_events(self.style.effect, place, EFFECT, stage.first, stage.end)
        if look.box is not None:
            left, right = word.extent(self.em)
            middle = (left + right) / 2, word.baseline + self.em * (SINK - self._cap / 2)
            box = self._box(look.box, right - left + 2 * look.box.padding_x * self.em, number)
            motion = self._motion(stage, word, [(1, plain(look.box.ink, number).opacity)], turns=False)
            yield Event(BOX, stage.first, stage.end, "{" + self._entry(stage.first, middle) + motion + box)
        for depth, stroke in enumerate(look.strokes[:-1]):
            tags = self._halo(stroke, number) + self._motion(stage, word, self._seen(stroke, number), stroke)
            yield self._event(HALO + depth, stage, word, tags)
        yield self._event(LETTERS + lift, stage, word, self._letters(stage, word, number))
        if isinstance(look.fill, Gradient):
            yield from self._flow(look.fill, stage, word)

    def _event(self, layer: int, stage: _Stage, word: PlacedWord, tags: str) -> Event:
        entry = self._entry(stage.first, (word.x, word.y))
        return Event(layer, stage.first, stage.end, "{" + entry + tags + "}" + self._text(word))

    def _text(self, word: PlacedWord) -> str:
        spacing = 0.0 if runs_right_to_left(word.drawn.text) else self.style.spacing * self.em
        space = f"\\fsp{spacing:.2f}" if spacing else ""
        return "".join(
            f"{{\\fn{run.face.name}\\fs{run.face.cell(self.em):.2f}{space}}}{escaped(run.text)}"
            for run in word.drawn.runs
        )

    def _letters(self, stage: _Stage, word: PlacedWord, number: int) -> str:
        look = stage.look
        fill = Ink(look.fill.stops[0], look.fill.opacity) if isinstance(look.fill, Gradient) else look.fill
        ink = plain(fill, number)
        channels = [(1, ink.opacity)]
        tags = colour(1, ink)
        stroke = look.strokes[-1] if look.strokes else None
        if stroke is not None:
            edge = plain(stroke.ink, number)
            tags += f"\\bord{stroke.width * self.em:.2f}\\blur{stroke.blur * self.em:.2f}{colour(3, edge)}"
            channels.append((3, edge.opacity))
        else:
            tags += "\\bord0"
        if look.shadow is not None:
            shade = plain(look.shadow.ink, number)
            tags += f"\\shad{look.shadow.distance * self.em:.2f}{colour(4, shade)}"
            channels.append((4, shade.opacity))
        return tags + self._motion(stage, word, channels)

    def _halo(self, stroke: Stroke, number: int) -> str:
        ink = plain(stroke.ink, number)
        width, blur = stroke.width * self.em, stroke.blur * self.em
        return f"\\shad0\\bord{width:.2f}\\blur{blur:.2f}{colour(1, ink)}{colour(3, ink)}"

    def _seen(self, stroke: Stroke, number: int) -> list[tuple[int, float]]:
        opacity = plain(stroke.ink, number).opacity
        return [(1, opacity), (3, opacity)]

    def _flow(self, fill: Gradient, stage: _Stage, word: PlacedWord) -> Iterator[Event]:
        """Strips of the letters, each in its own colour, from the top of the capitals to the baseline."""
        top, height = word.baseline - self._cap * self.em, self._cap * self.em
        motion = self._motion(stage, word, [(1, fill.opacity)])
        for strip in range(STRIPS):
            upper = 0 if strip == 0 else round(top + height * strip / STRIPS)
            lower = self.canvas.height if strip == STRIPS - 1 else round(top + height * (strip + 1) / STRIPS)
            ink = Ink(mixed(fill.stops, (strip + 0.5) / STRIPS), fill.opacity)
            tags = f"\\bord0\\shad0{colour(1, ink)}{motion}\\clip(0,{upper},{self.canvas.width},{lower})"
            yield self._event(FLOW + (LIFTED if stage.spoken else 0), stage, word, tags)

    def _box(self, ground: Ground, width: float, number: int) -> str:
        height = self.em * (self._cap + 2 * ground.padding_y)
        blur = f"\\blur{ground.blur * self.em:.1f}" if ground.blur else ""
        shape = rounded_box(width, height, ground.radius * self.em)
        return f"\\bord0\\shad0{blur}{colour(1, plain(ground.ink, number))}\\p1}}{shape}"

    def _motion(
        self,
        stage: _Stage,
        word: PlacedWord,
        channels: list[tuple[int, float]],
        stroke: Stroke | None = None,
        *,
        turns: bool = True,
    ) -> str:
        """Grow as far as the style likes and the neighbours allow."""
        if not stage.spoken or self.style.motion is None:
            return ""
        rim = self.em * max(
            [RIM, *(edge.width + RIM for edge in stage.look.strokes if not edge.blur)]
            + ([stage.look.box.padding_x + RIM / 2] if stage.look.box else [])
        )
        most = 1 + 2 * max(0.0, word.room - rim) / max(1.0, word.width)
        halo = stroke.width * self.em if stroke and stroke.blur else None
        seconds = (stage.end - stage.first) / self.canvas.fps
        moves_turn = turns and any(frame.turn for frame in self.style.motion.keyframes)
        fades = any(frame.opacity < 1 for frame in self.style.motion.keyframes)
        swells = any(frame.swell != 1 for frame in self.style.motion.keyframes)
        moved = Moved(channels if fades else (), most, halo if swells else None, moves_turn)
        return motion_tags(self.style.motion, moved, seconds)

    def _entry(self, first: int, middle: tuple[float, float]) -> str:
        """Where something stands, and how it comes when its group does."""
        x, y = middle
        entrance = self.style.entrance
        if entrance is None or not self.group.enters or first != self.group.starts[0]:
            return f"\\an5\\pos({x:.1f},{y:.1f})"
        length = round(entrance.fade * 1000)
        fade = f"\\fad({length},0)"
        if not entrance.rise:
            return f"\\an5\\pos({x:.1f},{y:.1f}){fade}"
        below = y + entrance.rise * self.em
        return f"\\an5\\move({x:.1f},{below:.1f},{x:.1f},{y:.1f},0,{length}){fade}"

    def _swept(self, index: int, word: PlacedWord, number: int) -> Iterator[Event]:
        """One event for all looks: the colour before gives way to the colour of the spoken from the left."""
        group, before = self.group, self.style.upcoming
        if before is None or isinstance(before.fill, Gradient):
            return
        first, start = group.starts[0], group.starts[index]
        end = group.starts[index + 1] if index + 1 < len(group.starts) else group.said[index]
        stage = _Stage(self.style.active, first, group.end, spoken=False)
        wait, sweep = (round(Fraction(n * 100, self.canvas.fps)) for n in (start - first, end - start))
        for depth, stroke in enumerate(self.style.active.strokes[:-1]):
            yield self._event(HALO + depth, stage, word, self._halo(stroke, number))
        tags = self._letters(stage, word, number) + colour(2, plain(before.fill, number))
        yield self._event(LETTERS, stage, word, f"{tags}\\k{wait}\\kf{sweep}")

    @property
    def _cap(self) -> float:
        words = [word for word in self.group.placed.words if word is not None]
        return max((run.face.cap_height for word in words for run in word.drawn.runs), default=0.7)


def mixed(stops: tuple[str, ...], share: float) -> str:
    """The colour at a share of the way through some."""
    at = share * (len(stops) - 1)
    left = min(int(at), len(stops) - 2)
    ways = zip(_channels(stops[left]), _channels(stops[left + 1]), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * (at - left)):02X}" for one, other in ways)


def _channels(colour_name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour_name[1:]))
