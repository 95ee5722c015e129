"""A plan as a carousel: a PNG for each slide, and all of them in one PDF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from reelhouse.core.pitches.carousel.pages import slide_of
from reelhouse.core.pitches.plan import Plan
from reelhouse.media.composition import CANVASES
from reelhouse.render.errors import CheckFailed
from reelhouse.render.screens.geometry import Rect
from reelhouse.render.slides import draw_slide
from reelhouse.render.slides.examination import examine_pdf, examine_slides
from reelhouse.render.slides.pages import write_pdf, write_png

PDF = "carousel.pdf"


@dataclass(frozen=True, slots=True)
class Slides:
    """The files of a carousel, its slides in their order."""

    pngs: tuple[Path, ...]
    pdf: Path


def draw_carousel(
    plan: Plan,
    screens: Mapping[UUID, Path],
    logo: Path | None,
    folder: Path,
    on_slide: Callable[[int], None] | None = None,
) -> Slides:
    """Draw every scene of a plan as a slide into `folder`, and look at what was made.

    It takes CPU: call it in a thread. `on_slide` is told how many are done. Equal plans and files give
    equal bytes. Raises `MediaUnreadable` for a screenshot or a logo that is no picture, `KeyError` for one
    that is missing, and `CheckFailed`.
    """
    pngs: list[Path] = []
    words: list[tuple[Rect, ...]] = []
    for number in range(len(plan.scenes)):
        png = folder / f"slide-{number + 1:02d}.png"
        words.append(_draw(plan, number, screens, logo, png))
        pngs.append(png)
        if on_slide:
            on_slide(number + 1)
    pdf = folder / PDF
    write_pdf(pngs, plan.direction.hook or plan.intent.goal, pdf)
    of, canvas = len(plan.scenes), CANVASES[plan.intent.aspect]
    findings = examine_slides(pngs, words, canvas, of) + examine_pdf(pdf, of)
    if findings:
        raise CheckFailed(findings, "carousel")
    return Slides(tuple(pngs), pdf)


def draw_slide_still(
    plan: Plan, number: int, screens: Mapping[UUID, Path], logo: Path | None, out: Path
) -> None:
    """The scene `number` (from 0) as the carousel will show it; raises as `draw_carousel`, unexamined."""
    _draw(plan, number, screens, logo, out)


def _draw(
    plan: Plan, number: int, screens: Mapping[UUID, Path], logo: Path | None, out: Path
) -> tuple[Rect, ...]:
    drawn = draw_slide(slide_of(plan, number, screens, logo))
    write_png(drawn.picture, out)
    return drawn.words
