"""A long film in another language, whole: told by a chat model (the stand-in), dubbed offline, mixed, subtitled, titled, joined, sealed, judged.

Its takes are four patterns that are normal and watched already, as they are when a film is put into another language; its music is a song that was
brought, as the music stays. No line of it is said twice. Called by `bench_outgoing`, one piece of work in each process:

    python -m tests.benchmarks.localised prepare|film|local FOLDER MINUTES [--quick]
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import resource
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI

from core import ffmpeg
from core.config import Settings
from core.film.dialogue import Placed, spoken_lines
from core.film.normalise import normalised
from core.film.pieces import watched
from core.film.profiles import Grade, Profile, profile_for
from core.film.timeline import timeline
from core.film.voices import EspeakSpeaker
from core.rendering.cutter import CutFiles, CutOrder
from core.rendering.cutting import CuttingRoom
from core.workshop import Source, Workshop
from core.writing.openai_writer import OpenAIWriter
from core.writing.script import FPS, Character, Line, Location, Scene, Script, Shot, Voice
from tests.benchmarks.bench_feature import GreyArtist
from tests.fakes.openai import FakeOpenAI, Reply

ROOT = Path(__file__).parents[2]
PATTERNS = ("testsrc2", "rgbtestsrc", "smptehdbars", "yuvtestsrc")
SHOT_S, PER_SCENE = 4.0, 9
LANGUAGE = "de"
BEGINNINGS = (
    ("I never sent that letter", "Diesen Brief habe ich nie abgeschickt"), ("The tide came in too early", "Die Flut kam heute viel zu früh"),
    ("You left the door open", "Du hast die Tür offen gelassen"), ("There was a light at sea", "Draußen auf dem Meer war ein Licht"),
    ("My father kept the key", "Mein Vater hat den Schlüssel behalten"), ("They will come at noon", "Sie werden um die Mittagszeit kommen"),
    ("We counted every boat", "Wir haben alle Boote gezählt"), ("It rained all night", "Es hat die ganze Nacht geregnet"),
    ("I asked at the harbour", "Ich habe unten am Hafen gefragt"), ("The lamp went out twice", "Die Lampe ist zweimal ausgegangen"),
    ("She wrote it down", "Sie hat es aufgeschrieben"), ("That was my first winter", "Das war mein erster Winter hier"),
    ("You know the way", "Du kennst doch den Weg"), ("The bell does not ring", "Die Glocke läutet nicht mehr"),
    ("He paid with old coins", "Er hat mit alten Münzen bezahlt"), ("I sold the horse", "Das Pferd habe ich verkauft"),
    ("The bread is still warm", "Das Brot ist noch warm"), ("Somebody moved the stones", "Jemand hat die Steine verschoben"),
    ("We were seven then", "Damals waren wir noch zu siebt"), ("The map is wrong", "Die Karte stimmt nicht"),
)  # fmt: skip
ENDS = (
    ("and yet it is my hand.", "und doch ist es meine Schrift."), ("so nobody will miss it.", "also wird es niemand vermissen."),
    ("and I would do it again.", "und ich würde es wieder tun."), ("but that is not why I came.", "aber deswegen bin ich nicht gekommen."),
    ("and you never asked.", "und du hast nie danach gefragt."), ("which is more than enough.", "und das ist mehr als genug."),
    ("and the house was quiet.", "und im Haus war es still."), ("but the children know.", "aber die Kinder wissen es."),
    ("as it was every year.", "so wie in jedem Jahr."), ("and then I understood.", "und dann habe ich es verstanden."),
    ("before the snow came.", "noch bevor der Schnee kam."), ("and no one believed me.", "und keiner hat mir geglaubt."),
    ("if I remember it right.", "wenn ich mich recht erinnere."), ("and that is all I have.", "und mehr habe ich nicht."),
    ("but we have until evening.", "aber wir haben Zeit bis zum Abend."), ("and the dog stayed here.", "und der Hund ist hier geblieben."),
    ("so I closed the book.", "also habe ich das Buch zugemacht."), ("and it will hold.", "und es wird halten."),
    ("because you were late.", "weil du zu spät gekommen bist."), ("and nothing was lost.", "und nichts ging dabei verloren."),
)  # fmt: skip


def told(n: int) -> tuple[str, str]:
    """The line of this number in English and in German; 400 of them differ."""
    beginning, end = BEGINNINGS[n % len(BEGINNINGS)], ENDS[n // len(BEGINNINGS) % len(ENDS)]
    return f"{beginning[0]}, {end[0]}", f"{beginning[1]}, {end[1]}"


def script_of(minutes: float) -> Script:
    """Scenes of nine shots, four of them with a line, by a woman, a man and a narrator in turn."""
    scenes, line = [], 0
    for n in range(round(minutes * 60 / SHOT_S / PER_SCENE)):
        shots = []
        for i in range(PER_SCENE):
            said: tuple[Line, ...] = ()
            if i % 2 == 0 and i < 8:
                said, line = (Line(speaker=("c1", "c2", "narrator")[line % 3], text=told(line)[0]),), line + 1
            shots.append(Shot(id=f"h{n}-{i}", action="A shot.", duration_s=SHOT_S, characters=("c1", "c2"), lines=said))
        scenes.append(Scene(id=f"s{n}", location="l1", shots=tuple(shots)))
    cast = (
        Character(id="c1", name="Mara", gender="female", voice=Voice(gender="female")),
        Character(id="c2", name="Tom", gender="male", voice=Voice(gender="male", age="old")),
    )
    hall = Location(id="l1", name="Hall", backdrop="hall")
    return Script(
        title="Sixty Minutes", logline="Two keep a light for an hour.", opening_s=5.0, credits_s=15.0, characters=cast, locations=(hall,), scenes=tuple(scenes)
    )


# ---------------------------------------------------------------- the writer's stand-in


def _answer(body: dict[str, Any]) -> Reply:
    if body["response_format"]["json_schema"]["name"] == "FilmShape":
        return Reply({
            "title": "Sechzig Minuten", "logline": "Zwei hüten eine Stunde lang ein Licht.", "card": "",
            "characters": [{"id": "c1", "name": "Mara"}, {"id": "c2", "name": "Tom"}], "places": [{"id": "l1", "name": "Saal"}],
        })  # fmt: skip
    asked = re.search(r"The lines: (\[.*\])", body["messages"][1]["content"])
    assert asked
    return Reply({"lines": [{"number": one["number"], "text": told(one["number"] - 1)[1]} for one in json.loads(asked[1])]})


async def translated(script: Script) -> Script:
    """The script in German, asked for and checked as every translation is."""
    openai = FakeOpenAI()
    openai.answer_by = _answer
    async with openai.running():
        writer = OpenAIWriter(AsyncOpenAI(api_key=openai.key, base_url=openai.url), model="gpt-5-mini")
        try:
            return (await writer.translate(script, LANGUAGE)).script
        finally:
            await writer.close()


# ---------------------------------------------------------------- pieces of work


def _grade(quick: bool) -> Grade:
    return "preview" if quick else "drawn"


async def prepare(folder: Path, minutes: float, quick: bool) -> dict[str, Any]:
    """Clips that landed and were looked at, and the song. Returns what encoding a film of so many minutes once costs in processor seconds."""
    workshop, profile = Workshop(folder / "workshop"), profile_for("youtube", _grade(quick))
    clips, frames = [], round(SHOT_S * FPS)
    for pattern in PATTERNS:
        raw = folder / f"{pattern}.mp4"
        moving = f"{pattern}=s={profile.width}x{profile.height}:r=24,rotate=0.2*sin(t)"
        await ffmpeg.run(["-f", "lavfi", "-i", moving, "-t", str(SHOT_S), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", raw])
        clip = await normalised(workshop, Source.of(raw), profile, frames)
        await watched(workshop, clip, SHOT_S)
        clips.append(str(raw))
    encode_s = await _one_encode(folder, profile, [Path(clip) for clip in clips])
    tune = "0.2*sin(2*PI*220*t)*(0.6+0.4*sin(2*PI*0.5*t))+0.1*sin(2*PI*330*t)"
    await ffmpeg.run(["-f", "lavfi", "-i", f"aevalsrc='{tune}|{tune}':s=48000:d=180", "-c:a", "aac", folder / "song.m4a"])
    return {"encode_s": encode_s * minutes * 60}


async def _one_encode(folder: Path, profile: Profile, clips: list[Path]) -> float:
    """Processor seconds that encoding one second of the picture takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for clip in clips:
        frames = round(SHOT_S * FPS)
        await ffmpeg.run(["-threads", "1", "-i", clip, *profile.drawing(frames), folder / "once.mp4"])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / (SHOT_S * len(clips))


