"""Lyrics laid over what a recogniser heard."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reelhouse.engines.transcript.anchoring import anchor
from reelhouse.engines.transcript.types import HeardWord
from reelhouse.media.time import Span

LYRICS = "[Intro]\nBoots on the porch and a laptop glow,\nI mint an A P I key before the roosters crow."


def heard(text: str, *, start: float = 1.0, step: float = 0.4, confidence: float = 0.9) -> list[HeardWord]:
    """Each word of `text` for most of its turn; an underscore is a turn of silence."""
    turns = [(Fraction(start) + Fraction(step) * place, word) for place, word in enumerate(text.split())]
    return [
        HeardWord(word, Span(at, at + Fraction(step) * Fraction(9, 10)), confidence)
        for at, word in turns
        if word != "_"
    ]


def starts(words: tuple[HeardWord, ...]) -> list[float]:
    return [round(float(word.span.start), 2) for word in words]


def test_words_heard_as_written_keep_their_times() -> None:
    words = anchor("We run\nthrough the night", heard(" We run through the night"), Fraction(5))

    assert starts(words) == [1.0, 1.4, 1.8, 2.2, 2.6]
    assert all(word.confidence == pytest.approx(0.9) for word in words)


def test_every_token_is_there_and_marks_take_no_time() -> None:
    words = anchor(LYRICS, heard("Boots on the porch and a laptop glow"), Fraction(10))

    assert [word.text for word in words] == LYRICS.split()
    assert words[0].span.duration == 0
    assert words[0].confidence == 1.0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("I mint an A P I key", "I mint an API key"),
        ("I mint an API key", "I mint an A P I key"),
        ("call me in 42 days", "call me in forty two days"),
        ("the night's colour is grey", "the knights color is gray"),
        ("I cannot stay away", "I can not stay away"),
    ],
)
def test_words_that_sound_alike_answer_each_other(written: str, said: str) -> None:
    words = anchor(written, heard(said), Fraction(10))

    assert all(word.confidence > 0.5 for word in words)
    assert starts(words)[-1] == pytest.approx(1.0 + 0.4 * (len(said.split()) - 1), abs=0.01)


def test_a_missed_word_lies_between_its_neighbours_and_is_not_sure() -> None:
    words = anchor("boots on the wooden porch tonight", heard("boots on the _ porch tonight"), Fraction(5))

    assert 2.2 - 0.1 <= float(words[3].span.start) < float(words[3].span.end) <= 2.6
    assert words[3].confidence < 0.3


def test_a_word_heard_as_another_takes_its_time() -> None:
    words = anchor(
        "boots on the wooden porch tonight", heard("boots on the banana porch tonight"), Fraction(5)
    )

    assert (
        words[3].span == Span(Fraction(22, 10), Fraction(22, 10) + Fraction(36, 100))
        or starts(words)[3] == 2.2
    )
    assert words[3].confidence == pytest.approx(0.25)


def test_a_chorus_sung_twice_is_anchored_twice() -> None:
    chorus = "hands up hearts up hold the line"
    words = anchor(f"{chorus}\n{chorus}", heard(f"{chorus} _ _ _ _ {chorus}"), Fraction(20))

    assert starts(words)[:7] == pytest.approx([1.0 + 0.4 * place for place in range(7)], abs=0.01)
    assert starts(words)[7:] == pytest.approx([1.0 + 0.4 * place for place in range(11, 18)], abs=0.01)


def test_unheard_words_of_a_line_stay_with_it_across_a_long_pause() -> None:
    text = "neon rain on the avenue\nwe were shadows in a crowded room"
    words = anchor(text, heard("neon rain " + "_ " * 30 + "shadows in a crowded room"), Fraction(30))

    assert float(words[4].span.end) < 4.5
    assert float(words[5].span.start) > 11


def test_a_little_word_heard_by_chance_anchors_nothing() -> None:
    text = "the river bends\nbeyond fields of barley waving gold in the morning"
    words = anchor(text, heard("_ " * 40 + "the", start=0.0), Fraction(20))

    assert all(word.confidence <= 0.25 for word in words)


def test_nothing_heard_spreads_the_lines_and_is_not_sure() -> None:
    words = anchor("one line here\nand another there", [], Fraction(10))

    assert all(word.confidence <= 0.1 for word in words)
    assert all(0 <= word.span.start <= word.span.end <= 10 for word in words)


WRITTEN = ("love", "the", "night", "we", "run", "[Verse]", "♪", "42", "—", "été", "夜", "a")
TOKENS = st.lists(st.sampled_from(WRITTEN), max_size=25)


@given(
    text=TOKENS,
    said=st.lists(
        st.tuples(
            st.sampled_from(["love", "the", "knight", "uh", "run", "forty", "été", "夜", "..."]),
            st.floats(0, 30),
            st.floats(0, 3),
        ),
        max_size=25,
    ),
)
def test_any_words_give_exactly_the_tokens_in_order(
    text: list[str], said: list[tuple[str, float, float]]
) -> None:
    duration = Fraction(20)
    words = anchor(
        "\n".join(text),
        [HeardWord(word, Span(Fraction(at), Fraction(at) + Fraction(size)), 0.8) for word, at, size in said],
        duration,
    )

    assert [word.text for word in words] == text
    assert all(earlier.span.end <= later.span.start for earlier, later in pairwise(words))
    assert all(word.span.start >= 0 and word.span.end <= duration for word in words)
    assert all(0 <= word.confidence <= 1 for word in words)
