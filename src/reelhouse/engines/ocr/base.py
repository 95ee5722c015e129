"""The port of the OCR family."""

from typing import Protocol

from reelhouse.engines.ocr.types import Reading, ReadRequest


class TextReader(Protocol):
    """Reads the words in a picture. Raises `EngineUnavailable` or `EngineRefused`."""

    name: str

    async def read(self, request: ReadRequest) -> Reading: ...
