"""The stable names of what can be wrong with a finished file."""

from enum import StrEnum

CHECKS_VERSION = "3"
"""Goes up whenever an old result would be judged otherwise."""


class Check(StrEnum):
    """The stable names of findings."""

    READABLE = "readable"
    CONTAINER = "container"
    FASTSTART = "faststart"
    VIDEO_CODEC = "video_codec"
    PROFILE = "profile"
    PIXEL_FORMAT = "pixel_format"
    COLOUR = "colour"
    SIZE = "size"
    FRAME_RATE = "frame_rate"
    FRAME_COUNT = "frame_count"
    DURATION = "duration"
    AUDIO_CODEC = "audio_codec"
    SAMPLE_RATE = "sample_rate"
    DECODES = "decodes"
    SOUND_DECODES = "sound_decodes"
    SCENES = "scenes"
    BLACK = "black"
    FROZEN = "frozen"
    CAPTIONS = "captions"
    LIPS = "lips"
    SILENT_SPEECH = "silent_speech"
    WORD_TIMES = "word_times"
    LOUDNESS = "loudness"
    TRUE_PEAK = "true_peak"
    SLIDES = "slides"
