"""reelhouse: one self-hosted media studio that speaks the APIs of five products over one core."""

__version__ = "0.1.0"
