"""What can read words in a picture."""

from reelhouse.engines.registry import Backend
from reelhouse.engines.shelves import family

OCR = family(
    "ocr",
    Backend("none", "reelhouse.engines.ocr.backends.none:build", frozenset({"read"})),
    Backend(
        "tesseract",
        "reelhouse.engines.ocr.backends.tesseract:build",
        frozenset({"read"}),
        programs=("tesseract",),
    ),
    Backend(
        "rapidocr",
        "reelhouse.engines.ocr.backends.rapidocr:build",
        frozenset({"read"}),
        modules=("rapidocr", "onnxruntime"),
        extra="ocr",
    ),
)
