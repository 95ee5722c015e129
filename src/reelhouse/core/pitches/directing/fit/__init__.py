"""How well a plan fits its goal, why, and what would make it fit better."""
