"""The page of promises points to tests that exist and say which promise they hold."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "promises.md"
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.*) \|$", re.MULTILINE)
NAMED = re.compile(r"Promises? (\d+(?:(?:, | and )\d+)*)")
NOT_YET = re.compile(r"not yet: \S")


@dataclass(frozen=True, slots=True)
class Promise:
    number: int
    files: tuple[str, ...]
    waits: bool


PROMISES = [
    Promise(int(number), tuple(re.findall(r"`(tests/[^`]+)`", shown)), NOT_YET.search(shown) is not None)
    for number, _, shown in ROW.findall(PAGE.read_text())
]
CLAIMS = [(promise.number, file) for promise in PROMISES for file in promise.files]


def promises_named_in(path: Path) -> set[int]:
    return {int(number) for group in NAMED.findall(path.read_text()) for number in re.findall(r"\d+", group)}


def test_every_promise_is_on_the_page_once() -> None:
    assert [promise.number for promise in PROMISES] == list(range(1, 43))


def test_a_promise_is_shown_by_a_test_or_waits_for_something_that_is_named() -> None:
    assert [promise.number for promise in PROMISES if not promise.files and not promise.waits] == []


@pytest.mark.parametrize(("number", "file"), CLAIMS)
def test_a_test_file_on_the_page_names_the_promise_that_it_shows(number: int, file: str) -> None:
    assert number in promises_named_in(ROOT / file)


def test_no_test_names_a_promise_that_was_never_given() -> None:
    named = {path: promises_named_in(path) for path in (ROOT / "tests").rglob("test_*.py")}

    assert {path.name for path, numbers in named.items() if not numbers <= set(range(1, 43))} == set()
