"""The files of a shot: frames go in as they are decoded, a checked clip, a lossless tail and a poster come out. Used by `engine`.

A thread of its own encodes while the card decodes on; at most a few pieces wait, so memory does not grow with the length of the shot.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import queue
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import av
import numpy as np
from PIL import Image

from gpu_worker.contract import OVERLAP_FRAMES
from gpu_worker.errors import Invalid, ModelBroken, WorkerBroken
from gpu_worker.frames import Pixels

WAITING_MAX = 4
QUALITY = "14"
"""x264's constant rate factor. Visually lossless: the clip is cut, graded and encoded once more before anybody sees it."""
X264 = "keyint=48:scenecut=0:mbtree=0"
"""The macroblock tree is off: its assembly reads memory that nobody wrote when a picture is narrow, and the same frames become other bits.
Without it a rate factor of 14 looks as 12 did with it, for a tenth more bytes."""
TAIL_SUFFIX, VIDEO_SUFFIX, POSTER_SUFFIX = ".mkv", ".mp4", ".jpg"


@dataclass(frozen=True)
class Files:
    """Where a finished shot's files lie."""

    video: Path
    tail: Path
    poster: Path

    def sha256(self) -> dict[str, str]:
        """Hashes by name."""
        return {name: _sha256(path) for name, path in self.named()}

    def sizes(self) -> dict[str, int]:
        """Bytes by name."""
        return {name: path.stat().st_size for name, path in self.named()}

    def named(self) -> list[tuple[str, Path]]:
        """Name and path of each."""
        return [("video", self.video), ("tail", self.tail), ("poster", self.poster)]


class ClipWriter:
    """Encodes one shot of exactly `frames` frames. Use as a context manager; on an error its thread ends and half-written files stay behind.

    `write` and `finish` raise WorkerBroken when the disk is full or the encoder fails.
    """

    def __init__(self, folder: Path, width: int, height: int, fps: int, frames: int) -> None:
        self.files = Files(folder / f"video{VIDEO_SUFFIX}", folder / f"tail{TAIL_SUFFIX}", folder / f"poster{POSTER_SUFFIX}")
        self.written = 0
        self.last: deque[Any] = deque(maxlen=OVERLAP_FRAMES)
        self._size = (width, height)
        self._fps, self._frames = fps, frames
        self._poster_at = frames // 3
        self._poster: Pixels | None = None
        self._pieces: queue.Queue[Pixels | None] = queue.Queue(WAITING_MAX)
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._encode, name="encoder", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._thread.is_alive():
            self._put(None)
            self._thread.join()

    def write(self, frames: Pixels) -> None:
        """Add frames (n, height, width, 3). Waits while the encoder is behind."""
        if len(frames) == 0:
            return
        if self.written <= self._poster_at < self.written + len(frames):
            self._poster = frames[self._poster_at - self.written].copy()
        self.written += len(frames)
        self.last.extend(frames)
        self._put(frames)
        self._raise()

    def finish(self) -> Files:
        """Close the clip, write tail and poster, and check all of it. Raises WorkerBroken, ModelBroken."""
        self._put(None)
        self._thread.join()
        self._raise()
        with _disk():
            tail = np.stack(self.last)
            _encode(self.files.tail, [tail], self._size, self._fps, "ffv1", "bgr0", {"level": "3", "slices": "4", "slicecrc": "1"})
            assert self._poster is not None
            Image.fromarray(self._poster).save(self.files.poster, quality=90)
        self._check(tail)
        return self.files

    def _put(self, piece: Pixels | None) -> None:
        while self._failed is None:
            with contextlib.suppress(queue.Full):
                self._pieces.put(piece, timeout=0.5)
                return

    def _raise(self) -> None:
        if self._failed is not None:
            with _disk():
                raise self._failed

    def _waiting(self) -> Iterator[Pixels]:
        while (piece := self._pieces.get()) is not None:
            yield piece

    def _encode(self) -> None:
        try:
            options = {"crf": QUALITY, "preset": "veryfast", "movflags": "+faststart", "x264-params": X264}
            _encode(self.files.video, self._waiting(), self._size, self._fps, "libx264", "yuv420p", options)
        except BaseException as error:
            self._failed = error

    def _check(self, tail: Pixels) -> None:
        """What was written is what was meant: frames, size, rate, a tail that is equal to the bit."""
        found = facts(self.files.video)
        wished = (self._frames, *self._size, float(self._fps))
        if found != wished:
            raise WorkerBroken(f"the clip has (frames, width, height, fps) {found}, not {wished}")
        if not np.array_equal(read(self.files.tail), tail):
            raise WorkerBroken("the tail is not what was rendered")
        if self._frames > 1 and self.files.video.stat().st_size < 200:
            raise ModelBroken("the clip is empty")


