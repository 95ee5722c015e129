"""Having a text engine write what nobody dictated: once for each brief, and kept with the project."""

import hashlib
from dataclasses import dataclass
from fractions import Fraction

import structlog
from pydantic import TypeAdapter

from reelhouse.core.pitches.directing.drafts import Draft, brief_for, draft_from
from reelhouse.core.pitches.plan import Plan, PlanWarning
from reelhouse.core.pitches.remarks import Remark
from reelhouse.core.pitches.types import Subject
from reelhouse.engines.errors import EngineRefused, EngineUnavailable
from reelhouse.engines.text.base import TextEngine
from reelhouse.engines.text.types import ScriptRequest

log = structlog.get_logger(__name__)

WORDS_A_SECOND = Fraction(11, 5)


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft, and the digest of the brief that it answers."""

    brief: str
    draft: Draft


KEPT_DRAFTS: TypeAdapter[KeptDraft | None] = TypeAdapter(KeptDraft | None)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What there is to direct with; a warning tells when an engine was asked in vain."""

    kept: KeptDraft | None = None
    warnings: tuple[PlanWarning, ...] = ()


class Drafter:
    """`engine` is None in a house whose plans are written by rules."""

    def __init__(self, engine: TextEngine | None) -> None:
        self._engine = engine

    async def draft(self, subject: Subject, plan: Plan, last: KeptDraft | None) -> Drafted:
        """Texts for a plan that rules have made; the last ones, as long as their brief is the same."""
        if self._engine is None:
            return Drafted()
        brief = brief_for(subject, plan.intent)
        digest = hashlib.sha256(brief.encode()).hexdigest()
        if last is not None and last.brief == digest:
            return Drafted(last)
        most = max(20, int(Fraction(plan.intent.target_seconds) * WORDS_A_SECOND))
        try:
            script = await self._engine.write_script(ScriptRequest(brief, most, tone=plan.intent.tone))
        except (EngineUnavailable, EngineRefused) as trouble:
            log.warning("plan_not_drafted", engine=self._engine.name, reason=trouble.message)
            return Drafted(warnings=(_told(self._engine.name, trouble.message),))
        return Drafted(KeptDraft(digest, draft_from(script.text, script.engine, plan.direction.outline)))


def _told(engine: str, reason: str) -> PlanWarning:
    return PlanWarning(
        code=Remark.TEXTS_BY_RULES,
        field="director.hook",
        message=f"The text engine {engine} did not write, so the texts come from rules: {reason}",
        used="builtin",
    )
