"""A reader for tests: it knows what is written, and fails on request."""

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.ocr.lines import check_picture
from reelhouse.engines.ocr.types import Reading, ReadLine, ReadRequest
from reelhouse.media.screens import Area

WRITTEN = (ReadLine(Area(0.1, 0.1, 0.5, 0.1), "Create a video", 0.9),)


class FakeReader:
    """Reads `written` in every picture that is not of one colour.

    Each error in `failures` is raised once, in order, before anything is read. `requests` remembers what was
    asked.
    """

    name = "fake"

    def __init__(
        self,
        written: tuple[ReadLine, ...] = WRITTEN,
        failures: tuple[EngineRefused | EngineUnavailable, ...] = (),
    ) -> None:
        self.requests: list[ReadRequest] = []
        self._written = written
        self._failures = list(failures)

    async def read(self, request: ReadRequest) -> Reading:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check_picture(self.name, request)
        is_blank = (request.picture == request.picture[0, 0]).all()
        return Reading(() if is_blank else self._written, self.name)
