"""Scripts that nobody expected: a finished video, a refusal by name, or a refund."""

import pytest

from running import RunningHouse

ALLOWANCE = 12_900

ARABIC = "هذا الحذاء يتمسك بالصخور المبللة ويجف خلال ساعة واحدة فقط جربه اليوم"
CHINESE = "这是一个关于跑步鞋的短片,它在潮湿的岩石上也能牢牢抓地,一小时内就能干透,今天就来试一试吧,真的很不错"

MADE = {
    "marks": "\u202eTurned around\u202c by \u2067somebody\u2069 and Z̴͓̈́a̵l̶g̷o̸ with e\u0301 marks on top.",
    "subtitle tags": r"{\an8}{\fs200}Look {\p1}m 0 0 l 999 999{\p0} here \N and \h there {\fnArial} now.",
    "filter syntax": "It's 'quoted' and \"more\" \\ back\\slashes, [in]; drawtext=text=%{pts}: ok?",
    "markup": "<speak>Hello <break time='60s'/> &amp; <b>bye</b>\r\n[[ph@U]]\tand\x0b so \x1b[31m on \x7f.",
    "from right to left": ARABIC,
    "without spaces": CHINESE,
}
TOO_LONG_TO_SAY = {
    "long words": " ".join(["supercalifragilistic" * 3] * 37),
    "one word": "a" * 3000,
}
SCRIPTS = MADE | TOO_LONG_TO_SAY


def test_a_strange_script_becomes_a_video_or_is_refunded_with_a_reason(running: RunningHouse) -> None:
    """Promises 23 and 41: what means something to ffmpeg, to libass or to the voice is only text."""
    caller = running.caller("writers")

    jobs = {name: caller.submit(script) for name, script in SCRIPTS.items()}
    ended = {name: caller.wait_for_end(job_id) for name, job_id in jobs.items()}

    reasons = {name: job.get("error", {}).get("code", job["status"]) for name, job in ended.items()}
    assert reasons == (
        dict.fromkeys(MADE, "completed") | dict.fromkeys(TOO_LONG_TO_SAY, "narration_does_not_fit")
    )
    assert {caller.video(jobs[name])[4:8] for name in MADE} == {b"ftyp"}
    cost = sum(ended[name]["credit_cost"] for name in MADE)
    assert running.books("writers") == (ALLOWANCE - cost, 0)


CUNEIFORM = "".join(chr(0x12000 + number) for number in range(12)) + " "
"""Letters that no font which anybody installs has."""


@pytest.mark.parametrize(
    ("script", "status", "code"),
    [
        (CUNEIFORM * 6, 501, "not_available_yet"),
        ("🎉🔥💯 " * 20, 400, "script_not_speakable"),
        ("?! ... -- !! ;; ,, " * 3, 400, "script_not_speakable"),
    ],
)
def test_what_cannot_be_shown_or_said_is_refused_before_anything_is_held(
    running: RunningHouse, script: str, status: int, code: str
) -> None:
    caller = running.caller("letters")

    answer = caller.post(script)

    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert (caller.credits(), caller.total_jobs()) == (ALLOWANCE, 0)


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("Too short by far.", "script_too_short"),
        (" \u3000\n" * 40, "missing_script"),
        ("x" * 3001, "script_too_long"),
        ("word " * 38, "script_too_long"),
    ],
)
def test_a_script_of_a_wrong_length_is_refused_before_anything_is_held(
    running: RunningHouse, script: str, code: str
) -> None:
    caller = running.caller("lengths")

    answer = caller.post(script)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)
    assert (caller.credits(), caller.total_jobs()) == (ALLOWANCE, 0)
