"""Download links: only ours, only for so long."""

from datetime import timedelta

import pytest

from reelhouse.kit.clock import FrozenClock
from reelhouse.storage.links import LinkSigner


def test_a_link_is_good_until_its_second(clock: FrozenClock) -> None:
    signer = LinkSigner(b"secret")
    expires = int(clock.now().timestamp()) + 60
    signature = signer.sign("videos/a.mp4", expires)

    before = signer.is_valid("videos/a.mp4", expires, signature, clock.now() + timedelta(seconds=59))
    after = signer.is_valid("videos/a.mp4", expires, signature, clock.now() + timedelta(seconds=60))

    assert (before, after) == (True, False)
    assert len(signature) == 64


@pytest.mark.parametrize(
    ("secret", "name", "longer", "signature"),
    [
        (b"other", "videos/a.mp4", 0, None),
        (b"secret", "videos/b.mp4", 0, None),
        (b"secret", "videos/a.mp4", 1, None),
        (b"secret", "videos/a.mp4", 0, ""),
        (b"secret", "videos/a.mp4", 0, "0" * 64),
        (b"secret", "videos/a.mp4", 0, "ü" * 64),
        (b"secret", "videos/a.mp4", 0, "\udc80"),
    ],
)
def test_nobody_else_can_make_or_stretch_a_link(
    secret: bytes, name: str, longer: int, signature: str | None, clock: FrozenClock
) -> None:
    expires = int(clock.now().timestamp()) + 60
    given = LinkSigner(secret).sign("videos/a.mp4", expires) if signature is None else signature

    assert not LinkSigner(b"secret").is_valid(name, expires + longer, given, clock.now())


def test_an_empty_secret_signs_nothing() -> None:
    with pytest.raises(ValueError, match="secret"):
        LinkSigner(b"")
