"""A stand-in for the Telegram Bot API, as strict as the real one: methods, files, long polling and webhooks over real HTTP.

    async with FakeTelegram().running() as telegram:
        ana = telegram.user("Ana")
        bot = Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url)
        ana.says("/start")                                  # an update for getUpdates, or for the webhook
        telegram.refuses("sendMessage", Refused(403, "Forbidden: ..."))     # the next call of that method

Methods and parameters that do not exist, thumbnails the service would drop in silence and presses that are never answered are noted in
`complaints`; leaving `running()` with complaints fails the test unless it said `telegram.complaints.clear()`. Texts are counted as
Telegram counts them (`telegram_rules`), people, chats and speed limits stand in `telegram_world`.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, web

from tests.fakes import telegram_rules as rules
from tests.fakes.telegram_rules import Refused, Upload, bad
from tests.fakes.telegram_world import BOT_ID, DELETABLE_S, QUERY_S, Chat, FakeUser, Message, World

UPDATES_AT_ONCE = 100
WEBHOOK_TRIES_MAX = 5
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True)
class Drop:
    """Instead of an answer: the connection is closed. `done`: after the work was done."""

    done: bool = False


@dataclass
class Call:
    """One request as it came in."""

    method: str
    given: dict[str, Any]
    refused: str = ""


class FakeTelegram(World):
    """The server, and the world it serves. `local`: a local Bot API server, with its larger files."""

    def __init__(self, clock: Callable[[], float] | None = None, *, flood: bool = True, local: bool = False) -> None:
        super().__init__(clock or asyncio.get_event_loop().time, flood=flood)
        self.token = f"{BOT_ID}:AAcanaryTOKENcanaryTOKENcanaryTOKEN00"
        self.local = local
        self.url = ""
        self.calls: list[Call] = []
        self.complaints: list[str] = []
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.menu_button: dict[str, Any] = {}
        self.actions: list[tuple[int, str]] = []
        self.webhook: dict[str, Any] = {"url": ""}
        self.refusals: dict[str, deque[Refused | Drop]] = defaultdict(deque)
        self.slow_s = 0.0
        self._news = asyncio.Event()
        self._polling = 0
        self.arrived = self._news.set
        self._pusher: asyncio.Task[None] | None = None

    @property
    def base_url(self) -> str:
        """For `Bot(base_url=…)`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """For `Bot(base_file_url=…)`."""
        return f"{self.url}/file/bot"

    def refuses(self, method: str, *how: Refused | Drop) -> None:
        """What the next calls of this method get."""
        self.refusals[method].extend(how)

    def called(self, method: str) -> list[Call]:
        """The calls of this method that were taken."""
        return [call for call in self.calls if call.method == method and not call.refused]

    def age(self, message: Message, seconds: float) -> None:
        """Make a message older."""
        message.at -= seconds

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeTelegram]:
        """Serve while the block lasts; fails on complaints and on presses without an answer."""
        app = web.Application(client_max_size=4 << 30)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            if self._pusher:
                self._pusher.cancel()
            await runner.cleanup()
        unanswered = [query.id for query in self.queries.values() if query.answer is None]
        assert not self.complaints, self.complaints
        assert not unanswered, f"presses that were never answered: {unanswered}"

    # ------------------------------------------------------------ http

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        call = Call(method, {})
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized") if ":" in request.match_info["token"] else Refused(404, "Not Found")
            if method not in rules.METHODS:
                self.complaints.append(f"there is no method {method}")
                raise Refused(404, "Not Found")
            raw = await self._raw(request)
            call.given = {name: value.name if isinstance(value, Upload) else value for name, value in raw.items()}
            self.calls.append(call)
            if self.slow_s:
                await asyncio.sleep(self.slow_s)
            scripted = self.refusals[method].popleft() if self.refusals[method] else None
            if isinstance(scripted, Refused):
                raise scripted
            if isinstance(scripted, Drop) and not scripted.done:
                raise ConnectionResetError
            result = getattr(self, f"_{method}")(rules.parameters(method, raw, self.complaints))
            if asyncio.iscoroutine(result):
                result = await result
            if isinstance(scripted, Drop):
                raise ConnectionResetError
        except Refused as no:
            call.refused = no.description
            body: dict[str, Any] = {"ok": False, "error_code": no.code, "description": no.description}
            return web.json_response(body | ({"parameters": no.parameters} if no.parameters else {}), status=no.code)
        except ConnectionResetError:
            call.refused = "dropped"
            if request.transport:
                request.transport.close()
            return web.Response()
        return web.json_response({"ok": True, "result": result})

    async def _raw(self, request: web.Request) -> dict[str, Any]:
        found: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            return found | dict(await request.json())
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                found[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                found[name] = value
        return found

    async def _download(self, request: web.Request) -> web.Response:
        file = self.files.get(request.match_info["path"].split("/")[-1])
        if file is None or request.match_info["token"] != self.token:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        return web.Response(body=file.content)

    # ------------------------------------------------------------ updates

    async def _getUpdates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook["url"]:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        self._allow(given)
        self._polling += 1
        turn = self._polling
        offset, deadline = given.get("offset", 0), asyncio.get_running_loop().time() + min(given.get("timeout", 0), 50)
        if offset < 0:
            while len(self.updates) > -offset:
                self.updates.popleft()
        while self.updates and offset > 0 and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        while not self.updates and (left := deadline - asyncio.get_running_loop().time()) > 0:
            self._news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), min(left, 0.2))
            if self._polling != turn:
                raise Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
        return list(self.updates)[: min(given.get("limit", UPDATES_AT_ONCE), UPDATES_AT_ONCE)]

    def _allow(self, given: dict[str, Any]) -> None:
        if "allowed_updates" in given:
            self.allowed = set(given["allowed_updates"]) or None

    def _setWebhook(self, given: dict[str, Any]) -> bool:
        rules.check_webhook(given)
        self._allow(given)
        self.webhook = {"url": given["url"], "secret": given.get("secret_token", "")}
        if given.get("drop_pending_updates"):
            self.updates.clear()
        if self._pusher:
            self._pusher.cancel()
        self._pusher = asyncio.create_task(self._push()) if given["url"] else None
        return True

    def _deleteWebhook(self, given: dict[str, Any]) -> bool:
        if self._pusher:
            self._pusher.cancel()
        self.webhook = {"url": ""}
        if given.get("drop_pending_updates"):
            self.updates.clear()
        return True

    def _getWebhookInfo(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"url": self.webhook["url"], "has_custom_certificate": False, "pending_update_count": len(self.updates)}

    async def _push(self) -> None:
        """Updates go to the webhook one after the other; one that is not taken comes again."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret"]} if self.webhook["secret"] else {}
        async with ClientSession() as client:
            while True:
                while not self.updates:
                    self._news.clear()
                    await self._news.wait()
                update = self.updates[0]
                for _ in range(WEBHOOK_TRIES_MAX):
                    try:
                        async with client.post(self.webhook["url"], json=update, headers=headers) as answer:
                            if answer.status == 200:
                                break
                    except OSError:
                        pass
                    await asyncio.sleep(0.05)
                else:
                    self.complaints.append(f"the webhook does not take update {update['update_id']}")
                if self.updates and self.updates[0] is update:
                    self.updates.popleft()

    # ------------------------------------------------------------ the bot itself

    def _getMe(self, given: dict[str, Any]) -> dict[str, Any]:
        return self.me

    def _setMyCommands(self, given: dict[str, Any]) -> bool:
        language = given.get("language_code", "")
        if language and (len(language) != 2 or not language.isalpha()):
            raise bad("LANGUAGE_CODE_INVALID")
        self.commands[rules.check_scope(given.get("scope")), language] = rules.check_commands(given["commands"])
        return True

    def _deleteMyCommands(self, given: dict[str, Any]) -> bool:
        self.commands.pop((rules.check_scope(given.get("scope")), given.get("language_code", "")), None)
        return True

    def _getMyCommands(self, given: dict[str, Any]) -> list[dict[str, str]]:
        return self.commands.get((rules.check_scope(given.get("scope")), given.get("language_code", "")), [])

    def _setMyDescription(self, given: dict[str, Any]) -> bool:
        if rules.units(given.get("description", "")) > 512:
            raise bad("description is too long")
        self.descriptions["long", given.get("language_code", "")] = given.get("description", "")
        return True

    def _setMyShortDescription(self, given: dict[str, Any]) -> bool:
        if rules.units(given.get("short_description", "")) > 120:
            raise bad("short description is too long")
        self.descriptions["short", given.get("language_code", "")] = given.get("short_description", "")
        return True

    def _setChatMenuButton(self, given: dict[str, Any]) -> bool:
        if given.get("menu_button", {}).get("type") not in ("commands", "web_app", "default"):
            raise bad("can't parse menu button")
        self.menu_button = given["menu_button"]
        return True

    # ------------------------------------------------------------ sending

    def _sendMessage(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = self._open(given, "send", "not enough rights to send text messages to the chat")
        text, entities = rules.check_text(given["text"], given.get("entities"), rules.TEXT_UNITS_MAX, "message is too long", parse_mode=given.get("parse_mode"))
        if not text:
            raise bad("text must be non-empty" if given["text"] else "message text is empty")
        return self._send(chat, given, {"text": text, "entities": entities}).public()

    def _open(self, given: dict[str, Any], right: str, refusal: str) -> Chat:
        """The chat of a request that sends, when it may."""
        chat = self.chat_to(given["chat_id"])
        self.may(chat, right, refusal)
        topic = given.get("message_thread_id")
        if topic is not None and topic not in chat.topics:
            raise bad("message thread not found")
        if topic in chat.closed:
            raise bad("TOPIC_CLOSED")
        return chat

    def _send(self, chat: Chat, given: dict[str, Any], body: dict[str, Any], *, files: list[str] | None = None, counts: int = 1) -> Message:
        markup = rules.check_markup(given.get("reply_markup"))
        replies = self._reply(chat, given)
        if counts:
            self.pace(chat, counts)
        fields = {key: value for key, value in body.items() if value not in (None, [])} | replies
        if given.get("message_thread_id"):
            fields |= {"message_thread_id": given["message_thread_id"], "is_topic_message": True}
        if markup:
            fields["reply_markup"] = markup
        message = self.add(chat, fields, by=None)
        message.files = files or []
        message.silent = bool(given.get("disable_notification"))
        message.history.append(dict(message.fields))
        return message

    def _reply(self, chat: Chat, given: dict[str, Any]) -> dict[str, Any]:
        wanted = given.get("reply_parameters")
        if not wanted:
            return {}
        if set(wanted) - {"message_id", "chat_id", "allow_sending_without_reply", "quote", "quote_entities", "quote_parse_mode", "quote_position"}:
            raise bad("can't parse reply parameters")
        target = chat.messages.get(wanted.get("message_id"))
        if target is None or target.deleted:
            if wanted.get("allow_sending_without_reply"):
                return {}
            raise bad("message to be replied not found")
        seen = target.public()
        seen.pop("reply_to_message", None)
        return {"reply_to_message": seen}

    def _caption(self, given: dict[str, Any]) -> dict[str, Any]:
        text, entities = rules.check_text(
            given.get("caption", ""), given.get("caption_entities"), rules.CAPTION_UNITS_MAX, "message caption is too long", parse_mode=given.get("parse_mode")
        )
        return {"caption": text or None, "caption_entities": entities}

    def _file(self, kind: str, value: Any, given: dict[str, Any]) -> tuple[dict[str, Any], str]:
        """The message field of a file that was uploaded, or that is known by its id."""
        if isinstance(value, str) and value.startswith("attach://"):
            value = given["_uploads"].get(value.removeprefix("attach://"))
            if value is None:
                raise bad("can't find attached file")
        if isinstance(value, str):
            file = self.files.get(value)
            if file is None:
                raise bad("wrong file identifier/HTTP URL specified")
            if file.kind != kind:
                raise bad(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
        else:
            if len(value.content) > (rules.LOCAL_UPLOAD_BYTES_MAX if self.local else rules.UPLOAD_BYTES_MAX):
                raise Refused(413, "Request Entity Too Large")
            if not value.content:
                raise bad("file must be non-empty")
            if kind == "photo":
                rules.check_photo(value.content)
            file = self.store(value.content, kind, value.name)
        shown: dict[str, Any] = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size}
        if kind == "photo":
            return {"photo": [shown | {"width": 90, "height": 51}, shown | {"width": 1280, "height": 720}]}, file.id
        about = {name: int(given[name]) for name in ("duration", "width", "height") if given.get(name) is not None}
        needs = {"video": {"duration": 0, "width": 0, "height": 0}, "audio": {"duration": 0}, "document": {}}[kind]
        name = {"file_name": file.name} if file.name else {}
        return {kind: shown | needs | {key: value for key, value in about.items() if key in needs} | name}, file.id

    def _thumbnail(self, given: dict[str, Any]) -> None:
        value = given.get("thumbnail")
        if isinstance(value, str) and value.startswith("attach://"):
            value = given["_uploads"].get(value.removeprefix("attach://"))
        if value is None:
            return
        if not isinstance(value, Upload):
            raise bad("thumbnails can't be reused and can be only uploaded as a new file")
        if wrong := rules.check_thumbnail(value.content):
            self.complaints.append(wrong)

    def _sendFile(self, kind: str, given: dict[str, Any]) -> dict[str, Any]:
        chat = self._open(given, "media", f"not enough rights to send {kind}s to the chat")
        caption = self._caption(given)
        self._thumbnail(given)
        body, file = self._file(kind, given[kind], given)
        return self._send(chat, given, body | caption, files=[file]).public()

    def _sendPhoto(self, given: dict[str, Any]) -> dict[str, Any]:
        return self._sendFile("photo", given)

    def _sendVideo(self, given: dict[str, Any]) -> dict[str, Any]:
        return self._sendFile("video", given)

    def _sendAudio(self, given: dict[str, Any]) -> dict[str, Any]:
        return self._sendFile("audio", given)

    def _sendDocument(self, given: dict[str, Any]) -> dict[str, Any]:
        return self._sendFile("document", given)

    def _sendMediaGroup(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        chat = self._open(given, "media", "not enough rights to send photos to the chat")
        items = rules.check_album(given["media"])
        bodies = []
        for one in items:
            one = one | {"_uploads": given["_uploads"]}
            self._thumbnail(one)
            body, file = self._file(one["type"], one["media"], one)
            bodies.append((body | self._caption(one), file))
        self._reply(chat, given)
        self.pace(chat, len(items))
        group = {"media_group_id": str(next(self.ids))}
        return [self._send(chat, given, body | group, files=[file], counts=0).public() for body, file in bodies]

    def _sendChatAction(self, given: dict[str, Any]) -> bool:
        if given["action"] not in rules.CHAT_ACTIONS:
            raise bad("wrong parameter action in request")
        chat = self._open(given, "send", "not enough rights to send text messages to the chat")
        self.actions.append((chat.id, given["action"]))
        return True

    def _sendInvoice(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = self._open(given, "send", "not enough rights to send text messages to the chat")
        rules.check_invoice(given)
        self.invoices.append(given)
        total = given["prices"][0]["amount"]
        shown = {"title": given["title"], "description": given["description"], "start_parameter": "", "currency": "XTR", "total_amount": total}
        return self._send(chat, given, {"invoice": shown}).public()

    def _createInvoiceLink(self, given: dict[str, Any]) -> str:
        rules.check_invoice(given)
        self.invoices.append(given)
        return f"https://t.me/$invoice{len(self.invoices)}"

    def _answerPreCheckoutQuery(self, given: dict[str, Any]) -> bool:
        checkout = self.checkouts.pop(given["pre_checkout_query_id"], None)
        if checkout is None or self.clock() - checkout["at"] > 10.0:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if not given["ok"] and not given.get("error_message"):
            raise bad("error_message must be specified")
        checkout["answer"].append((given["ok"], given.get("error_message")))
        if given["ok"]:
            self.takes_stars(checkout["user"], checkout["invoice"])
        return True

    def _refundStarPayment(self, given: dict[str, Any]) -> bool:
        paid = next((one for one in self.stars if one["id"] == given["telegram_payment_charge_id"] and "source" in one), None)
        if paid is None or paid["source"]["user"]["id"] != given["user_id"]:
            raise bad("CHARGE_ID_INVALID")
        if any(one["id"] == paid["id"] and "receiver" in one for one in self.stars):
            raise bad("CHARGE_ALREADY_REFUNDED")
        self.gives_stars_back(paid["id"])
        return True

    def _getStarTransactions(self, given: dict[str, Any]) -> dict[str, Any]:
        at, limit = given.get("offset", 0), given.get("limit", 100)
        if not 1 <= limit <= 100:
            raise bad("LIMIT_INVALID")
        return {"transactions": self.stars[at : at + limit]}

    def _editUserStarSubscription(self, given: dict[str, Any]) -> bool:
        one = self.star_plans.get(given["telegram_payment_charge_id"])
        if one is None or one["user"].id != given["user_id"]:
            raise bad("CHARGE_ID_INVALID")
        one["canceled"] = given["is_canceled"]
        return True

    # ------------------------------------------------------------ editing

    def _own(self, given: dict[str, Any]) -> tuple[Chat, Message]:
        if "chat_id" not in given or "message_id" not in given:
            raise bad("message identifier is not specified")
        chat = self.chat_to(given["chat_id"])
        message = chat.messages.get(given["message_id"])
        if message is None or message.deleted:
            raise bad("message to edit not found")
        if not message.by_bot or message.kind == "service":
            raise bad("message can't be edited")
        if message.topic in chat.closed:
            raise bad("TOPIC_CLOSED")
        return chat, message

    def _edited(self, chat: Chat, message: Message, given: dict[str, Any], body: dict[str, Any], drops: tuple[str, ...] = ()) -> dict[str, Any]:
        markup = rules.check_markup(given.get("reply_markup"))
        if markup and "inline_keyboard" not in markup:
            raise bad("inline keyboard expected")
        if markup and "media_group_id" in message.fields:
            self.complaints.append("album items carry no keyboard")
        fields = {key: value for key, value in message.fields.items() if key not in (*drops, "reply_markup", *body)}
        fields |= {key: value for key, value in body.items() if value not in (None, [])}
        if markup and markup["inline_keyboard"]:
            fields["reply_markup"] = markup
        self.pace(chat)
        if fields == message.fields:
            raise bad(NOT_MODIFIED)
        message.fields = fields
        message.history.append(dict(fields))
        return message.public() | {"edit_date": self.date()}

    def _editMessageText(self, given: dict[str, Any]) -> dict[str, Any]:
        chat, message = self._own(given)
        if message.kind != "text":
            raise bad("there is no text in the message to edit")
        text, entities = rules.check_text(given["text"], given.get("entities"), rules.TEXT_UNITS_MAX, "MESSAGE_TOO_LONG", parse_mode=given.get("parse_mode"))
        if not text:
            raise bad("text must be non-empty" if given["text"] else "message text is empty")
        return self._edited(chat, message, given, {"text": text, "entities": entities})

    def _editMessageCaption(self, given: dict[str, Any]) -> dict[str, Any]:
        chat, message = self._own(given)
        if message.kind == "text":
            raise bad("there is no caption in the message to edit")
        return self._edited(chat, message, given, self._caption(given))

    def _editMessageMedia(self, given: dict[str, Any]) -> dict[str, Any]:
        chat, message = self._own(given)
        media = rules.check_media(given["media"]) | {"_uploads": given["_uploads"]}
        if (
            "media_group_id" in message.fields
            and (media["type"] in ("audio", "document") or message.kind in ("audio", "document"))
            and media["type"] != message.kind
        ):
            raise bad("message can't be edited")
        self._thumbnail(media)
        body, file = self._file(media["type"], media["media"], media)
        if message.files == [file] and self._caption(media).get("caption") == message.fields.get("caption"):
            body = {key: message.fields[key] for key in body if key in message.fields}
        message.files = [file]
        return self._edited(chat, message, given, body | self._caption(media), ("photo", "video", "audio", "document", "text", "entities"))

    def _editMessageReplyMarkup(self, given: dict[str, Any]) -> dict[str, Any]:
        chat, message = self._own(given)
        return self._edited(chat, message, given, {})

    def _deleteMessage(self, given: dict[str, Any]) -> bool:
        chat = self.chat_to(given["chat_id"])
        message = chat.messages.get(given["message_id"])
        if message is None or message.deleted:
            raise bad("message to delete not found")
        if self.clock() - message.at > DELETABLE_S or (not message.by_bot and "delete" not in chat.rights):
            raise bad("message can't be deleted for everyone")
        message.deleted = True
        return True

    def _deleteMessages(self, given: dict[str, Any]) -> bool:
        chat = self.chat_to(given["chat_id"])
        if not isinstance(given["message_ids"], list) or not 1 <= len(given["message_ids"]) <= 100:
            raise bad("message identifiers are not specified")
        for id in given["message_ids"]:
            message = chat.messages.get(id)
            if message and self.clock() - message.at <= DELETABLE_S and (message.by_bot or "delete" in chat.rights):
                message.deleted = True
        return True

    # ------------------------------------------------------------ the rest

    def _answerCallbackQuery(self, given: dict[str, Any]) -> bool:
        query = self.queries.get(given["callback_query_id"])
        if query is None or self.clock() - query.at > QUERY_S:
            if query:
                query.answer = {"too late": True}
            raise bad(OLD_QUERY)
        if rules.units(given.get("text", "")) > rules.ALERT_UNITS_MAX:
            raise bad("MESSAGE_TOO_LONG")
        if query.answer is not None:
            raise bad(OLD_QUERY)
        query.answer = {key: value for key, value in given.items() if key in ("text", "show_alert", "url")}
        return True

    def _getFile(self, given: dict[str, Any]) -> dict[str, Any]:
        file = self.files.get(given["file_id"])
        if file is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if file.size > rules.DOWNLOAD_BYTES_MAX and not self.local:
            raise bad("file is too big")
        return {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size, "file_path": f"documents/{file.id}"}

    def _getChat(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = self.chat_to(given["chat_id"])
        return chat.public | {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": {
            "unlimited_gifts": False, "limited_gifts": False, "unique_gifts": False, "premium_subscription": False, "gifts_from_channels": False}}  # fmt: skip

    def _getChatMember(self, given: dict[str, Any]) -> dict[str, Any]:
        chat, id = self.chat_to(given["chat_id"]), given["user_id"]
        if id == BOT_ID:
            return self._member(self.me, chat.bot)
        if id not in chat.members:
            raise bad("member not found" if id in self.users else "user not found")
        return self._member(self.users[id].public, chat.members[id])

    @staticmethod
    def _member(user: dict[str, Any], status: str) -> dict[str, Any]:
        shown: dict[str, Any] = {"user": user, "status": status}
        if status == "creator":
            return shown | {"is_anonymous": False}
        if status == "administrator":
            rights = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
                      "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories")  # fmt: skip
            return shown | dict.fromkeys(rights, False)
        return shown | ({"until_date": 0} if status == "kicked" else {})

    def _pinChatMessage(self, given: dict[str, Any]) -> bool:
        chat = self.chat_to(given["chat_id"])
        self.may(chat, "pin", "not enough rights to manage pinned messages in the chat")
        message = chat.messages.get(given["message_id"])
        if message is None or message.deleted:
            raise bad("message to pin not found")
        if message.id not in chat.pinned:
            chat.pinned.append(message.id)
            self.add(chat, {"pinned_message": message.public()}, by=None)
        return True

    def _unpinChatMessage(self, given: dict[str, Any]) -> bool:
        chat = self.chat_to(given["chat_id"])
        self.may(chat, "pin", "not enough rights to manage pinned messages in the chat")
        id = given.get("message_id", chat.pinned[-1] if chat.pinned else 0)
        if id not in chat.pinned:
            raise bad("message to unpin not found")
        chat.pinned.remove(id)
        return True

    def _createForumTopic(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = self.chat_to(given["chat_id"])
        if not chat.forum:
            raise bad("the chat is not a forum")
        self.may(chat, "topics", "not enough rights to create a topic")
        if not 1 <= rules.units(given["name"]) <= 128:
            raise bad("TOPIC_TITLE_EMPTY" if not given["name"] else "topic name is too long")
        return {"message_thread_id": self.topic(chat, given["name"]), "name": given["name"], "icon_color": 7322096}

    def _topic(self, given: dict[str, Any]) -> tuple[Chat, int]:
        chat = self.chat_to(given["chat_id"])
        self.may(chat, "topics", "not enough rights to manage topics")
        if given["message_thread_id"] not in chat.topics:
            raise bad("message thread not found")
        return chat, int(given["message_thread_id"])

    def _editForumTopic(self, given: dict[str, Any]) -> bool:
        chat, topic = self._topic(given)
        if given.get("name", chat.topics[topic]) == chat.topics[topic]:
            raise bad("TOPIC_NOT_MODIFIED")
        chat.topics[topic] = given["name"]
        return True

    def _closeForumTopic(self, given: dict[str, Any]) -> bool:
        chat, topic = self._topic(given)
        if topic in chat.closed:
            raise bad("TOPIC_NOT_MODIFIED")
        chat.closed.add(topic)
        return True

    def _reopenForumTopic(self, given: dict[str, Any]) -> bool:
        chat, topic = self._topic(given)
        if topic not in chat.closed:
            raise bad("TOPIC_NOT_MODIFIED")
        chat.closed.discard(topic)
        return True


__all__ = ["Call", "Chat", "Drop", "FakeTelegram", "FakeUser", "Message", "Refused"]
