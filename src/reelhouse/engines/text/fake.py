"""A text engine for tests: it says what it was asked, at the length it was asked, and fails on request."""

import re

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest

OPENING = ("Testing", "microphones", "carefully", "before", "speaking", "clearly", "about", "something")
FILLER = "interesting"
FEWEST_WORDS = 6
PLAIN_WORD = re.compile(r"^([^\W\d_][\w'-]*)([.,!?;:]*)$")


class FakeText:
    """Writes exactly `max_words` plain words (40 at most).

    Its translation puts the language behind each plain word: "Hello 5 friends." becomes "Hello-es 5
    friends-es." Each error in `failures` is raised once, in order, before anything is written. `requests`
    remembers what was asked.
    """

    name = "fake"
    can_translate = True

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[ScriptRequest | TranslationRequest] = []
        self._failures = list(failures)

    async def write_script(self, request: ScriptRequest) -> Script:
        self._note(request)
        if request.max_words < FEWEST_WORDS:
            raise EngineRefused(self.name, f"{request.max_words} words are too few")
        count = min(request.max_words, 40)
        words = [*OPENING, *(f"{FILLER}-{number}" for number in range(count))][:count]
        return Script(text=f"{' '.join(words)}.", engine=self.name)

    async def translate(self, request: TranslationRequest) -> Translation:
        self._note(request)
        words = request.text.split()[: request.max_words]
        if not words:
            raise EngineRefused(self.name, "there is nothing to translate")
        language = request.target.partition("-")[0].lower()
        said = [PLAIN_WORD.sub(rf"\1-{language}\2", word) for word in words]
        return Translation(" ".join(said), self.name)

    def _note(self, request: ScriptRequest | TranslationRequest) -> None:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
