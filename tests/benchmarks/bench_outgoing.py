"""What another version of a film costs: an hour in another language against the film itself and against one encode of it, each format against one encode.

A localised film renders and encodes no picture of its takes: new are its words, voices, mix, titles, credits and the joining (`localised`). Memory is read at
10 and at 60 minutes, before the seal and with it: sealing holds two pieces of 256 MiB at most, which a shorter film does not fill. A format
frames every take again: it may cost what one encode of the film in that size costs, and a little for looking.
"""

from __future__ import annotations

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
FRAMES = round(FPS * SHOT_S)


async def _timed(work: Callable[[], Awaitable[Any]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


def _localised(folder: Path, quick: bool) -> list[dict[str, Any]]:
    short_min, minutes = (0.5, 1.5) if quick else (10, 60)
    for name, length in (("short", short_min), ("long", minutes)):
        (folder / name).mkdir()
        ready = measured("prepare", folder / name, length, quick)
    short = measured("local", folder / "short", short_min, quick)
    film, local = measured("film", folder / "long", minutes, quick), measured("local", folder / "long", minutes, quick)
    gate = "passes" if local["gate"]["passes"] else "; ".join(local["gate"]["findings"])
    what = f"{local['lines']} lines dubbed, {local['bytes'] / 2**20:.0f} MiB, {local['lufs']:.1f} LUFS, the gate: {gate}"
    pace = Counter(local["tempos"])
    hurried = sum(count for tempo, count in pace.items() if tempo > HURRIED)
    return [
        {"name": f"{minutes:g} min in another language, {what}",
         "value": local["wall"], "unit": "s", "baseline": film["wall"], "ratio": local["wall"] / film["wall"], "aim": f"≤ {LOCAL_AIM:g} of the film itself"},
        {"name": "processor time of it, against one encode of its picture", "value": local["cpu"], "unit": "s", "baseline": ready["encode_s"],
         "ratio": local["cpu"] / ready["encode_s"], "aim": f"≤ {LOCAL_AIM:g}"},
        {"name": f"peak memory before the seal, against {short_min:g} min", "value": local["before_seal"], "unit": "MiB", "baseline": short["before_seal"],
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


def run(quick: bool) -> list[dict[str, Any]]:
    """All rows."""
    if not espeak.installed():
        raise RuntimeError("the offline voices are an extra: pip install -e '.[voices]'")
    with tempfile.TemporaryDirectory() as name:
        return [*_localised(Path(name), quick), *asyncio.run(_formats(Path(name) / "long", quick))]


if __name__ == "__main__":
    import sys

    print(json.dumps(run("--quick" in sys.argv), indent=1, ensure_ascii=False))
