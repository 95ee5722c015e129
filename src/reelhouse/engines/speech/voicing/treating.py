"""A recording made to sound as described: tilted, roughened, breathed through, placed in a room."""

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.speech.voicing.reading import Traits

Samples = NDArray[np.float64]

FULL_SCALE = 32767
LOUDNESS = 0.1
"""Root mean square of what is voiced: about -20 dBFS."""

PEAK = 0.88
VOICED = 0.02
BANDS = {"telephone": (300.0, 3400.0), "radio": (250.0, 5000.0)}
TURN_LOW, TURN_HIGH = 350.0, 3000.0
SHELF_DB = 6.0
ROOM_SECONDS, ROOM_SHARE = 0.9, 0.35
BREATH_LEVEL = 0.25


def treat(pcm: bytes, rate: int, traits: Traits, chance: np.random.Generator) -> bytes:
    """Mono 16-bit samples in, as many out, and a tail where a room is heard."""
    sound = np.frombuffer(pcm, "<i2").astype(np.float64) / FULL_SCALE
    if traits.grit > 0:
        drive = 1 + 4 * traits.grit
        sound = np.tanh(sound * drive) / np.tanh(drive)
    if traits.breath > 0:
        sound = sound + _breath(sound, chance) * traits.breath * BREATH_LEVEL
    sound = _shaped(sound, rate, traits)
    if traits.room > 0:
        sound = _in_a_room(sound, rate, traits.room, chance)
    return np.rint(_levelled(sound) * FULL_SCALE).astype("<i2").tobytes()


def _shaped(sound: Samples, rate: int, traits: Traits) -> Samples:
    """Shelves below and above the middle, and the edges of a channel, as gains of its spectrum."""
    spectrum = np.fft.rfft(sound, _room_for(len(sound)))
    pitches = np.fft.rfftfreq(_room_for(len(sound)), 1 / rate)
    low = 1 / (1 + (pitches / TURN_LOW) ** 2)
    high = 1 - 1 / (1 + (pitches / TURN_HIGH) ** 2)
    gain = 10 ** (SHELF_DB / 20 * (traits.warmth * (low - high / 2) + traits.brightness * high))
    if traits.band:
        bottom, top = BANDS[traits.band]
        gain *= 1 / (1 + (bottom / np.maximum(pitches, 1)) ** 8) / (1 + (pitches / top) ** 12)
    return np.fft.irfft(spectrum * gain)[: len(sound)]


def _breath(sound: Samples, chance: np.random.Generator) -> Samples:
    """Noise that comes and goes with the voice."""
    window = np.hanning(801)
    envelope = np.convolve(np.abs(sound), window / window.sum(), mode="same")
    noise = np.diff(chance.standard_normal(len(sound) + 1))
    return np.asarray(envelope * noise)


def _in_a_room(sound: Samples, rate: int, share: float, chance: np.random.Generator) -> Samples:
    length = int(ROOM_SECONDS * share * rate) + 1
    tail = chance.standard_normal(length) * np.exp(-5 * np.arange(length) / length)
    tail /= np.sqrt((tail**2).sum())
    total = len(sound) + length
    size = _room_for(total)
    wet = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(tail, size))[:total]
    dry = np.pad(sound, (0, length))
    return np.asarray(dry + wet * ROOM_SHARE * share)


def _levelled(sound: Samples) -> Samples:
    voiced = sound[np.abs(sound) > VOICED]
    level = float(np.sqrt((voiced**2).mean())) if len(voiced) else 1.0
    sound = sound * (LOUDNESS / level)
    over = np.abs(sound) > PEAK / 2
    # What would be too loud is bent, not cut.
    bent = np.sign(sound) * (PEAK / 2 + PEAK / 2 * np.tanh((np.abs(sound) - PEAK / 2) / (PEAK / 2)))
    return np.where(over, bent, sound)


def _room_for(length: int) -> int:
    return 1 << (length - 1).bit_length()
