"""How keys look, and how a wrong one is seen without a look-up."""

import re
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reelhouse.core.keys.forms import fingerprint, is_well_formed, new_secret
from reelhouse.core.keys.types import HOUSE_FORM, KeyForm

HEX_FORM = KeyForm("ma_", "0123456789abcdef", length=32, checksum_length=8, shown=11, max_active=25)
FULL_FORM = KeyForm(
    "pk_live_", string.digits + string.ascii_lowercase, length=32, checksum_length=0, shown=12
)
SECRETS = {form: new_secret(form) for form in (HOUSE_FORM, HEX_FORM)}
FORMS = [HOUSE_FORM, HEX_FORM, FULL_FORM]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.prefix)
def test_a_new_key_has_its_form(form: KeyForm) -> None:
    secret = new_secret(form)

    assert re.fullmatch(rf"{form.prefix}[{form.alphabet}]{{{form.length}}}", secret)
    assert is_well_formed(form, secret)


def test_a_hexadecimal_key_looks_as_documented() -> None:
    assert re.fullmatch(r"ma_[0-9a-f]{32}", new_secret(HEX_FORM))


def test_new_keys_differ() -> None:
    assert len({new_secret(HEX_FORM) for _ in range(100)}) == 100


@pytest.mark.parametrize("form", [HOUSE_FORM, HEX_FORM], ids=lambda form: form.prefix)
@given(data=st.data())
def test_one_wrong_character_spoils_the_checksum(form: KeyForm, data: st.DataObject) -> None:
    """Promise 11."""
    secret = SECRETS[form]
    place = data.draw(st.integers(len(form.prefix), len(secret) - 1))
    other = data.draw(st.sampled_from(form.alphabet).filter(lambda character: character != secret[place]))

    assert not is_well_formed(form, secret[:place] + other + secret[place + 1 :])


def test_an_invented_key_is_not_well_formed() -> None:
    """Promise 11: the document's own example has no checksum of ours."""
    assert not is_well_formed(HEX_FORM, "ma_a1b2c3d4e5f6789012345678901234ab")


@pytest.mark.parametrize(
    "change",
    [
        lambda secret: secret[:0],
        lambda secret: secret[:3],
        lambda secret: secret[:-1],
        lambda secret: secret + "0",
        lambda secret: secret.upper(),
        lambda secret: secret.removeprefix("ma_"),
        lambda secret: "mb_" + secret.removeprefix("ma_"),
        lambda secret: "ma_" + secret,
        lambda secret: secret + "\n",
        lambda secret: " " + secret,
        lambda secret: secret[:-1] + "\N{FULLWIDTH DIGIT ZERO}",
    ],
)
def test_another_shape_is_not_well_formed(change: Callable[[str], str]) -> None:
    assert not is_well_formed(HEX_FORM, change(new_secret(HEX_FORM)))


@given(st.text())
def test_no_text_makes_the_check_fail(text: str) -> None:
    assert is_well_formed(HOUSE_FORM, text) is False


def test_a_fingerprint_is_the_sha_256() -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
