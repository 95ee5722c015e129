"""A transcript engine for tests: words evenly over the recording, and failures on request."""

import asyncio
from fractions import Fraction
from itertools import pairwise

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.transcript.anchoring import with_marks
from reelhouse.engines.transcript.lyrics import lyrics_of
from reelhouse.engines.transcript.recognised import check_text, duration_of
from reelhouse.engines.transcript.types import Heard, HeardWord, TranscriptRequest
from reelhouse.media.time import Span

SURE = 0.9
HEARD = "la la la"


class FakeTranscript:
    """Each error in `failures` is raised once, in order, before anything is heard. `requests` remembers
    what was asked.
    """

    name = "fake"

    def __init__(self, failures: tuple[EngineRefused | EngineUnavailable, ...] = ()) -> None:
        self.requests: list[TranscriptRequest] = []
        self._failures = list(failures)

    async def hear(self, request: TranscriptRequest) -> Heard:
        self.requests.append(request)
        if self._failures:
            raise self._failures.pop(0)
        check_text(self.name, request)
        duration = await asyncio.to_thread(duration_of, self.name, request.audio)
        lyrics = lyrics_of(HEARD if request.text is None else request.text)
        spoken = [lyrics.tokens[place].spoken for place in lyrics.spoken]
        edges = [duration * Fraction(place, max(len(spoken), 1)) for place in range(len(spoken) + 1)]
        words = [
            HeardWord(word, Span(start, end), SURE)
            for word, (start, end) in zip(spoken, pairwise(edges), strict=True)
        ]
        method = "recognition" if request.text is None else "forced-alignment"
        return Heard(with_marks(lyrics, words), request.language, duration, method, {method: SURE})
