"""A film of 60 minutes from the agreed quote to its sealed files: 900 shots by an instant renderer, everything after them real.

Postgres, Valkey and arq, the handlers in one process, checks, a track looped to the film's length, mix, joining, gate, poster and seal
are ours; the clips are four patterns, so that no drawing is measured. It runs in a process of its own at 30 and at 60 minutes, whose peak memory
(its largest child added) must not grow with the film. Shorter films need less: sealing hashes up to 256 MiB at a time, two such pieces in memory.
"""

from __future__ import annotations

import asyncio
import json
import logging
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from core import database, embedded, ffmpeg, projects
from core.config import Settings
from core.film.normalise import normalised
from core.film.profiles import profile_for
from core.jobs import transaction
from core.ledger import audit
from core.models import Cut, Person, Place, Render, Version
from core.plans import Tier
from core.projects import Track
from core.rendering import manifest
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.begin import Begun, begin
from core.rendering.cutting import CuttingRoom
from core.rendering.handlers import handlers
from core.rendering.renderer import Landed, ShotOrder
from core.rendering.studio import Studio
from core.storage import Storage
from core.storyboard.panel import PANEL_SIZES
from core.workshop import Made, Source, Stage, Workshop
from core.writing.script import FPS, Brief, Format, Script
from tests.benchmarks.bench_orchestration import until, working
from tests.fakes.instant import Fate, InstantRenderer, tiny_script

ROOT = Path(__file__).parents[2]
SHOT_S = 4.0
PATTERNS = ("testsrc2", "rgbtestsrc", "smptehdbars", "yuvtestsrc")
MEMORY_AIM = 1.3


class PatternRenderer(InstantRenderer):
    """Lands moving patterns in the film's own form, one after the other."""

    def __init__(self, storage: Storage, aside: Path, clips: list[Source]) -> None:
        super().__init__(storage, aside, name="patterns", tiers=("drawn",), slots=16, poll_s=0.0)
        self._clips = cycle(clips)

    def size(self, format: Format, tier: Tier) -> tuple[int, int]:
        """As large as drawn films are."""
        profile = profile_for(format)
        return profile.width, profile.height

    async def land(self, order: ShotOrder, fate: Fate = "lands") -> Landed:
        """The next pattern."""
        clip, key = next(self._clips), f"{order.folder}/video.mp4"
        await self._storage.put(key, clip.path)
        landed = Landed(key, clip.sha256, order.frames, tail_key=key)
        await manifest.write(self._storage, order.folder, landed)
        return landed


