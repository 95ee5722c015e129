"""The files beside the API: whoever reads only them knows what is served, where, by whom and for how much."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import httpx2
import jsonschema_rs
import pytest
import yaml

from reelhouse.app import build_app
from reelhouse.bootstrap.house import engine_tables
from reelhouse.config import Settings
from reelhouse.core.tasks.desk import TaskDesk
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.dialects.killatamata.discovery.offers import offers_of
from reelhouse.engines.speech.settings import VoiceSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp
    from tests.dialects.conftest import Studio

SITE = "https://media.example/killatamata"
ELSEWHERE = "https://api.killatamata.example"
FILES = {
    "/openapi.json": "application/json",
    "/api/v1/openapi.json": "application/json",
    "/llms.txt": "text/plain; charset=utf-8",
    "/skills/killatamata/SKILL.md": "text/markdown; charset=utf-8",
    "/.well-known/agent-skills.json": "application/json",
    "/.well-known/agent-skills/index.json": "application/json",
    "/.well-known/ai-plugin.json": "application/json",
}
every_file = pytest.mark.parametrize("path", FILES)


@pytest.fixture
def backend() -> str:
    """The files do not depend on the database."""
    return "sqlite"


def at_path(client: httpx2.Client) -> str:
    return str(client.base_url).replace("/agentmedia/api/v1/", "/killatamata")


@pytest.fixture(scope="module")
def site(shared_client: httpx2.Client) -> Iterator[httpx2.Client]:
    """Somebody without a key, at the dialect's path."""
    with httpx2.Client(base_url=at_path(shared_client)) as client:
        yield client


@pytest.fixture
def killa(client: httpx2.Client) -> Iterator[httpx2.Client]:
    """Somebody with a key."""
    with httpx2.Client(base_url=at_path(client), headers=client.headers) as found:
        yield found


def addresses_in(text: str, site: str) -> set[str]:
    """Every address of the house in a file, but those of a pattern such as ``?jobId=…``."""
    found = re.findall(r"https://[^\s\"'`)<>]+", text)
    return {address for address in found if address.startswith(site)}


@every_file
def test_a_file_is_there_for_anybody_and_says_when_it_changed(site: httpx2.Client, path: str) -> None:
    answer = site.get(path)
    again = site.get(path, headers={"If-None-Match": f'"other", {answer.headers["etag"]}'})
    head = site.head(path)

    assert (answer.status_code, answer.headers["content-type"]) == (200, FILES[path])
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert (again.status_code, again.content) == (304, b"")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", answer.headers["etag"])
    assert head.headers["content-length"] == str(len(answer.content))
    assert site.post(path).status_code == 405


@every_file
def test_every_address_in_a_file_is_absolute_and_answers(site: httpx2.Client, path: str) -> None:
    found = addresses_in(site.get(path).text, SITE)

    assert found
    for address in found - {SITE, f"{SITE}/api/v1"}:
        status = site.get(address.removeprefix(SITE)).status_code
        assert status in {200, 401, 405}, address


@every_file
def test_a_host_that_is_made_up_is_not_repeated(site: httpx2.Client, path: str) -> None:
    forged = site.get(path, headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})

    assert forged.status_code == 200
    assert "evil.example" not in forged.text
    assert forged.content == site.get(path).content


@every_file
def test_a_host_of_its_own_serves_them_at_its_root(
    studio: Studio, served_at: Callable[[ASGIApp], str], path: str
) -> None:
    app = build_app(studio.edge, files=[], probes=[], hosts={"api.killatamata.example": "killatamata"})

    answer = httpx2.get(f"{served_at(app)}{path}", headers={"Host": "api.killatamata.example:9999"})

    assert (answer.status_code, answer.headers["content-type"]) == (200, FILES[path])
    assert addresses_in(answer.text, ELSEWHERE)
    assert not addresses_in(answer.text, "https://media.example")
    assert ":9999" not in answer.text


