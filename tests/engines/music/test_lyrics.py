"""Lyrics become sections, sections become bars."""

from fractions import Fraction
from itertools import product

import pytest
from tests.effort import some

from reelhouse.engines.music.songs.reading.lyrics import Kind, read_lyrics
from reelhouse.engines.music.songs.writing.form import Outline, default_form, fitted, metre_of
from reelhouse.engines.music.songs.writing.melody import Words
from reelhouse.engines.music.songs.writing.singable import phrases_in

DURATIONS = [Fraction(15), Fraction("33.3"), Fraction(108), Fraction(240)]


def test_marks_begin_sections() -> None:
    lyrics = read_lyrics("[Intro]\nOne\n\n[Verse 1: Ann]\nTwo\nThree\n[Final Chorus]\nTwo")

    assert [(stanza.name, stanza.kind, stanza.lines) for stanza in lyrics.stanzas] == [
        ("Intro", Kind.INTRO, ("One",)),
        ("Verse 1", Kind.VERSE, ("Two", "Three")),
        ("Final Chorus", Kind.CHORUS, ("Two",)),
    ]
    assert lyrics.lines == ("One", "Two", "Three")


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("[Pre-Chorus]", Kind.PRE), ("[chorus x2]", Kind.CHORUS), ("Chorus:", Kind.CHORUS),
        ("(Bridge)", Kind.BRIDGE),
        ("[Guitar Solo]", Kind.SOLO), ("【副歌】", Kind.CHORUS), ("[Припев]", Kind.CHORUS),
        ("[Estribillo]", Kind.CHORUS),
        ("[Post-Chorus]", Kind.POST), ("[inst]", Kind.SOLO), ("[Drop]", Kind.CHORUS), ("[Outro]", Kind.OUTRO),
    ],
)  # fmt: skip
def test_sections_are_known_in_many_spellings(mark: str, kind: Kind) -> None:
    assert read_lyrics(f"{mark}\nLa la").stanzas[0].kind is kind


def test_a_chorus_that_is_marked_twice_is_sung_twice() -> None:
    stanzas = read_lyrics("[Chorus x2]\nLa la\nLo lo").stanzas

    assert [(stanza.name, stanza.lines) for stanza in stanzas] == [("Chorus", ("La la", "Lo lo"))] * 2


def test_without_marks_what_comes_again_is_the_chorus() -> None:
    kinds = [stanza.kind for stanza in read_lyrics("a b\n\nla la\n\nc d\n\nLa la").stanzas]

    assert kinds == [Kind.VERSE, Kind.CHORUS, Kind.VERSE, Kind.CHORUS]


def test_remarks_are_not_sung_and_told() -> None:
    lyrics = read_lyrics("[Verse]\n[whispered]\nCome [softly] closer (closer)\n!!!")

    assert lyrics.lines == ("Come closer closer",)
    assert lyrics.ignored == ("whispered",)


@pytest.mark.parametrize("text", ["", "   \n\n", "🎉\n...", "[", "]["])
def test_nothing_to_sing_is_no_lyric(text: str) -> None:
    assert read_lyrics(text).lines == ()


@pytest.mark.parametrize("duration", DURATIONS)
@pytest.mark.parametrize("tempo", [60, 84.5, 120, 174])
@pytest.mark.parametrize("beats", [3, 4, 5, 7])
def test_a_tempo_that_was_asked_stays_within_two_percent(
    duration: Fraction, tempo: float, beats: int
) -> None:
    metre = metre_of(duration, tempo, beats, is_asked=True)

    assert metre.tempo == pytest.approx(tempo, rel=0.02)
    assert metre.bars * metre.bar + metre.ring == duration


@pytest.mark.parametrize("bars", [1, 2, 3, 5, 8, 13, 20, 33, 56, 64, 100, 170])
def test_sections_have_all_bars_and_none_is_empty(bars: int) -> None:
    written = [Outline("Verse", Kind.VERSE, (0, 1), 4), Outline("Chorus", Kind.CHORUS, (2,), 2)] * 3

    for outlines in (default_form(bars, club=False), default_form(bars, club=True), written):
        sections, _ = fitted(outlines, bars)

        assert sum(section.bars for section in sections) == bars
        assert min(section.bars for section in sections) >= 1


def test_long_pieces_are_filled_and_short_ones_cut_and_both_are_told() -> None:
    verse = [Outline("Verse", Kind.VERSE, (0,), 2)]

    assert "were added: Intro" in fitted(verse, 60)[1][0]
    assert "no time for 4 sections" in fitted(verse * 4, 3)[1][0]


@pytest.mark.parametrize(
    ("kind", "bars", "lines"), some([*product(Kind, [1, 2, 4, 7, 8, 16], [1, 2, 5])], 40)
)
def test_phrases_follow_each_other_within_their_section(kind: Kind, bars: int, lines: int) -> None:
    metre = metre_of(Fraction(60), 120, 4, is_asked=True)
    words = [Words((True,) * count) for count in (8, 3, 12, 5, 20)]

    phrases = phrases_in(kind, bars, range(lines), words, metre)

    free = 0
    for phrase in phrases:
        assert phrase.bar >= free
        free = phrase.bar + phrase.bars
    assert free <= bars
    assert phrases, "nothing is sung"
