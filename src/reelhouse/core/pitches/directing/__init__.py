"""The director: from a goal, screenshots and wishes to a plan, by rules alone."""