async def film(folder: Path, minutes: float, quick: bool, *, local: bool) -> dict[str, Any]:
    """The film as it was written, or in German. Returns its facts, how its lines were said, and the peak before it was sealed in MiB."""
    began, pictured = time.perf_counter(), script_of(minutes)
    script = await translated(pictured) if local else pictured
    told_s = time.perf_counter() - began
    takes = {shot.id: Source.of(folder / f"{PATTERNS[n % len(PATTERNS)]}.mp4") for n, shot in enumerate(script.shots)}
    workshop, speaker = Workshop(folder / "workshop"), EspeakSpeaker()
    order = CutOrder(
        script, takes, "youtube", _grade(quick), seed=1, makers=("Ana",), drawn=frozenset(takes), track=Source.of(folder / "song.m4a"),
        pictured=pictured if local else None,
    )  # fmt: skip
    peak = 0.0

    async def heard(share: float) -> None:
        nonlocal peak
        if share < 1:  # sealing comes after the last of these
            peak = _own_mib()

    made = await CuttingRoom(workshop, Settings(data_dir=folder), speaker, GreyArtist()).cut(order, heard)
    lines = await spoken_lines(workshop, script, timeline(script), speaker, _nothing)
    return {"told_s": told_s, "before_seal": peak, **_facts(made), **_how(lines, script)}


