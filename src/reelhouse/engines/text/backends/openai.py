"""Scripts and translations by OpenAI, or any server with its chat completions and JSON schemas.

That is llama.cpp, vLLM, and many more. Importing this module takes seconds and needs the extra ``llm``; the
factory does so only when it is chosen.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from openai import AsyncOpenAI
from pydantic import BaseModel, Field
from pydantic_ai import Agent, NativeOutput
from pydantic_ai.exceptions import (
    AgentRunError,
    ContentFilterError,
    ModelAuthenticationError,
    ModelHTTPError,
    ModelRequestRejectedError,
    UserError,
)
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.text.briefing import (
    KEEP,
    SHORTER,
    TIGHTER,
    TRANSLATING,
    WRITING,
    script_brief,
    translation_brief,
)
from reelhouse.engines.text.settings import TextSettings
from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest
from reelhouse.engines.text.writing.dubbing import Shortfall, is_language, one_paragraph, shortfall
from reelhouse.engines.text.writing.fitting import cleaned, is_fitting, trimmed

DEFAULT_URL = "https://api.openai.com/v1"
NO_KEY = "none"  # the client insists on one; local servers do not look at it


class Draft(BaseModel):
    """What the model has to answer."""

    script: str = Field(description="The spoken words, and nothing else.")


class Dub(BaseModel):
    """What the model has to answer when it translates."""

    translation: str = Field(description="The script in the other language, and nothing else.")


class OpenAIText:
    """Writes and translates by chat completions.

    What is too long is asked for once more. A script is then cut at a sentence; a translation never is.
    """

    name = "openai"
    can_translate = True

    def __init__(self, settings: TextSettings) -> None:
        self._settings = settings

    async def write_script(self, request: ScriptRequest) -> Script:
        """Raises `EngineUnavailable` also when no draft can be cut to the length: the next may fit."""
        async with self._model() as model:
            writer = Agent(model, output_type=NativeOutput(Draft, strict=True), instructions=WRITING)
            first = await writer.run(script_brief(request))
            text = cleaned(first.output.script)
            if is_fitting(text, request.max_words):
                return Script(text=text, engine=self.name)
            again = SHORTER.format(words=len(text.split()), most=request.max_words)
            second = await writer.run(again, message_history=first.all_messages())
        return Script(
            text=self._cut(cleaned(second.output.script), text, request.max_words), engine=self.name
        )

    async def translate(self, request: TranslationRequest) -> Translation:
        """Raises `EngineUnavailable` when the translation is too long, or has lost an address, twice."""
        if not is_language(request.target):
            raise EngineRefused(self.name, f"{request.target[:40]!r} is no BCP-47 tag of a language")
        if not request.text.strip():
            raise EngineRefused(self.name, "there is nothing to translate")
        async with self._model() as model:
            translator = Agent(model, output_type=NativeOutput(Dub, strict=True), instructions=TRANSLATING)
            answer = await translator.run(translation_brief(request))
            missing = shortfall(one_paragraph(answer.output.translation), request)
            if not missing.is_none:
                again = _complaint(missing, request)
                answer = await translator.run(again, message_history=answer.all_messages())
        return Translation(self._dubbable(one_paragraph(answer.output.translation), request), self.name)

    @asynccontextmanager
    async def _model(self) -> AsyncIterator[OpenAIChatModel]:
        """The model to talk with; what goes wrong with it leaves in our words."""
        key = self._settings.key.get_secret_value() if self._settings.key else NO_KEY
        try:
            async with AsyncOpenAI(
                base_url=self._settings.url or DEFAULT_URL,
                api_key=key,
                timeout=self._settings.timeout_seconds,
                max_retries=0,  # whoever asked decides whether to ask again
            ) as client:
                yield OpenAIChatModel(self._settings.model, provider=OpenAIProvider(openai_client=client))
        except (ModelAuthenticationError, ModelRequestRejectedError) as failure:
            raise EngineRefused(self.name, _rejection(failure)) from None
        except ContentFilterError:
            raise EngineRefused(self.name, "its content filter stopped the script") from None
        except UserError:
            raise EngineRefused(self.name, f"{self._settings.model!r} cannot answer in JSON") from None
        except AgentRunError as failure:
            raise EngineUnavailable(self.name, _outage(failure)) from None

    def _cut(self, second: str, first: str, max_words: int) -> str:
        for draft in (second, first):
            text = draft if is_fitting(draft, max_words) else trimmed(draft, max_words)
            if text is not None:
                return text
        raise EngineUnavailable(self.name, f"its drafts do not fit into {max_words} words")

    def _dubbable(self, text: str, request: TranslationRequest) -> str:
        if not any(map(str.isalnum, text)):
            raise EngineUnavailable(self.name, "its translation is empty")
        missing = shortfall(text, request)
        if missing.too_long:
            raise EngineUnavailable(
                self.name,
                f"its translation has {missing.words} words and does not fit into {request.max_words}",
            )
        if missing.lost:
            raise EngineUnavailable(self.name, f"its translation leaves out {missing.lost[0]}")
        return text


def _complaint(missing: Shortfall, request: TranslationRequest) -> str:
    """What is asked for the second time."""
    complaints = []
    if missing.too_long:
        complaints.append(TIGHTER.format(words=missing.words, most=request.max_words))
    if missing.lost:
        complaints.append(KEEP.format(addresses=" ".join(missing.lost)))
    return "\n".join(complaints)


def _rejection(failure: AgentRunError) -> str:
    """Without the vendor's own words, which may repeat the key."""
    if isinstance(failure, ModelAuthenticationError):
        return "it does not accept REELHOUSE_TEXT_KEY"
    status = f" (status {failure.status_code})" if isinstance(failure, ModelHTTPError) else ""
    return f"it rejects the request{status}; look at REELHOUSE_TEXT_MODEL and REELHOUSE_TEXT_URL"


def _outage(failure: AgentRunError) -> str:
    status = f" (status {failure.status_code})" if isinstance(failure, ModelHTTPError) else ""
    return f"{type(failure).__name__}{status}"
