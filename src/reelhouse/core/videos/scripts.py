"""The words of a video: the caller's own, or written for them, and in the language that was asked for."""

from dataclasses import replace

from reelhouse.core.videos.languages import is_in
from reelhouse.core.videos.legibility import require_legible
from reelhouse.core.videos.pacing import count_words
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.storyboard.structures import labels_of
from reelhouse.core.videos.types import SceneBrief, SceneKind, Template, VideoBrief, Wording
from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import ScriptRequest, TranslationRequest
from reelhouse.kit.errors import ReelhouseError


class ScriptDesk:
    """Writes outside of any transaction, since an engine or a page may take its time."""

    def __init__(self, engine: TextEngine, pages: ProductPages) -> None:
        self._engine = engine
        self._pages = pages

    async def write(self, brief: VideoBrief, max_words: int) -> Wording:
        """What is said in a video; given words are kept as they are, or translated into at most `max_words`.

        Raises `EngineNotConfigured` before anything is written when a dub needs an engine that this house
        does not have, `ProductPageUnreadable`, `EngineUnavailable` or `EngineRefused`. Nothing is charged
        yet.
        """
        language = brief.dub_language
        if language is None:
            return await self._written(brief, max_words)
        self._require_translator(brief, language)
        wording = await self._written(brief, max_words)
        if is_in(wording.script, language):
            return replace(wording, language=language)
        return await self._dubbed(wording, brief, max_words, language)

    def _require_translator(self, brief: VideoBrief, language: str) -> None:
        """A script that is in its language already needs nobody; one to be written is written in English."""
        said = brief.narration
        if self._engine.can_translate or (said is not None and is_in(said, language)):
            return
        if said is None and language.partition("-")[0].lower() == "en":
            return
        raise EngineNotConfigured(
            f"dubbing into {language}",
            "it needs a text engine that translates; set REELHOUSE_TEXT_BACKEND=openai with"
            " REELHOUSE_TEXT_URL or REELHOUSE_TEXT_KEY",
        )

    async def _written(self, brief: VideoBrief, max_words: int) -> Wording:
        if brief.narration is not None:
            return Wording(brief.narration, scenes=brief.scenes)
        page = await self._pages.read(brief.product_url) if brief.product_url else None
        script = await self._engine.write_script(
            ScriptRequest(
                prompt=brief.prompt or "",
                max_words=max_words,
                page=page,
                tone=brief.tone,
                call_to_action=brief.call_to_action,
            )
        )
        return Wording(script.text, script.engine)

    async def _dubbed(self, wording: Wording, brief: VideoBrief, max_words: int, language: str) -> Wording:
        """The same in another language; scenes are translated one by one, so that their pictures stay."""
        if not wording.scenes:
            script = await self._translated(wording.script, language, max_words)
            scenes: tuple[SceneBrief, ...] = ()
        else:
            scenes = await self._dubbed_scenes(wording, max_words, language)
            script = " ".join(scene.text for scene in scenes)
        return replace(
            wording,
            script=script,
            scenes=scenes,
            language=language,
            original=wording.script,
            translation_engine=self._engine.name,
            labels=await self._labels(brief.template, language),
        )

    async def _dubbed_scenes(self, wording: Wording, max_words: int, language: str) -> tuple[SceneBrief, ...]:
        total = max(1, count_words(wording.script))
        scenes = []
        for scene in wording.scenes:
            text = scene.text
            if any(map(str.isalnum, text)):
                room = max(1, max_words * count_words(text) // total)
                text = await self._translated(text, language, room)
            scenes.append(replace(scene, text=text, visual_prompt=_prompt_of(scene)))
        return tuple(scenes)

    async def _labels(self, template: Template | None, language: str) -> dict[str, str]:
        """The words on a template's labels; one that no font here can show is left out."""
        labels = {}
        for label in labels_of(template):
            text = await self._translated(label, language, None)
            try:
                require_legible(text)
            except ReelhouseError:
                continue
            labels[label] = text
        return labels

    async def _translated(self, text: str, language: str, max_words: int | None) -> str:
        request = TranslationRequest(text, language, max_words=max_words)
        return " ".join((await self._engine.translate(request)).text.split())


def _prompt_of(scene: SceneBrief) -> str | None:
    """What is drawn: engines read best what was there before the translation."""
    drawn_from_text = scene.kind is SceneKind.BROLL and scene.image_url is None
    return scene.visual_prompt or (scene.text if drawn_from_text else None)
