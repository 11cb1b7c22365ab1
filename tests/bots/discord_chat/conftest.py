"""A Discord with the real discord.py, the real engine and its jobs on it; pictures and films are small and made at once."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image
from tortoise import connections

from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.posts import Posts
from bots.conversation.words import available, words
from bots.discord_chat import bot as discord_bot
from bots.discord_chat import listening
from bots.discord_chat.chat import DiscordChat
from core import jobs
from core.config import Settings
from core.film.hearing import Ears
from core.film.voice_samples import VoiceRoom
from core.jobs import transaction
from core.links import Links
from core.materials import ReadRoom
from core.models import Version
from core.pictures import Eyes
from core.projects import script_of
from core.rendering.cutter import CutFiles, CutOrder, OnProgress
from core.rendering.handlers import handlers
from core.rendering.studio import Studio
from core.storage import Storage
from core.uploads import UploadRoom
from core.workshop import Workshop
from core.write_job import WriteRoom
from tests.bots.conversation.conftest import Hummer, ScriptedWriter
from tests.fakes.discord import FakeDiscord
from tests.fakes.discord_person import Person
from tests.fakes.discord_world import Channel, Guild, Message
from tests.fakes.instant import InstantRenderer, PaperCutter

PUMP_S = 0.02
SLOW_S = 60.0
"""A busy machine is no late bot: an interaction and a form wait this long. That three seconds are kept is shown by `test_refusals` and the benchmark."""


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of a second that every player plays."""
    path = tmp_path_factory.mktemp("clip") / "film.mp4"
    call = [get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x36:d=1:r=24", "-pix_fmt", "yuv420p", "-movflags", "+faststart", str(path)]
    subprocess.run(call, check=True)
    return path


class ClipCutter(PaperCutter):
    """A cutter whose films play: each is the same second of test picture."""

    def __init__(self, aside: Path, clip: Path) -> None:
        super().__init__(aside)
        self._clip = clip

    async def cut(self, order: CutOrder, on_progress: OnProgress) -> CutFiles:
        made = await super().cut(order, on_progress)
        made.files["film"].write_bytes(self._clip.read_bytes())
        return made


class SmallPictures:
    """The `board` and `portraits` handlers with pictures of one colour."""

    def __init__(self, storage: Storage, aside: Path) -> None:
        self._storage, self._aside = storage, aside

    async def _picture(self, key: str) -> str:
        self._aside.mkdir(parents=True, exist_ok=True)
        file = self._aside / "picture.png"
        Image.new("RGB", (32, 18), (200, 150, 60)).save(file)
        await self._storage.put(key, file)
        return key

    async def board(self, job: jobs.Job) -> None:
        version = await Version.get(id=int(job.subject))
        script = script_of(version)
        assert script
        panels = {shot.id: await self._picture(f"boards/{version.id}-{shot.id}-{shot.seed}.png") for shot in script.shots}
        sheet = await self._picture(f"boards/{version.id}.png")
        async with jobs.transaction() as tx:
            board = {"done": len(panels), "total": len(panels), "panels": panels, "sheet": sheet}
            await Version.filter(id=version.id).update(board=board)
            tx.touch(f"version:{version.id}")
            tx.touch(f"project:{version.project_id}")
            tx.finish(job)

    async def portraits(self, job: jobs.Job) -> None:
        version = await Version.get(id=int(job.subject))
        script = script_of(version)
        assert script
        seen = {one.id: one.picture or await self._picture(f"portraits/{version.id}-{one.id}.png") for one in script.characters}
        async with transaction() as tx:
            await Version.filter(id=version.id).update(portraits=seen)
            tx.touch(f"project:{version.project_id}")
            tx.finish(job)


@dataclass
class Stage:
    """A Discord and a bot in it, with all parts in reach. `bot` comes and goes: `stop` and `start` are a restart."""

    discord: FakeDiscord
    settings: Settings
    desk: Desk
    writer: ScriptedWriter
    renderer: InstantRenderer
    cutter: ClipCutter
    speaker: Hummer
    handlers: dict[str, jobs.Handler]
    gap_s: float = 0.0
    chat: DiscordChat | None = None
    engine: Engine | None = None
    guild: Guild = field(init=False)
    channel: Channel = field(init=False)
    ana: Person = field(init=False)
    paused: bool = False
    chats: dict[str, Any] = field(default_factory=dict)
    """Other chats whose posts are shown by the same process."""
    _rests: asyncio.Event = field(default_factory=asyncio.Event)
    """Set between two rounds of jobs: a connection that is dropped in the middle of a statement is waited for by its pool."""
    _task: asyncio.Task[None] | None = None

    @property
    def client(self) -> Any:
        """The bot's own client."""
        assert self.chat
        return self.chat._client

    async def start(self) -> None:
        """A bot process: new objects over the same database, connected to the gateway."""
        posts = Posts(self.desk)
        self.engine = Engine(self.desk, posts)
        before = self.discord.gateway.identified
        self._task = asyncio.create_task(discord_bot.run(self.settings, self.desk, self.engine, posts, self._work))
        task = self._task
        await self.discord.until(lambda: (self.discord.gateway.identified > before and self.chat is not None) or task.done())
        if task.done():
            task.result()

    async def _work(self, chat: DiscordChat) -> None:
        """What a worker does, without Redis: due jobs, again and again."""
        assert self.engine
        from bots.conversation.showing import Showing

        chat.gap_s = self.gap_s
        self.chat = chat
        served = {**self.handlers, "show": Showing(Posts(self.desk), {"discord": chat, **self.chats}), "hear": self.engine.hear}
        db = connections.get("default")
        while True:
            self._rests.set()
            await asyncio.sleep(PUMP_S)
            if self.paused:
                continue
            self._rests.clear()
            due = "SELECT id FROM job WHERE done < wanted AND due_at < now() AND (lease_until IS NULL OR lease_until < now()) ORDER BY id"
            for row in await db.execute_query_dict(due):
                await jobs.run(row["id"], served)
            self.discord.changed()

    async def stop(self) -> None:
        """The process ends between two jobs, whatever people just did."""
        assert self._task
        was, self.paused = self.paused, True
        await self._rests.wait()
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self.chat = self.engine = None
        self.paused = was

    async def thread(self) -> Channel:
        """The newest thread in the channel."""
        await self.discord.until(lambda: self.discord.threads(self.channel))
        return max(self.discord.threads(self.channel), key=lambda one: one.id)

    async def newest(self, channel: Channel, *, label: str = "", words: str = "", seconds: float = 60.0) -> Message:
        """The newest message of a channel that can be answered, once it offers this label or says these words."""

        def found() -> Message | None:
            asking = [one for one in self.discord.in_(channel) if one.buttons]
            newest = asking[-1] if asking else None
            fits = newest and (not label or any(one["label"] == label for one in newest.buttons)) and words in newest.read
            return newest if fits else None

        message = await self.discord.until(found, seconds)
        assert message
        return message

    async def to_film(self, person: Person, channel: Channel, presses: int = 14) -> Message:
        """Always press the recommended button until there is a film."""
        pressed: set[str] = set()
        for _ in range(presses):

            def next_() -> Message | None:
                asking = [one for one in self.discord.in_(channel) if any(b["style"] == 1 and b["custom_id"] not in pressed for b in one.buttons)]
                return asking[-1] if asking else None

            message = await self.discord.until(next_)
            assert message
            if any(one["label"] in said("choice-new-film") for one in message.buttons):
                return message
            button = next(b for b in message.buttons if b["style"] == 1)
            pressed.add(button["custom_id"])
            if button["label"] in said("choice-rough-cut"):
                continue
            await person.press(message, button["label"])
        raise AssertionError("no film")


def said(key: str) -> set[str]:
    """A label in every language."""
    return {words(language).text(key) for language in available()}


def person_in(stage: Stage, name: str, **more: Any) -> Person:
    """Somebody else in the server."""
    found: Person = stage.discord.person(name, stage.guild, **more)
    return found


@pytest.fixture
async def still(db: str, data_dir: Path, clip: Path) -> AsyncIterator[Stage]:
    """A server with a channel and Ana in it, and no bot yet. Films cost nothing but play."""
    async with composed(data_dir, clip, paying=False) as made:
        yield made


@pytest.fixture
async def paying(db: str, data_dir: Path, clip: Path) -> AsyncIterator[Stage]:
    """The same with a connected bot, where films cost credits: draft, standard and cinema by an instant renderer."""
    async with composed(data_dir, clip, paying=True) as made:
        await made.start()
        yield made
        await made.stop()


@contextlib.asynccontextmanager
async def composed(data_dir: Path, clip: Path, *, paying: bool) -> AsyncIterator[Stage]:
    async with FakeDiscord().running() as discord:
        discord.answer_s = SLOW_S
        settings = Settings(
            data_dir=data_dir, discord_token=discord.token, discord_api_url=discord.api_url, discord_gateway_url=discord.gateway_url,
        )  # type: ignore[arg-type] # fmt: skip
        storage = Storage.open("", data_dir)
        pencil = InstantRenderer(storage, data_dir / "pencil", name="pencil", tiers=("preview", "drawn"), submit_repeats=True)
        cutter = ClipCutter(data_dir / "cuts", clip)
        gpu = InstantRenderer(storage, data_dir / "gpu")
        renderers = {"preview": pencil, **dict.fromkeys(gpu.tiers, gpu)} if paying else dict.fromkeys(pencil.tiers, pencil)
        studio = Studio(settings, Workshop(data_dir / "workshop"), storage, renderers, cutter, play=not paying)
        writer, speaker, pictures = ScriptedWriter(), Hummer(), SmallPictures(storage, data_dir / "pictures")
        desk = Desk(studio, Links("http://127.0.0.1:8080", b"secret"), writer.writes, speaker.speaks)
        served: dict[str, jobs.Handler] = {
            **handlers(studio, None),  # type: ignore[arg-type]
            "write": WriteRoom(writer),
            "board": pictures.board,
            "portraits": pictures.portraits,
            "voices": VoiceRoom(studio.workshop, storage, speaker),
            "read": ReadRoom(storage),
            "upload": UploadRoom(storage, {"sound": Ears(settings).inspect, "picture": Eyes(studio.moderator).inspect}),
        }
        made = Stage(discord, settings, desk, writer, pencil, cutter, speaker, served)
        made.guild = discord.guild("The Studio")
        made.channel = discord.channel(made.guild, "films")
        made.ana = discord.person("Ana", made.guild)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(listening, "FORM_S", SLOW_S)
            yield made


@pytest.fixture
async def stage(still: Stage) -> AsyncIterator[Stage]:
    """A server with a channel and Ana in it, and a connected bot."""
    await still.start()
    yield still
    await still.stop()
