"""What a media file is: size, length, tracks, keyframes, chapters, found with PyAV and without playing it.

Whoever is handed a file asks here first. A file that cannot be used raises `ClipUnusable`; playlists, network
addresses and anything that is not a film container are never opened.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.errors import BadInput

CONTAINERS = "mov,mp4,m4a,matroska,webm,avi,mpegts,mpeg,gif"
"""What may be opened; playlists and the like are not among them."""
HDR_CURVES = (16, 18)
"""The transfer curves PQ and HLG, as H.273 numbers them."""
INDEX_FROM = 10_000
"""From so many frames on an MP4's own index is believed: reading a gigabyte only to count its frames takes longer than all else the gate does."""
INPUT_GUARD = ["-protocol_whitelist", "file,pipe", "-format_whitelist", CONTAINERS]
"""ffmpeg's arguments before `-i` of a file that others made."""
_OPEN = {"protocol_whitelist": "file", "format_whitelist": CONTAINERS}


class ClipUnusable(BadInput):
    """A file that is no moving picture we can use; the message says why."""


@dataclass(frozen=True)
class Chapter:
    """A chapter mark: seconds, and its title."""

    start_s: float
    end_s: float
    title: str


@dataclass(frozen=True)
class Picture:
    """The picture track. Sizes in pixels as displayed: turned, and with square pixels."""

    width: int
    height: int
    fps: float
    codec: str
    frames: int
    """Frames counted in the track."""
    start_s: float
    duration_s: float
    keyframes: tuple[int, ...]
    """Their numbers, in the order of showing."""
    setup: str
    """The decoder's set-up (`avcC`), hexadecimal: equal set-ups can be joined by copying."""
    turned: bool
    square_pixels: bool
    pixels: str
    timescale: int
    hdr: bool = False
    """Its light is coded for high dynamic range (PQ or HLG)."""


@dataclass(frozen=True)
class Media:
    """What stands in a file."""

    picture: Picture | None
    audio_codec: str | None
    audio_start_s: float
    audio_duration_s: float
    sample_rate: int
    audio_kbs: float
    """The sound's mean rate; 0 without sound."""
    subtitle_languages: tuple[str, ...]
    cover: bool
    chapters: tuple[Chapter, ...]
    metadata: dict[str, str]
    duration_s: float
    size: int
    """Bytes."""


async def probe(path: Path) -> Media:
    """Read what stands in this file, counting its frames. Raises ClipUnusable where it cannot be read."""
    return await asyncio.to_thread(probe_now, path)


async def probe_picture(path: Path) -> Picture:
    """The picture track of a file. Raises ClipUnusable where there is none."""
    picture = (await probe(path)).picture
    if picture is None:
        raise ClipUnusable("The file has no moving picture.")
    return picture


def probe_now(path: Path) -> Media:
    """`probe`, blocking."""
    try:
        with av.open(str(path), options=_OPEN) as container:
            return _media(container, path)
    except FileNotFoundError:
        raise ClipUnusable(f"There is no file {path.name}.") from None
    except (av.error.FFmpegError, ValueError, OSError) as error:
        raise ClipUnusable(f"The file {path.name} cannot be read as a film: {error}") from error


def _media(container: InputContainer, path: Path) -> Media:
    pictures = [s for s in container.streams.video if not s.disposition & av.stream.Disposition.attached_pic]
    sound = container.streams.audio[0] if container.streams.audio else None
    return Media(
        picture=_picture(container, pictures[0]) if pictures else None,
        audio_codec=sound.codec_context.name if sound else None,
        audio_start_s=float((sound.start_time or 0) * sound.time_base) if sound and sound.time_base else 0.0,
        audio_duration_s=_sound_s(container, sound) if sound else 0.0,
        sample_rate=sound.codec_context.sample_rate if sound else 0,
        audio_kbs=(sound.codec_context.bit_rate or 0) / 1000 if sound else 0.0,
        subtitle_languages=tuple(s.metadata.get("language", "und") for s in container.streams.subtitles),
        cover=len(pictures) < len(container.streams.video),
        chapters=tuple(_chapter(c["start"], c["end"], c["time_base"], c["metadata"]) for c in container.chapters()),
        metadata=dict(container.metadata),
        duration_s=(container.duration or 0) / 1e6,
        size=path.stat().st_size,
    )


def _sound_s(container: InputContainer, stream: AudioStream) -> float:
    """Seconds of sound. Matroska does not say it of a track: there its packets are read."""
    if not stream.time_base:
        return 0.0
    if stream.duration:
        return float(stream.duration * stream.time_base)
    container.seek(0)
    ends = [packet.pts + (packet.duration or 0) for packet in container.demux(stream) if packet.pts is not None]
    return float((max(ends) - (stream.start_time or 0)) * stream.time_base) if ends else 0.0


def _chapter(start: int, end: int, base: Fraction | None, metadata: dict[str, str]) -> Chapter:
    return Chapter(float(start * (base or 1)), float(end * (base or 1)), metadata.get("title", ""))


def _picture(container: InputContainer, stream: VideoStream) -> Picture | None:
    first = next(container.decode(stream), None)
    if first is None or not stream.time_base:
        return None
    base = stream.time_base
    run = _from_index(container, stream) or _from_packets(container, stream)
    width, height = _displayed(first, stream)
    fps = stream.average_rate or stream.guessed_rate or 0
    return Picture(
        width=width, height=height, fps=float(fps), codec=stream.codec_context.name, frames=run.frames,
        start_s=float(run.start * base), duration_s=float(run.length * base),
        keyframes=run.keyframes, setup=(stream.codec_context.extradata or b"").hex(),
        turned=first.rotation % 180 != 0, square_pixels=stream.sample_aspect_ratio in (None, 0, 1),
        pixels=first.format.name, timescale=base.denominator // base.numerator, hdr=first.color_trc in HDR_CURVES,
    )  # fmt: skip


@dataclass(frozen=True)
class _Run:
    """How a picture track runs, in ticks of its time base."""

    frames: int
    start: int
    length: int
    keyframes: tuple[int, ...]


def _from_packets(container: InputContainer, stream: VideoStream) -> _Run:
    """Every packet read: the truth, at the price of reading the whole file."""
    container.seek(0, stream=stream, any_frame=False)
    shown = sorted((packet.pts, packet.duration or 0, packet.is_keyframe) for packet in container.demux(stream) if packet.pts is not None)
    end = max(pts + duration for pts, duration, _ in shown)
    return _Run(len(shown), shown[0][0], end - shown[0][0], tuple(n for n, (_, _, key) in enumerate(shown) if key))


def _from_index(container: InputContainer, stream: VideoStream) -> _Run | None:
    """The same of a long MP4 by its index, whose frames all lie within the file; None where it tells less than that.

    The last frame is taken to be as long as the one before it. Keyframes are in the order of decoding, which is that of showing where groups of
    pictures are closed, as they are in our films.
    """
    index = stream.index_entries
    if "mp4" not in container.format.name or len(index) < INDEX_FROM or stream.frames != len(index):
        return None
    if stream.start_time is None or max(each.pos + each.size for each in index) > container.size:
        return None
    first, before, last = index[0].timestamp, index[-2].timestamp, index[-1].timestamp
    return _Run(len(index), stream.start_time, last - first + (last - before), tuple(n for n, each in enumerate(index) if each.is_keyframe))


def _displayed(frame: VideoFrame, stream: VideoStream) -> tuple[int, int]:
    stretch = stream.sample_aspect_ratio or 1
    width, height = round(frame.width * stretch), frame.height
    return (height, width) if frame.rotation % 180 else (width, height)
