"""The composition root: settings become services, services become processes. Nobody else reads settings or knows every room.

House = what every process has: database, queues, storage, workshop, writer, studio, engine
handlers(house, chats) = the dict of job handlers, by kind
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import redis.exceptions

from bots.conversation.chat import Chat
from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.invoices import invoice
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.conversation.words import read_catalogues
from core import cpu, database, embedded, jobs
from core.config import Settings, is_real
from core.errors import SetupFailed
from core.film.hearing import Ears
from core.film.speakers import speaker_for
from core.film.voice_samples import VoiceRoom
from core.film.voices import Speaker
from core.links import Links, load_secret
from core.materials import ReadRoom
from core.moderation.choose import moderator_for
from core.pictures import Eyes
from core.plans import Tier
from core.rendering import studio as rendering
from core.rendering.choose import Closes, rendered
from core.rendering.cutting import CuttingRoom
from core.rendering.drawn import DrawnRenderer
from core.rendering.handlers import handlers as rendering_handlers
from core.rendering.own_gpu import OwnPlane
from core.rendering.painting import Painter
from core.rendering.renderer import Renderer
from core.rendering.translating import TranslateRoom
from core.storage import Storage
from core.storyboard.artists import artist_for
from core.storyboard.board import BoardRoom
from core.storyboard.clip import CLIP_REVISION
from core.storyboard.panel import Artist
from core.storyboard.portrait_room import PortraitRoom
from core.tidying import keep_tidy
from core.uploads import UploadRoom
from core.workshop import Workshop
from core.write_job import WriteRoom
from core.writing.choose import writer_for
from core.writing.writer import Writer
from payments.office import Office, open_office
from payments.till import till_for

if TYPE_CHECKING:
    from bots.telegram_chat.webhook import Door

WORK_QUEUES = ("work", "media")


@dataclass(frozen=True)
class House:
    """Everything a process may need, opened once."""

    settings: Settings
    redis_url: str
    storage: Storage
    links: Links
    workshop: Workshop
    writer: Writer
    artist: Artist
    speaker: Speaker | None
    studio: rendering.Studio
    engine: Engine
    posts: Posts
    office: Office
    plane: OwnPlane | None = None
    """Where workers on cards of one's own take their shots; None: there are none."""
    holds: tuple[Closes, ...] = ()


@contextlib.contextmanager
def with_servers(settings: Settings) -> Iterator[Settings]:
    """The settings with both server addresses filled in: embedded ones run while the block lasts where none is set."""
    if settings.database_url and settings.redis_url:
        yield settings
        return
    with embedded.servers(settings.data_dir) as running:
        yield settings.model_copy(update={"database_url": settings.database_url or running.database_url, "redis_url": settings.redis_url or running.redis_url})


@contextlib.asynccontextmanager
async def open_house(settings: Settings, *, renderers: Mapping[Tier, Renderer] | None = None) -> AsyncIterator[House]:
    """Connect, migrate and compose. Raises SetupFailed with what the operator must mend."""
    cpu.set_slots(settings.cpu_slots)
    await database.connect(settings.database_url)
    try:
        await database.migrate()
        queues = await _connect_queues(settings.redis_url)
        house = _compose(settings, renderers)
        try:
            yield house
        finally:
            for service in (house.writer, house.artist, house.speaker, house.office, house.studio.moderator, *house.holds):
                if service:
                    await service.close()
            jobs.set_waker(None)
            await queues.aclose()
    finally:
        await database.close()


async def _connect_queues(redis_url: str) -> Any:
    try:
        return await jobs.connect_queues(redis_url)
    except (redis.exceptions.RedisError, OSError) as error:
        raise SetupFailed(f"Redis does not answer ({type(error).__name__}). Is it running, and is SYSRAI_REDIS_URL right?") from error


