"""The brand kits of a workspace, by id or by name."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from reelhouse.core.brands.documents import checked
from reelhouse.core.brands.errors import BrandKitNotFound, TooManyBrandKits
from reelhouse.core.brands.logos import MEDIA_TYPE, logo_png
from reelhouse.core.brands.repository import BrandsRepository
from reelhouse.core.brands.types import MOST_KITS, BrandKit, Look
from reelhouse.core.pitches.plan import Brand
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.kit.ids import new_id
from reelhouse.storage.base import ObjectStore


class Brands:
    def __init__(
        self, repository: BrandsRepository, workspaces: Workspaces, store: ObjectStore, clock: Clock
    ) -> None:
        self._repository = repository
        self._workspaces = workspaces
        self._store = store
        self._clock = clock

    def add(self, workspace_id: UUID, look: Look, logo: bytes | None = None) -> BrandKit:
        """Keep a kit. One of the same name takes the new look under its old id, and a logo if one is given.

        `logo` is the bytes of a PNG, JPEG or WebP. Raises `BrandKitInvalid`, `InkUnreadable`, `LogoInvalid`,
        `TooManyBrandKits`, `WorkspaceNotFound`.
        """
        checked(look)
        self._workspaces.lock(workspace_id)
        stored = self._keep_logo(workspace_id, logo) if logo is not None else None
        old = self._repository.find_by_name(workspace_id, look.name)
        if old is not None:
            return self._change(old, look, stored or old.logo_object)
        if len(self._repository.list_(workspace_id)) >= MOST_KITS:
            raise TooManyBrandKits(MOST_KITS)
        kit = BrandKit(new_id(), workspace_id, look, stored, self._clock.now())
        self._repository.add(kit)
        return kit

    def find(self, workspace_id: UUID, brand: str) -> BrandKit | None:
        """By its id or, failing that, by its name."""
        by_id = _as_id(brand)
        kit = self._repository.find(workspace_id, brand_kit_id=by_id) if by_id else None
        return kit or self._repository.find_by_name(workspace_id, brand.strip())

    def get(self, workspace_id: UUID, brand: str) -> BrandKit:
        """Raises `BrandKitNotFound`, also for a kit of another workspace."""
        kit = self.find(workspace_id, brand)
        if kit is None:
            raise BrandKitNotFound(brand, tuple(kit.name for kit in self.list_(workspace_id)))
        return kit

    def list_(self, workspace_id: UUID) -> tuple[BrandKit, ...]:
        """By name."""
        return self._repository.list_(workspace_id)

    def by_key(self, workspace_id: UUID) -> Mapping[str, Brand]:
        """Every brand by everything that a caller may call it: its id, and its name."""
        kits = self.list_(workspace_id)
        names = {kit.name: kit.brand for kit in kits}
        return {**names, **{str(kit.brand_kit_id): kit.brand for kit in kits}}

    def owns_logo(self, workspace_id: UUID, object_name: str) -> bool:
        """Whether an object of the store is, or was, a logo of this workspace, and may be shown to it."""
        return object_name.startswith(_folder(workspace_id))

    def remove(self, workspace_id: UUID, brand: str) -> BrandKit:
        """Forget a kit and its logo; raises `BrandKitNotFound`."""
        kit = self.get(workspace_id, brand)
        self._repository.remove(kit)
        self._drop_logo(kit)
        return kit

    def _change(self, old: BrandKit, look: Look, logo_object: str | None) -> BrandKit:
        kit = replace(old, look=look, logo_object=logo_object)
        self._repository.change(kit)
        self._drop_logo(old)
        return kit

    def _keep_logo(self, workspace_id: UUID, logo: bytes) -> str:
        """By its content, so that a second attempt writes the same object."""
        png = logo_png(logo)
        name = f"{_folder(workspace_id)}{hashlib.sha256(png).hexdigest()}.png"
        with TemporaryDirectory() as folder:
            file = Path(folder) / "logo.png"
            file.write_bytes(png)
            self._store.put_file(name, file, MEDIA_TYPE)
        return name

    def _drop_logo(self, kit: BrandKit) -> None:
        """Unless a kit still shows it."""
        if kit.logo_object and not self._repository.shows(kit.workspace_id, kit.logo_object):
            self._store.delete(kit.logo_object)


def _folder(workspace_id: UUID) -> str:
    return f"brands/{workspace_id}/"


def _as_id(brand: str) -> UUID | None:
    try:
        return UUID(brand)
    except ValueError:
        return None
