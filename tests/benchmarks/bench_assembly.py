"""A 60-minute film of 900 shots put together, against a plain `ffmpeg -c copy` of the same clips and a copy of the finished file.

Every piece of work runs in a process of its own, whose time, processor time and peak memory (its largest child added) are read at its end.
Takes are normalised as they land, so the clips are ready before; titles, sound and joining are what is measured.
"""

from __future__ import annotations

import asyncio
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from core import ffmpeg
from core.film.assemble import assemble
from core.film.normalise import normalised
from core.film.profiles import Profile, profile_for
from core.workshop import Made, Source, Workshop
from core.writing.script import Location, Scene, Script, Shot

ROOT = Path(__file__).parents[2]
PATTERNS = ("testsrc2", "mandelbrot", "rgbtestsrc", "smptehdbars")
SHOT_S = 4.0
JOIN_AIM, COPY_AIM, MEMORY_AIM_MIB = 2.0, 20.0, 400.0


def script_of(shots: int) -> Script:
    """Scenes of ten shots each, without dissolves, which a plain copy could not make."""
    scenes = [
        Scene(id=f"s{i}", location="l1", shots=tuple(Shot(id=f"h{n}", action="A shot.", duration_s=SHOT_S) for n in range(i, min(i + 10, shots))))
        for i in range(0, shots, 10)
    ]
    return Script(title="Sixty Minutes", opening_s=5.0, credits_s=15.0, locations=(Location(id="l1", name="Hall", backdrop="hall"),), scenes=tuple(scenes))


def profile_of(quick: bool) -> Profile:
    """720p, or tiny."""
    full = profile_for("youtube").model_copy(update={"width": 1280, "height": 720})
    return Profile(name="tiny", width=320, height=180, preset="ultrafast") if quick else full


async def prepare(folder: Path, quick: bool, shots: int) -> None:
    """Normalise a few clips (and one that will replace a shot) and write an hour of sound."""
    profile, workshop = profile_of(quick), Workshop(folder / "workshop")
    ready: dict[str, str] = {}
    for pattern in (*PATTERNS, "yuvtestsrc"):
        raw = folder / f"{pattern}.mp4"
        moving = f"{pattern}=s={profile.width}x{profile.height}:r=24,rotate=0.2*sin(t)"
        await ffmpeg.run(["-f", "lavfi", "-i", moving, "-t", str(SHOT_S), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", raw])
        if pattern != "yuvtestsrc":
            ready[pattern] = str((await normalised(workshop, Source.of(raw), profile, round(24 * SHOT_S))).path)
    seconds = script_of(shots).length_s
    await ffmpeg.run(["-f", "lavfi", "-i", f"aevalsrc='0.1*sin(440*t)+0.05*random(0)|0.1*sin(554*t)':s=48000:d={seconds}", folder / "sound.flac"])
    (folder / "ready.json").write_text(json.dumps(ready))


async def put_together(folder: Path, quick: bool, shots: int, changed: bool) -> None:
    """Assemble the film; `changed` replaces one shot in its middle by another take."""
    script = script_of(shots)
    raw = [Source.of(folder / f"{pattern}.mp4") for pattern in PATTERNS]
    clips: dict[str, Source | Made] = {shot.id: raw[i % len(raw)] for i, shot in enumerate(script.shots)}
    if changed:
        clips[script.shots[shots // 2].id] = Source.of(folder / "yuvtestsrc.mp4")
    sound = Made(folder / "sound.flac", "an hour of sound", {"seconds": script.length_s, "lines": []})
    film = (await assemble(Workshop(folder / "workshop"), script, clips, sound, profile_of(quick), makers=["Ana"], year=2026)).film
    (folder / "film.txt").write_text(str(film.path))


def plain_copy(folder: Path, shots: int) -> None:
    """The same clips by ffmpeg's concat demuxer, the sound copied: the least that any assembly must do."""
    ready = list(json.loads((folder / "ready.json").read_text()).values())
    (folder / "plain.txt").write_text("".join(f"file '{ready[i % len(ready)]}'\n" for i in range(shots)))
    sound = next((folder / "workshop" / "aac").glob("*/*.m4a"))
    args = ["-v", "error", "-y", "-f", "concat", "-safe", "0", "-i", "plain.txt", "-i", str(sound), "-map", "0:v", "-map", "1:a", "-c", "copy"]
    subprocess.run([ffmpeg.binary(), *args, "-movflags", "+faststart", "plain.mp4"], cwd=folder, check=True)


def work(what: str, folder: Path, quick: bool, shots: int) -> None:
    """One piece of work, in this process."""
    match what:
        case "prepare":
            asyncio.run(prepare(folder, quick, shots))
        case "film" | "changed":
            asyncio.run(put_together(folder, quick, shots, what == "changed"))
        case "plain":
            plain_copy(folder, shots)
        case "copy":
            shutil.copyfile((folder / "film.txt").read_text(), folder / "copy.mp4")


def measured(what: str, folder: Path, quick: bool, shots: int) -> dict[str, float]:
    """Do it in a child process: wall seconds, processor seconds, peak MiB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_assembly", what, str(folder), str(int(quick)), str(shots)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def run(quick: bool = False) -> list[dict[str, Any]]:
    """The rows of the benchmark."""
    shots = 30 if quick else 900
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured("prepare", folder, quick, shots)
        first = measured("film", folder, quick, shots)
        changed = measured("changed", folder, quick, shots)
        plain, copied = measured("plain", folder, quick, shots), measured("copy", folder, quick, shots)
        size = Path((folder / "film.txt").read_text()).stat().st_size / 2**20
    minutes = script_of(shots).length_s / 60
    film = f"{shots} shots, {minutes:.0f} min, {size:.0f} MiB"
    return [
        {"name": f"{film}: titles, sound and joining", "value": first["wall"], "unit": "s", "baseline": plain["wall"], "ratio": first["wall"] / plain["wall"]},
        {"name": "processor time of it", "value": first["cpu"], "unit": "s", "baseline": plain["cpu"], "ratio": first["cpu"] / plain["cpu"]},
        {"name": "one shot changed, against ffmpeg -c copy", "value": changed["wall"], "unit": "s", "baseline": plain["wall"],
         "ratio": changed["wall"] / plain["wall"], "aim": f"≤ {JOIN_AIM:g}"},
        {"name": "one shot changed, against a file copy", "value": changed["wall"], "unit": "s", "baseline": copied["wall"],
         "ratio": changed["wall"] / copied["wall"], "aim": f"≤ {COPY_AIM:g}"},
        {"name": "peak memory, Python and its largest child", "value": first["peak"], "unit": "MiB", "baseline": plain["peak"],
         "ratio": first["peak"] / plain["peak"], "aim": f"≤ {MEMORY_AIM_MIB:g} MiB"},
        {"name": "peak memory of joining", "value": changed["peak"], "unit": "MiB", "baseline": plain["peak"], "ratio": changed["peak"] / plain["peak"]},
    ]  # fmt: skip


def main() -> None:
    """A child: `<what> <folder> <quick> <shots>`; without arguments the whole benchmark."""
    if len(sys.argv) < 3:
        print(json.dumps(run("--quick" in sys.argv), indent=1, ensure_ascii=False))
        return
    begun = time.perf_counter()
    work(sys.argv[1], Path(sys.argv[2]), bool(int(sys.argv[3])), int(sys.argv[4]))
    wall = time.perf_counter() - begun
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps({"wall": wall, "cpu": cpu, "peak": (own.ru_maxrss + children.ru_maxrss) / 1024}))


if __name__ == "__main__":
    main()
