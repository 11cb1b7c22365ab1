"""A 60-minute film of 900 shots put together, against a plain `ffmpeg -c copy` of the same clips with their sound encoded; and one shot replaced.

Every piece of work runs in a process of its own, whose time, processor time and peak memory (its largest child added) are read at its end.
Takes are normalised and watched as they land, so that is ready before; titles are drawn once and are a row of their own. Memory is read at 10 and
at 60 minutes. Replacing a shot is measured from the raw take: brought into the film's form and watched, which a render does as the take lands; then
the film joined again and judged, which is what a person waits for. The film's file is written whole then, so a plain `cp` of it is the baseline:
what the disk alone costs.
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
from core.film.assemble import Assembled, assemble
from core.film.gate import Expected, report
from core.film.normalise import normalised
from core.film.pieces import seen_and_heard, watched
from core.film.profiles import Profile, profile_for
from core.workshop import Made, Source, Workshop
from core.writing.script import Location, Scene, Script, Shot

ROOT = Path(__file__).parents[2]
PATTERNS = ("testsrc2", "mandelbrot", "rgbtestsrc", "smptehdbars")
SHOT_S = 4.0
JOIN_AIM, REPLACE_AIM_S, MEMORY_AIM = 1.2, 5.0, 1.3


def script_of(shots: int) -> Script:
    """Scenes of ten shots each, without dissolves, which a plain copy could not make."""
    scenes = [
        Scene(id=f"s{i}", location="l1", shots=tuple(Shot(id=f"h{n}", action="A shot.", duration_s=SHOT_S) for n in range(i, min(i + 10, shots))))
        for i in range(0, shots, 10)
    ]
    return Script(title="Sixty Minutes", opening_s=5.0, credits_s=15.0, locations=(Location(id="l1", name="Hall", backdrop="hall"),), scenes=tuple(scenes))


def profile_of(quick: bool) -> Profile:
    """720p, or tiny."""
    return Profile(name="tiny", width=320, height=180, preset="ultrafast") if quick else profile_for("youtube")


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


async def put_together(folder: Path, quick: bool, shots: int, changed: bool) -> Assembled:
    """Assemble the film; `changed` replaces one shot in its middle by another take."""
    script = script_of(shots)
    raw = [Source.of(folder / f"{pattern}.mp4") for pattern in PATTERNS]
    clips: dict[str, Source | Made] = {shot.id: raw[i % len(raw)] for i, shot in enumerate(script.shots)}
    if changed:
        clips[script.shots[shots // 2].id] = _retaken(folder)
    sound = Made(folder / "sound.flac", f"{shots} shots of sound", {"seconds": script.length_s, "lines": []})
    return await assemble(Workshop(folder / "workshop"), script, clips, sound, profile_of(quick), makers=["Ana"], year=2026)


def _retaken(folder: Path) -> Source:
    return Source.of(folder / "yuvtestsrc.mp4")


async def landed(folder: Path, quick: bool) -> None:
    """What is done with a take as it lands: `rendering.cutting.CuttingRoom.prepare`."""
    workshop = Workshop(folder / "workshop")
    made = await normalised(workshop, _retaken(folder), profile_of(quick), round(24 * SHOT_S))
    await watched(workshop, made, SHOT_S)


async def judged(folder: Path, whole: Assembled, shots: int) -> None:
    """The gate's report, the pieces that were watched before not watched again."""
    seen = await seen_and_heard(Workshop(folder / "workshop"), whole.picture, whole.sound)
    found = await report(whole.film.path, expected=Expected(seconds=script_of(shots).length_s), seen=seen)
    (folder / "report.txt").write_text(str(found))


def plain_copy(folder: Path, quick: bool, shots: int) -> None:
    """The same clips by ffmpeg's concat demuxer, the same sound encoded as ours is: the least that any assembly must do."""
    ready = list(json.loads((folder / "ready.json").read_text()).values())
    (folder / "plain.txt").write_text("".join(f"file '{ready[i % len(ready)]}'\n" for i in range(shots)))
    args = ["-v", "error", "-y", "-f", "concat", "-safe", "0", "-i", "plain.txt", "-i", "sound.flac", "-map", "0:v", "-map", "1:a", "-c:v", "copy"]
    sound = ["-c:a", "aac", "-aac_coder", "fast", "-b:a", f"{profile_of(quick).audio_kbs}k", "-shortest"]
    subprocess.run([ffmpeg.binary(), *args, *sound, "-movflags", "+faststart", "plain.mp4"], cwd=folder, check=True)


