"""A workspace keeps brand kits that can be read, and nobody else sees them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from reelhouse.core.brands.documents import look_from_json
from reelhouse.core.brands.errors import (
    BrandKitInvalid,
    BrandKitNotFound,
    InkUnreadable,
    LogoInvalid,
    TooManyBrandKits,
)
from reelhouse.core.brands.repository import BrandsRepository
from reelhouse.core.brands.service import Brands
from reelhouse.core.brands.types import MOST_KITS, Look
from reelhouse.core.pitches.plan import Brand
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.core.workspaces.types import Workspace
from reelhouse.kit.clock import FrozenClock
from reelhouse.kit.db import Transaction
from reelhouse.storage.base import ObjectStore
from reelhouse.storage.local import LinkSigner, LocalObjects

ACME = Look(
    name="Acme", ground="#120b2e", accent="#ffb020", ink="#f6f3ff", ground_end="#2c1a66", font="Poppins"
)


def logo(colour: str = "#ff8800", size: tuple[int, int] = (300, 120), note: str = "") -> bytes:
    png, told = BytesIO(), PngImagePlugin.PngInfo()
    told.add_text("Comment", note)
    Image.new("RGBA", size, colour).save(png, "PNG", pnginfo=told)
    return png.getvalue()


@pytest.fixture
def store(tmp_path: Path, clock: FrozenClock) -> ObjectStore:
    return LocalObjects(tmp_path / "objects", "http://localhost:8000", LinkSigner(b"a secret"), clock)


@pytest.fixture
def brands(
    transaction: Transaction, workspaces: Workspaces, store: ObjectStore, clock: FrozenClock
) -> Brands:
    return Brands(BrandsRepository(transaction.connection), workspaces, store, clock)


def test_a_kit_is_found_by_its_id_and_by_its_name(brands: Brands, workspace: Workspace) -> None:
    kit = brands.add(workspace.workspace_id, ACME)

    assert brands.get(workspace.workspace_id, "Acme") == kit
    assert brands.get(workspace.workspace_id, str(kit.brand_kit_id)) == kit
    assert brands.by_key(workspace.workspace_id) == {"Acme": kit.brand, str(kit.brand_kit_id): kit.brand}


def test_a_kit_is_the_brand_of_a_plan(brands: Brands, workspace: Workspace) -> None:
    kit = brands.add(workspace.workspace_id, replace(ACME, ground_end=None), logo())

    assert kit.brand == Brand(
        "Acme", "#120b2e", "#120b2e", "#ffb020", "#f6f3ff", "Poppins", logo_url=kit.logo_object
    )


def test_a_new_look_keeps_the_id_and_the_logo(brands: Brands, workspace: Workspace) -> None:
    first = brands.add(workspace.workspace_id, ACME, logo())

    second = brands.add(workspace.workspace_id, replace(ACME, accent="#00c2a8"))

    assert second == replace(first, look=replace(ACME, accent="#00c2a8"))
    assert brands.list_(workspace.workspace_id) == (second,)


def test_a_kit_belongs_to_its_workspace_alone(
    brands: Brands, workspace: Workspace, workspaces: Workspaces
) -> None:
    stranger = workspaces.get_or_create("Stranger").workspace_id
    kit = brands.add(workspace.workspace_id, ACME, logo())

    with pytest.raises(BrandKitNotFound):
        brands.get(stranger, str(kit.brand_kit_id))
    with pytest.raises(BrandKitNotFound):
        brands.remove(stranger, "Acme")

    assert kit.logo_object
    assert brands.owns_logo(workspace.workspace_id, kit.logo_object)
    assert not brands.owns_logo(stranger, kit.logo_object)


def test_a_logo_is_kept_as_its_picture_alone(
    brands: Brands, workspace: Workspace, store: ObjectStore, tmp_path: Path
) -> None:
    kit = brands.add(workspace.workspace_id, ACME, logo(size=(3000, 1500), note="taken at home"))
    again = brands.add(workspace.workspace_id, replace(ACME, name="Twin"), logo(size=(3000, 1500)))

    assert kit.logo_object == again.logo_object
    store.fetch(kit.logo_object or "", tmp_path / "logo.png")
    with Image.open(tmp_path / "logo.png") as kept:
        assert (kept.size, kept.mode, kept.info) == ((1024, 512), "RGBA", {})


def test_a_logo_goes_with_the_last_kit_that_shows_it(
    brands: Brands, workspace: Workspace, store: ObjectStore
) -> None:
    name = brands.add(workspace.workspace_id, ACME, logo()).logo_object or ""
    brands.add(workspace.workspace_id, replace(ACME, name="Twin"), logo())

    brands.remove(workspace.workspace_id, "Acme")
    there_for_the_twin = store.exists(name)
    brands.add(workspace.workspace_id, replace(ACME, name="Twin"), logo("#0088ff"))

    assert there_for_the_twin
    assert not store.exists(name)


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg/>", logo()[:200], logo(size=(8, 8)), b"x" * 5_000_001],
    ids=["nothing", "no raster", "cut short", "tiny", "huge"],
)
def test_what_is_no_picture_is_no_logo(data: bytes, brands: Brands, workspace: Workspace) -> None:
    with pytest.raises(LogoInvalid):
        brands.add(workspace.workspace_id, ACME, data)

    assert brands.list_(workspace.workspace_id) == ()


def test_a_workspace_keeps_no_more_than_its_limit(brands: Brands, workspace: Workspace) -> None:
    for number in range(MOST_KITS):
        brands.add(workspace.workspace_id, replace(ACME, name=f"Kit {number}"))

    with pytest.raises(TooManyBrandKits) as refusal:
        brands.add(workspace.workspace_id, ACME)

    assert refusal.value.limit == MOST_KITS


def test_ink_that_cannot_be_read_is_refused_with_the_figures() -> None:
    with pytest.raises(InkUnreadable) as refusal:
        look_from_json('{"name": "Fog", "ground": "#ffffff", "accent": "#ff0000", "ink": "#999999"}')

    assert (round(refusal.value.found, 2), refusal.value.needed) == (2.85, 4.5)
    assert str(refusal.value) == (
        "the ink #999999 on #ffffff has a contrast of 2.85 to 1, and text needs 4.5 to 1"
    )


def test_ink_is_read_on_both_ends_of_the_ground() -> None:
    with pytest.raises(InkUnreadable) as refusal:
        look_from_json(
            '{"name": "Dusk", "ground": "#000000", "ground_end": "#dddddd", "accent": "#f00000",'
            ' "ink": "#ffffff"}'
        )

    assert refusal.value.ground == "#dddddd"


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ("", ""),
        ("[]", ""),
        ('{"name": "A", "ground": "#000000", "accent": "red", "ink": "#ffffff"}', "accent"),
        ('{"name": "A", "ground": "#000000", "accent": "#ff0000"}', "ink"),
        ('{"name": " ", "ground": "#000000", "accent": "#ff0000", "ink": "#ffffff"}', "name"),
        ('{"name": "A", "ground": "#000", "accent": "#ff0000", "ink": "#ffffff"}', "ground"),
        ('{"name": "A", "ground": "#000000", "accent": "#ff0000", "ink": "#ffffff", "logo": 1}', "logo"),
        (
            '{"name": "A", "ground": "#000000", "accent": "#ff0000", "ink": "#ffffff", "font": "Arial"}',
            "font",
        ),
        (" " * 10_001, ""),
    ],
)
def test_a_document_that_is_no_kit_is_refused_by_its_field(document: str, field: str) -> None:
    with pytest.raises(BrandKitInvalid) as refusal:
        look_from_json(document)

    assert refusal.value.field == field


def test_colours_are_kept_in_lower_case() -> None:
    look = look_from_json('{"name": "A", "ground": "#0A0B0C", "accent": "#FF0000", "ink": "#FFFFFF"}')

    assert (look.ground, look.accent, look.ink) == ("#0a0b0c", "#ff0000", "#ffffff")
