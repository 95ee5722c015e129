"""From a plan to a composition."""