def test_the_index_names_the_skill_by_the_digest_of_its_file(site: httpx2.Client) -> None:
    (skill,) = site.get("/.well-known/agent-skills.json").json()["skills"]
    text = site.get(skill["url"].removeprefix(SITE))

    _, front, body = text.text.split("---\n", 2)
    matter = yaml.safe_load(front)
    assert matter == {"name": skill["name"], "description": skill["description"]}
    assert re.fullmatch(r"[a-z0-9-]{1,64}", matter["name"])
    assert len(matter["description"]) <= 1024
    assert skill["digest"] == f"sha256:{hashlib.sha256(text.content).hexdigest()}"
    assert skill["type"] == "skill-md"
    assert body.count("```") % 2 == 0


def test_the_manifest_leads_to_the_openapi_document(site: httpx2.Client) -> None:
    manifest = site.get("/.well-known/ai-plugin.json").json()

    document = site.get(manifest["api"]["url"].removeprefix(SITE)).json()
    assert document["servers"] == [{"url": f"{SITE}/api/v1"}]
    assert manifest["auth"] == {"type": "user_http", "authorization_type": "bearer"}
    assert set(document["components"]["securitySchemes"]) == {"bearer_key", "header_key"}
    assert document["externalDocs"]["url"] == f"{SITE}/llms.txt"


def test_the_openapi_document_tells_prices_and_names_operations_plainly(site: httpx2.Client) -> None:
    document = site.get("/openapi.json").json()

    assert "$0.02 a picture" in document["components"]["schemas"]["ImageBody"]["description"]
    jobs = document["paths"]["/media/jobs"]
    assert (jobs["post"]["operationId"], jobs["get"]["operationId"]) == ("submit_job", "get_job")


def test_every_example_is_valid_and_is_taken_at_the_price_that_is_told(
    killa: httpx2.Client, studio: Studio
) -> None:
    document = killa.get("/openapi.json").json()
    content = document["paths"]["/media/jobs"]["post"]["requestBody"]["content"]["application/json"]
    schema = {**content["schema"], "components": document["components"]}
    told = {mode.example.name: mode.price for offer in offers_of(studio.house.tasks) for mode in offer.modes}

    for name, example in content["examples"].items():
        jsonschema_rs.validate(schema, example["value"])
        answer = killa.post("/api/v1/media/jobs", json=example["value"])
        if answer.status_code == 501:
            assert name in unable(studio)
            continue
        assert answer.status_code == 202, answer.text
        assert f"${answer.json()['billing']['priceUsd']:g}" == told[name]


def unable(studio: Studio) -> set[str]:
    return {mode.example.name for offer in offers_of(studio.house.tasks) for mode in offer.modes if mode.lack}


def test_prices_and_engines_are_those_of_this_house() -> None:
    settings = Settings(voice=VoiceSettings(backend="openai", url="http://127.0.0.1:1"))
    offers = {
        offer.task: offer
        for offer in offers_of(TaskDesk(engine_tables(settings), TaskPrices(image=123_450, mesh=0)))
    }

    speak = {mode.example.title: mode for mode in offers["audio.speak"].modes}
    assert (speak["voice_clone"].engines, speak["voice_clone"].lack) == (("openai",), "")
    assert offers["image.generate"].price == "$0.12345 a picture; × 1.5 with highDetail"
    assert offers["trellis.generate"].price == "$0.00 a solid"


def test_what_cannot_be_done_here_is_told_with_its_remedy(site: httpx2.Client) -> None:
    text = site.get("/llms.txt").text

    (line,) = [line for line in text.splitlines() if line.startswith("- audio.speak (voice_clone)")]
    assert "not at present" in line
    assert "REELHOUSE_VOICE_BACKEND" in line


def test_examples_in_the_text_are_json_that_is_taken(killa: httpx2.Client) -> None:
    blocks = re.findall(r"```json\n(.*?)\n```", killa.get("/llms.txt").text, re.DOTALL)

    bodies: list[dict[str, Any]] = [json.loads(block) for block in blocks]
    assert len({body["task"] for body in bodies}) == 9
    assert {killa.post("/api/v1/media/jobs", json=body).status_code for body in bodies} <= {202, 501}
