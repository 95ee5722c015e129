"""Every dialect serves what its contract lists: operations, parameters, examples, and nothing else."""

from __future__ import annotations

import shlex
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import yaml

from reelhouse.dialects.pitchstage.errors import PROJECT_QUOTA, TABLE
from reelhouse.dialects.registry import DIALECTS

if TYPE_CHECKING:
    import httpx2

CONTRACTS = Path(__file__).parents[2] / "contracts"
NOT_YET_SERVED = {"pamba", "pandocast"}
PARTLY_SERVED = {"killatamata"}
"""Some operations of their contracts, and none beside them."""

WHOLE = sorted(set(DIALECTS) - PARTLY_SERVED)
QUICKSTART = """
curl -X POST https://agent.media/api/v1/videos \
  -H "Authorization: Bearer ma_your_api_key" \
  -H "Content-Type: application/json" \
  -d '{
    "script": "Ever wonder why top founders wake up at 5am? It is not about the alarm clock. It is about the mindset.",
    "actor_slug": "emma",
    "style": "hormozi"
  }'
"""  # noqa: E501 - as it stands in the document


@cache
def contract(system: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CONTRACTS / f"{system}.yaml").read_text())
    return loaded


@cache
def document(system: str) -> dict[str, Any]:
    return DIALECTS[system].describe("https://media.example").openapi()


