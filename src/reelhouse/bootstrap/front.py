"""What an API process needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.routing import BaseRoute

from reelhouse.bootstrap.house import Opened, link_of_with, open_house
from reelhouse.config import Settings
from reelhouse.core.house import House
from reelhouse.core.jobs.heartbeats import Heartbeats
from reelhouse.core.keys.types import HOUSE_FORM
from reelhouse.dialects.registry import DIALECTS
from reelhouse.http.callers import Callers
from reelhouse.http.edge import Edge
from reelhouse.http.files import file_routes
from reelhouse.http.health import NotWell, Probe, database_probe, disk_probe, ffmpeg_probe
from reelhouse.http.portraits import Portraits, portrait_routes
from reelhouse.http.rate_limits import RateLimits
from reelhouse.http.uploads import IsClosed, upload_routes
from reelhouse.kit.db import Database
from reelhouse.media.appearance import Appearance
from reelhouse.render.ffmpeg import find_ffmpeg
from reelhouse.render.settings import RenderSettings
from reelhouse.storage.links import LinkSigner
from reelhouse.storage.local import LocalObjects


@dataclass(frozen=True, slots=True)
class Front:
    """What `app.build_app` puts on the web."""

    edge: Edge
    files: tuple[BaseRoute, ...]
    probes: tuple[Probe, ...]
    hosts: Mapping[str, str]


def open_front(settings: Settings) -> Front:
    opened = open_house(settings)
    ground = opened.ground
    edge = Edge(
        house=opened.house,
        callers=Callers(opened.house, (HOUSE_FORM, *(dialect.key_form for dialect in DIALECTS.values()))),
        rate_limits=RateLimits(
            settings.ratelimit, ground.clock, doors={"pitchstage": settings.pitch.per_minute}
        ),
        fetch=opened.fetch,
        link_of=link_of_with(ground.store, ground.links_last, ground.clock),
        public_url=settings.public_url.rstrip("/"),
    )
    probes = (
        database_probe(ground.database),
        _worker_probe(ground.database),
        disk_probe(opened.data),
        ffmpeg_probe(lambda: _ffmpeg_version(settings.render)),
    )
    return Front(edge, _files(opened), probes, settings.hosts)


def _files(opened: Opened) -> tuple[BaseRoute, ...]:
    ground = opened.ground
    portraits = Portraits(ground.actors.get, _draw_portrait, opened.data / "portraits")
    routes: list[BaseRoute] = [*portrait_routes(portraits)]
    if isinstance(ground.store, LocalObjects):
        signer = LinkSigner(opened.secret)
        routes += file_routes(ground.store.path_of, signer, ground.clock)
        routes += upload_routes(ground.store.path_of, signer, ground.clock, closed_in(opened.house))
    return tuple(routes)


def closed_in(house: House) -> IsClosed:
    """A screenshot that a plan was made with stays the one that it was."""

    async def is_closed(name: str) -> bool:
        return await house.look_up(lambda services: services.pitches.was_seen(name))

    return is_closed


def _draw_portrait(appearance: Appearance) -> bytes:
    from reelhouse.render.presenter.portrait import draw_portrait  # noqa: PLC0415 - drawn once, loaded once

    return draw_portrait(appearance)


async def _ffmpeg_version(settings: RenderSettings) -> str:
    return (await find_ffmpeg(settings)).version


def _worker_probe(database: Database) -> Probe:
    def look() -> str:
        with database.reading() as connection:
            alive = sum(worker.alive for worker in Heartbeats(connection).workers())
        if not alive:
            raise NotWell("no worker is alive; jobs stay queued until one is")
        return f"{alive} alive"

    return Probe("worker", look)
