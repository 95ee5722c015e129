from fractions import Fraction
from itertools import groupby
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reelhouse.media.speech import Phoneme, Timing
from reelhouse.media.time import Span
from reelhouse.render.presenter.lips import mouth_track
from reelhouse.render.presenter.mouths import openness_of
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
        ("tʃ", (Mouth.TEETH_ROUND,)),
        ("z", (Mouth.TEETH,)),
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
    timing = spoken(("", 1000), ("ˈɑː", 400))

    openings = [openness_of(mouth) for mouth in mouth_track(timing, Span(Fraction(0), Fraction(2)), fps=100)]

    halfway = next(frame for frame, opening in enumerate(openings) if opening > max(openings) / 2)
    assert halfway == pytest.approx(96, abs=4)


def test_mouth_opens_by_way_of_shapes_between() -> None:
    timing = spoken(("", 400), ("ˈɑː", 400), ("", 400))

    track = mouth_track(timing, Span(Fraction(0), Fraction(6, 5)), fps=30)

    openings = [openness_of(mouth) for mouth, _ in runs(track)]
    top = openings.index(max(openings))
    assert track[0] is track[-1] is Mouth.REST
    assert Mouth.WIDE in track
    assert top >= 2
    assert openings[: top + 1] == sorted(openings[: top + 1])
    assert openings[top:] == sorted(openings[top:], reverse=True)


def test_rounded_lips_are_prepared_during_the_sound_before() -> None:
    calm, rounding = (spoken(("ə", 120), (vowel, 200)) for vowel in ("ˈiː", "ˈuː"))
    span = Span(Fraction(0), Fraction(3, 10))

    ahead = [mouth_track(timing, span, fps=100)[6] for timing in (calm, rounding)]

    assert ahead[0] is not ahead[1]


def test_stressed_vowel_opens_the_mouth_wider() -> None:
    span = Span(Fraction(0), Fraction(1, 5))

    loud, light = (
        max(openness_of(mouth) for mouth in mouth_track(spoken(("t", 60), (ipa, 140)), span, fps=30))
        for ipa in ("ˈɑː", "ɑː")
    )

    assert loud > light


def test_diphthong_goes_from_its_first_mouth_to_its_second() -> None:
    timing = spoken(("ˈaɪ", 300))

    track = mouth_track(timing, Span(Fraction(0), Fraction(3, 10)), fps=30)

    assert track[0] in {Mouth.WIDE, Mouth.MID}
    assert track[7] in {Mouth.SMILE, Mouth.SMILE_WIDE}


def test_hasty_diphthong_shows_its_first_mouth_only() -> None:
    timing = spoken(("ˈaɪ", 80), ("ˈɑː", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(1, 5)), fps=30)

    assert not {Mouth.SMILE, Mouth.SMILE_WIDE, Mouth.SMILE_SMALL} & set(track)


def test_mouth_rests_in_a_pause() -> None:
    timing = spoken(("ɑː", 200), ("", 600), ("ɑː", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(1)), fps=30)

    assert set(track[8:20]) == {Mouth.REST}


def test_gap_too_short_to_see_does_not_close_the_mouth() -> None:
    timing = spoken(("ˈɑː", 200), ("", 40), ("ˈɑː", 200))

    track = mouth_track(timing, Span(Fraction(0), Fraction(2, 5)), fps=30)

    assert min(openness_of(mouth) for mouth in track) > openness_of(Mouth.OPEN)


def test_mouth_rests_before_and_after_the_speech() -> None:
    timing = spoken(("ɑː", 300)).shifted(Fraction(1))

    track = mouth_track(timing, Span(Fraction(0), Fraction(3)), fps=30)

    assert set(track[:25]) == {Mouth.REST}
    assert set(track[45:]) == {Mouth.REST}


def test_scene_sees_its_own_stretch_of_the_timeline() -> None:
    timing = spoken(("ˈɑː", 1000), ("ˈuː", 1000))

    track = mouth_track(timing, Span(Fraction(1), Fraction(2)), fps=30)

    assert set(track[3:26]) == {Mouth.PUCKER}


@given(
    sounds=st.lists(st.tuples(st.sampled_from(SOUNDS), st.integers(0, 260)), max_size=40),
    fps=st.sampled_from([24, 25, 30, 60]),
)
def test_mouth_never_flickers(sounds: list[tuple[str, int]], fps: int) -> None:
    timing = spoken(*sounds)

    track = mouth_track(timing, Span(Fraction(0), Fraction(2)), fps)

    assert len(track) == 2 * fps
    for before, shown, after in zip(track, track[1:], track[2:], strict=False):
        flickers = before is after is not shown
        assert not flickers or FIRM & {before, shown}


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


def test_mouth_opens_where_the_voice_is_loud() -> None:
    """Against a voice whose level follows its sounds, the lips fit best where they lie."""
    rng = Random(4)
    vowels, consonants = ("ˈɑː", "ə", "ˈiː", "ˈæ", "oʊ"), ("m", "t", "s", "b", "k", "n", "f")
    sounds = [
        sound
        for _ in range(120)
        for sound in (
            (rng.choice(consonants), rng.randint(50, 110)),
            (rng.choice(vowels), rng.randint(90, 190)),
        )
    ]
    timing = spoken(*sounds)
    span = Span(Fraction(0), Fraction(timing.duration * 100 // 1, 100))

    openings = np.array([openness_of(mouth) for mouth in mouth_track(timing, span, fps=100)])
    heard = np.zeros(len(openings))
    for sound in timing.phonemes:
        if sound.ipa in vowels:
            heard[round(sound.span.start * 100) : round(sound.span.end * 100)] = 1.0
    fits = {lag: np.corrcoef(np.roll(openings, lag), heard)[0, 1] for lag in range(-12, 13)}

    assert max(fits, key=lambda lag: fits[lag]) in range(2, 7)  # 40 ms ahead of the sound, as lips are
    assert max(fits.values()) > 0.55
