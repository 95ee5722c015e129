"""The words of a video: the caller's own, or written for them."""

from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.types import VideoOrder
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import Script, ScriptRequest


class ScriptDesk:
    """Writes outside of any transaction, since an engine or a page may take its time."""

    def __init__(self, engine: TextEngine, pages: ProductPages) -> None:
        self._engine = engine
        self._pages = pages

    async def write(self, order: VideoOrder) -> Script:
        """The script of `order`; a given one is kept as it is.

        Raises `ProductPageUnreadable`, `EngineUnavailable` or `EngineRefused`. Nothing is charged yet.
        """
        brief = order.brief
        if brief.script is not None:
            return Script(brief.script, engine="caller")
        page = await self._pages.read(brief.product_url) if brief.product_url else None
        return await self._engine.write_script(
            ScriptRequest(
                prompt=brief.prompt or "",
                max_words=order.max_words,
                page=page,
                tone=brief.tone,
                call_to_action=brief.call_to_action,
            )
        )
