"""What the words of tags decide, and what of them is told."""

import re
from pathlib import Path

import pytest

from reelhouse.engines.music.songs.playing.designs import DESIGNS
from reelhouse.engines.music.songs.playing.drums import PIECES
from reelhouse.engines.music.songs.reading.genres import GENRE_WORDS, GENRES
from reelhouse.engines.music.songs.reading.style import Singer
from reelhouse.engines.music.songs.reading.tags import KNOWN, read_tags
from reelhouse.engines.music.songs.reading.words import INSTRUMENTS
from reelhouse.engines.music.songs.writing.chords import PROGRESSIONS, SCALES, chord_of
from reelhouse.engines.music.songs.writing.drumming import GROOVES, KITS, USUAL
from reelhouse.engines.music.songs.writing.figures import BASS, CHORDS

EXAMPLE = (
    "anthemic ace step electro-pop, wide stereo synths, tight sidechained bass, punchy drum transients, "
    "strong vocal hooks, modern polished mix"
)


def test_the_example_of_the_document_is_understood_in_full() -> None:
    style = read_tags(EXAMPLE)

    assert style.genre.name == "electro-pop"
    assert style.unknown == ()
    assert style.understood == (
        *("anthemic", "electro-pop", "wide stereo", "synths", "tight sidechained bass"),
        *("punchy drum transients", "strong vocal hooks", "modern polished mix"),
    )
    assert style.sound.width > 1
    assert style.sound.pump is not None
    assert style.sound.punch > 0


@pytest.mark.parametrize("word", sorted(GENRE_WORDS))
def test_every_genre_is_known_by_its_words(word: str) -> None:
    style = read_tags(f"some {word} tune")

    assert style.genre.name == GENRE_WORDS[word]
    assert word in style.understood


def test_there_are_many_genres_and_all_of_them_can_be_played() -> None:
    assert len(GENRES) >= 40
    for genre in GENRES:
        assert {layer.instrument for layer in genre.layers} | {genre.lead} <= set(DESIGNS)
        assert {layer.figure for layer in genre.layers} <= set(CHORDS)
        assert genre.bass is None or (genre.bass.instrument in DESIGNS and genre.bass.figure in BASS)
        assert (genre.groove in GROOVES, genre.kit in KITS) == (True, True)
        assert (genre.progressions in PROGRESSIONS, set(genre.modes) <= set(SCALES)) == (True, True)


def test_every_instrument_that_is_named_can_be_played() -> None:
    for player in INSTRUMENTS.values():
        if player.role == "drums":
            assert player.design in {"", *KITS}
        else:
            assert player.design in {"", *DESIGNS}
        figures = BASS if player.role == "bass" else CHORDS
        assert player.figure in {"", *figures}


def test_every_drum_of_every_kit_is_there() -> None:
    drums = {piece for kit in KITS.values() for piece in kit.values()} | set(USUAL.values())

    assert drums <= set(PIECES)
    assert {role for groove in GROOVES.values() for role in groove} <= set(USUAL)


def test_every_chord_of_every_progression_can_be_built() -> None:
    for tables in PROGRESSIONS.values():
        for table in tables.values():
            assert set(table) == {"verse", "chorus", "pre", "bridge"}
            for progression in (line for lines in table.values() for line in lines):
                assert all(len(chord_of(numeral, 0).tones) >= 3 for numeral in progression)


@pytest.mark.parametrize(
    ("tags", "tempo"),
    [("pop, 120 bpm", 120), ("90BPM", 90), ("techno 132.5 bpm", 132.5), ("at 100 beats per minute", 100)],
)
def test_a_tempo_is_taken(tags: str, tempo: float) -> None:
    assert read_tags(tags).tempo == tempo


@pytest.mark.parametrize(
    ("tags", "tonic", "mode"),
    [
        ("pop in D minor", 2, "minor"),
        ("F# major, rock", 6, "major"),
        ("B flat minor", 10, "minor"),
        ("jazz, key of Eb", 3, "major"),
        ("lo-fi, Am", 9, "minor"),
        ("a major hit", 9, "major"),
        ("D dorian", 2, "dorian"),
        ("key of F#m", 6, "minor"),
    ],
)
def test_a_key_is_taken(tags: str, tonic: int, mode: str) -> None:
    style = read_tags(tags)

    assert (style.tonic, style.mode) == (tonic, mode)


@pytest.mark.parametrize(
    ("tags", "beats"), [("3/4 folk", 3), ("6/8", 3), ("4/4", 4), ("pop 7/8", 7), ("waltz", 3)]
)
def test_a_metre_is_taken(tags: str, beats: int) -> None:
    assert read_tags(tags).beats == beats


def test_a_tempo_that_nobody_plays_is_bounded_and_told() -> None:
    style = read_tags("999 bpm techno")

    assert style.tempo == 240
    assert style.notes == ("999 bpm is outside of 40 to 240; it plays 240.",)


def test_what_is_unwanted_does_not_play() -> None:
    style = read_tags("pop without drums, no bass, no piano")

    assert not style.drums
    assert style.bass is None
    assert "piano" not in {layer.instrument for layer in style.layers}
    assert style.understood == ("pop", "no drums", "no bass", "no piano")


def test_a_soloist_plays_alone() -> None:
    style = read_tags("solo harp")

    assert [layer.instrument for layer in style.layers] == ["harp"]
    assert (style.bass, style.drums) == (None, False)


@pytest.mark.parametrize(
    ("tags", "singer"),
    [("male vocals", Singer.MAN), ("soprano", Singer.WOMAN), ("choir", Singer.CHOIR),
    ("male and female vocals", Singer.DUET)],
)  # fmt: skip
def test_who_sings_is_understood(tags: str, singer: Singer) -> None:
    assert read_tags(tags).singer is singer


def test_moods_choose_mode_and_pace() -> None:
    sad, happy = read_tags("sad slow ballad"), read_tags("happy fast ballad")

    assert (sad.mode, happy.mode) == ("minor", "major")
    assert sad.pace < 0.8
    assert happy.pace > 1.1


@pytest.mark.parametrize("tags", ["", "xyzzy", "💥 , ,", "1234"])
def test_tags_without_music_become_pop_and_that_is_told(tags: str) -> None:
    style = read_tags(tags)

    assert (style.genre.name, style.is_default, style.understood) == ("pop", True, ())


def test_what_is_not_understood_is_told_once() -> None:
    assert read_tags("marzipan pop, marzipan, nylon socks").unknown == ("marzipan", "nylon", "socks")


def test_the_vocabulary_is_in_lower_case_and_of_few_words() -> None:
    assert all(phrase == phrase.lower() and len(phrase.split()) <= 4 for phrase in KNOWN)


def test_the_reference_lists_every_word() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "songs.md").read_text("utf-8")

    listed = {phrase.strip() for line in page.splitlines() for phrase in re.split(r"[|,]", line)}
    assert listed >= KNOWN
