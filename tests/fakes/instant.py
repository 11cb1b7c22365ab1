"""A renderer that answers at once with a prepared clip, and a cutting room that joins nothing; for tests of orchestration.

`InstantRenderer.script` decides what becomes of each order: a list of fates by shot id, one per attempt, the last one for all that follow.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from core.errors import Unavailable
from core.film.profiles import Grade
from core.plans import Tier
from core.rendering import manifest
from core.rendering.cutter import CutFiles, CutOrder, OnProgress, Promo
from core.rendering.renderer import Answer, Failed, Landed, OrderRefused, Rate, Running, ShotOrder, Unknown
from core.storage import Storage
from core.workshop import Made, Source
from core.writing.script import Character, Format, Line, Location, Scene, Script, Shot

Fate = Literal[
    "lands",
    "slow",  # runs until `finish` is called
    "bad",  # lands, but does not pass our checks
    "corrupt",  # lands, but is not the file it says it is
    "missing",  # says it landed, but there is no file
    "fails",  # a failure that another attempt may mend
    "fails for good",
    "refused",  # the order itself is refused
    "down",  # not taken, once; then it lands
    "lost",  # taken, but the answer to our submit never comes; lands later
    "vanishes",  # taken, answer lost, and never heard of again
    "forgotten",  # the provider does not know its own job, but the manifest is there
    "evaporates",  # the provider does not know its own job, and nothing is there
]


class InstantRenderer:
    """The Renderer port with fates. Jobs are kept in memory, or in `ledger` (a folder) so that they outlive a process."""

    revision = "1"

    seconds_per_second = 0.1
    fps = 24
    patience_s = 0.0
    panels: Literal["panels", "painted", "none"] = "none"
    continues = True
    ends = False
    references = False
    any_shape = True
    lips: Literal["none", "speakers", "words"] = "none"

    def __init__(
        self, storage: Storage, aside: Path, *, name: str = "instant", tiers: tuple[Tier, ...] = ("draft", "standard", "cinema"), slots: int = 16,
        submit_repeats: bool = False, ledger: Path | None = None, poll_s: float = 0.05, fate: Callable[[ShotOrder], Fate] | None = None,
    ) -> None:  # fmt: skip
        self.name, self.tiers, self.slots, self.submit_repeats, self.poll_s = name, tiers, slots, submit_repeats, poll_s
        self.script: dict[str, list[Fate]] = {}
        self.submitted: list[ShotOrder] = []
        self.cancelled: list[str] = []
        self.jobs: dict[str, Answer] = {}
        self._storage, self._aside, self._fate, self._ledger = storage, aside, fate, ledger
        aside.mkdir(parents=True, exist_ok=True)

    def size(self, format: Format, tier: Tier) -> tuple[int, int]:
        return (64, 36) if format == "youtube" else (36, 64)

    async def submit(self, order: ShotOrder) -> str:
        fate = self._fate(order) if self._fate else self._scripted(order)
        if fate == "refused":
            raise OrderRefused("invalid", "This prompt is not accepted.")
        if fate == "down" and not any(each.take == order.take for each in self.submitted):
            self.submitted.append(order)
            raise Unavailable("The instant renderer is away.")
        self.submitted.append(order)
        job = f"{self.name}-{order.take}-{len(self.submitted)}"
        self._note(job, await self._outcome(order, fate))
        if fate in ("lost", "vanishes"):
            raise TimeoutError("no answer")
        return job

    def _scripted(self, order: ShotOrder) -> Fate:
        fates = self.script.get(order.shot.id, ["lands"])
        return fates[min(order.attempt, len(fates)) - 1]

    async def _outcome(self, order: ShotOrder, fate: Fate) -> Answer:
        match fate:
            case "slow":
                return Running(0.5, 1.0)
            case "fails" | "fails for good":
                return Failed("oom", "Out of memory.", retryable=fate == "fails", gpu_s=0.5, cost_usd=0.001)
            case "vanishes" | "evaporates":
                return Unknown()
        landed = await self.land(order, fate)
        return Unknown() if fate == "forgotten" else landed

    async def land(self, order: ShotOrder, fate: Fate = "lands") -> Landed:
        """Put the clip of this order into storage, with its manifest."""
        key = f"{order.folder}/video.mp4"
        clip = self._aside / f"{order.take}.mp4"
        content = f"{'bad ' if fate == 'bad' else ''}clip of {order.shot.id} seed {order.seed}".encode()
        clip.write_bytes(content)
        if fate != "missing":
            await self._storage.put(key, clip)
        sha256 = "0" * 64 if fate == "corrupt" else hashlib.sha256(content).hexdigest()
        landed = Landed(key, sha256, order.frames, gpu_s=1.0, cost_usd=0.002, tail_key=key)
        await manifest.write(self._storage, order.folder, landed)
        return landed

    async def finish(self, order: ShotOrder, fate: Fate = "lands") -> None:
        """End a slow job."""
        answer = await self._outcome(order, fate)
        for job in [job for job in self.jobs if job.startswith(f"{self.name}-{order.take}-")]:
            self._note(job, answer)

    def _note(self, job: str, answer: Answer) -> None:
        self.jobs[job] = answer
        if self._ledger:
            self._ledger.mkdir(parents=True, exist_ok=True)
            (self._ledger / f"{job}.json").write_text(json.dumps([type(answer).__name__, vars(answer)]))

    async def poll(self, provider_job: str) -> Answer:
        if provider_job not in self.jobs and self._ledger:
            name, values = json.loads((self._ledger / f"{provider_job}.json").read_text())
            return {"Running": Running, "Landed": Landed, "Failed": Failed, "Unknown": Unknown}[name](**values)
        return self.jobs[provider_job]

    async def cancel(self, provider_job: str) -> None:
        self.cancelled.append(provider_job)
        if isinstance(await self.poll(provider_job), Running):
            self._note(provider_job, Failed("cancelled", "Called back.", retryable=False))

    async def find(self, take: int) -> str | None:
        return None

    async def recover(self, take: int, folder: str) -> Landed | Failed | None:
        return await manifest.read(self._storage, folder)

    async def usd_per_second(self, tier: Tier) -> Rate | None:
        return None

    async def rates(self, tier: Tier) -> dict[str, Rate]:
        return {}


class PaperCutter:
    """The Cutter port without pictures: a film is a file that lists its clips."""

    def __init__(self, aside: Path) -> None:
        self.orders: list[CutOrder] = []
        self.fails: list[Exception] = []
        self.hold: asyncio.Event | None = None
        self.facts: dict[str, Any] = {}
        """What the next films are said to be, beside their length."""
        self._aside = aside
        aside.mkdir(parents=True, exist_ok=True)

    async def check(self, clip: Source, shot: Shot, width: int, height: int, frames: int, fps: int = 24) -> list[dict[str, Any]]:
        return [{"check": "black", "message": "The picture is black."}] if clip.path.read_bytes().startswith(b"bad") else []

    async def stills(self, clip: Source, frames: int, fps: int = 24) -> list[bytes]:
        return [b"\xff\xd8\xff" + clip.path.read_bytes()]

    async def prepare(self, clip: Source, format: Format, grade: Grade, frames: int, finish: str = "clean") -> None:
        pass

    async def promote(self, order: CutOrder, film: Made, kind: Promo, on_progress: OnProgress) -> CutFiles:
        self.orders.append(order)
        path = self._aside / f"{kind}.mp4"
        path.write_text(f"{kind} of {film.key}")
        picture = self._aside / f"{kind}.webp"
        picture.write_text(f"{kind} of {film.key}")
        return CutFiles({"film": path, **({"picture": picture} if kind == "loop" else {})}, {"seconds": 5.0})

    async def kit(self, order: CutOrder) -> dict[str, Path]:
        note = self._aside / "kit.otio"
        note.write_text(order.script.title)
        return {"edit/film.otio": note, **{f"edit/media/{id}.mp4": take.path for id, take in order.takes.items()}}

    async def cut(self, order: CutOrder, on_progress: OnProgress) -> CutFiles:
        self.orders.append(order)
        await on_progress(0.5)
        if self.hold:
            await self.hold.wait()
        if self.fails:
            raise self.fails.pop(0)
        film = self._aside / f"film-{len(self.orders)}.mp4"
        film.write_text("\n".join(order.takes[shot.id].sha256 if shot.id in order.takes else "drawn" for shot in order.script.shots))
        files = {"film": film}
        if order.receipt:
            files["receipt"] = self._aside / "receipt.txt"
            files["receipt"].write_text(order.receipt)
        return CutFiles(files, {"seconds": order.script.length_s, "duration_s": order.script.length_s, **self.facts})


def tiny_script(shots: int = 4, *, per_scene: int = 2, seconds: float = 2.0, continues: tuple[int, ...] = (), speak: bool = True) -> Script:
    """A film of so many shots; those numbered in `continues` go on from the one before."""
    scenes = []
    for first in range(0, shots, per_scene):
        of = [
            Shot(
                id=f"h{n + 1}", action=f"Mara walks on, step {n + 1}.", duration_s=seconds, size="MS" if n % 2 else "WS", characters=("c1",),
                lines=(Line(speaker="c1", text="I know."),) if speak and n % 3 == 0 else (), continues=n + 1 in continues,
            )
            for n in range(first, min(shots, first + per_scene))
        ]  # fmt: skip
        scenes.append(Scene(id=f"s{len(scenes) + 1}", location="l1", shots=tuple(of)))
    return Script(
        title="The Letter", logline="A keeper finds a letter.", opening_s=2.0, credits_s=2.5, scenes=tuple(scenes),
        characters=(Character(id="c1", name="Mara"),), locations=(Location(id="l1", name="the pier", backdrop="sea"),),
    )  # fmt: skip
