"""Mouths and heads that follow a sound."""

import wave
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from moving_pictures import encoded, face, texture
from reelhouse.engines.video.filming.faces import find_face
from reelhouse.engines.video.filming.film import shoot
from reelhouse.engines.video.filming.sound import articulation
from reelhouse.engines.video.types import VideoRequest

RATE = 48_000
HEARD = ((0.2, 0.5), (0.9, 1.3))
"""When there is sound, in seconds."""


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    times = np.arange(2 * RATE) / RATE
    loud = sum(((times >= begin) & (times < end)).astype(float) for begin, end in HEARD)
    samples = (loud * np.sin(2 * np.pi * 220 * times) * 14_000).astype("<i2")
    with wave.open(str(tmp_path / "voice.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return tmp_path / "voice.wav"


@pytest.fixture
def order(tmp_path: Path, voice: Path) -> VideoRequest:
    return VideoRequest("locked camera", 320, 320, 50, 25, tmp_path, start=encoded(face()), audio=voice)


@pytest.mark.parametrize("skin", [(244, 206, 178), (214, 164, 132), (150, 98, 66)])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_a_face_is_found_with_its_mouth(skin: tuple[int, int, int], scale: float) -> None:
    picture = cv2.resize(face(skin=skin), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)

    found = find_face(picture.astype(np.uint8))

    assert found is not None
    assert found.mouth == pytest.approx((160 * scale, 200 * scale), abs=9 * scale)
    assert found.eyes == pytest.approx((160 * scale, 144 * scale), abs=9 * scale)


@pytest.mark.parametrize("seed", range(6))
def test_there_is_no_face_in_a_texture(seed: int) -> None:
    assert find_face(texture(seed, tone=(190, 140, 110))) is None


def test_the_mouth_opens_with_the_sound_and_shuts_in_its_pauses(order: VideoRequest) -> None:
    shot = shoot(order)
    frames = [frame.astype(int) for frame in shot.frames]

    below = (slice(196, 222), slice(146, 174))
    dark = np.array([frame[below].min() for frame in frames])
    change = np.array([np.abs(frame[below] - frames[0][below]).mean() for frame in frames])
    speaking, silent = change[[8, 10, 26, 30]], change[[0, 2, 18, 45]]
    assert speaking.min() > 3 * max(silent.max(), 1)
    assert dark[10] < dark[0] - 20
    assert any("mouth" in note for note in shot.notes)


def test_the_wall_behind_a_speaker_stands_still(order: VideoRequest) -> None:
    frames = list(shoot(order).frames)

    assert np.abs(frames[10][:60, :40].astype(int) - frames[0][:60, :40]).max() <= 1


def test_without_a_face_camera_and_light_follow_and_it_is_told(order: VideoRequest) -> None:
    shot = shoot(replace(order, start=encoded(texture(3, 320, 320))))
    frames = list(shot.frames)

    assert any("No face" in note for note in shot.notes)
    assert frames[10].mean() > frames[18].mean() + 1


def test_accents_come_at_onsets(voice: Path) -> None:
    opening, accents = articulation(voice, 200, 100)

    assert opening[30] > 0.7
    assert opening[70] < 0.1
    assert [int(np.argmax(accents[:60])), 60 + int(np.argmax(accents[60:]))] == pytest.approx([22, 92], abs=7)