def _compose(settings: Settings, renderers: Mapping[Tier, Renderer] | None) -> House:
    storage = Storage.open(settings.storage_url, settings.data_dir)
    links = Links(settings.public_url, load_secret(settings))
    workshop = Workshop(settings.data_dir / "workshop")
    writer, speaker, artist = writer_for(settings), speaker_for(settings), artist_for(settings, storage)
    drawn = DrawnRenderer(storage, CLIP_REVISION, settings.drawn_slots or int(cpu.limiter().total_tokens) + 1)
    elsewhere = rendered(settings, storage, links)
    studio = rendering.Studio(
        settings=settings,
        workshop=workshop,
        storage=storage,
        renderers=renderers or {"preview": drawn, "drawn": drawn, **elsewhere.by_tier},
        cutter=CuttingRoom(workshop, settings, speaker, artist),
        play=renderers is None and plays(settings),
        moderator=moderator_for(settings),
    )
    desk = Desk(studio, links, writer.writes, speaker.speaks if speaker else lambda language: False, writer.translates)
    posts = Posts(desk)
    return House(
        settings,
        settings.redis_url,
        storage,
        links,
        workshop,
        writer,
        artist,
        speaker,
        studio,
        Engine(desk, posts),
        posts,
        open_office(settings, links, invoice),
        elsewhere.plane,
        elsewhere.holds,
    )


def plays(settings: Settings) -> bool:
    """Whether play credits exist here: only where nothing is sold and no GPU service is paid for."""
    return not till_for(settings).open and not is_real(settings)


def handlers(house: House, chats: Sequence[Chat] = ()) -> dict[str, jobs.Handler]:
    """Every job handler, by kind. Those of a chat need the chat: only the process that holds it serves its queue."""
    found: dict[str, jobs.Handler] = {
        "write": WriteRoom(house.writer),
        "read": ReadRoom(house.storage),
        "board": BoardRoom(house.workshop, house.storage, house.artist),
        "portraits": PortraitRoom(house.workshop, house.storage),
        "translate": TranslateRoom(house.writer),
        "upload": UploadRoom(house.storage, {"sound": Ears(house.settings).inspect, "picture": Eyes(house.studio.moderator).inspect}),
        "voices": VoiceRoom(house.workshop, house.storage, house.speaker),
        **rendering_handlers(house.studio, Painter(house.workshop).paint),
        **house.office.handlers,
    }
    if chats:
        found |= {"show": Showing(house.posts, {chat.platform: chat for chat in chats}), "hear": house.engine.hear}
    return found


async def work(house: House, queues: Sequence[str], chats: Sequence[Chat] = (), own: Mapping[str, jobs.Handler] | None = None) -> None:
    """Serve these queues, and those of the chats, until cancelled. `own`: handlers that only a chat has."""
    if "work" in queues:
        await house.office.begin()
    async with asyncio.TaskGroup() as group:
        group.create_task(keep_tidy(house.workshop, house.storage, house.settings.cache_days), name="tidying")
        await jobs.work(house.redis_url, {**handlers(house, chats), **(own or {})}, [*queues, *(f"chat:{chat.platform}" for chat in chats)])


def ready_for_many() -> None:
    """Once all is loaded, before many people talk to this process: every language is read, and what is there by now stays out of collections.

    A full collection stops everybody: for 190 ms before this, for less than one after it.
    """
    read_catalogues()
    gc.collect()
    gc.freeze()


async def serve_discord(house: House) -> None:
    """Hold the Discord chat and its queue until cancelled. Raises SetupFailed when Discord refuses us for good."""
    from bots.discord_chat import bot  # the chat's library is loaded by the process that needs it

    ready_for_many()
    await bot.run(house.settings, house.posts.desk, house.engine, house.posts, lambda chat: work(house, (), [chat]))


async def serve_telegram(house: House, door: Door | None) -> None:
    """Hold the Telegram chat and its queue until cancelled; updates come through the door, or are asked for. Raises SetupFailed when the token is refused."""
    from bots.telegram_chat import room

    ready_for_many()
    await room.run(house.settings, house.storage, house.workshop, house.engine, house.posts, door, lambda chat, own: work(house, (), [chat], own))


@contextlib.asynccontextmanager
async def at_work(house: House, chat: Chat) -> AsyncIterator[Showing]:
    """One process that does everything for one chat, while the block lasts; yields what shows its posts."""
    task = asyncio.create_task(work(house, WORK_QUEUES, [chat]))
    try:
        yield Showing(house.posts, {chat.platform: chat})
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
