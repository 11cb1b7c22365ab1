"""What another version of a film costs: a language of 60 minutes against the film itself, each format against one encode of the same pictures.

A localised film renders and normalises nothing: new are its titles, its sound and the joining. The sound is not made here (voices and mix have their
own figures); it is read from a file, as a finished soundtrack is. A format frames every take again: it may cost what one encode of the film in
that size costs, and a little for looking.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from core import ffmpeg
from core.config import Settings
from core.film.assemble import assemble
from core.film.profiles import TO_TV, Profile, profile_for
from core.film.provenance import seal_for, sealed
from core.film.reframe import reframed
from core.workshop import Made, Source, Workshop
from core.writing.script import Script
from tests.benchmarks.bench_assembly import PATTERNS, SHOT_S, prepare, profile_of, script_of

LOCAL_AIM, ENCODE_AIM, SEAL_AIM_S = 1.0, 2.0, 2.0
FRAMES = round(24 * SHOT_S)


async def _timed(work: Callable[[], Awaitable[Any]]) -> tuple[float, Any]:
    began = time.perf_counter()
    made = await work()
    return time.perf_counter() - began, made


async def _film(workshop: Workshop, folder: Path, script: Script, profile: Profile, language: str) -> Made:
    ready = json.loads((folder / "ready.json").read_text())
    clips = {shot.id: Source.of(Path(ready[PATTERNS[n % len(PATTERNS)]])) for n, shot in enumerate(script.shots)}
    said = [
        {"shot": shot.id, "speaker": "narrator", "text": f"{language} {n}", "start_s": 5.2 + SHOT_S * n, "end_s": 7.2 + SHOT_S * n, "words": []}
        for n, shot in enumerate(script.shots)
    ]
    sound = Made(folder / "sound.flac", f"sound {language}", {"lines": said})
    told = script.model_copy(update={"language": language, "title": f"Sixty Minutes ({language})"})
    return (await assemble(workshop, told, clips, sound, profile, pictured=script, year=2026)).film


async def _bench(quick: bool) -> list[dict[str, Any]]:
    shots = 30 if quick else 900
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await prepare(folder, quick, shots)
        workshop, profile, script = Workshop(folder / "workshop"), profile_of(quick), script_of(shots)
        first_s, film = await _timed(lambda: _film(workshop, folder, script, profile, "en"))
        local_s, _ = await _timed(lambda: _film(workshop, folder, script, profile, "ja"))
        seal = seal_for(Settings(data_dir=folder))
        seal_s, _ = await _timed(lambda: sealed(workshop, seal, film, "Sixty Minutes", trained=True))
        minutes, size = script.length_s / 60, film.path.stat().st_size / 2**20
        rows = [
            {"name": f"{minutes:.0f} min in another language, sound given", "value": local_s, "unit": "s", "baseline": first_s, "ratio": local_s / first_s,
             "aim": f"≤ {LOCAL_AIM:g} of the film itself"},
            {"name": f"content credentials of {size:.0f} MiB, read back", "value": seal_s, "unit": "s", "aim": f"≤ {SEAL_AIM_S:g} s"},
        ]  # fmt: skip
        return rows + [await _format(workshop, folder, quick, format) for format in ("youtube", "shorts", "square")]


async def _format(workshop: Workshop, folder: Path, quick: bool, format: Any) -> dict[str, Any]:
    """Frame one take for a format, against scaling and encoding the same take once in that size."""
    profile = profile_for(format, "preview" if quick else "full")
    source = Source.of(folder / "yuvtestsrc.mp4")
    scaled = f"scale={profile.width}:{profile.height},{TO_TV}"
    plain_s, _ = await _timed(
        lambda: ffmpeg.run(["-threads", "1", "-i", source.path, "-vf", scaled, *profile.encoding(FRAMES), folder / f"plain-{format}.mp4"])
    )
    framed_s, _ = await _timed(lambda: reframed(workshop, source, profile, FRAMES))
    return {
        "name": f"{format} {profile.width}×{profile.height}: one shot of {SHOT_S:g} s framed", "value": framed_s, "unit": "s", "baseline": plain_s,
        "ratio": framed_s / plain_s, "aim": f"≤ {ENCODE_AIM:g} encodes",
    }  # fmt: skip


def run(quick: bool) -> list[dict[str, Any]]:
    """All rows."""
    return asyncio.run(_bench(quick))


if __name__ == "__main__":
    import sys

    print(json.dumps(run("--quick" in sys.argv), indent=1, ensure_ascii=False))
