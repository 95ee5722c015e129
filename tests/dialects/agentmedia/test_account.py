"""``/account`` and ``/actors`` of agent-media."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from reelhouse.core.credits.types import Pot
from reelhouse.core.jobs.types import JobError
from reelhouse.core.workspaces.types import PLANS, Tier
from reelhouse.kit.money import cents

if TYPE_CHECKING:
    import httpx2
    from tests.dialects.conftest import Studio

SCRIPT = "Ever wonder why top founders wake up at 5am? It is not about the alarm clock."


def create(client: httpx2.Client) -> str:
    return str(client.post("/videos", json={"script": SCRIPT, "target_duration": 10}).json()["job_id"])


def test_the_account_tells_plan_credits_and_limits(client: httpx2.Client, workspace_id: UUID) -> None:
    create(client)

    assert client.get("/account").json() == {
        "user_id": str(workspace_id),
        "plan": {
            "tier": "pro_plus",
            "name": "Pro Plus",
            "status": "active",
            "trial_active": False,
            "trial_ends_at": None,
            "current_period_end": "2026-04-20T14:30:00.000Z",
        },
        "credits": {
            "monthly_remaining": 12_600,
            "monthly_allowance": 12_900,
            "purchased": 0,
            "total": 12_600,
        },
        "limits": {
            "max_concurrent_jobs": 10,
            "max_video_duration": 15,
            "models_available": ["ugc-basic"],
        },
    }


@pytest.mark.parametrize("tier", list(Tier))
def test_every_tier_shows_its_row_of_the_document(client: httpx2.Client, studio: Studio, tier: Tier) -> None:
    key = studio.key(studio.workspace(f"On {tier}", tier))

    account = client.get("/account", headers={"Authorization": f"Bearer {key}"}).json()

    plan = PLANS[tier]
    assert (account["plan"]["tier"], account["plan"]["name"]) == (tier.value, plan.name)
    assert account["credits"]["monthly_allowance"] == plan.monthly_allowance // 10_000
    assert account["limits"]["max_concurrent_jobs"] == plan.max_concurrent_jobs
    assert account["limits"]["max_video_duration"] == plan.max_video_seconds
    assert (account["plan"]["current_period_end"] is None) == (plan.monthly_allowance == 0)


def test_coupons_and_purchases_stay_when_the_month_ends(
    client: httpx2.Client, studio: Studio, workspace_id: UUID
) -> None:
    with studio.house.transaction() as services:
        services.credits.grant(workspace_id, Pot.PURCHASED, cents(500), "order-1", "purchase")
        services.credits.grant(workspace_id, Pot.COUPON, cents(40), "coupon-1", "coupon")

    assert client.get("/account").json()["credits"] == {
        "monthly_remaining": 12_900,
        "monthly_allowance": 12_900,
        "purchased": 540,
        "total": 13_440,
    }


def test_usage_counts_what_was_delivered(client: httpx2.Client, studio: Studio) -> None:
    studio.finish(create(client))
    failed = create(client)
    studio.start(failed)
    with studio.house.transaction() as services:
        services.jobs.fail(UUID(failed), JobError("engine_refused", "No."))
    studio.clock.advance(timedelta(days=1))
    client.delete(f"/videos/{create(client)}")

    usage = client.get("/account/usage").json()

    assert usage.pop("period_start") == "2026-02-19T14:30:12.345Z"
    assert usage == {
        "period": "30d",
        "period_end": "2026-03-21T14:30:12.345Z",
        "summary": {"total_jobs": 3, "completed_jobs": 1, "failed_jobs": 1, "credits_used": 300},
        "by_model": [
            {"model_slug": "ugc-basic", "job_count": 3, "credits_used": 300, "avg_duration_seconds": 6.2}
        ],
        "daily": [
            {"date": "2026-03-21", "job_count": 1, "credits_used": 0},
            {"date": "2026-03-20", "job_count": 2, "credits_used": 300},
        ],
        "by_operation": [{"operation": "ugc_video", "job_count": 3}],
    }


def test_usage_of_a_shorter_period_leaves_out_what_is_older(client: httpx2.Client, studio: Studio) -> None:
    create(client)
    studio.clock.advance(timedelta(days=8))

    week = client.get("/account/usage", params={"period": "7d"}).json()
    quarter = client.get("/account/usage", params={"period": "90d"}).json()

    assert (week["period"], week["summary"]["total_jobs"], week["by_model"]) == ("7d", 0, [])
    assert (quarter["period"], quarter["summary"]["total_jobs"]) == ("90d", 1)


def test_an_unknown_period_is_refused(client: httpx2.Client) -> None:
    answer = client.get("/account/usage", params={"period": "1y"})

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_parameter")


def test_a_new_key_is_shown_once_and_works(client: httpx2.Client) -> None:
    """Promise 12."""
    answer = client.post("/account/keys", json={"name": "Production Key"})

    made = answer.json()
    listed = client.get("/account/keys").json()["keys"]
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    assert made["key"].startswith("ma_")
    assert len(made["key"]) == 35
    assert made["key_prefix"] == made["key"][:11]
    assert made["created_at"] == "2026-03-20T14:30:00.000Z"
    assert {
        "id": made["id"],
        "key_prefix": made["key_prefix"],
        "name": "Production Key",
        "created_at": made["created_at"],
        "last_used_at": None,
    } in listed
    assert client.get("/account", headers={"Authorization": f"Bearer {made['key']}"}).status_code == 200


@pytest.mark.parametrize("body", [b"", b"{}", b'{"name": null}', b'{"name": "  "}'])
def test_a_key_without_a_name_is_called_default(client: httpx2.Client, body: bytes) -> None:
    assert client.post("/account/keys", content=body).json()["name"] == "Default"


@pytest.mark.parametrize("name", ["x" * 101, 5, ["a"]])
def test_a_name_is_a_text_of_100_characters_at_most(client: httpx2.Client, name: object) -> None:
    answer = client.post("/account/keys", json={"name": name})

    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "invalid_parameter")
    assert error["message"].startswith("name")


def test_at_most_25_keys_are_active(client: httpx2.Client) -> None:
    """Promise 14."""
    for _ in range(24):
        assert client.post("/account/keys").status_code == 201

    refused = client.post("/account/keys")

    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "key_limit_reached")
    assert len(client.get("/account/keys").json()["keys"]) == 25


def test_revoking_makes_room_and_cannot_be_repeated(client: httpx2.Client) -> None:
    made = client.post("/account/keys").json()

    assert client.delete(f"/account/keys/{made['id']}").json() == {"revoked": True, "id": made["id"]}
    again = client.delete(f"/account/keys/{made['id']}")

    assert (again.status_code, again.json()["error"]["code"]) == (404, "key_not_found")
    assert made["id"] not in {key["id"] for key in client.get("/account/keys").json()["keys"]}


def test_a_key_id_that_is_no_uuid_is_nobodys_key(client: httpx2.Client) -> None:
    answer = client.delete("/account/keys/key-uuid-here")

    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "key_not_found")


def test_an_actor_is_told_as_the_document_shows(client: httpx2.Client) -> None:
    emma = client.get("/actors/emma").json()["actor"]

    assert str(UUID(emma["id"])) == emma.pop("id")
    assert emma.pop("voice_id")
    assert emma == {
        "name": "Emma",
        "slug": "emma",
        "gender": "female",
        "age_range": "26-35",
        "actor_type": "Young Adult",
        "portrait_url": "https://media.example/portraits/emma.png",
        "status": "active",
    }


def test_actors_are_filtered_and_searched_in_any_case(client: httpx2.Client) -> None:
    everyone = client.get("/actors").json()
    women = client.get("/actors", params={"gender": "FEMALE"}).json()
    found = client.get("/actors", params={"search": "EMM"}).json()
    nobody = client.get("/actors", params={"gender": "female", "search": "no such name"}).json()

    assert everyone["total"] == len(everyone["actors"]) >= 12
    assert {actor["gender"] for actor in women["actors"]} == {"female"}
    assert "emma" in {actor["slug"] for actor in found["actors"]}
    assert nobody == {"actors": [], "total": 0}


def test_an_unknown_actor_comes_with_similar_slugs(client: httpx2.Client) -> None:
    answer = client.get("/actors/emmma")

    error = answer.json()["error"]
    assert (answer.status_code, error["type"], error["code"]) == (404, "not_found", "actor_not_found")
    assert error["similar"][0] == "emma"


def test_the_portrait_of_an_actor_is_a_public_picture(client: httpx2.Client) -> None:
    root = str(client.base_url).removesuffix("/agentmedia/api/v1/")
    path = client.get("/actors/emma").json()["actor"]["portrait_url"].removeprefix("https://media.example")

    picture = client.get(root + path, headers={"Authorization": ""})

    assert picture.headers["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
