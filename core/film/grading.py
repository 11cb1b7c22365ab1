"""One light over a scene: a rendered shot that came out darker, flatter or of another tint than its scene's others is brought nearer to them.

Light-handed on purpose: a shot within a tolerance of its scene's median stays as it is, one that is off is moved part of the way, never far, and a
scene of fewer than three rendered shots has no median worth following. Drawn shots are of one hand already. Called by `core.film.assemble`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from core import ffmpeg
from core.film.normalise import ffmpeg_version
from core.film.watching import numbers
from core.workshop import Made, Stage, Workshop
from core.writing.script import Script, Value

SHOTS_MIN = 3
LIGHT_OFF, TINT_OFF, CONTRAST_OFF = 8.0, 3.5, 0.18
"""How far from its scene's median a shot may be: steps of luma and of chroma (8 bits), share of the contrast."""
PART = 0.6
"""How much of the way a shot that is off is moved."""
LIGHT_MAX, TINT_MAX, CONTRAST_MAX = 16, 8, 0.12


class Tone(Value):
    """The light of a clip: means of luma and chroma (16–235, 16–240), and its contrast, the 10th to the 90th percentile of luma."""

    light: float
    blue: float
    red: float
    contrast: float


class Correction(Value):
    """What is done to a clip's light: `gain` about `pivot`, then luma and chroma moved by whole steps."""

    pivot: int
    gain: float
    light: int
    blue: int
    red: int

    @property
    def filter(self) -> str:
        """As ffmpeg's filter, for pictures of 8 bits in TV range."""
        luma = f"clip((val-{self.pivot})*{self.gain:.2f}+{self.pivot + self.light},16,235)"
        return f"lutyuv=y='{luma}':u='clip(val+{self.blue},16,240)':v='clip(val+{self.red},16,240)'"


async def tone_of(workshop: Workshop, clip: Made) -> Tone:
    """The light of a clip in the film's form: its keyframes are looked at, which stand near its ends."""
    return Tone(**(await workshop.made(TONE, clip=clip, encoder=ffmpeg_version())).facts)


async def corrections(workshop: Workshop, script: Script, clips: Mapping[str, Made], rendered: Collection[str]) -> dict[str, Correction]:
    """What the shots need that stand out of their scenes, by shot id. `rendered`: the shots that are compared."""
    shots = [[shot.id for shot in scene.shots if shot.id in rendered] for scene in script.scenes]
    scenes = [ids for ids in shots if len(ids) >= SHOTS_MIN]
    wanted = [id for ids in scenes for id in ids]
    tones = dict(zip(wanted, await asyncio.gather(*(tone_of(workshop, clips[id]) for id in wanted)), strict=True))
    found: dict[str, Correction] = {}
    for ids in scenes:
        middle = Tone(**{name: median(getattr(tones[id], name) for id in ids) for name in Tone.model_fields})
        for id in ids:
            if (correction := nearer(tones[id], middle)) is not None:
                found[id] = correction
    return found


def nearer(tone: Tone, middle: Tone) -> Correction | None:
    """What brings a clip nearer to its scene's light; None where it is near enough."""
    gain = 1.0
    ratio = middle.contrast / max(1.0, tone.contrast)
    if abs(ratio - 1) > CONTRAST_OFF:
        gain = round(1 + max(-CONTRAST_MAX, min(CONTRAST_MAX, PART * (ratio - 1))), 2)
    light = _moved(middle.light - tone.light, LIGHT_OFF, LIGHT_MAX)
    blue, red = (_moved(there - here, TINT_OFF, TINT_MAX) for here, there in ((tone.blue, middle.blue), (tone.red, middle.red)))
    return Correction(pivot=round(tone.light), gain=gain, light=light, blue=blue, red=red) if light or blue or red or gain != 1.0 else None


def _moved(off: float, tolerance: float, most: int) -> int:
    return round(max(-most, min(most, PART * off))) if abs(off) > tolerance else 0


async def _measure(out: Path, clip: Made, encoder: str) -> dict[str, Any]:
    keyframes: list[str | Path] = ["-skip_frame", "nokey", "-i", clip.path.absolute(), "-vf", "scale=160:-2,signalstats,metadata=mode=print:file=light.txt"]
    await ffmpeg.run([*keyframes, "-fps_mode", "passthrough", "-f", "null", "-"], cwd=out.parent)
    out.write_text("")
    seen = numbers(out.with_name("light.txt"), ("YAVG", "UAVG", "VAVG", "YLOW", "YHIGH"))
    light, blue, red, low, high = (sum(each) / len(each) for each in seen)
    return {"light": round(light, 1), "blue": round(blue, 1), "red": round(red, 1), "contrast": round(high - low, 1)}


TONE = Stage("tone", 1, ".txt", _measure)
