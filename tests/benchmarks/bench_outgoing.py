"""What another version of a film costs: an hour in another language against one encode of it and, at a sixth of its length, against the film itself; each
format against one encode.

A localised film renders and encodes no picture of its takes: new are its words, voices, mix, titles, credits and the joining (`localised`). Memory is read
at both lengths, before the seal and with it: sealing holds two pieces of 256 MiB at most, which a shorter film does not fill. A format
frames every take again: it may cost what one encode of the film in that size costs, and a little for looking.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from core import ffmpeg
from core.film import espeak
from core.film.profiles import TO_TV, profile_for
from core.film.reframe import reframed
from core.workshop import Source, Workshop
from core.writing.script import FPS
from tests.benchmarks.localised import SHOT_S, measured

LOCAL_AIM, ENCODE_AIM, MEMORY_AIM, HURRIED = 1.0, 2.0, 1.3, 1.25
MINUTES = 60.0
FRAMES = round(FPS * SHOT_S)
Measured = dict[str, Any]


async def _timed(work: Callable[[], Awaitable[Any]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


def _localised(folder: Path, quick: bool, minutes: float) -> list[dict[str, Any]]:
    short_min = minutes / 6
    for name, length in (("short", short_min), ("long", minutes)):
        (folder / name).mkdir()
        ready = measured("prepare", folder / name, length, quick)
    film, short = measured("film", folder / "short", short_min, quick), measured("local", folder / "short", short_min, quick)
    return rows_of(film, short, measured("local", folder / "long", minutes, quick), ready, (short_min, minutes))


def rows_of(film: Measured, short: Measured, local: Measured, ready: Measured, minutes: tuple[float, float]) -> list[dict[str, Any]]:
    """The rows of what was measured: the film and its other language at the first length, the other language at the second, and one encode of that."""
    gate = "passes" if local["gate"]["passes"] else "; ".join(local["gate"]["findings"])
    what = f"{local['lines']} lines dubbed, {local['bytes'] / 2**20:.0f} MiB, {local['lufs']:.1f} LUFS, the gate: {gate}"
    pace = Counter(local["tempos"])
    hurried = sum(count for tempo, count in pace.items() if tempo > HURRIED)
    return [
        {"name": f"{minutes[1]:g} min in another language, {what}", "value": local["wall"], "unit": "s", "baseline": local["seconds"],
         "ratio": local["wall"] / local["seconds"]},
        {"name": "processor time of it, against one encode of its picture", "value": local["cpu"], "unit": "s", "baseline": ready["encode_s"],
         "ratio": local["cpu"] / ready["encode_s"]},
        {"name": f"{minutes[0]:g} min: against the film itself, of takes that are normal", "value": short["cpu"], "unit": "s CPU", "baseline": film["cpu"],
         "ratio": short["cpu"] / film["cpu"], "aim": f"≤ {LOCAL_AIM:g}"},
        {"name": f"peak memory before the seal, against {minutes[0]:g} min", "value": local["before_seal"], "unit": "MiB", "baseline": short["before_seal"],
         "ratio": local["before_seal"] / short["before_seal"], "aim": f"≤ {MEMORY_AIM:g}"},
        {"name": "its largest child", "value": local["child"], "unit": "MiB", "baseline": short["child"], "ratio": local["child"] / short["child"],
         "aim": f"≤ {MEMORY_AIM:g}"},
        {"name": "with the seal", "value": local["own"], "unit": "MiB", "baseline": short["own"], "ratio": local["own"] / short["own"]},
        {"name": f"lines said faster than {HURRIED:g} times (pace: lines; {', '.join(f'{tempo:g}: {pace[tempo]}' for tempo in sorted(pace))})",
         "value": hurried, "unit": "lines", "baseline": local["lines"], "ratio": hurried / local["lines"]},
        {"name": f"lines beyond their shot (before it {local['early']}, over one another {local['over_another']})", "value": local["overruns"], "unit": "lines",
         "baseline": local["lines"], "ratio": local["overruns"] / local["lines"]},
    ]  # fmt: skip


async def _format(folder: Path, quick: bool, format: Any) -> dict[str, Any]:
    """Frame one take for a format, against scaling and encoding the same take once in that size."""
    profile, workshop = profile_for(format, "preview" if quick else "full"), Workshop(folder / "workshop")
    source = Source.of(folder / "yuvtestsrc.mp4")
    scaled = f"scale={profile.width}:{profile.height},{TO_TV}"
    plain_s = await _timed(lambda: ffmpeg.run(["-threads", "1", "-i", source.path, "-vf", scaled, *profile.encoding(FRAMES), folder / f"plain-{format}.mp4"]))
    framed_s = await _timed(lambda: reframed(workshop, source, profile, FRAMES))
    return {
        "name": f"{format} {profile.width}×{profile.height}: one shot of {SHOT_S:g} s framed", "value": framed_s, "unit": "s", "baseline": plain_s,
        "ratio": framed_s / plain_s, "aim": f"≤ {ENCODE_AIM:g} encodes",
    }  # fmt: skip


async def _formats(folder: Path, quick: bool) -> list[dict[str, Any]]:
    return [await _format(folder, quick, format) for format in ("youtube", "shorts", "square")]


def run(quick: bool, minutes: float = MINUTES) -> list[dict[str, Any]]:
    """All rows; `minutes`: how long the film is that is put into another language."""
    minutes = 1.5 if quick else minutes
    if not espeak.installed():
        raise RuntimeError("the offline voices are an extra: pip install -e '.[voices]'")
    with tempfile.TemporaryDirectory() as name:
        return [*_localised(Path(name), quick, minutes), *asyncio.run(_formats(Path(name) / "long", quick))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--minutes", type=float, default=MINUTES)
    given = parser.parse_args()
    print(json.dumps(run(given.quick, given.minutes), indent=1, ensure_ascii=False))
