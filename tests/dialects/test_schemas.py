"""Promise 36: whatever comes in, no status that is not documented goes out, and never a 500."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.effort import examples

from reelhouse.dialects.registry import DIALECTS

if TYPE_CHECKING:
    import httpx2

EXAMPLES = examples(40)
CHECKS = [status_code_conformance, content_type_conformance, response_schema_conformance]
"""Not the check for any 5xx: a 501 is documented, for what this house cannot make yet."""


def operations() -> list[Any]:
    return [
        pytest.param(system, method.upper(), path, id=f"{system} {method.upper()} {path}")
        for system, dialect in DIALECTS.items()
        for path, methods in dialect.describe("https://media.example").openapi()["paths"].items()
        for method in methods
    ]


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("system", "method", "path"), operations())
def test_no_input_leads_to_an_answer_that_is_not_documented(
    shared_client: httpx2.Client, system: str, method: str, path: str, mode: GenerationMode
) -> None:
    document = DIALECTS[system].describe("https://media.example").openapi()
    if mode is GenerationMode.NEGATIVE and not _takes_anything(document["paths"][path][method.lower()]):
        pytest.skip("nothing that is sent here could be wrong")
    operation = schemathesis.openapi.from_dict(document)[path][method]
    mount = DIALECTS["agentmedia"].mount
    address = str(shared_client.base_url).rstrip("/").removesuffix(mount) + DIALECTS[system].mount
    headers = {"Authorization": shared_client.headers["Authorization"]}

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case[Any]) -> None:
        answer = case.call(base_url=address, headers=headers)

        assert answer.status_code != 500, answer.text
        assert answer.headers["x-ratelimit-limit"]
        case.validate_response(answer, checks=CHECKS)

    ask()


def _takes_anything(operation: dict[str, Any]) -> bool:
    return bool(
        operation.get("parameters") or operation.get("requestBody") or operation.get("security") != []
    )
