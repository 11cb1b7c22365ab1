"""The drawn look against real time: seconds of film for each second of one core, encoding included. Aim 1.5 for the animatic."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from core.film.profiles import Grade, profile_for
from core.storyboard.clip import bench
from core.storyboard.panel import seen
from core.writing.offline.offline_writer import OfflineWriter
from core.writing.script import FPS, Brief, Script

GRADES: tuple[tuple[Grade, float | None], ...] = (("preview", 1.5), ("drawn", None))
"""What is drawn, and the aim."""


async def _film() -> Script:
    writer, brief = OfflineWriter(), Brief(idea="A lighthouse keeper finds a bottle with her own handwriting", length_s=30)
    return (await writer.script(brief, (await writer.loglines(brief)).options[0])).script


def run(quick: bool = False) -> list[dict[str, Any]]:
    """A whole film's shots (quick: two), each drawn and encoded in this process."""
    script = asyncio.run(_film())
    shots = script.shots[:2] if quick else script.shots
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for grade, aim in GRADES:
            profile = profile_for("youtube", grade)
            size = profile.width, profile.height
            spent_s = film_s = 0.0
            for each in shots:
                scene, location, shot, cast = seen(script, each.id)
                encoding = profile_for("youtube", grade).drawing(round(shot.duration_s * FPS))
                spent_s += bench(size, shot, scene, location, cast, Path(folder), encoding=encoding)["cpu_s"]
                film_s += shot.duration_s
            rate = film_s / spent_s
            rows.append({"name": f"{grade} {size[0]}x{size[1]}", "value": rate, "unit": "film s / core s", "baseline": 1.0, "ratio": rate, "aim": aim})
    return rows
