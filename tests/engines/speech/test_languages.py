"""The builtin voice in the languages that videos are dubbed into."""

from itertools import pairwise

import pytest

from reelhouse.engines.errors import EngineRefused
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import SpeechRequest, Voice, VoiceGender

EMMA = Voice("emma", VoiceGender.FEMALE, "f3")
DUBBED = {
    "es": "¿Por qué los fundadores se despiertan a las 5? Cuesta 25,50 € en example.com.",
    "fr": "Pourquoi les fondateurs se lèvent-ils à 5h ? C'est l'heure.",
    "de": "Warum stehen Gründer um 5 Uhr auf? Es kostet 25,50 €.",
    "pt-BR": "Por que os fundadores acordam às 5 horas?",
    "it": "Perché i fondatori si svegliano alle 5?",
    "ru": "Почему основатели просыпаются в 5 утра?",
    "pl": "Dlaczego założyciele wstają o 5 rano?",
    "tr": "Kurucular neden sabah 5'te kalkar?",
    "ko": "왜 창업자들은 새벽 5시에 일어날까요?",
    "ar": "لماذا يستيقظ المؤسسون في الخامسة صباحا؟",
    "he": "למה מייסדים קמים בחמש בבוקר?",
    "hi": "संस्थापक सुबह 5 बजे क्यों उठते हैं?",
    "vi": "Tại sao người sáng lập dậy lúc 5 giờ?",
    "zh-CN": "为什么创业者早上五点起床？ 今天天气很好。",
    "th": "ทำไมผู้ก่อตั้งจึงตื่นตีห้า",
}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.parametrize(("language", "text"), DUBBED.items(), ids=DUBBED.keys())
async def test_every_token_is_one_word_in_every_language(language: str, text: str) -> None:
    """Where people write without spaces, a token is what stands between them: a sentence, mostly."""
    speech = await BuiltinSpeech().speak(SpeechRequest(text, EMMA, language=language))

    words = speech.timing.words
    assert [word.text for word in words] == text.split()
    assert all(before.span.end <= after.span.start for before, after in pairwise(words))
    assert all(word.span.duration for word in words if any(map(str.isalnum, word.text)))
    letters = sum(map(str.isalnum, text))
    assert 3 < letters / float(speech.timing.duration) < 18


async def test_japanese_is_spoken_from_kana_and_refused_where_it_has_kanji() -> None:
    """espeak-ng would say the name of each kanji, which takes four times as long and means nothing."""
    spoken = await BuiltinSpeech().speak(SpeechRequest("いますぐ ためして ください。", EMMA, language="ja"))

    assert len(spoken.timing.words) == 3
    with pytest.raises(EngineRefused, match="kanji"):
        await BuiltinSpeech().speak(SpeechRequest("今すぐ試してください。", EMMA, language="ja"))
