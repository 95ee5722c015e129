"""Screenshots in devices, and words on a brand's ground: the scenes of a demo video."""
