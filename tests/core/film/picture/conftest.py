"""A tiny film, assembled once for all tests of the picture, and the clips it is made of."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from core import cpu, ffmpeg
from core.film.assemble import Assembled, assemble
from core.film.profiles import Profile
from core.workshop import Made, Source, Workshop
from core.writing.script import Character, Line, Location, Scene, Script, Shot

TINY = Profile(name="tiny", width=320, height=180, crf=28, preset="ultrafast")
CLIPS = {"h1": "testsrc2=s=320x180:r=24", "h2": "mandelbrot=s=320x180:r=24", "h3": "testsrc2=s=180x320:r=24,hue=h=90"}


def small_script(**changes: object) -> Script:
    """Three shots in two scenes, two dissolves, three lines: 8 seconds."""
    told: dict[str, object] = {
        "title": "The Letter from Tomorrow", "logline": "The sea returns a letter that she has not written yet.", "opening_s": 2.0, "credits_s": 2.5,
        "characters": (Character(id="c1", name="Mara"), Character(id="c2", name="Tom"), Character(id="c3", name="The Gull", species="bird")),
        "locations": (Location(id="l1", name="The lighthouse", backdrop="lighthouse"), Location(id="l2", name="Kitchen; #2 = home", backdrop="kitchen")),
        "scenes": (
            Scene(id="s1", location="l1", mood="wonder", shots=(
                Shot(id="h1", action="The sea.", duration_s=2.0, size="EWS", lines=(Line(speaker="narrator", text="Every spring the valley forgot."),)),
                Shot(id="h2", action="A gull.", duration_s=1.0, transition="dissolve", characters=("c3",)))),
            Scene(id="s2", location="l2", mood="tense", shots=(
                Shot(id="h3", action="Tom.", duration_s=1.5, transition="dissolve", characters=("c1",),
                     lines=(Line(speaker="c2", text="I know this hand."),)),)),
        ),
    }  # fmt: skip
    return Script.model_validate(told | changes)


async def clip(path: Path, pattern: str, seconds: float, *args: str) -> Path:
    """A clip of a moving pattern."""
    await ffmpeg.run(["-f", "lavfi", "-i", pattern, "-t", str(seconds), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", *args, path])
    return path


async def soundtrack(path: Path, script: Script) -> Made:
    """A tone at −14 LUFS as long as the film, and the times of its two lines."""
    await ffmpeg.run(["-f", "lavfi", "-i", f"aevalsrc='0.2*sin(2*PI*1000*t)|0.2*sin(2*PI*1000*t)':s=48000:d={script.length_s}", path])
    lines = [
        {"shot": "h1", "speaker": "narrator", "text": "Every spring the valley forgot.", "start_s": 2.1, "end_s": 3.9, "words": []},
        {"shot": "h3", "speaker": "c2", "text": "I know this hand.", "start_s": 4.4, "end_s": 5.2, "words": []},
    ]
    return Made(path, f"soundtrack of {script.length_s} s", {"seconds": script.length_s, "lines": lines})


@dataclass(frozen=True)
class Film:
    """The assembled film and what it was made of."""

    made: Made
    script: Script
    workshop: Workshop
    clips: dict[str, Source]
    soundtrack: Made
    whole: Assembled


async def _film(root: Path) -> Film:
    script = small_script()
    clips = {shot.id: Source.of(await clip(root / f"{shot.id}.mp4", CLIPS[shot.id], shot.duration_s)) for shot in script.shots}
    workshop, sound = Workshop(root / "workshop"), await soundtrack(root / "sound.wav", script)
    whole = await assemble(workshop, script, clips, sound, TINY, makers=["Ana", "Ben"], year=2026)
    return Film(whole.film, script, workshop, clips, sound, whole)


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    """The tiny film, assembled once."""
    found = asyncio.run(_film(tmp_path_factory.mktemp("film")))
    cpu.set_slots(0)  # the limiter belonged to the loop that has ended
    return found


@pytest.fixture
def pattern(tmp_path: Path) -> Callable[..., Awaitable[Path]]:
    """Makes a clip of a moving pattern in the test's folder."""

    async def make(source: str = "testsrc2=s=320x180:r=24", seconds: float = 2.0, *args: str, name: str = "clip.mp4") -> Path:
        return await clip(tmp_path / name, source, seconds, *args)

    return make
