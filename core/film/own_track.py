"""Music that a person brought: looked at when it arrives, and fitted to their film in place of ours.

`check_track` is called when a file was sent, `fitted` by `core.film.mix`. All is done by ffmpeg as a stream, so a long track under a long film
takes no memory.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import av

from core import cpu, ffmpeg
from core.errors import BadInput
from core.film.beats import beats_of
from core.film.dsp import RATE
from core.workshop import Made, Source, Stage, Workshop
from core.writing.kinds import music_video
from core.writing.kinds.rules import RULES

CONTAINERS = "mp3,mov,mp4,m4a,wav,flac,ogg,matroska,webm,aiff,aac"
"""What may be opened; playlists and the like are not among them."""
GUARD = ["-protocol_whitelist", "file,pipe", "-format_whitelist", CONTAINERS]
TRACK_S_MIN, TRACK_S_MAX = 5.0, 3600.0
SOUND_S_MIN = 0.4
TRACK_BYTES_MAX = 200 * 2**20
SEAM_S = 3.0
"""A track that is shorter than its film begins again through a crossfade of this length."""
FADE_IN_S, FADE_OUT_S = 0.05, 4.0
"""A track that is cut goes out like this, together with the end credits."""
MUSIC_LUFS = -20.5
"""As loud as our own music is where a film is at its middle."""
_SILENT_LUFS = -60.0


@dataclass(frozen=True)
class Track:
    """What a music file is: its length in seconds."""

    seconds: float


async def check_track(path: Path) -> Track:
    """Whether this file can be a film's music. Raises BadInput with the reason in a sentence."""
    seconds = await _sounds(path)
    if not seconds >= TRACK_S_MIN:
        raise BadInput(f"The track runs {seconds:.0f} s.", key="error-track-length", least=int(TRACK_S_MIN), most=int(TRACK_S_MAX) // 60)
    return Track(seconds)


async def _sounds(path: Path) -> float:
    """How many seconds of sound there are. Raises BadInput for a file that is too large, too long, or none."""
    if path.stat().st_size > TRACK_BYTES_MAX:
        most = TRACK_BYTES_MAX // 2**20
        raise BadInput(f"The file is larger than {most} MB.", key="error-track-large", most=most)
    seconds = await asyncio.to_thread(_length, path)
    if not SOUND_S_MIN <= seconds <= TRACK_S_MAX:
        raise BadInput(f"The track runs {seconds:.0f} s.", key="error-track-length", least=int(TRACK_S_MIN), most=int(TRACK_S_MAX) // 60)
    return seconds


async def inspect(path: Path, clean: Path) -> dict[str, Any]:
    """What is to be known of a file with sound that was sent: seconds, sha256, and of one that a music video can be cut to also its beats in film time
    and the `lead_s` that makes them so. Raises BadInput as `check_track` does, but not for one that is only too short to be music."""
    seconds = await _sounds(path)
    known: dict[str, Any] = {"seconds": round(seconds, 2), "sha256": (await asyncio.to_thread(Source.of, path)).sha256}
    if not TRACK_S_MIN <= seconds <= RULES["music_video"].most_s * 1.1:
        return known
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "track.wav"
        await _decoded(path, wav)
        beats = tuple((await cpu.in_child(beats_of, str(wav)))["beats"])
    lead = music_video.lead_s(beats)
    return {**known, "lead_s": lead, "beats": [round(beat - lead, 3) for beat in beats if beat >= lead]}


def _length(path: Path) -> float:
    """Seconds of sound, counted by its packets: what a header says may be wrong."""
    try:
        with av.open(str(path), options={"protocol_whitelist": "file", "format_whitelist": CONTAINERS}) as container:
            if not container.streams.audio:
                raise BadInput("There is no sound in the file.", key="error-track-unread")
            stream = container.streams.audio[0]
            base = stream.time_base
            ends = [float((packet.pts + (packet.duration or 0)) * base) for packet in container.demux(stream) if packet.pts is not None and base]
    except (av.error.FFmpegError, ValueError, OSError) as error:
        raise BadInput(f"The file cannot be read as music: {error}", key="error-track-unread") from error
    return max(ends, default=0.0)


async def fitted(workshop: Workshop, track: Source, seconds: float, *, lead_s: float = 0.0) -> Made:
    """The track, its first `lead_s` seconds left out, as a 48 kHz stereo WAV of exactly this length, as loud as our own music.

    A longer track is faded out at the film's end, a shorter one begins again through a crossfade. Facts: seconds, lufs (before), turns.
    Raises BadInput for a file that holds no music.
    """
    return await workshop.made(_FITTED, track=track, seconds=round(seconds, 4), lead_s=round(lead_s, 4))


async def _fit(out: Path, track: Source, seconds: float, lead_s: float) -> dict[str, Any]:
    whole = out.with_name("whole.wav")
    lufs = await _decoded(track.path, whole, lead_s)
    has = _wav_seconds(whole)
    pieces, turns = [whole], 1
    if has < seconds:
        head, round_ = await _loop(whole, has)
        turns = ceil(seconds / (has - _seam(has)))
        pieces = [head, *[round_] * (turns - 1)]
    listed = out.with_name("pieces.txt")
    listed.write_text("ffconcat version 1.0\n" + "".join(f"file '{piece.name}'\n" for piece in pieces))
    fade_s = min(FADE_OUT_S, seconds / 4)
    shaped = f"volume={MUSIC_LUFS - lufs:.2f}dB,alimiter=limit=0.9:level=0,afade=t=in:d={FADE_IN_S},afade=t=out:st={seconds - fade_s:.4f}:d={fade_s:.4f}"
    filters = f"{shaped},atrim=end_sample={round(seconds * RATE)}"
    await ffmpeg.run(["-f", "concat", "-safe", "0", "-i", listed.name, "-af", filters, *_PCM, out.absolute()], cwd=out.parent)
    return {"seconds": seconds, "lufs": round(lufs, 2), "turns": turns}


_PCM = ["-c:a", "pcm_s16le", "-ar", str(RATE), "-ac", "2"]
_FITTED = Stage("own-track", 1, ".wav", _fit)


async def _decoded(path: Path, out: Path, lead_s: float = 0.0) -> float:
    """Decode the track, at most as much as any film needs; returns its loudness in LUFS."""
    args: list[str | Path] = [
        *GUARD,
        "-i",
        path,
        "-map",
        "0:a:0",
        "-t",
        str(TRACK_S_MAX),
        "-af",
        f"atrim=start={lead_s:.4f},asetpts=N/SR/TB,ebur128=framelog=quiet",
        *_PCM,
        out,
    ]
    try:
        log = await ffmpeg.run(args)
    except ffmpeg.FfmpegFailed as error:
        raise BadInput(f"The file cannot be read as music: {error}", key="error-track-unread") from error
    found = re.findall(r"I:\s+(-?[\d.]+|-?inf) LUFS", "\n".join(log))
    lufs = float(found[-1]) if found else _SILENT_LUFS
    if lufs < _SILENT_LUFS:
        raise BadInput("Nothing is heard in the file.", key="error-track-silent")
    return lufs


def _wav_seconds(path: Path) -> float:
    with av.open(str(path)) as container:
        return float((container.duration or 0) / av.time_base)


def _seam(has: float) -> float:
    return min(SEAM_S, has / 4)


async def _loop(whole: Path, has: float) -> tuple[Path, Path]:
    """(the track up to its seam, a round from seam to seam): head, round, round … runs on without a gap."""
    seam = _seam(has)
    head, round_ = whole.with_name("head.wav"), whole.with_name("round.wav")
    body = has - seam
    graph = (
        f"[0:a]asplit=4[a][b][c][d];[a]atrim=end={body:.4f}[head];"
        f"[b]atrim=start={body:.4f},asetpts=N/SR/TB[tail];[c]atrim=end={seam:.4f}[again];[d]atrim=start={seam:.4f}:end={body:.4f},asetpts=N/SR/TB[rest];"
        f"[tail][again]acrossfade=d={seam:.4f}:c1=qsin:c2=qsin[joint];[joint][rest]concat=n=2:v=0:a=1[round]"
    )
    await ffmpeg.run(["-i", whole, "-filter_complex", graph, "-map", "[head]", *_PCM, head, "-map", "[round]", *_PCM, round_])
    return head, round_
