"""What a pitch shows and plays that callers gave: decoded within limits before anybody paints with it."""

import asyncio
import hashlib
from fractions import Fraction
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from reelhouse.core.inputs.errors import FileRefused
from reelhouse.core.inputs.images import decode_image
from reelhouse.core.pitches.errors import GivenFileUnusable, ScreenshotChanged, ScreenshotUnreadable
from reelhouse.core.pitches.orders import ScreenFile
from reelhouse.kit.safe_fetch import AddressRefused, FetchFailed, ResponseTooLarge, SafeFetch
from reelhouse.render.clips.sound_files import SoundRefused, decode_sound
from reelhouse.render.settings import RenderSettings
from reelhouse.storage.base import ObjectStore

LOGO_FIELD, MUSIC_FIELD = "director.brand.logoUrl", "director.music.uploadUrl"
LONGEST_SIDE = 16_000
"""Pixels; a whole page is scrolled, and must stay legible."""

LARGEST_LOGO, LARGEST_MUSIC = 10 * 1024 * 1024, 60 * 1024 * 1024
LONGEST_MUSIC = Fraction(600)
MUSIC_RATE = 48_000
FETCH_SECONDS = 60.0


class PitchInputs:
    def __init__(self, fetch: SafeFetch, store: ObjectStore, settings: RenderSettings) -> None:
        self._fetch = fetch
        self._store = store
        self._settings = settings

    async def screen(self, screen: ScreenFile, folder: Path) -> Path:
        """A screenshot as a plain PNG, upright.

        Raises `ScreenshotChanged` when the file is not the one that was planned with, `ScreenshotUnreadable`
        or `StorageUnavailable`.
        """
        raw = await asyncio.to_thread(_raw_in, folder)
        await asyncio.to_thread(self._store.fetch, screen.object_name, raw)
        data = await asyncio.to_thread(raw.read_bytes)
        if hashlib.sha256(data).hexdigest() != screen.seen.sha256:
            raise ScreenshotChanged(screen.object_name)
        try:
            return await decode_image(data, folder, longest=LONGEST_SIDE)
        except FileRefused as refusal:
            raise ScreenshotUnreadable(screen.object_name, refusal.reason) from refusal

    async def logo(self, place: str, folder: Path) -> Path:
        """A logo from an address, or an object of this house, as a PNG with its transparency.

        Raises `GivenFileUnusable` or `StorageUnavailable`.
        """
        raw = await asyncio.to_thread(_raw_in, folder)
        await self._brought(LOGO_FIELD, place, raw, LARGEST_LOGO)
        try:
            return await decode_image(await asyncio.to_thread(raw.read_bytes), folder, alpha=True)
        except FileRefused as refusal:
            raise GivenFileUnusable(LOGO_FIELD, refusal.reason) from refusal

    async def music(self, url: str, folder: Path) -> Path:
        """A caller's own music as a stereo WAV file. Raises `GivenFileUnusable`."""
        raw, wav = await asyncio.to_thread(_raw_in, folder), folder / "music.wav"
        await self._brought(MUSIC_FIELD, url, raw, LARGEST_MUSIC)
        try:
            await decode_sound(
                raw, wav, rate=MUSIC_RATE, channels=2, most_seconds=LONGEST_MUSIC, settings=self._settings
            )
        except SoundRefused as refusal:
            raise GivenFileUnusable(MUSIC_FIELD, refusal.reason) from refusal
        return wav

    async def _brought(self, field: str, place: str, target: Path, largest: int) -> None:
        if not urlsplit(place).scheme:
            await asyncio.to_thread(self._store.fetch, place, target)
            return
        try:
            answer = await self._fetch.save(place, target, max_bytes=largest, timeout=FETCH_SECONDS)
        except (AddressRefused, FetchFailed, ResponseTooLarge) as refusal:
            raise GivenFileUnusable(field, refusal.message) from refusal
        if answer.status != HTTPStatus.OK:
            raise GivenFileUnusable(field, f"it answered with status {answer.status}")


def _raw_in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "raw"
