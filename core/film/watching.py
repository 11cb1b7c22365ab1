"""Watching a film in one cheap pass at 320 pixels: where it is black, where it stands still, how its light changes, where it cuts.

Called by `clip_checks` (one take) and by `gate` (a finished film), which decide what of it is a fault.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core import ffmpeg
from core.film.probe import INPUT_GUARD

LOOK_PX = 320
FLICKER_STEP = 8.0
"""A change of the mean light (of 219 steps) that counts."""
FLICKER_CHANGES = 6
"""So many changes to and fro within a second are flicker: three flashes."""


@dataclass(frozen=True)
class Finding:
    """Something that is wrong, where (seconds), and in a sentence. A `note` does not make a film fail."""

    kind: str
    text: str
    start_s: float = 0.0
    end_s: float = 0.0
    note: bool = False


@dataclass(frozen=True)
class Stretch:
    """From `start_s` to `end_s`, in seconds."""

    start_s: float
    end_s: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end_s - self.start_s

    def overlaps(self, other: Stretch) -> bool:
        """Whether both share any time."""
        return self.start_s < other.end_s and other.start_s < self.end_s


@dataclass(frozen=True)
class Seen:
    """What was seen. `light` is (second, mean luma 16–235) per frame; `cuts` are seconds, only where asked for."""

    black: tuple[Stretch, ...]
    frozen: tuple[Stretch, ...]
    light: tuple[tuple[float, float], ...]
    cuts: tuple[float, ...]
    log: tuple[str, ...]
    """ffmpeg's last lines: what `sound` filters report at the end."""
    peaks: tuple[tuple[float, float], ...] = ()
    """(second, true peak of any channel so far, as a level), only where `sound` writes `lavfi.r128.true_peak` into `heard.txt`."""


async def watch(
    path: Path, seconds: float, *, black_s: float, frozen_s: float, cut_score: float | None = None, sound: str = "", on_seconds: ffmpeg.OnSeconds | None = None
) -> Seen:
    """Watch a file of this length: its light, black and frozen stretches at least so long, and cuts (scdet's score) where `cut_score` is given.

    `sound` is an audio filter to run in the same pass. Raises FfmpegFailed.
    """
    cuts = f"scdet=t={cut_score}:sc_pass=0," if cut_score is not None else ""
    still = f"blackdetect=d={black_s:.4f}:pix_th=0.10,freezedetect=n=0.001:d={frozen_s:.4f}"
    filters = f"scale={LOOK_PX}:-2:flags=fast_bilinear,{still},{cuts}signalstats,metadata=mode=print:file=seen.txt"
    with tempfile.TemporaryDirectory() as folder:
        args: list[str | Path] = ["-threads", "1", *INPUT_GUARD, "-i", path.absolute(), "-map", "0:V:0", "-vf", filters]
        if sound:
            args += ["-map", "0:a:0", "-af", sound]
        log = await ffmpeg.run([*args, "-f", "null", "-"], on_seconds=on_seconds, cwd=Path(folder))
        with (Path(folder) / "seen.txt").open() as lines:
            seen = _seen(lines, seconds, (black_s, frozen_s), cut_score, log)
        heard = Path(folder) / "heard.txt"
        return replace(seen, peaks=tuple(_peaks(heard))) if heard.exists() else seen


async def listen(path: Path, sound: str) -> tuple[list[str], list[tuple[float, float]]]:
    """Run an audio filter over a file's sound alone: ffmpeg's last lines and, as in `Seen`, the peaks. Raises FfmpegFailed."""
    with tempfile.TemporaryDirectory() as folder:
        log = await ffmpeg.run([*INPUT_GUARD, "-i", path.absolute(), "-map", "0:a:0", "-af", sound, "-f", "null", "-"], cwd=Path(folder))
        heard = Path(folder) / "heard.txt"
        return log, list(_peaks(heard)) if heard.exists() else []


def _peaks(heard: Path) -> Iterator[tuple[float, float]]:
    """The entries of `heard.txt` at which the highest peak so far rises."""
    at, highest = 0.0, 0.0
    with heard.open() as lines:
        for line in lines:
            if line.startswith("frame:"):
                at = float(line.rpartition("pts_time:")[2])
            elif (level := float(line.rpartition("=")[2])) > highest:
                highest = level
                yield at, level


_ENTRY = re.compile(r"lavfi\.([\w.]+)=([-\d.]+)")


def _seen(lines: Iterable[str], seconds: float, at_least: tuple[float, float], cut_score: float | None, log: list[str]) -> Seen:
    at = 0.0
    found: dict[str, list[float]] = {"black_start": [], "black_end": [], "freezedetect.freeze_start": [], "freezedetect.freeze_end": []}
    light: list[tuple[float, float]] = []
    cuts: list[float] = []
    for line in lines:
        if line.startswith("frame:"):
            at = float(line.rpartition("pts_time:")[2])
        elif entry := _ENTRY.match(line):
            name, value = entry[1], float(entry[2])
            if name in found:
                found[name].append(value)
            elif name == "signalstats.YAVG":
                light.append((at, value))
            elif name == "scd.score" and cut_score is not None and value > cut_score:
                cuts.append(at)
    black = tuple(_stretches(found["black_start"], found["black_end"], seconds, at_least[0]))
    frozen = tuple(_stretches(found["freezedetect.freeze_start"], found["freezedetect.freeze_end"], seconds, at_least[1]))
    return Seen(black, frozen, tuple(light), tuple(cuts), tuple(log))


def numbers(written: Path, names: Sequence[str]) -> list[list[float]]:
    """What signalstats wrote into a file, frame by frame: one list for each of these names."""
    found: dict[str, list[float]] = {name: [] for name in names}
    with written.open() as lines:
        for line in lines:
            if (entry := _ENTRY.match(line)) and (name := entry[1].removeprefix("signalstats.")) in found:
                found[name].append(float(entry[2]))
    return list(found.values())


def _stretches(starts: list[float], ends: list[float], seconds: float, at_least_s: float) -> Iterator[Stretch]:
    """What has begun and is never said to end lasts to the end of the file. The entries of black also tell of shorter ones."""
    for start in starts:
        found = Stretch(start, next((end for end in ends if end > start), seconds))
        if found.seconds >= at_least_s - 1e-6:
            yield found


def flickering(light: tuple[tuple[float, float], ...]) -> list[Stretch]:
    """Where the mean light jumps to and fro as often as three flashes a second."""
    turns: list[float] = []
    extreme, way = light[0][1] if light else 0.0, 0
    for at, value in light:
        step = value - extreme
        if abs(step) >= FLICKER_STEP and step * way <= 0:
            turns.append(at)
            way = 1 if step > 0 else -1
            extreme = value
        elif step * way > 0:
            extreme = value
    stretches: list[Stretch] = []
    for first, last in zip(turns, turns[FLICKER_CHANGES - 1 :], strict=False):
        if last - first <= 1.0:
            if stretches and first <= stretches[-1].end_s:
                stretches[-1] = Stretch(stretches[-1].start_s, last)
            else:
                stretches.append(Stretch(first, last))
    return stretches


def clock(seconds: float) -> str:
    """Seconds as people read them: `1:02.5`."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{int(minutes)}:{rest:04.1f}"


def span(stretch: Stretch) -> str:
    """`from 0:01.0 to 0:02.5 (1.5 s)`."""
    return f"from {clock(stretch.start_s)} to {clock(stretch.end_s)} ({stretch.seconds:.1f} s)"
