"""What a key may be used for."""

from uuid import uuid4

import pytest

from reelhouse.http.callers import Caller
from reelhouse.http.scopes import ScopeMissing, allows, require


@pytest.mark.parametrize(
    ("scopes", "plans", "renders"),
    [
        ((), True, True),
        (("plan",), True, False),
        (("render",), True, True),
        (("plan", "render"), True, True),
        (("something",), False, False),
    ],
)
def test_render_includes_plan_and_no_scopes_are_all(
    scopes: tuple[str, ...], plans: bool, renders: bool
) -> None:
    assert (allows(frozenset(scopes), "plan"), allows(frozenset(scopes), "render")) == (plans, renders)


def test_the_scope_that_is_missing_is_named() -> None:
    with pytest.raises(ScopeMissing) as refusal:
        require(Caller(uuid4(), uuid4(), frozenset({"plan"})), "render")

    assert refusal.value.needed == "render"
