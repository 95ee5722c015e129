"""Slides of a carousel, in a brand's colours: drawn, bound into one document, and examined."""

from reelhouse.render.slides.slide import draw_slide
from reelhouse.render.slides.types import ShownScreen, Slide, SlideKind

__all__ = ["ShownScreen", "Slide", "SlideKind", "draw_slide"]
