"""Plans whose texts a text engine writes: once a brief, and by rules where it does not answer."""

from tests.core.pitches.conftest import OpenStudio

from reelhouse.core.pitches.asked import Asked, AskedDirection, AskedIntent
from reelhouse.core.pitches.drafting import Drafter
from reelhouse.core.pitches.remarks import Remark
from reelhouse.engines.errors import EngineUnavailable
from reelhouse.engines.text.types import Script, ScriptRequest, Translation, TranslationRequest

WRITTEN = (
    "Invoices used to eat your Friday. Now you write one while the kettle boils. "
    "Reminders go out by themselves. Send your first one today."
)


class Writer:
    """A text engine outside of the machine."""

    name = "writer"
    can_translate = False

    def __init__(self, *, away: bool = False) -> None:
        self.asked: list[ScriptRequest] = []
        self.away = away

    async def write_script(self, request: ScriptRequest) -> Script:
        self.asked.append(request)
        if self.away:
            raise EngineUnavailable(self.name, "it is out")
        return Script(WRITTEN, self.name)

    async def translate(self, request: TranslationRequest) -> Translation:
        raise NotImplementedError(request)


def test_an_engine_writes_what_is_said_and_is_named(open_studio: OpenStudio) -> None:
    writer = Writer()
    studio = open_studio(Drafter(writer))

    plan = studio.plan(studio.project()).plan

    assert plan.texts_by == "writer"
    assert plan.direction.hook == "Invoices used to eat your Friday."
    assert any("kettle" in scene.narration for scene in plan.scenes)
    assert "invoice" in writer.asked[0].prompt


def test_the_same_brief_is_written_once(open_studio: OpenStudio) -> None:
    writer = Writer()
    studio = open_studio(Drafter(writer))
    project_id = studio.project()
    first = studio.plan(project_id)

    again = studio.plan(project_id)
    studio.plan(project_id, Asked(direction=AskedDirection(smart_zoom=False)))

    assert again == first
    assert len(writer.asked) == 1


def test_another_brief_is_written_anew(open_studio: OpenStudio) -> None:
    writer = Writer()
    studio = open_studio(Drafter(writer))
    project_id = studio.project()
    studio.plan(project_id)

    studio.plan(project_id, Asked(intent=AskedIntent(audience="plumbers")))

    assert len(writer.asked) == 2
    assert "plumbers" in writer.asked[1].prompt


def test_an_engine_that_does_not_answer_is_told_and_rules_write(open_studio: OpenStudio) -> None:
    studio = open_studio(Drafter(Writer(away=True)))

    plan = studio.plan(studio.project()).plan

    assert plan.texts_by == "builtin"
    assert Remark.TEXTS_BY_RULES in {warning.code for warning in plan.warnings}
