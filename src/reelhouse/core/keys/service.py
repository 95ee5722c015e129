"""API keys: issued once, recognised by their hash, revoked for good."""

from datetime import datetime, timedelta
from uuid import UUID

from reelhouse.core.keys.errors import KeyNotFound, TooManyKeys
from reelhouse.core.keys.forms import fingerprint, new_secret
from reelhouse.core.keys.repository import KeyRepository
from reelhouse.core.keys.types import ApiKey, IssuedKey, KeyForm
from reelhouse.core.workspaces.service import Workspaces
from reelhouse.kit.clock import Clock
from reelhouse.kit.ids import new_id
from reelhouse.kit.money import MicroDollars

USE_IS_NOTED_EVERY = timedelta(minutes=1)


class Keys:
    def __init__(self, repository: KeyRepository, workspaces: Workspaces, clock: Clock) -> None:
        self._repository = repository
        self._workspaces = workspaces
        self._clock = clock

    def issue(
        self,
        workspace_id: UUID,
        form: KeyForm,
        name: str = "Default",
        scopes: frozenset[str] = frozenset(),
        monthly_cap: MicroDollars | None = None,
    ) -> IssuedKey:
        """Make a key; its secret is in the answer and nowhere else. No scopes means all of them.

        Raises `WorkspaceNotFound`, and `TooManyKeys` when the workspace has as many as the form allows.
        """
        self._workspaces.lock(workspace_id)
        if (
            form.max_active is not None
            and self._repository.count_active(workspace_id, form) >= form.max_active
        ):
            raise TooManyKeys(form.max_active)
        secret = new_secret(form)
        key = ApiKey(
            key_id=new_id(),
            workspace_id=workspace_id,
            name=name,
            shown_prefix=secret[: form.shown],
            scopes=scopes,
            created_at=self._clock.now(),
            monthly_cap=monthly_cap,
        )
        self._repository.add(key, form, fingerprint(secret))
        return IssuedKey(key, secret)

    def list_active(self, workspace_id: UUID) -> tuple[ApiKey, ...]:
        """The newest first."""
        return self._repository.list_active(workspace_id)

    def revoke(self, workspace_id: UUID, key_id: UUID) -> ApiKey:
        """Raises `KeyNotFound` when the workspace has no such key, or has revoked it before."""
        revoked = self._repository.revoke(workspace_id, key_id, self._clock.now())
        if revoked is None:
            raise KeyNotFound(key_id)
        return revoked

    def cap_of(self, key_id: UUID) -> MicroDollars | None:
        """What the key may spend in a month, where it has a cap of its own."""
        key = self._repository.find(key_id)
        return None if key is None else key.monthly_cap

    def find_active(self, secret: str) -> ApiKey | None:
        """The key behind a secret. Ask `is_well_formed` first: it costs no read."""
        return self._repository.find_active(fingerprint(secret))

    def mark_used(self, key_id: UUID, at: datetime) -> None:
        """Note that a key was used; at most one write a minute."""
        self._repository.mark_used(key_id, at, unless_since=at - USE_IS_NOTED_EVERY)
