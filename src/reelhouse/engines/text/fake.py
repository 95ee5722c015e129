"""A text engine for tests: it says what it was asked, at the length it was asked, and fails on request."""

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.text.types import Script, ScriptRequest

OPENING = ("Testing", "microphones", "carefully", "before", "speaking", "clearly", "about", "something")
FILLER = "interesting"
FEWEST_WORDS = 6


class FakeText:
    """Writes exactly `max_words` plain words (40 at most).

    Each error in `failures` is raised once, in order, before a script is written. `requests` remembers what
    was asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[ScriptRequest] = []
        self._failures = list(failures)

    async def write_script(self, request: ScriptRequest) -> Script:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        if request.max_words < FEWEST_WORDS:
            raise EngineRefused(self.name, f"{request.max_words} words are too few")
        count = min(request.max_words, 40)
        words = [*OPENING, *(f"{FILLER}-{number}" for number in range(count))][:count]
        return Script(text=f"{' '.join(words)}.", engine=self.name)
