"""Running ffmpeg: one place that knows where it is, how to follow it, how to stop it and what it may open.

The binary comes from the wheel `imageio-ffmpeg` (static, with libass, drawtext, loudnorm and xfade; it has no ffprobe:
PyAV probes). Cancelling the caller kills the process.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import tempfile
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

import imageio_ffmpeg

from core import cpu
from core.errors import Unavailable

FONTS = Path(__file__).parent / "fonts"
"""Folder of the shipped fonts, for `fontsdir=` and `fontfile=`."""
STDERR_KEPT = 200

OnSeconds = Callable[[float], Awaitable[None]]


class FfmpegFailed(RuntimeError):
    """ffmpeg ended with an error: its last lines are the message."""


@cache
def binary() -> str:
    """Path of the ffmpeg executable."""
    return str(imageio_ffmpeg.get_ffmpeg_exe())


async def run(
    args: Sequence[str | Path], *, on_seconds: OnSeconds | None = None, frames: AsyncIterable[bytes] | None = None, cwd: Path | None = None
) -> list[str]:
    """Run ffmpeg with these arguments (inputs, filters, output) and return its last log lines.

    `on_seconds` hears how many seconds were written so far; `frames` is fed to `pipe:0`. Only files and pipes may be opened.
    Raises FfmpegFailed, and Unavailable where the disk is full.
    """
    command = [binary(), "-hide_banner", "-nostdin", "-y", "-progress", "pipe:1", "-nostats", *map(str, args)]
    async with cpu.slot():
        process = await asyncio.create_subprocess_exec(
            *command, cwd=cwd, stdin=asyncio.subprocess.PIPE if frames else asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, preexec_fn=lambda: os.nice(10) and None,
        )  # fmt: skip
        try:
            log, _, _ = await asyncio.gather(_tail(process), _follow(process, on_seconds), _feed(process, frames))
            code = await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if code:
        raise _failure("\n".join(log[-12:]), code)
    return log


def encode(args: Sequence[str | Path], frames: Iterable[bytes]) -> None:
    """Feed drawn frames to ffmpeg's `pipe:0` and wait for it: blocking, for functions that run `cpu.in_child`.

    If the child is killed, ffmpeg sees the end of its input and ends too. Raises FfmpegFailed.
    """
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [binary(), "-hide_banner", "-v", "error", "-y", *map(str, args)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log
        )
        assert process.stdin
        try:
            with contextlib.suppress(BrokenPipeError):  # ffmpeg's own exit code and log tell why
                for frame in frames:
                    process.stdin.write(frame)
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            code = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if code:
            log.seek(0)
            raise _failure(log.read()[-2000:].decode(errors="replace"), code)


def _failure(log: str, code: int) -> Exception:
    if "No space left on device" in log:
        return Unavailable("The disk is full: the film cannot be written.")
    return FfmpegFailed(log or f"ffmpeg ended with {code}")


async def _tail(process: asyncio.subprocess.Process) -> list[str]:
    assert process.stderr
    lines: list[str] = []
    async for raw in process.stderr:
        lines.append(raw.decode(errors="replace").rstrip())
        del lines[:-STDERR_KEPT]
    return lines


async def _follow(process: asyncio.subprocess.Process, on_seconds: OnSeconds | None) -> None:
    assert process.stdout
    async for raw in process.stdout:
        name, _, value = raw.decode().strip().partition("=")
        if on_seconds and name == "out_time_us" and value.lstrip("-").isdigit():
            await on_seconds(max(0.0, int(value) / 1e6))


async def _feed(process: asyncio.subprocess.Process, frames: AsyncIterable[bytes] | None) -> None:
    if frames is None:
        return
    assert process.stdin
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # ffmpeg's own exit code and log tell why
        async for frame in frames:
            process.stdin.write(frame)
            await process.stdin.drain()
    process.stdin.close()