async def _clips(folder: Path, workshop: Workshop) -> list[Source]:
    made, profile = [], profile_for("youtube")
    for pattern in PATTERNS:
        raw = folder / f"{pattern}.mp4"
        moving = f"{pattern}=s=640x360:r=24,rotate=0.2*sin(t)"
        await ffmpeg.run(["-f", "lavfi", "-i", moving, "-t", str(SHOT_S), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", raw])
        made.append(Source.of((await normalised(workshop, Source.of(raw), profile, round(SHOT_S * FPS))).path))
    return made


async def _track(folder: Path, storage: Storage) -> Track:
    song = folder / "song.m4a"
    tune = "0.2*sin(2*PI*220*t)*(0.6+0.4*sin(2*PI*0.5*t))+0.1*sin(2*PI*330*t)"
    await ffmpeg.run(["-f", "lavfi", "-i", f"aevalsrc='{tune}|{tune}':s=48000:d=180", "-c:a", "aac", song])
    await storage.put("uploads/song.m4a", song)
    return Track(key="uploads/song.m4a", sha256=Source.of(song).sha256, name="song", seconds=180.0)


class GreyArtist:
    """Draws every panel as the same grey card: storyboards are measured elsewhere."""

    name = "grey"

    async def draw(self, workshop: Workshop, script: Script, shot_id: str, format: Format) -> Made:
        """The card."""
        width, height = PANEL_SIZES[format]
        return await workshop.made(CARD, width=width, height=height)

    async def close(self) -> None:
        """Nothing to let go of."""


async def _card(out: Path, width: int, height: int) -> dict[str, Any]:
    cv2.imwrite(str(out), np.full((height, width, 3), 96, np.uint8))
    return {"by": "grey", "alt": "A card.", "width": width, "height": height}


CARD = Stage("grey_card", 1, ".png", _card)


async def make(servers: embedded.Servers, folder: Path, minutes: float) -> dict[str, Any]:
    """Render and cut a film of so many minutes. Returns its facts."""
    shots = round(minutes * 60 / SHOT_S)
    settings, storage, workshop = Settings(data_dir=folder), Storage.open("", folder), Workshop(folder / "workshop")
    renderer = PatternRenderer(storage, folder / "gpu", await _clips(folder, workshop))
    track = await _track(folder, storage)
    studio = Studio(settings, workshop, storage, {"drawn": renderer}, CuttingRoom(workshop, settings, None, GreyArtist()), play=True)
    script = tiny_script(shots, per_scene=15, seconds=SHOT_S, speak=False)
    person, place = await Person.create(), await Place.create(platform="none", outside_id="bench")
    async with working(servers, handlers(studio, None), ["work", "media"]):  # type: ignore[arg-type]
        async with transaction() as tx:
            project = await projects.start(tx, owner=person, place=place, thread="", brief=Brief(idea="a bench"))
            version = await Version.create(project=project, number=1, script=script.model_dump(mode="json"))
            await projects.set_track(tx, project, track)
            begun = await begin(tx, studio, key="bench", project=project, version=version, tier="drawn", by=person)
        assert isinstance(begun, Begun), begun
        await until(lambda: Render.filter(id=begun.render_id).exclude(ended_at=None).exists())
    render, cut = await Render.get(id=begun.render_id), await Cut.get(render_id=begun.render_id, kind="final")
    assert (render.state, cut.state) == ("done", "done"), (render.error, cut.facts)
    async with transaction() as tx:
        assert (await audit.audit(tx.sql, ACCEPTED_SQL)).ok
    return dict(cut.facts)


async def _with_database(servers: embedded.Servers, folder: Path, minutes: float) -> dict[str, Any]:
    await database.connect(servers.database_url)
    try:
        await database.migrate()
        return await make(servers, folder, minutes)
    finally:
        await database.close()


def measured(minutes: float) -> dict[str, Any]:
    """The film in a process of its own: wall and processor seconds, peak MiB, its facts."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_feature", str(minutes)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def run(quick: bool = False) -> list[dict[str, Any]]:
    """The rows of the benchmark."""
    before, minutes = (0.5, 1.5) if quick else (30, 60)
    short, long = measured(before), measured(minutes)
    facts, shots = long["facts"], round(minutes * 60 / SHOT_S)
    gate = "passes" if facts["gate"]["passes"] else "; ".join(facts["gate"]["findings"])
    return [
        {"name": f"{minutes:g} min, {shots} shots, {facts['bytes'] / 2**20:.0f} MiB, the gate: {gate}", "value": long["wall"], "unit": "s",
         "baseline": facts["seconds"], "ratio": long["wall"] / facts["seconds"]},
        {"name": "processor time of it", "value": long["cpu"], "unit": "s"},
        {"name": "of it the cut", "value": facts["took_s"], "unit": "s"},
        {"name": f"peak memory, against {before:g} min", "value": long["peak"], "unit": "MiB", "baseline": short["peak"],
         "ratio": long["peak"] / short["peak"], "aim": f"≤ {MEMORY_AIM:g}"},
    ]  # fmt: skip


def main() -> None:
    """A child: `<minutes>`."""
    logging.disable(logging.INFO)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as name, embedded.servers(Path(name) / "servers") as servers:
        facts = asyncio.run(_with_database(servers, Path(name), float(sys.argv[1])))
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    peak = (own.ru_maxrss + children.ru_maxrss) / 1024
    print(json.dumps({"wall": time.perf_counter() - begun, "cpu": cpu, "peak": peak, "facts": {k: v for k, v in facts.items() if k != "chapters"}}))


if __name__ == "__main__":
    main()
