"""Clips: the exact number of frames, always alive, never black, no cut inside; the drawing stops when it is called back."""

from __future__ import annotations

import asyncio
import re
import subprocess
from pathlib import Path

import av
import numpy as np
import psutil
import pytest

from core import ffmpeg
from core.storyboard.clip import clip, draw_clip, slate_of
from core.workshop import Workshop
from core.writing.script import Script, Shot
from tests.core.storyboard.pictures import CAST, scene_of


def frames_of(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as film:
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]


def faults(path: Path) -> list[str]:
    """What ffmpeg's own filters find: frozen, black, cut."""
    filters = "freezedetect=n=0.001:d=1.2,blackdetect=d=0.1:pix_th=0.05,scdet=t=10"
    log = subprocess.run(
        [ffmpeg.binary(), "-hide_banner", "-i", str(path), "-vf", filters, "-f", "null", "-"], capture_output=True, text=True, check=True
    ).stderr
    return re.findall(r"freeze_start|black_start|lavfi\.scd\.time", log)


@pytest.mark.parametrize(
    ("backdrop", "weather", "size", "move", "who"),
    [
        ("library", "clear", "MS", "static", ("c1",)),
        ("harbour", "fog", "WS", "dolly_in", ("c2", "c3")),
        ("street", "rain", "CU", "static", ("c1", "c2")),
        ("space", "clear", "EWS", "static", ()),
        ("room", "clear", "INSERT", "zoom_out", ("c1",)),
        ("train", "clear", "WS", "handheld", ("c1",)),
    ],
)
async def test_a_clip_lives(tmp_path: Path, backdrop: str, weather: str, size: str, move: str, who: tuple[str, ...]) -> None:
    shot = Shot(id="h1", action="They wait and read.", duration_s=2, size=size, move=move, characters=who, props=("letter",) if size == "INSERT" else ())  # type: ignore[arg-type]
    scene, place = scene_of(shot, backdrop=backdrop, weather=weather, time_of_day="night")
    out = tmp_path / "clip.mp4"
    facts = await draw_clip(out, shot=shot, scene=scene, location=place, characters=CAST, size=(320, 180), frames=45)
    pictures = frames_of(out)
    assert (len(pictures), facts["frames"]) == (45, 45)
    assert pictures[0].shape == (180, 320, 3)
    assert faults(out) == []


async def test_a_clip_is_drawn_once_tells_its_share_and_carries_its_slate(tmp_path: Path, script: Script) -> None:
    workshop = Workshop(tmp_path)
    heard: list[float] = []

    async def hear(share: float) -> None:
        heard.append(share)

    plain = await clip(workshop, script, "h3", (160, 90), on_share=hear)
    assert plain.facts["frames"] == 36
    assert heard[-1] == 1.0
    assert heard == sorted(heard)
    assert (await clip(workshop, script, "h3", (160, 90))).key == plain.key
    slated = await clip(workshop, script, "h3", (160, 90), slate=True)
    assert slated.key != plain.key
    assert np.abs(frames_of(slated.path)[5][:4, :6].astype(int) - (232, 178, 60)).mean() < 25
    assert slate_of(script, "h5").model_dump() == {"scene": 2, "shot": 2, "number": 5, "total": 5, "title": "ANIMATIC"}


async def test_another_length_is_another_clip(tmp_path: Path, script: Script) -> None:
    workshop = Workshop(tmp_path)
    longer = script.scenes[0].shots[2].model_copy(update={"duration_s": 1.0})
    scenes = (script.scenes[0].model_copy(update={"shots": (*script.scenes[0].shots[:2], longer)}), script.scenes[1])
    a = await clip(workshop, script, "h3", (96, 54))
    b = await clip(workshop, script.model_copy(update={"scenes": scenes}), "h3", (96, 54))
    assert (a.facts["frames"], b.facts["frames"]) == (36, 24)


async def test_calling_a_drawing_back_ends_its_processes(tmp_path: Path) -> None:
    shot = Shot(id="h1", action="Mara waits.", duration_s=20, characters=("c1",))
    scene, place = scene_of(shot)
    out = tmp_path / "clip.mp4"
    task = asyncio.create_task(draw_clip(out, shot=shot, scene=scene, location=place, characters=CAST, size=(640, 360), frames=480))
    for _ in range(1200):
        await asyncio.sleep(0.05)
        if out.exists():
            break
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    for _ in range(1200):
        left = [p for p in psutil.process_iter(["cmdline"]) if str(out) in " ".join(p.info["cmdline"] or [])]
        if not left:
            break
        await asyncio.sleep(0.05)
    assert not left


async def test_a_clip_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    shot = Shot(id="h1", action="Mara waits.", duration_s=1, characters=("c1",))
    scene, place = scene_of(shot)
    with pytest.raises(ffmpeg.FfmpegFailed):
        await draw_clip(tmp_path / "no" / "folder" / "clip.mp4", shot=shot, scene=scene, location=place, characters=CAST, size=(96, 54), frames=4)
    with pytest.raises(ValueError, match="even sides"):
        await draw_clip(tmp_path / "clip.mp4", shot=shot, scene=scene, location=place, characters=CAST, size=(95, 54), frames=4)
