"""A POST that is sent twice with the same Idempotency-Key happens once."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import anyio
from anyio.to_thread import run_sync
from starlette.responses import Response

from reelhouse.core.house import House
from reelhouse.core.idempotency.settings import KEPT_FOR

SUCCESS = range(200, 300)


def fingerprint_of(method: str, path: str, body: bytes) -> str:
    return hashlib.sha256(b"\n".join((method.encode(), path.encode(), body))).hexdigest()


async def answer_once(
    house: House,
    workspace_id: UUID,
    key: str,
    fingerprint: str,
    handle: Callable[[], Awaitable[Response]],
    lasting: timedelta = KEPT_FOR,
) -> Response:
    """Replay the first answer to `key`, or make it. Only successes are kept: a refusal may be tried again.

    Raises `IdempotencyMismatch`, `IdempotencyInFlight` or `IdempotencyKeyTooLong`.
    """

    def claim() -> Response | None:
        with house.transaction() as services:
            claimed = services.idempotency.claim(workspace_id, key, fingerprint, lasting)
        return None if claimed.replay is None else _replayed(claimed.replay.status, claimed.replay.body)

    def complete(answer: Response) -> None:
        with house.transaction() as services:
            services.idempotency.complete(workspace_id, key, answer.status_code, bytes(answer.body), lasting)

    def release() -> None:
        with house.transaction() as services:
            services.idempotency.release(workspace_id, key)

    earlier = await run_sync(claim)
    if earlier is not None:
        return earlier
    try:
        answer = await handle()
    except BaseException:
        with anyio.CancelScope(shield=True):
            await run_sync(release)
        raise
    if answer.status_code in SUCCESS:
        await run_sync(complete, answer)
    else:
        await run_sync(release)
    return answer


def _replayed(status: int, body: bytes) -> Response:
    return Response(body, status, {"Idempotency-Replayed": "true"}, media_type="application/json")
