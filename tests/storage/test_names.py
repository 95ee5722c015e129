"""Names of stored files are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reelhouse.storage.errors import ObjectNameRefused
from reelhouse.storage.names import checked


@pytest.mark.parametrize("name", ["a", "videos/0a1b-2c.mp4", "a/b/c_d.e.json", "x" * 500])
def test_our_own_names_pass(name: str) -> None:
    assert checked(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "videos/../../x",
        "videos/..",
        "./x",
        ".hidden",
        "videos//x",
        "videos/",
        "a\x00b",
        "a\n",
        "a b",
        "Videos/x",
        "vidéo",
        "a\\b",
        "c:x",
        "%2e%2e/x",
        "x" * 501,
    ],
)
def test_everything_else_is_refused(name: str) -> None:
    """Promise 34."""
    with pytest.raises(ObjectNameRefused) as refusal:
        checked(name)

    assert refusal.value.name == name


@given(st.text(alphabet="ab./\\\x00-", max_size=12))
def test_no_name_that_passes_can_leave_its_folder(name: str) -> None:
    """Promise 34."""
    try:
        parts = checked(name).split("/")
    except ObjectNameRefused:
        return

    assert all(part and not part.startswith(".") and "\x00" not in part for part in parts)
