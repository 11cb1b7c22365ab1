"""What each platform takes: shape, size, length, rates and size of a file. The gate checks films against them; the chat says what does not fit.

Figures as the platforms publish them for uploads, looked up in November 2026; docs/exports.md names the pages. All take H.264 High at 24 frames a
second in 4:2:0 with closed groups of pictures, AAC at 48 kHz and the index first, which is how every film here is made (the gate checks that too). None
but YouTube says how loud a film should be: it turns down what is louder than −14 LUFS, and all are made so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.film.probe import Media
from core.film.watching import Finding
from core.writing.script import Format


@dataclass(frozen=True)
class Preset:
    """A place films are uploaded to. `short_side_wanted`: pixels it shows at best; `kbs_max`: what is above is refused, or only encoded down again."""

    name: str
    aspect: float
    short_side_wanted: int
    seconds_max: float
    bytes_max: int
    kbs_max: float
    audio_kbs_max: float
    seconds_min: float = 1.0


PRESETS: dict[Format, tuple[Preset, ...]] = {
    "youtube": (Preset("YouTube", 16 / 9, 1080, 12 * 3600, 256_000_000_000, 68_000, 512),),
    "shorts": (Preset("YouTube Shorts", 9 / 16, 1080, 180, 256_000_000_000, 68_000, 512),),
    "reels": (Preset("Instagram Reels", 9 / 16, 1080, 900, 300_000_000, 25_000, 128, 3.0),),
    "tiktok": (Preset("TikTok", 9 / 16, 1080, 600, 4_000_000_000, 25_000, 320, 3.0),),
    "square": (Preset("Instagram and Facebook feeds", 1.0, 1080, 900, 300_000_000, 25_000, 128, 3.0),),
}
AUDIO_SLACK = 1.12
"""An encoder's rate is a mean that it misses by a little."""


def too_long_for(format: Format, seconds: float) -> tuple[Preset, ...]:
    """The places of this format that take no film so long."""
    return tuple(preset for preset in PRESETS[format] if seconds > preset.seconds_max + 0.5)


def judged(media: Media, format: Format) -> Iterator[Finding]:
    """What a file lacks for its format's platforms. A film that is too long or too large for one is told as a note: it is whole, only not for there."""
    assert media.picture
    for preset in PRESETS[format]:
        yield from _picture(media, preset)
        yield from _sound(media, preset)
        if media.size > preset.bytes_max:
            yield Finding("platform", f"{preset.name} takes at most {preset.bytes_max / 1e9:g} GB.", note=True)
        if media.duration_s > preset.seconds_max + 0.5:
            yield Finding("platform", f"{preset.name} takes films of up to {preset.seconds_max / 60:g} minutes.", note=True)
        if media.duration_s < preset.seconds_min:
            yield Finding("platform", f"{preset.name} takes films of {preset.seconds_min:g} seconds and more.", note=True)


def _picture(media: Media, preset: Preset) -> Iterator[Finding]:
    assert media.picture
    width, height, kbs = media.picture.width, media.picture.height, media.size * 8 / 1000 / max(media.duration_s, 0.1)
    if abs(width / height / preset.aspect - 1) > 0.02:
        yield Finding("platform", f"{preset.name} wants {_shape(preset.aspect)}, not {width} × {height}.")
    if min(width, height) < preset.short_side_wanted:
        yield Finding("platform", f"{preset.name} wants {preset.short_side_wanted} pixels on the short side, not {min(width, height)}.", note=True)
    if kbs > preset.kbs_max:
        yield Finding("platform", f"{preset.name} wants at most {preset.kbs_max:.0f} kb/s, not {kbs:.0f}.")
    if media.picture.codec != "h264" or media.picture.pixels != "yuv420p":
        yield Finding("platform", f"{preset.name} wants H.264 in 4:2:0, not {media.picture.codec} in {media.picture.pixels}.")
    if not 23 <= media.picture.fps <= 60:
        yield Finding("platform", f"{preset.name} wants 23 to 60 frames a second, not {media.picture.fps:g}.")


def _sound(media: Media, preset: Preset) -> Iterator[Finding]:
    if media.audio_codec is None:
        return
    if media.audio_codec != "aac" or media.sample_rate != 48000:
        yield Finding("platform", f"{preset.name} wants AAC at 48 kHz, not {media.audio_codec} at {media.sample_rate} Hz.")
    if media.audio_kbs > preset.audio_kbs_max * AUDIO_SLACK:
        yield Finding("platform", f"{preset.name} wants sound of at most {preset.audio_kbs_max:g} kb/s, not {media.audio_kbs:.0f}.")


def _shape(aspect: float) -> str:
    return {16 / 9: "16:9", 9 / 16: "9:16", 1.0: "1:1"}[aspect]
