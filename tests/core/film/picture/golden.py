"""Golden frames: what titles, credits, captions and covers look like, kept as small pictures and compared as an eye would, not pixel by pixel.

Two measures. A difference hash (which of two neighbouring cells is lighter, 24 × 24 of them) sees where things stand and what they are; the mean colour of
12 × 7 cells, in steps of Lab, sees light and tint. Both forgive another processor's rounding, another encoder's noise and a pixel's shift;
a title that moves, another word or another colour is beyond them. A hash this small is ten lines of OpenCV, which the product has anyway;
the known library for it would bring three packages for one of the two measures.

    python -m tests.core.film.picture.golden      draws all frames anew, to be looked at before they are committed
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from itertools import islice
from pathlib import Path

import cv2
import numpy as np

from core import ffmpeg
from core.film import captions, lettering, subtitles
from core.film.poster import draw_cover
from core.film.profiles import Profile
from core.film.titles import _credit_frames, _opening_frames, credit_pages

HERE = Path(__file__).parent / "golden"
WIDE = Profile(name="golden-wide", width=640, height=360)
TALL = Profile(name="golden-tall", width=360, height=640)
HASH, GRID = 24, (12, 7)
HASH_MAX, COLOUR_MAX = 0.06, 3.0
"""The share of cells that may differ, and the steps of Lab by which the colour of any cell may."""
KEPT_PX = 320
"""The longer side of the pictures that are kept."""


def art(profile: Profile) -> np.ndarray:
    """A picture to lay letters over: a sky that darkens, a sun, a shore."""
    y, x = np.mgrid[0 : profile.height, 0 : profile.width].astype(np.float32)
    y, x = y / profile.height, x / profile.width
    sky = np.stack([200 - 90 * y, 150 - 40 * y, 120 + 60 * y], axis=-1)
    sun = np.exp(-(((x - 0.7) ** 2 + (y - 0.35) ** 2) / 0.01))[..., None]
    shore = np.where((y > 0.75 + 0.05 * np.sin(6 * x))[..., None], 0.35, 1.0)
    return np.asarray(np.clip((sky + 90 * sun) * shore, 0, 255), np.uint8)


def opening(
    title: str = "The Letter from Tomorrow", mood: str = "melancholy", by: str = "A film by Ana", profile: Profile = WIDE, language: str = "en"
) -> np.ndarray:
    """The opening title in its middle."""
    look = lettering.look_for(mood)  # type: ignore[arg-type]
    return next(islice(_opening_frames(art(profile), profile, 49, title, look, language, by), 20, None))


def credits(names: tuple[str, ...] = ("Mara", "Tom", "The narrator"), mood: str = "warm") -> np.ndarray:
    """The one page of short credits."""
    look = lettering.look_for(mood)  # type: ignore[arg-type]
    pages = credit_pages(WIDE, 2.5, look, "en", "The Tide", "A film by Ana", names, ["The Gull"], 2026)
    return next(islice(_credit_frames(art(WIDE), WIDE, 60, look, pages), 16, None))


def cover(title: str = "What I Borrowed", mood: str = "dread") -> np.ndarray:
    """A cover."""
    with tempfile.TemporaryDirectory() as folder:
        ground, out = Path(folder) / "art.png", Path(folder) / "cover.jpg"
        cv2.imwrite(str(ground), art(WIDE)[..., ::-1])
        draw_cover(out, ground, title=title, mood=mood, language="en")  # type: ignore[arg-type]
        return np.ascontiguousarray(cv2.imread(str(out))[..., ::-1])


async def burned(ass: str, profile: Profile) -> np.ndarray:
    """Words in a grey picture, as ffmpeg burns them, at one second."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "words.ass").write_text(ass, encoding="utf-8")
        fonts = str(ffmpeg.FONTS).replace(":", "\\\\:").replace("'", "\\\\'")
        grey = f"color=c=0x556070:s={profile.width}x{profile.height}:r=24:d=1.5"
        await ffmpeg.run(["-f", "lavfi", "-i", grey, "-vf", f"subtitles=words.ass:fontsdir={fonts}", "-ss", "1", "-frames:v", "1", "out.png"], cwd=folder)
        return np.ascontiguousarray(cv2.imread(str(folder / "out.png"))[..., ::-1])


async def subtitle(text: tuple[str, ...] = ("Every spring the valley forgot", "what it had promised.")) -> np.ndarray:
    """A subtitle of two lines."""
    return await burned(subtitles.ass([subtitles.Cue(0.0, 1.5, text)], WIDE), WIDE)


async def caption(said: str = "This is Luma.") -> np.ndarray:
    """A caption, a word of it lit as it is said."""
    step = 1.5 / len(said.split())
    words = [[n * step, (n + 1) * step, word] for n, word in enumerate(said.split())]
    [line] = subtitles.spoken_lines([{"shot": "h1", "speaker": "narrator", "text": said, "start_s": 0.0, "end_s": 1.5, "words": words}])
    return await burned(captions.ass(captions.captions([line]), TALL, "en"), TALL)


def _now(drawn: Callable[[], np.ndarray]) -> Callable[[], Awaitable[np.ndarray]]:
    async def draw() -> np.ndarray:
        return drawn()

    return draw


FRAMES: dict[str, Callable[[], Awaitable[np.ndarray]]] = {
    "opening": _now(opening),
    "opening_tall_ja": _now(lambda: opening("明日からの手紙", "wonder", "アナ 作品", TALL, "ja")),
    "credits": _now(credits),
    "cover": _now(cover),
    "subtitle": subtitle,
    "caption": caption,
}
"""The frames that are kept, by their file's name."""


def kept(picture: np.ndarray) -> np.ndarray:
    """The picture as small as it is kept."""
    scale = KEPT_PX / max(picture.shape[:2])
    return np.asarray(cv2.resize(picture, (round(picture.shape[1] * scale), round(picture.shape[0] * scale)), interpolation=cv2.INTER_AREA))


def distance(one: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """How far apart two pictures of a shape are: the share of the hash that differs, and the greatest difference of a cell's colour."""
    return float(np.mean(_hash(one) != _hash(other))), float(np.linalg.norm(_cells(one) - _cells(other), axis=-1).max())


def _hash(picture: np.ndarray) -> np.ndarray:
    grey = cv2.cvtColor(kept(picture), cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (HASH + 1, HASH), interpolation=cv2.INTER_AREA).astype(int)
    return np.sign(np.trunc(np.diff(small, axis=1) / 4))  # steps of light below four are no edge


def _cells(picture: np.ndarray) -> np.ndarray:
    lab = cv2.cvtColor(kept(picture), cv2.COLOR_RGB2LAB).astype(np.float32)
    return np.asarray(cv2.resize(lab, GRID if picture.shape[1] > picture.shape[0] else GRID[::-1], interpolation=cv2.INTER_AREA))


def golden(name: str) -> np.ndarray:
    """The picture that is kept."""
    return np.ascontiguousarray(cv2.imread(str(HERE / f"{name}.png"))[..., ::-1])


async def _renew() -> None:
    HERE.mkdir(exist_ok=True)
    for name, draw in FRAMES.items():
        cv2.imwrite(str(HERE / f"{name}.png"), kept(await draw())[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])


if __name__ == "__main__":
    asyncio.run(_renew())