def copy_s(folder: Path) -> float:
    """Seconds that a plain copy of the film's file takes here and now: what its bytes alone cost, which replacing a shot writes too."""
    film = max((folder / "workshop" / "film").glob("*/*.mp4"), key=lambda path: path.stat().st_size)
    begun = time.perf_counter()
    subprocess.run(["cp", "--reflink=never", film, folder / "copied.mp4"], check=True)
    return time.perf_counter() - begun


def forget(folder: Path) -> None:
    """The film and its sound, but not what is drawn once for it: clips and titles stay."""
    for stage in ("film", "aac", "heard"):
        shutil.rmtree(folder / "workshop" / stage, ignore_errors=True)


def work(what: str, folder: Path, quick: bool, shots: int) -> None:
    """One piece of work, in this process."""
    match what:
        case "prepare":
            asyncio.run(prepare(folder, quick, shots))
        case "film":
            asyncio.run(put_together(folder, quick, shots, changed=False))
        case "judge":
            asyncio.run(_judge_of(folder, quick, shots, changed=False))
        case "landed":
            asyncio.run(landed(folder, quick))
        case "changed":
            asyncio.run(_judge_of(folder, quick, shots, changed=True))
        case "plain":
            plain_copy(folder, quick, shots)


async def _judge_of(folder: Path, quick: bool, shots: int, changed: bool) -> None:
    await judged(folder, await put_together(folder, quick, shots, changed), shots)


def measured(what: str, folder: Path, quick: bool, shots: int) -> dict[str, float]:
    """Do it in a child process: wall seconds, processor seconds, peak MiB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_assembly", what, str(folder), str(int(quick)), str(shots)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def run(quick: bool = False) -> list[dict[str, Any]]:
    """The rows of the benchmark."""
    small, shots = (10, 30) if quick else (150, 900)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured("prepare", folder, quick, small)
        drawn = measured("film", folder, quick, small)  # draws the titles, which are the same for both lengths
        forget(folder)
        short = measured("film", folder, quick, small)
        shutil.rmtree(folder / "workshop" / "film")
        (folder / "sound.flac").unlink()
        measured("prepare", folder, quick, shots)
        forget(folder)
        first = measured("film", folder, quick, shots)
        plain = measured("plain", folder, quick, shots)
        (folder / "plain.mp4").unlink()
        measured("judge", folder, quick, shots)
        clip = measured("landed", folder, quick, shots)
        changed = measured("changed", folder, quick, shots)
        replaced = clip["wall"] + changed["wall"]
        copied = copy_s(folder)
        size = max(path.stat().st_size for path in (folder / "workshop" / "film").glob("*/*.mp4")) / 2**20
    minutes, before = script_of(shots).length_s / 60, script_of(small).length_s / 60
    film = f"{shots} shots, {minutes:.0f} min, {size:.0f} MiB"
    return [
        {"name": f"{film}: put together", "value": first["wall"], "unit": "s", "baseline": plain["wall"], "ratio": first["wall"] / plain["wall"],
         "aim": f"≤ {JOIN_AIM:g}"},
        {"name": "processor time of it", "value": first["cpu"], "unit": "s", "baseline": plain["cpu"], "ratio": first["cpu"] / plain["cpu"]},
        {"name": "titles and cover, drawn once", "value": max(0.0, drawn["cpu"] - short["cpu"]), "unit": "s CPU"},
        {"name": f"one shot of {shots} replaced: its clip, the film, the gate", "value": replaced, "unit": "s", "aim": f"≤ {REPLACE_AIM_S:g} s"},
        {"name": "of it after the take has landed: the film, the gate; against a plain cp", "value": changed["wall"], "unit": "s", "baseline": copied,
         "ratio": changed["wall"] / copied},
        {"name": "processor time of replacing", "value": clip["cpu"] + changed["cpu"], "unit": "s"},
        {"name": f"peak memory, {minutes:.0f} min against {before:.0f} min", "value": first["peak"], "unit": "MiB", "baseline": short["peak"],
         "ratio": first["peak"] / short["peak"], "aim": f"≤ {MEMORY_AIM:g}"},
        {"name": "peak memory of replacing", "value": changed["peak"], "unit": "MiB", "baseline": plain["peak"], "ratio": changed["peak"] / plain["peak"]},
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
