"""The sentences that a director speaks with, as data. None claims what the screens do not show."""
