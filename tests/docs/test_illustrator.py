"""The page of the illustrator names every word that it knows."""

from pathlib import Path

from reelhouse.engines.image.illustrating.vocabulary import (
    COLOURS,
    METAPHORS,
    MOODS,
    PLACES,
    SEASONS,
    THINGS,
    TIMES,
    WEATHERS,
)

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "illustrator.md"


def test_every_word_of_the_illustrator_is_on_its_page() -> None:
    page = PAGE.read_text()
    tables = (PLACES, TIMES, SEASONS, WEATHERS, MOODS, THINGS)
    rows = [f"| {name} | {words} |" for table in tables for name, words in table.items()]
    rows += [f"| {phrase} | " for phrase in METAPHORS]
    rows.append(f"{', '.join(COLOURS)}.")

    assert [row for row in rows if row not in page] == []
