"""espeak-ng: text becomes raw speech with the times of its words. Only ever run inside a child process.

The library (GPLv3, in the optional package `espeakng_loader`) keeps global state and can say one thing at a time, so
`core.film.voices` reaches it through `core.cpu.in_child` alone. The interface is `speak_lib.h` of espeak-ng 1.52.
"""

from __future__ import annotations

import _ctypes
import ctypes
import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from core.film.dsp import Sound

_SYNCHRONOUS, _UTF8 = 2, 1
_RATE, _VOLUME, _PITCH, _RANGE, _WORD_GAP = 1, 2, 3, 4, 7
_END, _WORD = 0, 1
_VOLUME_UNCLIPPED = 60
"""Percent of the library's own level: the loudest variants clip above."""


def installed() -> bool:
    """Whether the optional package with the library is there."""
    return importlib.util.find_spec("espeakng_loader") is not None


@cache
def languages() -> frozenset[str]:
    """What it speaks, as lower-case tags such as `en-us`. Empty where the package is not installed."""
    if not installed():
        return frozenset()
    import espeakng_loader

    return frozenset(file.name.lower() for file in (Path(espeakng_loader.get_data_path()) / "lang").rglob("*") if file.is_file())


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int), ("unique", ctypes.c_uint), ("text_position", ctypes.c_int), ("length", ctypes.c_int),
        ("audio_ms", ctypes.c_int), ("sample", ctypes.c_int), ("user", ctypes.c_void_p), ("id", ctypes.c_char * 8),
    ]  # fmt: skip


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True)
class Said:
    """Raw speech: `sound` is mono at `rate` Hz; `words` are (second it begins at, first character, length) in the text."""

    sound: Sound
    rate: int
    words: list[tuple[float, int, int]]


class _Library:
    """The library with the callback it calls."""

    def __init__(self) -> None:
        """Load it and hand it the callback. RuntimeError where its voice data is missing."""
        import espeakng_loader

        self.dll = ctypes.CDLL(espeakng_loader.get_library_path())
        self.rate = self.dll.espeak_Initialize(_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)
        if self.rate <= 0:
            raise RuntimeError("espeak-ng found no voice data")
        self.libc = ctypes.CDLL(None)
        self.pcm = bytearray()
        self.words: list[tuple[float, int, int]] = []
        self._callback = _Callback(self._take)
        self.dll.espeak_SetSynthCallback(self._callback)

    def _take(self, samples: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[_Event]) -> int:
        if samples and count > 0:
            self.pcm.extend(ctypes.string_at(samples, count * 2))
        i = 0
        while events and events[i].type != _END:
            if events[i].type == _WORD and events[i].text_position > 0:
                self.words.append((events[i].audio_ms / 1000, events[i].text_position - 1, events[i].length))
            i += 1
        return 0


@contextmanager
def _fresh_library() -> Iterator[_Library]:
    """The library newly loaded, for one text: what it said before would otherwise colour what it says next."""
    library = _Library()
    try:
        yield library
    finally:
        library.dll.espeak_Terminate()
        _ctypes.dlclose(library.dll._handle)


def say(text: str, voice: str, *, wpm: int, pitch: int, pitch_range: int, gap: int = 0) -> Said:
    """Say it with a voice such as `en-us+f3`. `pitch` and `pitch_range` are 0..99 with 50 as the voice's own, `gap` is 10 ms between words.

    Raises ValueError for an unknown voice.
    """
    with _fresh_library() as library:
        if library.dll.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(f"espeak-ng has no voice {voice}")
        for parameter, value in ((_RATE, wpm), (_VOLUME, _VOLUME_UNCLIPPED), (_PITCH, pitch), (_RANGE, pitch_range), (_WORD_GAP, gap)):
            library.dll.espeak_SetParameter(parameter, value, 0)
        library.libc.srand(1)  # its consonants draw on rand(): the same line sounds the same every time
        raw = text.encode() + b"\0"
        if library.dll.espeak_Synth(raw, len(raw), 0, 0, 0, _UTF8, None, None) != 0:
            raise RuntimeError("espeak-ng refused the text")
        library.dll.espeak_Synchronize()
        return Said(np.frombuffer(bytes(library.pcm), "<i2").astype(np.float32) / np.float32(32768), library.rate, list(library.words))
