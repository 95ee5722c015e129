"""Pictures made of words."""

from reelhouse.render.cards.end_card import draw_end_card, undrawable

__all__ = ["draw_end_card", "undrawable"]
