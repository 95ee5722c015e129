"""Makes a formant synthesiser kinder to the ear without moving anything in time.

One multiplication in the frequency domain does the tone and the room: the tone curve has no phase, so
times stay exact to the sample. All of it is computed in doubles, whose last digits (which may differ from
processor to processor) are far below what sixteen bits keep: equal recordings stay equal.
"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from reelhouse.media.speech import Phoneme, Timing, Word
from reelhouse.media.time import Span

Floats = NDArray[np.float64]
Bells = tuple[tuple[float, float, float], ...]

LEAD = Fraction(15, 1000)  # silence kept before the first sound
TAIL = Fraction(160, 1000)  # kept after the last: the room has to fade
LEVEL = 0.1  # RMS of the voiced parts, -20 dBFS
CEILING = 0.84  # -1.5 dBFS
KNEE = 0.6  # above this the limiter begins to round

# Tone, as (centre in Hz, width in octaves, gain in dB): warmth below, less of the metallic 3 kHz ring.
BELLS: Bells = ((190.0, 1.4, 2.0), (2900.0, 0.9, -3.5), (5200.0, 0.7, -2.0))
RUMBLE = 70.0  # Hz, nothing but a click lives below
AIR = 7200.0  # Hz, where the synthesiser's hiss is turned down

# A small furnished room, as (delay in ms, gain): first walls, then a short diffuse tail.
WALLS = ((7.3, 0.13), (11.9, -0.10), (17.7, 0.085), (23.9, -0.06), (31.1, 0.045))
DIFFUSE_GAIN = 0.022
DIFFUSE_START, DIFFUSE_DECAY, DIFFUSE_END = 0.012, 0.035, 0.14  # seconds

BLOCK, MARGIN = 1 << 17, 1 << 13  # samples: six seconds, and a third of one

SILENCE = 0.02  # what stays below is not counted as voice when the level is taken


def polish(pcm: bytes, timing: Timing, sample_rate: int, bells: Bells = BELLS) -> tuple[bytes, Timing]:
    """The same recording, trimmed, toned by `bells` and levelled, with its times on the trimmed clock."""
    voiced = [sound.span for sound in timing.phonemes if sound.ipa]
    if not voiced:
        return pcm, timing
    first = max(int((voiced[0].start - LEAD) * sample_rate), 0)
    last = min(int((voiced[-1].end + TAIL) * sample_rate), len(pcm) // 2)
    dry = np.frombuffer(pcm, "<i2")[first:last].astype(np.float64) / 32768
    wet = _levelled(_fade(_toned(dry, sample_rate, bells), sample_rate), dry)
    samples = np.rint(wet * 32767).astype("<i2")
    return samples.tobytes(), _trimmed(timing, Fraction(first, sample_rate), Fraction(last, sample_rate))


def _toned(sound: Floats, sample_rate: int, bells: Bells) -> Floats:
    """Block by block, each with a margin on both sides in which the filters die away."""
    size = BLOCK + 2 * MARGIN
    response = _tone(size, sample_rate, bells) * np.fft.rfft(_room(sample_rate), size)
    padded = np.pad(sound, (MARGIN, size))
    blocks = [
        np.fft.irfft(np.fft.rfft(padded[start : start + size]) * response, size)[MARGIN : MARGIN + BLOCK]
        for start in range(0, len(sound), BLOCK)
    ]
    return np.concatenate(blocks)[: len(sound)]


def _tone(size: int, sample_rate: int, bells: Bells) -> NDArray[np.float64]:
    hertz = np.fft.rfftfreq(size, 1 / sample_rate)
    octaves = np.log2(np.maximum(hertz, 1.0))
    decibels = np.zeros_like(hertz)
    for centre, width, gain in bells:
        decibels += gain * np.exp(-0.5 * ((octaves - np.log2(centre)) / (width / 2)) ** 2)
    high_pass = 1 / np.sqrt(1 + (RUMBLE / np.maximum(hertz, 1e-3)) ** 6)
    low_pass = 1 / np.sqrt(1 + (hertz / AIR) ** 6)
    return np.asarray(10 ** (decibels / 20) * high_pass * low_pass)


def _room(sample_rate: int) -> Floats:
    response = np.zeros(int(DIFFUSE_END * sample_rate))
    seconds = np.arange(len(response)) / sample_rate
    noise = np.random.default_rng(1).standard_normal(len(response))
    diffuse = noise * np.exp(-seconds / DIFFUSE_DECAY) * (seconds > DIFFUSE_START)
    response += DIFFUSE_GAIN * diffuse
    for delay, gain in WALLS:
        response[int(delay * sample_rate / 1000)] += gain
    response[0] = 1.0
    return response


def _fade(sound: Floats, sample_rate: int) -> Floats:
    """No click at either end: 4 ms in, 60 ms out."""
    rise, fall = min(sample_rate // 250, len(sound)), min(sample_rate * 60 // 1000, len(sound))
    faded = sound.copy()
    faded[:rise] *= np.linspace(0, 1, rise)
    faded[len(faded) - fall :] *= np.linspace(1, 0, fall) ** 2
    return faded


def _levelled(sound: Floats, dry: Floats) -> Floats:
    """Voiced parts at `LEVEL`; the few higher peaks are rounded, never cut."""
    active = sound[np.abs(dry) > SILENCE]
    if not len(active):
        return sound
    louder = sound * (LEVEL / max(float(np.sqrt(np.mean(active**2))), 1e-6))
    over = np.maximum(np.abs(louder) - KNEE, 0)
    rounded = KNEE + (CEILING - KNEE) * np.tanh(over / (CEILING - KNEE))
    return np.where(over > 0, np.sign(louder) * rounded, louder)


def _trimmed(timing: Timing, start: Fraction, end: Fraction) -> Timing:
    def cut(span: Span) -> Span:
        return Span(*(min(max(edge, start), end) - start for edge in (span.start, span.end)))

    sounds = (Phoneme(sound.ipa, cut(sound.span)) for sound in timing.phonemes)
    return Timing(
        words=tuple(Word(word.text, cut(word.span)) for word in timing.words),
        phonemes=tuple(sound for sound in sounds if sound.span.duration),
        duration=end - start,
        source=timing.source,
    )