def operations(system: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = contract(system)["operations"]
    return found


def openapi_path(path: str) -> str:
    """``/videos/:id`` as ``/videos/{id}``."""
    return "/".join(f"{{{part[1:]}}}" if part.startswith(":") else part for part in path.split("/"))


def resolved(system: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema behind a reference, and behind "this or null"."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return resolved(system, document(system)["components"]["schemas"][name])
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null":
            return {**schema, **resolved(system, choice)}
    return schema


def field_of(system: str, path: str) -> dict[str, Any]:
    """The schema of a body's field named as in the contract, such as ``scenes[].text``."""
    schema = resolved(system, {"$ref": "#/components/schemas/VideoBody"})
    for step in path.replace("[]", ".[]").split("."):
        schema = resolved(system, schema["items"] if step == "[]" else schema["properties"][step])
    return schema


def fields_of(system: str, body: str | dict[str, Any]) -> set[str]:
    """The names in an answer of the contract, those of a schema that it extends too."""
    if not isinstance(body, str):
        return set(body)
    schema = contract(system)["schemas"][body]
    inherited = fields_of(system, schema["extends"]) if "extends" in schema else set()
    return inherited | set(schema["fields"])


BODIES_WITHOUT_FIELDS = {
    "server-sent events": "text/event-stream",
    "OpenAPI 3.1 document": "application/json",
}
BESIDE_THE_CONTRACT = {"RenderResult": {"error", "progress", "stage"}}
"""What a poll cannot do without, and a contract does not list."""

SERVED = [
    pytest.param(system, operation, id=operation["id"])
    for system in WHOLE
    for operation in operations(system)
]


def test_every_contract_is_served_or_listed_as_not_yet_served() -> None:
    systems = {path.stem for path in CONTRACTS.glob("*.yaml")}

    assert systems == set(DIALECTS) | NOT_YET_SERVED
    assert not set(DIALECTS) & NOT_YET_SERVED


@pytest.mark.parametrize("system", sorted(PARTLY_SERVED))
def test_a_dialect_under_way_serves_nothing_beside_its_contract(system: str) -> None:
    listed = {(operation["method"], openapi_path(operation["path"])) for operation in operations(system)}
    served = {
        (method.upper(), path) for path, methods in document(system)["paths"].items() for method in methods
    }

    assert served
    assert served < listed
    assert DIALECTS[system].root == contract(system)["base_path"]


@pytest.mark.parametrize("system", WHOLE)
def test_a_dialect_serves_the_operations_of_its_contract_and_no_others(system: str) -> None:
    listed = {(operation["method"], openapi_path(operation["path"])) for operation in operations(system)}
    served = {
        (method.upper(), path) for path, methods in document(system)["paths"].items() for method in methods
    }

    assert served == listed
    assert len(listed) == contract(system)["operation_count"]
    assert DIALECTS[system].root == contract(system)["base_path"]


@pytest.mark.parametrize(("system", "operation"), SERVED)
def test_an_operation_takes_the_parameters_of_its_contract(system: str, operation: dict[str, Any]) -> None:
    served = document(system)["paths"][openapi_path(operation["path"])][operation["method"].lower()]
    places: dict[str, dict[str, Any]] = {"query": {}, "path": {}, "header": {}}
    for parameter in served.get("parameters", ()):
        places[parameter["in"]][parameter["name"]] = parameter

    assert set(places["query"]) == set(operation["query"] or {})
    assert set(places["path"]) == set(operation["path_params"] or {})
    assert set(places["header"]) <= {"Idempotency-Key"}
    for name, asked in (operation["query"] or {}).items():
        schema = resolved(system, places["query"][name]["schema"])
        assert schema.get("default") == asked["default"]
        assert schema.get("maximum") == asked.get("max") or name == "offset"
        assert schema.get("enum") == asked.get("enum")


@pytest.mark.parametrize(("system", "operation"), SERVED)
def test_an_operation_answers_with_the_fields_of_its_contract(system: str, operation: dict[str, Any]) -> None:
    served = document(system)["paths"][openapi_path(operation["path"])][operation["method"].lower()]
    success = next(answer for answer in operation["responses"] if answer["status"] in {200, 201, "2xx"})
    [status] = {"200", "201", "202"} & set(served["responses"])
    content = served["responses"][status]["content"]

    assert success["status"] in {int(status), "2xx"}
    body = success["body"]
    if str(body) in BODIES_WITHOUT_FIELDS:
        assert list(content) == [BODIES_WITHOUT_FIELDS[body]]
    else:
        shown = resolved(system, content["application/json"]["schema"])["properties"]
        fields = fields_of(system, body)
        assert fields <= set(shown)
        assert set(shown) - fields <= BESIDE_THE_CONTRACT.get(str(body), {"error"})
    documented = {str(answer["status"]) for answer in operation["responses"] if answer["status"]}
    assert documented - {"2xx"} <= set(served["responses"])


PLAN_OBJECT = contract("pitchstage")["schemas"]


@pytest.mark.parametrize("name", ["CreateProject", "AddScreenshots", "Feature", "Screenshot", "PlanRequest"])
def test_a_body_of_pitchstage_has_the_fields_of_its_contract_at_every_depth(name: str) -> None:
    listed = PLAN_OBJECT.get(name) or PLAN_OBJECT[f"{name}Request"]

    assert unserved(listed["fields"], {"$ref": f"#/components/schemas/{name}"}, name) == []


def unserved(listed: dict[str, Any], schema: dict[str, Any], path: str) -> list[str]:
    """The paths that a contract lists and a schema lacks, or takes with another type."""
    served = resolved("pitchstage", schema)
    missing = []
    for name, rule in listed.items():
        if name == "_more":
            continue
        if name not in served["properties"]:
            missing.append(f"{path}.{name}")
            continue
        field = resolved("pitchstage", served["properties"][name])
        if rule["type"] not in {"unspecified", field["type"]}:
            missing.append(f"{path}.{name}: {rule['type']}")
        inner = rule.get("fields") or (rule["items"] if isinstance(rule.get("items"), dict) else {})
        below = field["items"] if field["type"] == "array" else field
        missing += unserved(inner, below, f"{path}.{name}")
    return missing


def test_the_codes_of_pitchstage_have_the_status_of_its_table() -> None:
    listed = next(each for each in contract("pitchstage")["conventions"] if each["id"] == "error_codes")
    said = {(words.code, words.status) for words in (*TABLE.values(), PROJECT_QUOTA)}

    assert {(code, row["status"]) for code, row in listed["codes"].items()} <= said


def test_the_body_of_create_video_has_every_field_with_its_rule() -> None:
    create = next(operation for operation in operations("agentmedia") if operation["document_entry"] == 1)

    for path, rule in create["body"]["fields"].items():
        schema = field_of("agentmedia", path)
        assert schema.get("enum") == rule.get("enum"), path
        assert schema.get("minLength") == rule.get("min_length"), path
        if "max_length" in rule:
            assert schema.get("maxLength") == rule["max_length"], path
        assert schema.get("maxItems") == rule.get("max_items"), path
        assert schema.get("minimum") == rule.get("min"), path
        assert schema.get("maximum") == rule.get("max"), path
        if rule["default"] not in {None, "auto"}:
            assert schema.get("default") == rule["default"], path


def examples() -> list[Any]:
    return [
        pytest.param(example["request"], id=f"{operation['id']}-{number}")
        for operation in operations("agentmedia")
        for number, example in enumerate(operation["examples"])
        if "request" in example
    ]


@pytest.mark.parametrize("request_", examples())
def test_every_example_of_the_document_runs(client: httpx2.Client, request_: dict[str, Any]) -> None:
    address = urlsplit(request_["url"])
    path = address.path.removeprefix("/api/v1")
    if "/videos/" in path:
        script = {"script": "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."}
        job_id = client.post("/videos", json=script).json()["job_id"]
        path = path.replace("YOUR_JOB_ID", job_id).replace("a1b2c3d4-e5f6-7890-abcd-ef1234567890", job_id)
    path = path.replace("key-uuid-here", client.post("/account/keys").json()["id"])

    answer = client.request(
        request_["method"], f"{path}?{address.query}", json=request_.get("body"), headers={}
    )

    assert answer.status_code in {200, 201}, answer.text


def test_the_quickstart_of_the_document_needs_another_address_and_key_only(client: httpx2.Client) -> None:
    words = shlex.split(QUICKSTART)
    url = next(word for word in words if word.startswith("https://"))
    headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
    headers["Authorization"] = client.headers["Authorization"]

    created = client.post(url.removeprefix("https://agent.media/api/v1"), content=words[-1], headers=headers)
    job = client.get(f"/videos/{created.json()['job_id']}").json()

    assert created.status_code == 201
    assert job["status"] == "queued"
