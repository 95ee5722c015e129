"""Presenters and cards as pictures, drawn once and kept by content."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from itertools import count
from pathlib import Path

from reelhouse.media.composition import Canvas, EndCard, Framing, VectorPresenter
from reelhouse.render.cache import Cache, digest_of, key_of, link_or_copy
from reelhouse.render.cards import draw_end_card, undrawable
from reelhouse.render.fonts.library import FILES, FOLDER
from reelhouse.render.presenter.stage import Stage
from reelhouse.render.presenter.stages import Stages
from reelhouse.render.scratch import unfinished

DRAWN_BY = ("resvg-py", "pillow")
HERE = Path(__file__).parent
CARD_FONTS = tuple(FOLDER / name for name in FILES.values())


class Drawings:
    """Draws what is not in the cache yet, and hands it out as links in the folder `work`.

    Its methods take up to seconds of CPU: call them in a thread.
    """

    def __init__(self, cache: Cache, work: Path) -> None:
        self._cache = cache
        self._work = work
        self._stages = Stages(cache)
        self._handed_out = count()

    def stage(self, presenter: VectorPresenter, canvas: Canvas, framing: Framing | None) -> Stage:
        """A presenter on its backdrop, for one canvas."""
        return self._stages.get(presenter, canvas, framing)

    def _hand_out(self, drawn: Path) -> Path:
        link = self._work / f"drawing-{next(self._handed_out)}.png"
        link_or_copy(drawn, link)
        return link

    def end_card(self, scene: EndCard, canvas: Canvas) -> Path:
        """A closing card as a picture of the whole canvas."""
        key = key_of("end card", _drawing_code(), scene.text, scene.accent, repr(canvas))
        return self._hand_out(self._cache.find(key, ".png") or self._draw_end_card(key, scene, canvas))

    def warnings_of(self, scene: EndCard) -> tuple[str, ...]:
        """What the card leaves out, as a sentence."""
        left_out = undrawable(scene.text, CARD_FONTS)
        return (f"The end card leaves out what no font here has: {left_out}",) if left_out else ()

    def _draw_end_card(self, key: str, scene: EndCard, canvas: Canvas) -> Path:
        target = self._cache.target(key, ".png")
        with unfinished(target) as path:
            path.write_bytes(draw_end_card(scene.text, scene.accent, canvas, CARD_FONTS))
            return self._cache.keep(path, target)


@lru_cache(maxsize=1)
def _drawing_code() -> str:
    """A name for everything that decides how a drawing looks, so that no change shows an old picture."""
    parts = [digest_of(path) for path in sorted(_drawing_files())]
    return key_of(*parts, *(version(name) for name in DRAWN_BY))


def _drawing_files() -> Iterator[Path]:
    for folder in ("presenter", "backdrops", "cards", "fonts"):
        yield from (path for path in (HERE / folder).rglob("*") if path.suffix in {".py", ".ttf"})
    yield from HERE.glob("cards*.py")
