"""Music and voices against real time, and the mix and the master of a long film: seconds of processor for a minute of film, and memory.

The offline voices speak, the music is composed; each is a stage of the workshop, made once. The master is the only step that reads a
whole film's sound: it is measured at 10 and at 60 minutes, over stretches that were mixed before.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from core.film import espeak, mixdown
from core.film.mix import soundtrack
from core.film.music.cues import cue, score
from core.film.timeline import timeline
from core.film.voices import EspeakSpeaker
from core.workshop import Workshop
from core.writing.script import Character, Line, Location, Scene, Script, Shot

ROOT = Path(__file__).parents[2]
SAID = ("I never sent that letter, and yet it is my hand.", "Then somebody knew what you would write.", "The tide brings back what it likes.")
MEMORY_AIM = 1.3
SHORT_MIN, LONG_MIN = 10, 60


def script_of(minutes: float) -> Script:
    """Scenes of half a minute, a line in every other shot, moods in turn."""
    moods = ("wonder", "tense", "warm", "melancholy", "hope", "dread")
    scenes = []
    for n in range(round(minutes * 2)):
        shots = tuple(
            Shot(
                id=f"h{n}-{i}", action="A shot.", duration_s=6.0, characters=("c1", "c2"),
                lines=(Line(speaker=("c1", "c2")[i // 2 % 2], text=SAID[(n + i) % 3]),) if i % 2 == 0 else (),
            )
            for i in range(5)
        )  # fmt: skip
        scenes.append(Scene(id=f"s{n}", location="l1", mood=moods[n % 6], shots=shots))
    cast = (Character(id="c1", name="Mara"), Character(id="c2", name="Tom"))
    hall = Location(id="l1", name="Hall", backdrop="hall")
    return Script(title="Sixty Minutes", opening_s=3.0, credits_s=5.0, characters=cast, locations=(hall,), scenes=tuple(scenes))


async def music(folder: Path, minutes: float) -> float:
    """Every cue of the film. Returns the seconds of music made."""
    script, workshop = script_of(minutes), Workshop(folder / "workshop")
    made = await asyncio.gather(*(cue(workshop, one) for one in score(script, timeline(script))))
    return float(sum(one.facts["seconds"] for one in made))


async def whole(folder: Path, minutes: float, line: str = "") -> float:
    """The film's whole sound; `line`: one line of it says something else. Returns its seconds."""
    script, workshop = script_of(minutes), Workshop(folder / "workshop")
    if line:
        first = script.scenes[0].shots[0]
        shot = first.model_copy(update={"lines": (first.lines[0].model_copy(update={"text": line}),)})
        scene = script.scenes[0].model_copy(update={"shots": (shot, *script.scenes[0].shots[1:])})
        script = script.model_copy(update={"scenes": (scene, *script.scenes[1:])})
    return float((await soundtrack(workshop, script, EspeakSpeaker())).facts["seconds"])


def mastered(folder: Path, minutes: float) -> float:
    """The master over mixed stretches, again and again until it is so long."""
    parts = sorted(map(str, (folder / "workshop" / "mix").glob("*/*.wav")))
    seconds = sum(mixdown.Reel([part]).samples for part in parts) / mixdown.RATE
    paths = (parts * (int(minutes * 60 / seconds) + 1))[: max(1, round(minutes * 60 / seconds * len(parts)))]
    return float(mixdown.master(str(folder / "master.wav"), paths)["seconds"])


def work(what: str, folder: Path, minutes: float) -> float:
    """One piece of work in this process. Returns the seconds of sound it made."""
    match what:
        case "music":
            return asyncio.run(music(folder, minutes))
        case "sound":
            return asyncio.run(whole(folder, minutes))
        case "changed":
            return asyncio.run(whole(folder, minutes, "This line is another one."))
        case _:
            return mastered(folder, minutes)


def measured(what: str, folder: Path, minutes: float) -> dict[str, float]:
    """Do it in a child process: seconds of sound, wall and processor seconds, peak MiB."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_sound", what, str(folder), str(minutes)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def run(quick: bool = False) -> list[dict[str, Any]]:
    """The rows of the benchmark."""
    minutes, short_min, long_min = (0.5, 1, 3) if quick else (3, SHORT_MIN, LONG_MIN)
    if not espeak.installed():
        raise RuntimeError("the offline voices are an extra: pip install -e '.[voices]'")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        played = measured("music", folder, minutes)
        sounded = measured("sound", folder, minutes)
        changed = measured("changed", folder, minutes)
        short, long = measured("master", folder, short_min), measured("master", folder, long_min)
    return [
        {"name": f"music of {minutes:g} min", "value": played["cpu"], "unit": "s CPU", "baseline": played["seconds"],
         "ratio": played["cpu"] / played["seconds"]},
        {"name": "voices, mix and master of it", "value": sounded["cpu"], "unit": "s CPU", "baseline": sounded["seconds"],
         "ratio": sounded["cpu"] / sounded["seconds"]},
        {"name": "one line changed in it", "value": changed["cpu"], "unit": "s CPU", "baseline": sounded["cpu"], "ratio": changed["cpu"] / sounded["cpu"]},
        {"name": f"the master of {long['seconds'] / 60:.0f} min", "value": long["cpu"], "unit": "s CPU", "baseline": long["seconds"],
         "ratio": long["cpu"] / long["seconds"]},
        {"name": f"peak memory of it, against {short['seconds'] / 60:.0f} min", "value": long["peak"], "unit": "MiB", "baseline": short["peak"],
         "ratio": long["peak"] / short["peak"], "aim": f"≤ {MEMORY_AIM:g}"},
    ]  # fmt: skip


def main() -> None:
    """A child: `<what> <folder> <minutes>`."""
    begun = time.perf_counter()
    seconds = work(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps({"seconds": seconds, "wall": time.perf_counter() - begun, "cpu": cpu, "peak": (own.ru_maxrss + children.ru_maxrss) / 1024}))


if __name__ == "__main__":
    main()
