"""Words read by RapidOCR on this machine (the extra ``ocr``): PP-OCR's models in ONNX, which its wheel holds.

Nothing is ever downloaded. Source: https://github.com/RapidAI/RapidOCR (Apache-2.0, its models too).
"""

import asyncio
from collections.abc import Iterator
from threading import Lock
from typing import Any

import numpy as np

from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.ocr.lines import area_of, check_picture, ordered
from reelhouse.engines.ocr.types import Reading, ReadLine, ReadRequest
from reelhouse.engines.settings import EngineSettings
from reelhouse.engines.tools import Tools


def build(_settings: EngineSettings, _tools: Tools) -> "RapidReader":
    return RapidReader()


class RapidReader:
    """Keeps its models in memory, loaded when they are first needed; one picture is read at a time."""

    name = "rapidocr"

    def __init__(self) -> None:
        self._lock = Lock()
        self._models: Any = None

    async def read(self, request: ReadRequest) -> Reading:
        check_picture(self.name, request)
        return await asyncio.to_thread(self._read, request)

    def _read(self, request: ReadRequest) -> Reading:
        with self._lock:
            told = self._loaded()(np.ascontiguousarray(request.picture[..., ::-1]))
        return Reading(ordered(_lines(told, request)), self.name)

    def _loaded(self) -> Any:  # noqa: ANN401 - the library has no types
        if self._models is None:
            from rapidocr import RapidOCR  # noqa: PLC0415 - heavy

            try:
                self._models = RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False})
            except (OSError, RuntimeError, ValueError) as failure:
                raise EngineUnavailable(self.name, f"its models cannot be loaded: {failure}") from failure
        return self._models


def _lines(told: Any, request: ReadRequest) -> Iterator[ReadLine]:  # noqa: ANN401
    if told.boxes is None:
        return
    for corners, words, sure in zip(told.boxes, told.txts, told.scores, strict=True):
        left, top = (float(side) for side in np.min(corners, axis=0))
        right, low = (float(side) for side in np.max(corners, axis=0))
        yield ReadLine(area_of(left, top, right - left, low - top, request), str(words), float(sure))
