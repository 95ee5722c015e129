"""Subtitles are read by others: on time, in lines of bearable length, and with every letter of the script."""

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import imageio_ffmpeg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import examples

from reelhouse.media.composition import MediaRef, Narration
from reelhouse.media.speech import Timing, Word
from reelhouse.media.subtitles import Cue, columns, cues_of, srt_of, vtt_of
from reelhouse.media.time import Span

SCRIPT = (
    "Most people think that making videos is hard, but it really is not. Write thirty words, pick an actor,"
    " press one button, and watch your next post take off while you sleep. Try it now!"
)
CHINESE = (
    "很多人认为制作视频非常困难,其实并不是这样。"
    "写三十个字,选择一位演员,按下一个按钮,然后看着你的下一个帖子在你睡觉的时候起飞。"
)
THAI = "คนส่วนใหญ่คิดว่าการทำวิดีโอเป็นเรื่องยากแต่จริงๆแล้วไม่ใช่เลยเพียงแค่เขียนสามสิบคำแล้วกดปุ่มเดียว"
HEBREW = "רוב האנשים חושבים שקשה להכין סרטונים, אבל זה ממש לא נכון."
AWKWARD = "<b>bold</b> &amp; {\\an8} a --> b 1 < 2 > 0 \\N x_y@example.com 100% <i>"


def said(text: str, beat: Fraction = Fraction(3, 10), language: str = "en-us") -> Narration:
    """A word each beat, after half a second."""
    words = [
        Word(word, Span(number * beat, number * beat + beat * 5 / 6))
        for number, word in enumerate(text.split(" "))
    ]
    timing = Timing(tuple(words), (), beat * len(words))
    return Narration(MediaRef("a" * 64, "audio/wav"), Fraction(1, 2), timing, language)


@dataclass(frozen=True)
class Parsed:
    start: float
    end: float
    lines: list[str]


CLOCK = r"(\d\d):(\d\d):(\d\d)[.,](\d\d\d)"


def parsed(document: str) -> list[Parsed]:
    """SubRip or WebVTT as their documents say: blocks between blank lines, with an arrow in each."""
    found: list[Parsed] = []
    for block in re.split(r"\n{2,}", document.strip()):
        lines = block.split("\n")
        if not lines[0] or lines[0].startswith(("WEBVTT", "NOTE")):
            continue
        if lines[0].isdigit():
            assert int(lines.pop(0)) == len(found) + 1
        times = re.fullmatch(rf"{CLOCK} --> {CLOCK}", lines[0])
        assert times, lines[0]
        h, m, s, ms, h2, m2, s2, ms2 = map(int, times.groups())
        start, end = (h * 60 + m) * 60 + s + ms / 1000, (h2 * 60 + m2) * 60 + s2 + ms2 / 1000
        found.append(Parsed(start, end, lines[1:]))
    return found


def letters(text: str) -> str:
    return "".join(text.split())


def told(cues: Sequence[Cue]) -> str:
    return letters("".join(line for cue in cues for line in cue.lines))


@pytest.mark.parametrize(
    "text", [SCRIPT, CHINESE, THAI, HEBREW, AWKWARD], ids=["en", "zh", "th", "he", "awkward"]
)
def test_all_that_is_said_is_read_in_two_lines_at_most(text: str) -> None:
    narration = said(text, Fraction(3, 10) if " " in text else Fraction(12))

    cues = cues_of(narration, Fraction(60))

    assert told(cues) == letters(text)
    assert all(1 <= len(cue.lines) <= 2 for cue in cues)
    assert all(columns(line) <= 420 for cue in cues for line in cue.lines)


def test_an_east_asian_line_holds_twenty_letters() -> None:
    cues = cues_of(said(CHINESE, Fraction(14)), Fraction(20))

    assert max(len(line) for cue in cues for line in cue.lines) in range(14, 21)
    assert not any(line[0] in ",。" for cue in cues for line in cue.lines)


