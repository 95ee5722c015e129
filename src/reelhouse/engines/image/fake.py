"""An image engine for tests: stripes in two colours of the prompt, and failures on request."""

from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import ImageRequest, Picture

STRIPES = 8


class FakeImage:
    """Draws upright stripes in a colour made of prompt and seed, and in the accent.

    Each error in `failures` is raised once, in order, before a picture succeeds. `requests` remembers
    what was asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[ImageRequest] = []
        self._failures = list(failures)

    async def draw(self, request: ImageRequest) -> Picture:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check(self.name, request)
        digest = sha256(f"{request.seed} {request.prompt}".encode(errors="replace")).hexdigest()
        picture = Image.new("RGB", (request.width, request.height), f"#{digest[:6]}")
        pen = ImageDraw.Draw(picture)
        step = request.width / STRIPES
        for place in range(0, STRIPES, 2):
            pen.rectangle(
                (place * step, 0, (place + 1) * step - 1, request.height),
                request.accent or f"#{digest[6:12]}",
            )
        file = BytesIO()
        picture.save(file, "PNG", compress_level=1)
        return Picture(
            png=file.getvalue(),
            width=request.width,
            height=request.height,
            engine=self.name,
            understood=tuple(request.prompt.split()),
        )
