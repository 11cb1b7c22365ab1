"""What each platform takes: length, size, rates and loudness of a file. The gate checks films against them; the chat says what does not fit before it is made.

Figures as the platforms publish them for uploads. Our films are H.264 High at 24 frames a second with AAC at 48 kHz, index first: all take that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.film.probe import Media
from core.film.watching import Finding
from core.writing.script import Format


@dataclass(frozen=True)
class Preset:
    """A place films are uploaded to. `kbs_max`: megabit rates above it are only encoded down again there."""

    name: str
    aspect: float
    short_side_min: int
    seconds_max: float
    bytes_max: int
    kbs_max: float
    audio_kbs_min: float = 96.0
    lufs: float = -14.0


PRESETS: dict[Format, tuple[Preset, ...]] = {
    "youtube": (Preset("YouTube", 16 / 9, 720, 12 * 3600, 256_000_000_000, 20_000),),
    "shorts": (Preset("YouTube Shorts", 9 / 16, 720, 180, 256_000_000_000, 20_000), Preset("Instagram Reels", 9 / 16, 720, 900, 4_000_000_000, 25_000)),
    "tiktok": (Preset("TikTok", 9 / 16, 720, 3600, 10_000_000_000, 25_000),),
    "square": (Preset("Instagram and Facebook feeds", 1.0, 600, 3600, 4_000_000_000, 25_000),),
}


def too_long_for(format: Format, seconds: float) -> tuple[Preset, ...]:
    """The places of this format that take no film so long."""
    return tuple(preset for preset in PRESETS[format] if seconds > preset.seconds_max + 0.5)


def judged(media: Media, format: Format) -> Iterator[Finding]:
    """What a file lacks for its format's platforms. A film that is too long for one is told as a note: it is whole, only not for there."""
    assert media.picture
    width, height = media.picture.width, media.picture.height
    kbs = media.size * 8 / 1000 / max(media.duration_s, 0.1)
    for preset in PRESETS[format]:
        if abs(width / height / preset.aspect - 1) > 0.02:
            yield Finding("platform", f"{preset.name} wants {_shape(preset.aspect)}, not {width} × {height}.")
        if min(width, height) < preset.short_side_min:
            yield Finding("platform", f"{preset.name} wants at least {preset.short_side_min} pixels on the short side, not {min(width, height)}.", note=True)
        if kbs > preset.kbs_max:
            yield Finding("platform", f"{preset.name} wants at most {preset.kbs_max:.0f} kb/s, not {kbs:.0f}.")
        if media.size > preset.bytes_max:
            yield Finding("platform", f"{preset.name} takes at most {preset.bytes_max / 1e9:g} GB.")
        if media.picture.codec != "h264" or (media.audio_codec or "aac") != "aac" or media.sample_rate not in (0, 48000):
            yield Finding("platform", f"{preset.name} wants H.264 and AAC at 48 kHz.")
        if media.duration_s > preset.seconds_max + 0.5:
            yield Finding("platform", f"{preset.name} takes films of up to {preset.seconds_max / 60:g} minutes.", note=True)


def _shape(aspect: float) -> str:
    return {16 / 9: "16:9", 9 / 16: "9:16", 1.0: "1:1"}[aspect]
