"""The sizes a film comes in, and the one way its picture is encoded.

Every clip, title and joint of a film is encoded with `Profile.encoding`, so that all of them carry the same decoder
set-up byte for byte and the film can be put together without encoding its picture again. Called by whatever
makes moving pictures: `normalise`, `titles`, `assemble`, the drawn renderer.
"""

from __future__ import annotations

from typing import Literal

from core.film.timeline import DISSOLVE_FRAMES
from core.writing.script import FPS, Format, Value

Grade = Literal["preview", "drawn", "full"]
"""How large, and how finely encoded: `preview` for a chat's animatic, `drawn` for a film that is drawn here, `full` for rendered pictures and for every
version that is made for a platform. A drawn film is soft enough for 720 lines, and ready in a minute."""

TIMESCALE = 24000
TAGS = "setsar=1,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
"""The colour tags of every picture. A filter, to stand last."""
TO_TV = f"scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,{TAGS}"
"""From any pixels to the film's. Filters, to stand last."""

_TALL: dict[Grade, tuple[int, int]] = {"preview": (480, 854), "drawn": (720, 1280), "full": (1080, 1920)}
_SIZES: dict[Format, dict[Grade, tuple[int, int]]] = {
    "youtube": {"preview": (854, 480), "drawn": (1280, 720), "full": (1920, 1080)},
    "shorts": _TALL,
    "reels": _TALL,
    "tiktok": _TALL,
    "square": {"preview": (480, 480), "drawn": (720, 720), "full": (1080, 1080)},
}
_CRF: dict[Grade, int] = {"preview": 26, "drawn": 21, "full": 19}
_LEVELS = ((396, "2.0"), (1620, "3.0"), (3600, "3.1"), (8192, "4.0"), (22080, "5.0"), (36864, "5.1"))
"""Macroblocks of a frame that each level of H.264 allows (at 24 frames a second the rate allows more)."""


class Safe(Value):
    """Margins, as shares of the frame, that text stays out of: the platforms put their own buttons there."""

    left: float = 0.06
    right: float = 0.06
    top: float = 0.07
    bottom: float = 0.07

    @property
    def middle(self) -> float:
        """Where the middle of the free height is, as a share from the top."""
        return (self.top + 1 - self.bottom) / 2

    @property
    def middle_width(self) -> float:
        """The free width about the frame's middle: what is centred stays clear of both sides."""
        return 1 - 2 * max(self.left, self.right)


FINISHES: dict[str, tuple[bool, bool]] = {"clean": (False, False), "grain": (True, False), "letterbox": (False, True), "both": (True, True)}
"""What may lie over a film's picture, by its name in a project's settings: whether it has grain, whether bars above and below."""
GRAIN, GRAIN_CRF = 7, 2
"""How strong the grain is (steps of luma), and by how much coarser its pictures are encoded: at the film's own they would be ten times as large."""
SCOPE = 2.2
"""The shape of the picture between the bars."""
WIDE_MIN = 1.7
"""Only a picture at least so wide has bars: they would leave little of another."""


