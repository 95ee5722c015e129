"""Carousels: the other artifact that a plan can become."""
