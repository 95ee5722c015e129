"""The house around its dialects."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import httpx2
import pytest

from reelhouse.app import build_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.dialects.conftest import Studio


@pytest.fixture
def backend() -> str:
    """No row is read or written here, so one database will do."""
    return "sqlite"


@pytest.fixture
def house(anyone: httpx2.Client) -> Iterator[httpx2.Client]:
    """A client at the root of the house."""
    with httpx2.Client(base_url=str(anyone.base_url).removesuffix("/agentmedia/api/v1/")) as client:
        yield client


def test_what_is_nowhere_is_told_as_json(house: httpx2.Client) -> None:
    answer = house.get("/nowhere")

    assert answer.status_code == 404
    assert answer.json() == {"error": {"code": "not_found", "message": "There is nothing at /nowhere."}}


def test_a_dialect_refuses_a_path_with_a_line_break_in_its_own_words(house: httpx2.Client) -> None:
    answer = house.get("/pitchstage/api/v1/renders/a%0Ab")

    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "LK_001")


def test_health_readiness_and_figures_need_no_key(house: httpx2.Client) -> None:
    answers = {path: house.get(path).status_code for path in ("/healthz", "/readyz", "/metrics")}

    assert answers == {"/healthz": 200, "/readyz": 200, "/metrics": 200}


def test_figures_name_the_route_and_never_an_id(house: httpx2.Client) -> None:
    house.get("/agentmedia/api/v1/videos/a1b2c3d4-e5f6-7890-abcd-ef1234567890")

    figures = house.get("/metrics").text

    assert 'route="/agentmedia/api/v1/videos/{id}",status="401"' in figures
    assert "a1b2c3d4" not in figures


def test_a_dialects_document_is_openapi_3_1_and_names_its_address(house: httpx2.Client) -> None:
    document = house.get("/agentmedia/api/v1/openapi.json").json()

    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": "https://media.example/agentmedia/api/v1"}]
    operations = [operation for methods in document["paths"].values() for operation in methods.values()]
    assert all(operation["description"] and "422" not in operation["responses"] for operation in operations)


def test_a_host_of_an_unknown_dialect_is_a_mistake_at_the_start(studio: Studio) -> None:
    with pytest.raises(KeyError, match="nobody"):
        build_app(studio.edge, files=[], probes=[], hosts={"api.example": "nobody"})


def test_a_signed_download_passes_through_the_whole_house(house: httpx2.Client, studio: Studio) -> None:
    path = studio.store.path_of("videos/a1.mp4")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"moving pictures")
    link = studio.store.link("videos/a1.mp4", timedelta(hours=1)).removeprefix("https://media.example")

    answer = house.get(link, headers={"Range": "bytes=0-5"})

    assert (answer.status_code, answer.content) == (206, b"moving")
