"""Work in child processes and ffmpeg runs: cancelled means stopped, at once and without leftovers."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import pytest

from core import cpu, ffmpeg


def spin(seconds: float, note: str) -> int:
    Path(note).write_text(str(os.getpid()))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return os.nice(0)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def until(condition: object) -> bool:
    assert callable(condition)
    for _ in range(3000):
        if condition():
            return True
        await asyncio.sleep(0.02)
    return False


async def test_children_are_polite_and_the_loop_goes_on(tmp_path: Path) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0.01)

    ticking = asyncio.create_task(tick())
    assert await cpu.in_child(spin, 0.3, str(tmp_path / "pid")) >= 10
    ticking.cancel()
    assert ticks >= 5


async def test_cancelling_kills_the_child(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    task = asyncio.create_task(cpu.in_child(spin, 60, str(note)))
    assert await until(lambda: note.exists() and note.read_text())
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await until(lambda: not alive(int(note.read_text())))


async def test_ffmpeg_tells_how_far_it_is(tmp_path: Path) -> None:
    heard: list[float] = []

    async def on_seconds(seconds: float) -> None:
        heard.append(seconds)

    await ffmpeg.run(["-f", "lavfi", "-i", "testsrc=d=2:s=64x64:r=24", tmp_path / "a.mp4"], on_seconds=on_seconds)
    assert heard
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(2, abs=0.2)


async def test_ffmpeg_fails_with_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(ffmpeg.FfmpegFailed, match="No such file"):
        await ffmpeg.run(["-i", tmp_path / "missing.mp4", tmp_path / "a.mp4"])


async def test_a_cancelled_ffmpeg_is_gone(tmp_path: Path) -> None:
    task = asyncio.create_task(ffmpeg.run(["-re", "-f", "lavfi", "-i", "testsrc=d=60:s=64x64:r=24", tmp_path / "a.mp4"]))
    assert await until((tmp_path / "a.mp4").exists)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    running = [path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if str(tmp_path).encode() in path.read_bytes()]
    assert running == []
