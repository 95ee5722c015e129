"""Sings a line: strokes of the glottis at the pitch of the notes through the mouth of the speaker."""

import numpy as np
from numpy.typing import NDArray

from reelhouse.engines.music.songs.playing.waves import RATE, Samples
from reelhouse.engines.music.songs.singing.gestures import CONTROL, Gesture
from reelhouse.engines.music.songs.singing.voiceprint import HOP, RESPONSE, Voiceprint

GRAIN = 441  # samples between grains of what has no pitch
BREATH = 0.16
CLEAR = 0.05


def sung(voice: Voiceprint, gesture: Gesture) -> Samples:
    """Mono, from the beginning of `gesture`, with the tail of its last stroke."""
    frames = (len(gesture.places) - 1) * CONTROL
    out = np.zeros(frames + RESPONSE + 2 * GRAIN, np.float32)
    _strokes(out, voice, gesture, frames)
    _breaths(out, voice, gesture)
    return out


def _strokes(out: Samples, voice: Voiceprint, gesture: Gesture, frames: int) -> None:
    turns = np.concatenate(
        [[0.0], np.cumsum((gesture.pitches[:-1] + gesture.pitches[1:]) / 2 * CONTROL / RATE)]
    )
    moments = np.interp(np.arange(1, int(turns[-1])), turns, np.arange(len(turns)) * float(CONTROL))
    moments = moments[moments < frames - 1]
    grid = np.arange(len(gesture.places)) * float(CONTROL)
    places = np.interp(moments, grid, gesture.places) / HOP
    periods = RATE / np.interp(moments, grid, gesture.pitches)
    voicing = np.interp(places, np.arange(len(voice.voicing)), voice.voicing)
    gains = np.interp(moments, grid, gesture.levels) * voicing * np.sqrt(periods / 2)
    loud = gains > CLEAR * 0.2
    _lay(out, voice.pulses, moments[loud], np.clip(places[loud], 0, len(voice.pulses) - 1.001), gains[loud])


def _lay(
    out: Samples,
    pulses: Samples,
    moments: NDArray[np.float64],
    places: NDArray[np.float64],
    gains: NDArray[np.float64],
) -> None:
    """Each stroke where it belongs, between two samples if need be."""
    rows, parts = places.astype(int), (places % 1).astype(np.float32)[:, None]
    begins, late = moments.astype(int), (moments % 1).astype(np.float32)[:, None]
    for first in range(0, len(rows), 512):
        part = slice(first, first + 512)
        strokes = pulses[rows[part]] * (1 - parts[part]) + pulses[rows[part] + 1] * parts[part]
        strokes *= gains[part, None].astype(np.float32)
        early = strokes * (1 - late[part])
        early[:, 1:] += strokes[:, :-1] * late[part]
        for begin, stroke in zip(begins[part], early, strict=True):
            out[begin : begin + RESPONSE] += stroke


def _breaths(out: Samples, voice: Voiceprint, gesture: Gesture) -> None:
    """Consonants without pitch: grains of the recording, which at the pace of speech are the recording."""
    places = gesture.places[:-1]
    centres = np.rint(places * RATE).astype(int)
    noise = 1 - np.interp(places / HOP, np.arange(len(voice.voicing)), voice.voicing) ** 2
    gains = np.sqrt(np.clip(noise, 0, 1)) * gesture.levels[:-1]
    padded = np.pad(voice.source, (GRAIN, 2 * GRAIN))
    window = np.hanning(2 * GRAIN + 1)[:-1].astype(np.float32)
    for number in np.flatnonzero(gains > BREATH):
        begin = min(int(centres[number]), len(padded) - 2 * GRAIN)
        at = number * CONTROL - GRAIN
        if at >= 0:
            out[at : at + 2 * GRAIN] += padded[begin : begin + 2 * GRAIN] * window * np.float32(gains[number])
