"""Compositions as timelines that editing programs open, and back: OpenTimelineIO."""
