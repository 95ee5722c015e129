"""Every dialect serves what its contract lists: operations, parameters, examples, and nothing else."""

from __future__ import annotations

import shlex
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import yaml

from reelhouse.dialects.registry import DIALECTS

if TYPE_CHECKING:
    import httpx2

CONTRACTS = Path(__file__).parents[2] / "contracts"
NOT_YET_SERVED = {"pamba", "pandocast", "pitchstage"}
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
    success = next(answer for answer in operation["responses"] if answer["status"] in {200, 201})
    content = served["responses"][str(success["status"])]["content"]["application/json"]
    shown = resolved(system, content["schema"])["properties"]

    name = success["body"]
    fields = contract(system)["schemas"][name]["fields"] if isinstance(name, str) else name
    assert set(fields) <= set(shown)
    assert set(shown) - set(fields) <= {"error"}
    documented = {str(answer["status"]) for answer in operation["responses"] if answer["status"]}
    assert documented <= set(served["responses"])


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
