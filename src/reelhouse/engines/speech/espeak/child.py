"""The process that holds espeak-ng. Run as a script; it imports the standard library only.

espeak-ng is GPL and keeps process-global state, so it lives here, behind two pipes, and never in the
house's own process. One request comes as JSON on stdin::

    {"library": path, "data": folder, "voice": "en-us+f3", "rate": 165, "pitch": 50, "range": 50, "text": …}

One answer goes to stdout: a line of JSON, then the samples (mono 16-bit little-endian) it announces::

    {"sample_rate": 22050, "bytes": n, "words": [[sample, position], …], "phonemes": [[sample, ipa], …]}
    {"error": sentence}

`sample` counts from the first sample; `position` is the 0-based character in the text at which the
spoken word starts. Constants and structures are those of espeak-ng's ``speak_lib.h``, version 1.52.
"""

import ctypes
import json
import os
import resource
import sys

RETRIEVAL = 1  # hand the sound to the callback instead of a loudspeaker
PHONEME_EVENTS, PHONEME_IPA, DONT_EXIT = 0x0001, 0x0002, 0x8000
CHARS_UTF8, END_PAUSE = 0x01, 0x1000
BY_CHARACTER = 1
EVENT_END, EVENT_WORD, EVENT_PHONEME = 0, 1, 7
RATE, PITCH, RANGE = 1, 3, 4

SEED = 1
CPU_SECONDS = 60
MEMORY_BYTES = 1 << 30


class EventId(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", EventId),
    )


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


class EspeakFailed(Exception):
    """espeak-ng said no; the message says to what."""


class Recorder:
    """Collects samples and events while espeak-ng synthesises."""

    def __init__(self) -> None:
        self.pcm = bytearray()
        self.words: list[tuple[int, int]] = []
        self.phonemes: list[tuple[int, str]] = []
        self.callback = Callback(self._collect)  # kept, or it is collected while C still calls it

    def _collect(
        self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[Event]"
    ) -> int:
        if count > 0:
            self.pcm += ctypes.string_at(samples, count * 2)
        index = 0
        while events[index].type != EVENT_END:
            self._note(events[index])
            index += 1
        return 0

    def _note(self, event: Event) -> None:
        if event.type == EVENT_WORD:
            self.words.append((event.sample, event.text_position - 1))
        if event.type == EVENT_PHONEME:
            name = event.id.string.split(b"\0")[0]  # eight bytes at most, so the last letter may be cut
            self.phonemes.append((event.sample, name.decode("utf-8", "ignore")))


def synthesise(request: dict[str, str | int]) -> tuple[Recorder, int]:
    """Speak what `request` asks for; the recording and its sample rate."""
    library = ctypes.CDLL(str(request["library"]))
    sample_rate = library.espeak_Initialize(
        RETRIEVAL, 0, str(request["data"]).encode(), PHONEME_EVENTS | PHONEME_IPA | DONT_EXIT
    )
    if sample_rate <= 0:
        raise EspeakFailed("espeak-ng finds no data")
    library.espeak_ng_SetRandSeed(SEED)  # breath is noise, and would be seeded by the clock
    recorder = Recorder()
    library.espeak_SetSynthCallback(recorder.callback)
    if library.espeak_SetVoiceByName(str(request["voice"]).encode()) != 0:
        raise EspeakFailed(f"espeak-ng has no voice {request['voice']!r}")
    for parameter, value in ((RATE, request["rate"]), (PITCH, request["pitch"]), (RANGE, request["range"])):
        library.espeak_SetParameter(parameter, int(value), 0)
    text = str(request["text"]).encode() + b"\0"
    synth = library.espeak_Synth
    synth.argtypes = (
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    )
    if synth(text, len(text), 0, BY_CHARACTER, 0, CHARS_UTF8 | END_PAUSE, None, None) != 0:
        raise EspeakFailed("espeak-ng could not synthesise")
    library.espeak_Synchronize()
    return recorder, sample_rate


def answer(request: dict[str, str | int]) -> bytes:
    try:
        recorder, sample_rate = synthesise(request)
    except EspeakFailed as failure:
        return json.dumps({"error": str(failure)}).encode() + b"\n"
    header = {
        "sample_rate": sample_rate,
        "bytes": len(recorder.pcm),
        "words": recorder.words,
        "phonemes": recorder.phonemes,
    }
    return json.dumps(header).encode() + b"\n" + bytes(recorder.pcm)


def main() -> None:
    # A parent that was killed cannot stop us, so nothing here may run or grow without end.
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    if sys.platform == "linux":  # elsewhere this limit cannot be set
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    out = os.dup(1)
    os.dup2(2, 1)  # whatever the library prints must not get between the samples
    request = json.loads(sys.stdin.buffer.read())
    with os.fdopen(out, "wb") as stdout:
        stdout.write(answer(request))


if __name__ == "__main__":
    main()
