import pytest

from reelhouse.core.videos.errors import ScriptTooLong
from reelhouse.core.videos.pacing import count_words, pace_script
from reelhouse.core.videos.pricing import price_of
from reelhouse.kit.money import cents


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("count", "target", "seconds"),
    [(12, None, 5), (13, None, 10), (25, None, 10), (26, None, 15), (37, None, 15)],
)
def test_the_duration_follows_from_the_words(count: int, target: int | None, seconds: int) -> None:
    assert pace_script(words(count), target).seconds == seconds


@pytest.mark.parametrize(("count", "target", "seconds"), [(13, 5, 10), (30, 5, 15), (26, 10, 15)])
def test_a_target_too_short_moves_up_and_says_so(count: int, target: int, seconds: int) -> None:
    pacing = pace_script(words(count), target)

    assert pacing.seconds == seconds
    assert pacing.warning is not None
    assert f"raised to {seconds} s" in pacing.warning


def test_a_target_with_room_is_kept_without_a_warning() -> None:
    pacing = pace_script(words(9), 15)

    assert (pacing.seconds, pacing.max_words, pacing.warning) == (15, 37, None)


def test_more_words_than_the_longest_video_holds_are_refused() -> None:
    with pytest.raises(ScriptTooLong) as refusal:
        pace_script(words(38), None)

    assert (refusal.value.words, refusal.value.max_words) == (38, 37)


def test_a_slow_voice_that_does_not_fit_is_told_in_advance() -> None:
    pacing = pace_script(words(25), 10, voice_speed=0.7)

    assert pacing.seconds == 10
    assert pacing.warning is not None
    assert "0.7x" in pacing.warning


def test_a_second_costs_thirty_cents_and_a_written_script_five_more() -> None:
    assert [price_of(seconds, script_is_written=False) for seconds in (5, 10, 15)] == [
        cents(150),
        cents(300),
        cents(450),
    ]
    assert price_of(10, script_is_written=True) == cents(305)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Grips wet rock - dries in an hour!", 8),
        ("هذا الحذاء", 2),
        ("这是一个关于跑步鞋的短片。", 6),
        ("这是 iPhone 手机,很好。", 4),
        ("ランニングシューズです", 6),
        ("รองเท้าวิ่ง", 3),
        ("", 0),
    ],
)
def test_words_are_counted_where_people_write_without_spaces_too(text: str, count: int) -> None:
    assert count_words(text) == count
