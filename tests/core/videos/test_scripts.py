"""The words of a video, and in which language they are said."""

from dataclasses import replace
from ipaddress import ip_network

import pytest

from reelhouse.core.videos.languages import language_of
from reelhouse.core.videos.pages import ProductPages
from reelhouse.core.videos.scripts import ScriptDesk
from reelhouse.core.videos.types import SceneBrief, SceneKind, Template, VideoBrief
from reelhouse.engines.errors import EngineNotConfigured
from reelhouse.engines.text.backends.builtin import BuiltinText
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.fake import FakeText
from reelhouse.engines.text.types import TranslationRequest
from reelhouse.kit.safe_fetch import SafeFetch

SCRIPT = "I tried it for a week, and now I cannot go back to the old way."
SPANISH = "Lo probé una semana y ahora no puedo volver a la forma de antes."


def desk(engine: TextEngine) -> ScriptDesk:
    return ScriptDesk(engine, ProductPages(SafeFetch(allow=[ip_network("127.0.0.0/8")])))


async def test_given_words_are_kept_as_they_are() -> None:
    engine = FakeText()

    wording = await desk(engine).write(VideoBrief(script=SCRIPT), 25)

    assert (wording.script, wording.language, wording.original) == (SCRIPT, "en-us", None)
    assert engine.requests == []


async def test_a_dub_is_translated_within_its_words_and_remembers_what_it_was() -> None:
    engine = FakeText()

    wording = await desk(engine).write(VideoBrief(script=SCRIPT, dub_language="es"), 25)

    assert wording.script.startswith("I-es tried-es")
    assert (wording.language, wording.original, wording.translation_engine) == ("es", SCRIPT, "fake")
    assert engine.requests == [TranslationRequest(SCRIPT, "es", max_words=25)]


async def test_scenes_are_translated_one_by_one_and_keep_what_they_show() -> None:
    scenes = (SceneBrief("Hello there friends."), SceneBrief("Swans live here.", SceneKind.BROLL))

    wording = await desk(FakeText()).write(VideoBrief(scenes=scenes, dub_language="fr"), 12)

    assert wording.script == "Hello-fr there-fr friends-fr. Swans-fr live-fr here-fr."
    assert wording.scenes[1] == SceneBrief("Swans-fr live-fr here-fr.", SceneKind.BROLL, "Swans live here.")


async def test_the_words_on_labels_are_translated_too() -> None:
    brief = VideoBrief(script=SCRIPT, template=Template.BEFORE_AFTER, dub_language="de")

    wording = await desk(FakeText()).write(brief, 25)

    assert wording.labels == {"Before": "Before-de", "After": "After-de"}


@pytest.mark.parametrize(("script", "language"), [(SCRIPT, "en"), (SCRIPT, "en-GB"), (SPANISH, "es-MX")])
async def test_what_is_in_its_language_already_needs_no_translation(script: str, language: str) -> None:
    wording = await desk(BuiltinText()).write(VideoBrief(script=script, dub_language=language), 25)

    assert (wording.script, wording.language, wording.translation_engine) == (script, language, None)


@pytest.mark.parametrize("brief", [VideoBrief(script=SCRIPT), VideoBrief(prompt="a lamp")])
async def test_a_dub_that_nobody_can_translate_is_refused_with_its_remedy(brief: VideoBrief) -> None:
    with pytest.raises(EngineNotConfigured) as refusal:
        await desk(BuiltinText()).write(replace(brief, dub_language="es"), 25)

    assert "REELHOUSE_TEXT" in refusal.value.remedy


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SCRIPT, "en"),
        (SPANISH, "es"),
        ("Je l'ai essayé une semaine et je ne peux pas revenir en arrière.", "fr"),
        ("Ich habe es eine Woche probiert und will nicht zurück.", "de"),
        ("今日はとても良い天気です", "ja"),
        ("这是一个关于跑步鞋的短片", "zh"),
        ("هذا الحذاء رائع", "ar"),
        ("Это отличные кроссовки", "ru"),
        ("Kettlebell extravaganza", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_its_letters_and_its_common_words(text: str, language: str | None) -> None:
    assert language_of(text) == language