class Profile(Value):
    """One size of a film. Width and height in pixels, both even."""

    name: str
    width: int
    height: int
    fps: int = FPS
    crf: int = 21
    preset: str = "veryfast"
    safe: Safe = Safe()
    line_chars: int = 42
    """How many characters of a subtitle stand on one line."""
    audio_kbs: int = 160
    """The rate of the film's sound."""
    keyframe_s: float = 2.0
    """No picture is farther from a keyframe than this: platforms advise it, and a player that seeks starts there."""
    grain: bool = False
    letterbox: bool = False

    @property
    def aspect(self) -> float:
        """Width by height."""
        return self.width / self.height

    @property
    def upright(self) -> bool:
        """Whether it is taller than wide."""
        return self.height > self.width

    @property
    def bars(self) -> int:
        """Pixels that each of the bars is high; even, 0 without any."""
        return round(self.height * (1 - self.aspect / SCOPE) / 4) * 2 if self.letterbox and self.aspect >= WIDE_MIN else 0

    @property
    def finishing(self) -> str:
        """What lies over the picture, as filters that follow `TO_TV`, with a comma before them; empty without any.

        Whoever encodes a clip or a title for the film adds it, once: what is cut out of finished clips has it.
        """
        grain = f",noise=c0_strength={GRAIN}:c0_flags=t:c0_seed=19" if self.grain else ""
        bar = f"x=0:w=iw:h={self.bars}:c=black:t=fill"
        return f"{grain},drawbox=y=0:{bar},drawbox=y=ih-{self.bars}:{bar}" if self.bars else grain

    def finished(self, finish: str) -> Profile:
        """This profile with what a project's settings call its finish."""
        grain, letterbox = FINISHES.get(finish, FINISHES["clean"])
        return self.model_copy(update={"grain": grain, "letterbox": letterbox})

    @property
    def bare(self) -> Profile:
        """This profile with nothing over the picture."""
        return self.finished("clean")

    def drawing(self, frames: int) -> list[str]:
        """ffmpeg's filters and output arguments for pictures that are drawn in this size: the clip is in the film's form at once."""
        return ["-vf", TO_TV, *self.encoding(frames)]

    @property
    def level(self) -> str:
        """The H.264 level every clip of this profile declares."""
        blocks = -(-self.width // 16) * -(-self.height // 16)
        return next(level for limit, level in _LEVELS if blocks <= limit)

    def encoding(self, frames: int) -> list[str]:
        """ffmpeg's output arguments for a clip of this many frames, the path not included.

        Keyframes stand where a dissolve may begin or end, so that a dissolve encodes nothing but itself. The pixels
        must come through `TO_TV`.
        """
        keyframes = "+".join(f"eq(n,{n})" for n in (0, DISSOLVE_FRAMES, frames - DISSOLVE_FRAMES))
        return [
            "-frames:v", str(frames), "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
            "-c:v", "libx264", "-preset", self.preset, "-crf", str(self.crf + GRAIN_CRF * self.grain), "-profile:v", "high", "-level", self.level,
            "-bf", "2", "-g", str(round(self.keyframe_s * self.fps)), "-x264-params", "stitchable=1:open-gop=0:scenecut=0",
            "-force_key_frames", f"expr:{keyframes}", "-threads", "1", "-video_track_timescale", str(TIMESCALE),
        ]  # fmt: skip


_SAFE: dict[Format, Safe] = {
    "shorts": Safe(left=0.07, right=0.13, top=0.10, bottom=0.21),  # title and account over the lower fifth, buttons along the right
    "tiktok": Safe(left=0.07, right=0.13, top=0.10, bottom=0.22),  # the same, its caption a little higher
    "reels": Safe(left=0.06, right=0.13, top=0.14, bottom=0.35),  # Meta: nothing in the upper 14 %, the lower 35 %, 6 % of both sides
}
"""Where each platform lays its own buttons over an upright film; docs/exports.md says where the figures come from."""
_LINE_CHARS: dict[Format, int] = {"youtube": 42, "shorts": 26, "reels": 26, "tiktok": 26, "square": 34}

_AUDIO_KBS: dict[Format, int] = {"youtube": 192, "shorts": 192, "reels": 128, "tiktok": 192, "square": 128}
"""No more than any platform takes (`presets`). YouTube advises 384; from 192 on nobody hears a difference, and a chat's few megabytes are the picture's."""


def profile_for(format: Format, grade: Grade = "drawn") -> Profile:
    """The profile of a format at a grade."""
    width, height = _SIZES[format][grade]
    return Profile(
        name=f"{format}-{grade}",
        width=width,
        height=height,
        crf=_CRF[grade],
        preset="superfast" if grade == "preview" else "veryfast",
        safe=_SAFE.get(format, Safe()),
        line_chars=_LINE_CHARS[format],
        audio_kbs=128 if grade == "preview" else _AUDIO_KBS[format],
    )
