"""A size tells what a screenshot was taken of."""

import pytest

from reelhouse.core.pitches.seeing.kinds import kind_of
from reelhouse.core.pitches.types import ScreenKind

KNOWN = {
    ScreenKind.PHONE: [
        *[(390, 844), (780, 1688), (1170, 2532), (1290, 2796), (750, 1334), (640, 1136), (1080, 2400)],
        *[(1440, 3200), (1080, 1920), (412, 915), (2532, 1170), (2400, 1080)],
    ],
    ScreenKind.TABLET: [(768, 1024), (1668, 2388), (2048, 2732), (1640, 2360), (2388, 1668), (2732, 2048)],
    ScreenKind.DESKTOP: [(1280, 720), (1920, 1080), (2560, 1440), (3840, 2160), (2880, 1800), (3440, 1440)],
    ScreenKind.PAGE: [(1280, 4050), (1440, 2400), (780, 5000), (1920, 3000)],
}


@pytest.mark.parametrize(
    ("kind", "width", "height"), [(kind, *size) for kind, sizes in KNOWN.items() for size in sizes]
)
def test_devices_are_known_at_every_density(kind: ScreenKind, width: int, height: int) -> None:
    assert kind_of(width, height) is kind
