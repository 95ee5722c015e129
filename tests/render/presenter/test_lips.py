from fractions import Fraction
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reelhouse.media.speech import Phoneme, Timing
from reelhouse.media.time import Span
from reelhouse.render.presenter.lips import SHORTEST, mouth_track
from reelhouse.render.presenter.types import Mouth
from reelhouse.render.presenter.visemes import FIRM, mouths_of

SOUNDS = ("m", "b", "p", "f", "v", "ə", "ɑː", "ˈæ", "iː", "uː", "oʊ", "aɪ", "l", "s", "tʃ", "", "ɹ")


def spoken(*sounds: tuple[str, int]) -> Timing:
    """Sounds one after the other from 0; each is its IPA and its length in milliseconds."""
    phonemes, at = [], Fraction(0)
    for ipa, length in sounds:
        end = at + Fraction(length, 1000)
        phonemes.append(Phoneme(ipa, Span(at, end)))
        at = end
    return Timing(words=(), phonemes=tuple(phonemes), duration=at)


def runs(track: list[Mouth]) -> list[tuple[Mouth, int]]:
    return [(mouth, len(list(group))) for mouth, group in groupby(track)]


@pytest.mark.parametrize(
    ("ipa", "mouths"),
    [
        ("m", (Mouth.CLOSED,)),
        ("ˈb", (Mouth.CLOSED,)),
        ("p", (Mouth.CLOSED,)),
        ("f", (Mouth.BITE,)),
        ("v", (Mouth.BITE,)),
        ("ɑː", (Mouth.WIDE,)),
        ("æ", (Mouth.OPEN,)),
        ("ˈiː", (Mouth.SMILE,)),
        ("ɔ", (Mouth.ROUND,)),
        ("uː", (Mouth.PUCKER,)),
        ("ð", (Mouth.TONGUE,)),
        ("tʃ", (Mouth.TEETH,)),
        ("ç", (Mouth.TEETH,)),
        ("ɑ̃", (Mouth.WIDE,)),
        ("n̩", (Mouth.TEETH,)),
        ("aɪ", (Mouth.WIDE, Mouth.SMILE)),
        ("oʊ", (Mouth.ROUND, Mouth.PUCKER)),
        ("ɔɪ", (Mouth.ROUND, Mouth.SMILE)),
        ("aʊ", (Mouth.WIDE, Mouth.PUCKER)),
        ("ʔ", ()),
        ("", ()),
        (";", ()),
    ],
)
def test_sound_is_made_with_its_mouth(ipa: str, mouths: tuple[Mouth, ...]) -> None:
    assert mouths_of(ipa) == mouths


def test_unknown_letter_opens_the_mouth_a_little() -> None:
    assert mouths_of("語") == (Mouth.OPEN,)


@pytest.mark.parametrize("firm", ["m", "b", "p", "f", "v"])
@pytest.mark.parametrize("length", [0, 4, 11, 30])
@pytest.mark.parametrize("before", [97, 100, 113, 120])
def test_lips_are_seen_to_close_however_short_the_sound_is(firm: str, length: int, before: int) -> None:
    timing = spoken(("ɑː", before), (firm, length), ("ɑː", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(1, 2)), fps=30)

    assert mouths_of(firm)[0] in track


def test_lips_close_for_a_sound_that_begins_with_the_scene() -> None:
    timing = spoken(("p", 20), ("ɑː", 300))

    track = mouth_track(timing, Span(Fraction(0), Fraction(1, 2)), fps=30)

    assert track[0] is Mouth.CLOSED


def test_lips_move_forty_milliseconds_before_the_sound() -> None:
    timing = spoken(("", 1000), ("ɑː", 400))

    track = mouth_track(timing, Span(Fraction(0), Fraction(2)), fps=100)

    assert track.index(Mouth.WIDE) == pytest.approx(96, abs=1)


def test_diphthong_shows_both_its_mouths() -> None:
    timing = spoken(("aɪ", 300))

    track = mouth_track(timing, Span(Fraction(0), Fraction(3, 10)), fps=30)

    assert [mouth for mouth, _ in runs(track)] == [Mouth.WIDE, Mouth.SMILE]


def test_hasty_diphthong_shows_its_first_mouth_only() -> None:
    timing = spoken(("aɪ", 80), ("s", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(1, 4)), fps=30)

    assert Mouth.SMILE not in track


def test_mouth_rests_in_a_pause() -> None:
    timing = spoken(("ɑː", 200), ("", 600), ("ɑː", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(1)), fps=30)

    assert set(track[8:20]) == {Mouth.REST}


def test_gap_too_short_to_see_does_not_close_the_mouth() -> None:
    timing = spoken(("ɑː", 200), ("", 40), ("ɑː", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(2, 5)), fps=30)

    assert set(track) == {Mouth.WIDE}


def test_mouth_rests_before_and_after_the_speech() -> None:
    timing = spoken(("ɑː", 300)).shifted(Fraction(1))

    track = mouth_track(timing, Span(Fraction(0), Fraction(3)), fps=30)

    assert set(track[:25]) == {Mouth.REST}
    assert set(track[45:]) == {Mouth.REST}


def test_scene_sees_its_own_stretch_of_the_timeline() -> None:
    timing = spoken(("ɑː", 1000), ("uː", 1000))

    track = mouth_track(timing, Span(Fraction(1), Fraction(2)), fps=30)

    assert set(track[:28]) == {Mouth.PUCKER}


@given(
    sounds=st.lists(st.tuples(st.sampled_from(SOUNDS), st.integers(0, 260)), max_size=40),
    fps=st.sampled_from([24, 25, 30, 60]),
)
def test_mouth_never_flickers(sounds: list[tuple[str, int]], fps: int) -> None:
    timing = spoken(*sounds)

    track = mouth_track(timing, Span(Fraction(0), Fraction(2)), fps)

    assert len(track) == 2 * fps
    for mouth, length in runs(track):
        assert length >= SHORTEST or mouth in FIRM


@given(
    sounds=st.lists(
        st.tuples(st.sampled_from(("m", "b", "p", "f", "v")), st.integers(0, 40), st.integers(110, 220)),
        min_size=1,
        max_size=6,
    )
)
def test_every_firm_sound_among_others_is_shown(sounds: list[tuple[str, int, int]]) -> None:
    parts = [part for ipa, length, vowel in sounds for part in ((ipa, length), ("ɑː", vowel))]
    timing = spoken(("ɑː", 200), *parts)

    track = mouth_track(timing, Span(Fraction(0), Fraction(3)), fps=30)

    shown = [mouth for mouth, _ in runs(track) if mouth in FIRM]
    assert shown == [mouths_of(ipa)[0] for ipa, _, _ in sounds]
