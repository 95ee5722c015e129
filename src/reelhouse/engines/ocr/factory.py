"""The readers that the settings name, as one."""

from reelhouse.engines.chain import Chain, chain_of
from reelhouse.engines.ocr.base import TextReader
from reelhouse.engines.ocr.families import OCR
from reelhouse.engines.ocr.types import Reading, ReadRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools

NOBODY = "none"


def text_reader(settings: EngineSettings, tools: Tools) -> TextReader | None:
    """None where nobody is to read. Raises `EngineNotConfigured` for one that cannot work here."""
    return None if settings.backend == NOBODY else ChainedReader(chain_of(OCR, settings, tools))


class ChainedReader:
    """Asks one reader after the other; what it gives names the one that read."""

    name = "ocr"

    def __init__(self, chain: Chain[TextReader]) -> None:
        self._chain = chain

    async def read(self, request: ReadRequest) -> Reading:
        return (await self._chain.ask("read", lambda reader: reader.read(request))).result