def _facts(made: CutFiles) -> dict[str, Any]:
    return {"files": sorted(made.files), **{name: made.facts[name] for name in ("seconds", "bytes", "cues", "lufs", "true_peak", "signed", "gate")}}


def _how(lines: list[Placed], script: Script) -> dict[str, Any]:
    """How the lines were said: how many, by whom; the quickest; those beyond their shot; those heard before it; those over one another."""
    times = timeline(script)
    ordered = sorted(lines, key=lambda line: line.at_s)
    return {
        "lines": len(lines), "voiced": sum(line.made is not None for line in lines), "tempos": [line.tempo for line in lines],
        "overruns": sum(line.overrun_s > 0 for line in lines), "early": sum(line.at_s < times.shot(line.shot).start_s for line in lines),
        "over_another": sum(before.end_s > after.at_s for before, after in pairwise(ordered)),
    }  # fmt: skip


async def _nothing() -> None:
    """Nobody waits for this."""


def _own_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(what: str, folder: Path, minutes: float, quick: bool) -> dict[str, Any]:
    """Do it in a process of its own: wall and processor seconds, peak MiB (its largest child added), and what it returned."""
    command = [sys.executable, "-m", "tests.benchmarks.localised", what, str(folder), str(minutes), *(["--quick"] if quick else [])]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """A child: see above."""
    logging.disable(logging.INFO)
    what, folder, minutes, quick = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), "--quick" in sys.argv
    began = time.perf_counter()
    work = prepare(folder, minutes, quick) if what == "prepare" else film(folder, minutes, quick, local=what == "local")
    returned = asyncio.run(work)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    child = children.ru_maxrss / 1024
    print(json.dumps({"wall": time.perf_counter() - began, "cpu": cpu, "own": _own_mib(), "child": child, **returned}, ensure_ascii=False))


if __name__ == "__main__":
    main()
