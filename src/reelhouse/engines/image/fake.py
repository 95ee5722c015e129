"""Image engines for tests: stripes in two colours of the prompt, a veil of one, and failures on request."""

from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.image.fitting import as_png, decoded
from reelhouse.engines.image.limits import check
from reelhouse.engines.image.types import EditRequest, ImageRequest, Picture

STRIPES = 8
VEIL = 0.3  # how much of the colour is seen, against the picture


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
        digest = _digest(request)
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


class FakeEditor:
    """Lays a colour made of prompt and seed over the picture.

    `failures` and `requests` as with `FakeImage`.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[EditRequest] = []
        self._failures = list(failures)

    async def edit(self, request: EditRequest) -> Picture:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check(self.name, request)
        source = decoded(self.name, request.source, "the picture")
        for reference in request.references:
            decoded(self.name, reference, "a reference picture")
        shaped = ImageOps.fit(source, (request.width, request.height))
        veil = Image.new("RGB", shaped.size, f"#{_digest(request)[:6]}")
        png = as_png(Image.blend(shaped, veil, VEIL))
        words = tuple(request.prompt.split())
        return Picture(png, request.width, request.height, self.name, understood=words)


def _digest(request: ImageRequest | EditRequest) -> str:
    return sha256(f"{request.seed} {request.prompt}".encode(errors="replace")).hexdigest()