def test_texts_end_where_a_reader_rests() -> None:
    cues = cues_of(said(SCRIPT), Fraction(20))

    assert [cue.lines for cue in cues] == [
        ("Most people think that making videos", "is hard, but it really is not."),
        ("Write thirty words, pick an actor,",),
        ("press one button, and watch your", "next post take off while you sleep."),
        ("Try it now!",),
    ]


def test_texts_stand_on_time_and_long_enough() -> None:
    narration = said(SCRIPT)
    cues = cues_of(narration, Fraction(20))
    starts = {word.span.start + narration.offset for word in narration.timing.words}

    assert all(cue.span.start in starts for cue in cues)
    assert all(1 <= cue.span.duration <= 7 for cue in cues)
    assert all(before.span.end <= after.span.start for before, after in pairwise(cues))


def test_a_long_silence_is_not_subtitled() -> None:
    early, late = (
        Word("Wait.", Span(Fraction(0), Fraction(1, 2))),
        Word("Now!", Span(Fraction(9), Fraction(10))),
    )
    narration = Narration(
        MediaRef("a" * 64, "audio/wav"), Fraction(0), Timing((early, late), (), Fraction(10))
    )

    first, second = cues_of(narration, Fraction(12))

    assert first.span == Span(Fraction(0), Fraction(1))
    assert second.span == Span(Fraction(9), Fraction(103, 10))


def test_nothing_is_read_after_the_video() -> None:
    cues = cues_of(said(SCRIPT), Fraction(3))

    assert cues[-1].span.end <= 3


spans = st.builds(
    lambda start, lasts: Span(start, start + lasts),
    st.fractions(-1, 12, max_denominator=22_050),
    st.fractions(0, 3, max_denominator=22_050),
)


@given(
    st.lists(st.builds(Word, st.text(max_size=60), spans), max_size=30).map(
        lambda words: sorted(words, key=lambda word: word.span.start)
    ),
    st.fractions(1, 12, max_denominator=60),
)
@settings(max_examples=examples(200), deadline=None)
def test_whatever_is_said_the_documents_are_well_formed(words: list[Word], until: Fraction) -> None:
    narration = Narration(
        MediaRef("a" * 64, "audio/wav"), Fraction(0), Timing(tuple(words), (), Fraction(15))
    )

    cues = cues_of(narration, until)

    for document in (srt_of(cues), vtt_of(cues, "en")):
        found = parsed(document)
        assert len(found) == len(cues)
        assert all(0 <= cue.start < cue.end <= until + Fraction(1, 1000) for cue in found)
        assert all(before.end <= after.start for before, after in pairwise(found))
        assert all(columns(line) <= 420 for cue in cues for line in cue.lines)


def test_vtt_tells_its_language_and_escapes_what_is_markup() -> None:
    document = vtt_of(cues_of(said(AWKWARD), Fraction(20)), "pt-br")

    assert document.startswith("WEBVTT\n\nNOTE Language: pt-BR\n\n")
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;amp; {\\an8} a --&gt; b" in document.replace("\n", " ")
    assert document.count("-->") == len(parsed(document))


@pytest.mark.parametrize("name", ["subtitles.srt", "subtitles.vtt"])
@pytest.mark.parametrize("text", [SCRIPT, AWKWARD, HEBREW, "日本語の 字幕です。"])
def test_ffmpeg_reads_the_same_words_at_the_same_times(tmp_path: Path, name: str, text: str) -> None:
    cues = cues_of(said(text), Fraction(20))
    document = srt_of(cues) if name.endswith("srt") else vtt_of(cues, "en")
    (tmp_path / name).write_text(document, encoding="utf-8", newline="")

    subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", name, "-c:s", "text", "-f", "srt", "read.srt"],
        cwd=tmp_path,
        check=True,
    )

    read = parsed((tmp_path / "read.srt").read_text())
    assert [cue.start for cue in read] == pytest.approx([float(cue.span.start) for cue in cues])
    assert [cue.end for cue in read] == pytest.approx([float(cue.span.end) for cue in cues])
    seen = letters("".join("".join(cue.lines) for cue in read)).replace("\u2060", "")
    seen = seen.replace("\\{{}", "{")  # how ffmpeg writes a brace of WebVTT
    assert seen == told(cues)
