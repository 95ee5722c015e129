"""Presenters drawn once, and kept by content."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from reelhouse.media.appearance import Appearance
from reelhouse.media.composition import Canvas, Framing, VectorPresenter
from reelhouse.render.cache import Cache, key_of
from reelhouse.render.fingerprint import code_of
from reelhouse.render.painting.planes import planes_over
from reelhouse.render.presenter.layout import bust_on, stand_on
from reelhouse.render.presenter.pieces import Piece, from_bytes, to_bytes
from reelhouse.render.presenter.stage import Stage, build_stage, closer
from reelhouse.render.presenter.types import Box
from reelhouse.render.scratch import unfinished

APPEARANCES: TypeAdapter[Appearance] = TypeAdapter(Appearance)
DRAWN_BY = ("presenter", "backdrops", "painting")
NEARER = 1.25
"""How much a close framing enlarges."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A piece within the file of all pieces."""

    name: str
    box: Box
    at: int


@dataclass(frozen=True, slots=True)
class _Inventory:
    """What a kept stage consists of, beside its pixels."""

    face: Box
    x: float
    y: float
    scale: float
    elbow: tuple[float, float]
    pieces: tuple[_Listed, ...]


INVENTORIES: TypeAdapter[_Inventory] = TypeAdapter(_Inventory)


class Stages:
    """Draws what is not in the cache yet. `get` takes up to seconds of CPU then: call it in a thread."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, presenter: VectorPresenter, canvas: Canvas, framing: Framing | None) -> Stage:
        """A presenter on a canvas; without a framing, head and shoulders that fill a small picture."""
        size = f"{canvas.width}x{canvas.height}"
        standing = bust_on(canvas) if framing is None else stand_on(canvas)
        look = APPEARANCES.dump_json(presenter.appearance)
        key = key_of("stage", code_of(*DRAWN_BY), look, presenter.expression, size, repr(standing))
        folder = self._cache.find(key)
        if folder is None:
            appearance, expression = presenter.appearance, presenter.expression
            stage = build_stage(appearance, expression, canvas, standing, arms=framing is not None)
            folder = self._keep(key, stage)
        kept = _load(folder, key, canvas)
        return closer(kept, NEARER) if framing is Framing.CLOSE else kept

    def _keep(self, key: str, stage: Stage) -> Path:
        target = self._cache.target(key)
        with unfinished(target) as folder:
            folder.mkdir()
            # Written by Python: `numpy.save` does not tell that a disk is full.
            with (folder / "grounds").open("wb") as file:
                file.writelines(ground.buffer.data for ground in stage.grounds)
            with (folder / "pieces").open("wb") as file:
                file.writelines(to_bytes(piece.sprite).data for piece in stage.pieces.values())
            inventory = _Inventory(
                face=stage.face,
                x=stage.x,
                y=stage.y,
                scale=stage.scale,
                elbow=stage.elbow,
                pieces=tuple(_listed(stage)),
            )
            (folder / "stage.json").write_text(json.dumps(asdict(inventory)))
            return self._cache.keep(folder, target)


def _listed(stage: Stage) -> Iterator[_Listed]:
    at = 0
    for name, piece in stage.pieces.items():
        yield _Listed(name, piece.box, at)
        at += len(to_bytes(piece.sprite))


def _load(folder: Path, key: str, canvas: Canvas) -> Stage:
    """The pixels stay in their files, and are read when they are painted."""
    inventory = INVENTORIES.validate_json((folder / "stage.json").read_bytes())
    size = canvas.width * canvas.height * 3 // 2
    grounds = np.memmap(folder / "grounds", np.uint8, "r").view(np.ndarray).reshape(-1, size)
    pixels = np.memmap(folder / "pieces", np.uint8, "r").view(np.ndarray)
    pieces = {}
    for listed in inventory.pieces:
        box = listed.box
        part = pixels[listed.at : listed.at + box.width * box.height * 11 // 4]
        pieces[listed.name] = Piece(from_bytes(part, box.width, box.height), box.x, box.y)
    return Stage(
        key=key,
        face=inventory.face,
        x=inventory.x,
        y=inventory.y,
        scale=inventory.scale,
        elbow=inventory.elbow,
        grounds=tuple(planes_over(ground, canvas.width, canvas.height) for ground in grounds),
        pieces=pieces,
    )
