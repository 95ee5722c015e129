"""Scripts that nobody expected: a finished video, a refusal by name, or a refund."""

from dataclasses import dataclass

import pytest

from running import ApiCaller, RunningHouse

ALLOWANCE = 12_900

MADE = {
    "arabic": "هذا الحذاء يتمسك بالصخور المبللة ويجف خلال ساعة واحدة فقط جربه اليوم",
    "chinese": "这是一个关于跑步鞋的短片,它在潮湿的岩石上也能牢牢"
    "抓地,一小时内就能干透,今天就来试一试吧,真的很不错",
    "marks": "\u202eTurned around\u202c by \u2067somebody\u2069 and Z̴͓̈́a̵l̶g̷o̸ with e\u0301 marks on top.",
    "subtitle tags": r"{\an8}{\fs200}Look {\p1}m 0 0 l 999 999{\p0} here \N and \h there {\fnArial} now.",
    "filter syntax": "It's 'quoted' and \"more\" \\ back\\slashes, [in]; drawtext=text=%{pts}: ok?",
    "markup": "<speak>Hello <break time='60s'/> &amp; <b>bye</b>\r\n[[ph@U]]\tand\x0b so \x1b[31m on \x7f.",
}
UNSPEAKABLE = {"emoji": "🎉🔥💯 " * 20, "punctuation": "?! ... -- !! ;; ,, " * 3}
TOO_LONG_TO_SAY = {
    "long words": " ".join(["supercalifragilistic" * 3] * 37),
    "one word": "a" * 3000,
}
SCRIPTS = MADE | UNSPEAKABLE | TOO_LONG_TO_SAY


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a script: the status of its job, with the code of its error if it has one."""

    job_id: str
    status: str
    code: str
    cost: int


@pytest.fixture(scope="module")
def caller(running: RunningHouse) -> ApiCaller:
    return running.caller("writers")


@pytest.fixture(scope="module")
def outcomes(caller: ApiCaller) -> dict[str, Outcome]:
    """All of them are asked for at once: as many as a plan may have under way."""
    jobs = {name: caller.submit(script) for name, script in SCRIPTS.items()}
    ended = {name: caller.wait_for_end(job_id) for name, job_id in jobs.items()}
    return {
        name: Outcome(job["id"], job["status"], job.get("error", {}).get("code", ""), job["credit_cost"])
        for name, job in ended.items()
    }


@pytest.mark.parametrize("name", MADE)
def test_text_that_means_something_to_a_program_is_only_text(
    outcomes: dict[str, Outcome], caller: ApiCaller, name: str
) -> None:
    assert outcomes[name].status == "completed", outcomes[name]
    assert caller.video(outcomes[name].job_id)[4:8] == b"ftyp"


@pytest.mark.parametrize("name", UNSPEAKABLE)
def test_a_script_that_cannot_be_spoken_says_so(outcomes: dict[str, Outcome], name: str) -> None:
    """Promise 41."""
    assert (outcomes[name].status, outcomes[name].code) == ("failed", "engine_refused")


@pytest.mark.parametrize("name", TOO_LONG_TO_SAY)
def test_a_script_that_takes_too_long_to_say_says_so(outcomes: dict[str, Outcome], name: str) -> None:
    """Promise 41."""
    assert (outcomes[name].status, outcomes[name].code) == ("failed", "narration_does_not_fit")


def test_only_finished_videos_are_charged(running: RunningHouse, outcomes: dict[str, Outcome]) -> None:
    """Promise 23."""
    cost = sum(one.cost for one in outcomes.values() if one.status == "completed")

    assert running.books("writers") == (ALLOWANCE - cost, 0)


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