def _encode(path: Path, pieces: Any, size: tuple[int, int], fps: int, codec: str, pixels: str, options: dict[str, str]) -> None:
    flags = {"fflags": "+bitexact", **({"movflags": options["movflags"]} if "movflags" in options else {})}  # no dates, no random ids
    with av.open(str(path), "w", options=flags) as container:
        stream: Any = container.add_stream(codec, rate=fps, options={key: value for key, value in options.items() if key != "movflags"})
        stream.width, stream.height = size
        stream.pix_fmt = pixels
        stream.time_base = Fraction(1, fps)
        if pixels == "yuv420p":
            context = stream.codec_context
            context.colorspace, context.color_range, context.color_primaries, context.color_trc = 1, 1, 1, 1  # BT.709, as video
        at = 0
        for piece in pieces:
            for image in piece:
                frame = av.VideoFrame.from_ndarray(image, format="rgb24")
                colours: Any = {"dst_colorspace": "ITU709", "dst_color_range": "MPEG"} if pixels == "yuv420p" else {}
                frame = frame.reformat(format=pixels, **colours)
                frame.pts, frame.time_base = at, Fraction(1, fps)
                at += 1
                container.mux(stream.encode(frame))
        container.mux(stream.encode())


def facts(path: Path) -> tuple[int, int, int, float]:
    """(frames that decode, width, height, frames per second) of a clip. Raises WorkerBroken when it cannot be read."""
    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            rate = float(stream.average_rate or 0)
            frames = sum(1 for _ in container.decode(stream))
            return frames, stream.width, stream.height, rate
    except (av.FFmpegError, IndexError) as error:
        raise WorkerBroken(f"the clip cannot be read: {error}") from error


def read(path: Path, frames_max: int = 1000, pixels_max: int = 2048 * 2048) -> Pixels:
    """All frames of a tail (frames, height, width, 3). Raises Invalid for what is no video, too long or too large."""
    try:
        with av.open(str(path), format=_container_of(path)) as container:
            stream = container.streams.video[0]
            if stream.width * stream.height > pixels_max:
                raise Invalid("the tail is too large")
            images: list[Pixels] = []
            for frame in container.decode(stream):
                if len(images) >= frames_max:
                    raise Invalid("the tail is too long")
                images.append(frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False))
    except (av.FFmpegError, IndexError, ValueError) as error:
        raise Invalid(f"the tail is no video: {type(error).__name__}") from error
    if not images:
        raise Invalid("the tail has no frames")
    return np.stack(images)


def _container_of(path: Path) -> str:
    """The container by its first bytes; playlists and all that could name other files are no tails."""
    with path.open("rb") as file:
        head = file.read(12)
    if head.startswith(b"\x1aE\xdf\xa3"):
        return "matroska"
    if head[4:8] == b"ftyp":
        return "mp4"
    raise Invalid("the tail is neither Matroska nor MP4")


@contextlib.contextmanager
def _disk() -> Iterator[None]:
    """Full disks and broken encoders as errors of the worker."""
    try:
        yield
    except WorkerBroken:
        raise
    except OSError as error:  # PyAV's errors are OSErrors as well
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise WorkerBroken("the worker's disk is full" if full else f"the clip could not be written: {error}", poisoned=full) from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
