"""The fake Bot API refuses what the real one refuses, with its codes and words; spoken to by the real library."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import ClientSession, web
from telegram import (
    Bot,
    BotCommand,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    LabeledPrice,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from tests.bots.patience import until
from tests.bots.telegram_chat.conftest import picture
from tests.fakes.serving import serving
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.world import Chat

JPEG = picture("a", (64, 36))


class Stand:
    """A bot, somebody who started it and one who did not, a group, a forum."""

    def __init__(self, telegram: FakeTelegram, bot: Bot) -> None:
        self.telegram, self.bot = telegram, bot
        self.ana, self.stranger = telegram.user("Ana"), telegram.user("Stranger")
        self.ana.says("/start")
        self.group: Chat = telegram.group("Group", self.ana)
        self.forum: Chat = telegram.group("Forum", self.ana, forum=True)
        self.text: Any = None

    async def begin(self) -> Stand:
        self.text = await self.bot.send_message(self.ana.id, "hello", reply_markup=keys(button("a")))
        return self


def button(data: str | None = None, text: str = "x", **more: Any) -> InlineKeyboardButton:
    return InlineKeyboardButton(text, callback_data=data, **more)


def keys(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[one] for one in buttons])


@pytest.fixture
async def stand() -> AsyncIterator[Stand]:
    telegram = FakeTelegram(flood=False)
    async with telegram.running(), Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url) as bot:
        yield await Stand(telegram, bot).begin()


Try = Callable[[Stand], Awaitable[Any]]


def _blocked(s: Stand) -> FakeUser:
    s.ana.blocked = True
    return s.ana


def _gone(s: Stand) -> FakeUser:
    s.ana.deactivated = True
    return s.ana


def _kicked(s: Stand) -> Chat:
    s.group.bot = "kicked"
    return s.group


def _muted(s: Stand, right: str) -> Chat:
    s.group.rights.discard(right)
    return s.group


def _closed(s: Stand) -> int:
    topic = s.telegram.topic(s.forum, "Shut")
    s.forum.closed.add(topic)
    return topic


def _old(s: Stand) -> int:
    s.telegram.age(s.ana.chat.messages[s.text.message_id], 49 * 3600)
    return int(s.text.message_id)


def _other_kind(s: Stand) -> str:
    return s.telegram.store(b"film", "video", "a.mp4").id


REFUSALS: list[tuple[str, type[TelegramError], Try]] = [
    ("Message text is empty", BadRequest, lambda s: s.bot.send_message(s.ana.id, "")),
    ("Text must be non-empty", BadRequest, lambda s: s.bot.send_message(s.ana.id, " \n ")),
    ("Message is too long", BadRequest, lambda s: s.bot.send_message(s.ana.id, "x" * 4097)),
    ("Message is too long", BadRequest, lambda s: s.bot.send_message(s.ana.id, "😀" * 2049)),
    ("Message_too_long", BadRequest, lambda s: s.text.edit_text("x" * 4097)),
    ("Message caption is too long", BadRequest, lambda s: s.bot.send_photo(s.ana.id, JPEG, caption="😀" * 513)),
    ("Chat not found", BadRequest, lambda s: s.bot.send_message(1, "x")),
    ("bot was blocked by the user", Forbidden, lambda s: s.bot.send_message(_blocked(s).id, "x")),
    ("user is deactivated", Forbidden, lambda s: s.bot.send_message(_gone(s).id, "x")),
    ("bot can't initiate conversation with a user", Forbidden, lambda s: s.bot.send_message(s.stranger.id, "x")),
    ("bot was kicked from the supergroup chat", Forbidden, lambda s: s.bot.send_message(_kicked(s).id, "x")),
    ("Not enough rights to send text messages to the chat", BadRequest, lambda s: s.bot.send_message(_muted(s, "send").id, "x")),
    ("Not enough rights to send photos to the chat", BadRequest, lambda s: s.bot.send_photo(_muted(s, "media").id, JPEG)),
    ("Message is not modified: specified", BadRequest, lambda s: s.text.edit_text("hello", reply_markup=keys(button("a")))),
    ("Message is not modified: specified", BadRequest, lambda s: s.text.edit_reply_markup(keys(button("a")))),
    ("Message to edit not found", BadRequest, lambda s: s.bot.edit_message_text("x", s.ana.id, 9999)),
    ("Message can't be edited", BadRequest, lambda s: s.bot.edit_message_text("x", s.ana.id, min(s.ana.chat.messages))),
    ("There is no caption in the message to edit", BadRequest, lambda s: s.bot.edit_message_caption(s.ana.id, s.text.message_id, caption="x")),
    ("Inline keyboard expected", BadRequest, lambda s: s.bot.edit_message_text("x", s.ana.id, s.text.message_id, reply_markup=ForceReply())),  # type: ignore[arg-type]
    ("Message to delete not found", BadRequest, lambda s: s.bot.delete_message(s.ana.id, 9999)),
    ("Message can't be deleted for everyone", BadRequest, lambda s: s.bot.delete_message(s.ana.id, _old(s))),
    ("Message to be replied not found", BadRequest, lambda s: s.bot.send_message(s.ana.id, "x", reply_parameters=ReplyParameters(9999))),
    ("Message thread not found", BadRequest, lambda s: s.bot.send_message(s.forum.id, "x", message_thread_id=77)),
    ("Topic_closed", BadRequest, lambda s: s.bot.send_message(s.forum.id, "x", message_thread_id=_closed(s))),
    ("Button_data_invalid", BadRequest, lambda s: s.bot.send_message(s.ana.id, "x", reply_markup=keys(button("é" * 33)))),
    ("Can't parse inline keyboard button", BadRequest, lambda s: s.bot.send_message(s.ana.id, "x", reply_markup=keys(button("a", " ")))),
    ("Wrong HTTP URL", BadRequest, lambda s: s.bot.send_message(s.ana.id, "x", reply_markup=keys(button(url="http://localhost/x")))),
    ("Reply markup is too long", BadRequest, lambda s: s.bot.send_message(s.ana.id, "x", reply_markup=keys(*[button("a")] * 101))),
    ("Can't parse entities: Unsupported start tag", BadRequest, lambda s: s.bot.send_message(s.ana.id, "<c>x</c>", parse_mode="HTML")),
    ("Can't parse entities: Can't find end", BadRequest, lambda s: s.bot.send_message(s.ana.id, "*x", parse_mode="Markdown")),
    ("Entity_bounds_invalid", BadRequest, lambda s: s.bot.send_message(s.ana.id, "abc", entities=[MessageEntity("bold", 1, 3)])),
    ("middle of a UTF-16 symbol", BadRequest, lambda s: s.bot.send_message(s.ana.id, "😀😀", entities=[MessageEntity("bold", 1, 2)])),
    ("Image_process_failed", BadRequest, lambda s: s.bot.send_photo(s.ana.id, b"no picture")),
    ("Photo_invalid_dimensions", BadRequest, lambda s: s.bot.send_photo(s.ana.id, picture("long", (420, 20)))),
    ("too big for a photo", BadRequest, lambda s: s.bot.send_photo(s.ana.id, JPEG + bytes(10 << 20))),
    ("File must be non-empty", BadRequest, lambda s: s.bot.send_document(s.ana.id, b"")),
    ("Request Entity Too Large", NetworkError, lambda s: s.bot.send_document(s.ana.id, bytes((50 << 20) + 1))),
    ("Wrong file identifier/HTTP URL specified", BadRequest, lambda s: s.bot.send_photo(s.ana.id, "AgACnone")),
    ("Can't use file of type Video as Photo", BadRequest, lambda s: s.bot.send_photo(s.ana.id, _other_kind(s))),
    ("Too many messages to send as an album", BadRequest, lambda s: s.bot.send_media_group(s.ana.id, [InputMediaPhoto(JPEG)] * 11)),
    ("Too few messages to send as an album", BadRequest, lambda s: s.bot.send_media_group(s.ana.id, [InputMediaPhoto(JPEG)])),
    ("Audio can't be mixed", BadRequest, lambda s: s.bot.send_media_group(s.ana.id, [InputMediaAudio(b"a"), InputMediaDocument(b"b")])),
    ("Query is too old and response timeout expired", BadRequest, lambda s: s.bot.answer_callback_query("1")),
    ("Wrong parameter action in request", BadRequest, lambda s: s.bot.send_chat_action(s.ana.id, "dance")),
    ("Bot_command_invalid", BadRequest, lambda s: s.bot.set_my_commands([BotCommand("New", "x")])),
    ("Bot_command_description_invalid", BadRequest, lambda s: s.bot.set_my_commands([BotCommand("new", "x" * 257)])),
    ("Bot_commands_too_much", BadRequest, lambda s: s.bot.set_my_commands([BotCommand(f"c{n}", "x") for n in range(101)])),
    ("Description is too long", BadRequest, lambda s: s.bot.set_my_description("x" * 513)),
    ("The chat is not a forum", BadRequest, lambda s: s.bot.create_forum_topic(s.group.id, "x")),
    ("Not enough rights to create a topic", BadRequest, lambda s: s.bot.create_forum_topic(s.forum.id, "x")),
    ("Not enough rights to manage pinned messages", BadRequest, lambda s: s.bot.pin_chat_message(s.group.id, 1)),
    ("Wrong file_id or the file is temporarily unavailable", BadRequest, lambda s: s.bot.get_file("none")),
    ("User not found", BadRequest, lambda s: s.bot.get_chat_member(s.group.id, 1)),
    ("An HTTPS URL must be provided for webhook", BadRequest, lambda s: s.bot.set_webhook("http://example.com/x")),
    ("only on ports 80, 88, 443 or 8443", BadRequest, lambda s: s.bot.set_webhook("https://example.com:9000/x")),
    ("secret token contains unallowed characters", BadRequest, lambda s: s.bot.set_webhook("https://example.com/x", secret_token="no spaces")),
    ("Invoice_payload_invalid", BadRequest, lambda s: s.bot.create_invoice_link("t", "d", "é" * 65, "XTR", [LabeledPrice("a", 1)])),
    ("Currency_invalid", BadRequest, lambda s: s.bot.create_invoice_link("t", "d", "p", "USD", [LabeledPrice("a", 1)])),
]  # fmt: skip


def test_the_fake_refuses_as_much_as_the_service_does() -> None:
    assert len({words for words, _, _ in REFUSALS}) >= 30


@pytest.mark.parametrize(("words", "kind", "call"), REFUSALS, ids=[f"{n} {words}" for n, (words, _, _) in enumerate(REFUSALS)])
async def test_refusals(stand: Stand, words: str, kind: type[TelegramError], call: Try) -> None:
    with pytest.raises(kind) as caught:
        await call(stand)
    assert words.lower() in caught.value.message.lower()


async def test_a_group_that_moved_says_where_to(stand: Stand) -> None:
    new = stand.telegram.migrate(stand.group, tell=False)
    with pytest.raises(ChatMigrated) as caught:
        await stand.bot.send_message(stand.group.id, "x")
    assert caught.value.new_chat_id == new.id


async def test_unknown_tokens_methods_and_parameters(stand: Stand) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=stand.telegram.base_url):
            pass
    async with ClientSession() as client:
        for method, given in (("sendHologram", {}), ("sendMessage", {"text": "x", "texture": "y"})):
            await client.post(f"{stand.telegram.base_url}{stand.telegram.token}/{method}", json={"chat_id": stand.ana.id, **given})
    assert stand.telegram.complaints == ["there is no method sendHologram", "sendMessage has no parameter texture"]
    stand.telegram.complaints.clear()


async def test_limits_of_private_chats_groups_and_all() -> None:
    now = [0.0]
    telegram = FakeTelegram(lambda: now[0])
    async with telegram.running(), Bot(telegram.token, base_url=telegram.base_url) as bot:
        people = [telegram.user(f"P{n}") for n in range(31)]
        for one in people:
            one.says("/start")
        group = telegram.group("Group", people[0])
        for _ in range(3):
            await bot.send_message(people[0].id, "x")
        with pytest.raises(RetryAfter, match=r"in 1 seconds|0:00:01"):
            await bot.send_message(people[0].id, "x")
        now[0] = 1.0
        await bot.send_message(people[0].id, "x")
        for n in range(20):
            now[0] = 2 + n / 5
            await bot.send_message(group.id, "x")
        now[0] = 30.0
        with pytest.raises(RetryAfter):
            await bot.send_message(group.id, "x")
        now[0] = 63.0
        await bot.send_media_group(group.id, [InputMediaPhoto(JPEG)] * 5)
        now[0] = 100.0
        for one in people[:30]:
            await bot.send_message(one.id, "x")
        with pytest.raises(RetryAfter):
            await bot.send_message(people[30].id, "x")


async def test_updates_come_again_until_an_offset_passes_them(stand: Stand) -> None:
    stand.ana.says("one")
    stand.ana.says("two")
    first = await stand.bot.get_updates()
    assert [update.message.text for update in first if update.message] == ["/start", "one", "two"]
    assert await stand.bot.get_updates() == first
    assert [update.message.text for update in await stand.bot.get_updates(offset=first[-1].update_id) if update.message] == ["two"]
    assert await stand.bot.get_updates(offset=first[-1].update_id + 1) == ()
    await stand.bot.get_updates(allowed_updates=["callback_query"], offset=first[-1].update_id + 1)
    assert stand.ana.says("nobody asked for messages") == 0


async def test_one_reader_of_updates_at_a_time(stand: Stand) -> None:
    offset = (await stand.bot.get_updates())[-1].update_id + 1
    waiting = asyncio.create_task(stand.bot.get_updates(offset=offset, timeout=50))
    before = len(stand.telegram.calls)
    await until(lambda: stand.telegram.calls[before:])
    async with Bot(stand.telegram.token, base_url=stand.telegram.base_url) as other:
        await other.get_updates(offset=offset)
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await waiting


async def test_webhooks_carry_the_secret_and_come_again(stand: Stand) -> None:
    got: list[tuple[str, str]] = []

    async def take(request: web.Request) -> web.Response:
        got.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], (await request.json())["message"]["text"]))
        return web.Response(status=500 if len(got) == 2 else 200)

    app = web.Application()
    app.router.add_post("/hook", take)
    async with serving(app) as url:
        await stand.bot.set_webhook(f"{url}/hook", secret_token="s3cret", allowed_updates=["message"])
        with pytest.raises(Conflict, match="webhook is active"):
            await stand.bot.get_updates()
        stand.ana.says("again")
        await until(lambda: not stand.telegram.updates)
        assert got == [("s3cret", "/start"), ("s3cret", "again"), ("s3cret", "again")]
        await stand.bot.delete_webhook()


async def test_privacy_mode_and_files(stand: Stand) -> None:
    sent = await stand.bot.send_message(stand.group.id, "hello")
    ours = stand.group.messages[sent.message_id]
    assert stand.ana.says("chatter", chat=stand.group) == 0
    assert stand.ana.says("/new@another_bot", chat=stand.group) == 0
    assert stand.ana.says("yes", chat=stand.group, reply_to=ours)
    stand.ana.sends("document", b"words", name="story.txt")
    update = (await stand.bot.get_updates())[-1]
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"words"
    stand.ana.sends("document", b"x", name="film.mp4", size=21 << 20)
    update = (await stand.bot.get_updates())[-1]
    assert update.message
    assert update.message.document
    with pytest.raises(BadRequest, match="File is too big"):
        await update.message.document.get_file()
    async with ClientSession() as client, client.get(f"{stand.telegram.base_file_url}{stand.telegram.token}/documents/none") as answer:
        assert answer.status == 404


async def test_a_thumbnail_the_service_would_drop_and_a_press_without_answer_are_noticed() -> None:
    telegram = FakeTelegram(flood=False)
    with pytest.raises(AssertionError, match="a thumbnail is a JPEG"):
        async with telegram.running(), Bot(telegram.token, base_url=telegram.base_url) as bot:
            ana = telegram.user("Ana")
            ana.says("/start")
            await bot.send_video(ana.id, b"film", thumbnail=picture("p", (640, 360)))
    telegram.complaints.clear()
    with pytest.raises(AssertionError, match="never answered"):
        async with telegram.running(), Bot(telegram.token, base_url=telegram.base_url) as bot:
            sent = await bot.send_message(ana.id, "x", reply_markup=keys(button("a")))
            ana.presses(ana.chat.messages[sent.message_id])
