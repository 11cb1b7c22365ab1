"""Somebody at their Telegram: what they write, send, press, pay and see. Tests act through it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.rules import DEEP_LINK_MAX, units

if TYPE_CHECKING:
    from tests.fakes.telegram.world import Chat, Message, World

BOT_NAME = "sysrai_test_bot"


_NEEDED = {
    "audio": {"duration": 1, "mime_type": "audio/mpeg"}, "voice": {"duration": 1, "mime_type": "audio/ogg"},
    "video_note": {"duration": 1, "length": 240}, "video": {"duration": 1, "width": 64, "height": 36, "mime_type": "video/mp4"},
}  # fmt: skip
"""What files of a kind always carry."""


@dataclass
class Query:
    """A press that waits for its answer. `at` is real time: a slow machine must not make it old."""

    id: str
    at: float
    user: int
    answer: dict[str, Any] | None = None


class FakeUser:
    """Somebody at their Telegram."""

    def __init__(self, world: World, id: int, name: str, language: str) -> None:
        self.world, self.id, self.name, self.language = world, id, name, language
        self.started = self.blocked = self.deactivated = False

    @property
    def public(self) -> dict[str, Any]:
        """The user as updates carry them."""
        return {"id": self.id, "is_bot": False, "first_name": self.name} | ({"language_code": self.language} if self.language else {})

    @property
    def chat(self) -> Chat:
        """Their private chat with the bot."""
        return self.world.chats[self.id]

    def says(self, text: str, *, chat: Chat | None = None, reply_to: Message | None = None, topic: int | None = None, update_id: int | None = None) -> int:
        """Write something. Returns the update's id, or 0 where the bot does not get to see it."""
        where = chat or self.chat
        fields: dict[str, Any] = {"text": text, "entities": _found_entities(text)}
        return self._post(where, fields, reply_to, topic, update_id)

    def edits(self, message: Message, text: str, *, after_s: float = 20.0) -> int:
        """Write a message of theirs anew, so long after it was sent. Returns the update's id, or 0 where the bot does not get to see it."""
        assert not message.by_bot, "people edit their own messages"
        message.fields |= {"text": text, "entities": _found_entities(text), "edit_date": int(message.fields["date"] + after_s)}
        where = self.world.chats[message.chat]
        if where.type != "private" and not self.world.bot_sees(where, message, None):
            return 0
        return self.world.update({"edited_message": message.public()})

    def opens(self, link: str) -> int:
        """Press Start behind a deep link of the bot: `https://t.me/<bot>?start=<payload>`."""
        found = re.fullmatch(rf"https://t\.me/{BOT_NAME}\?start=([A-Za-z0-9_-]+)", link)
        assert found, f"no deep link of this bot: {link}"
        assert len(found[1]) <= DEEP_LINK_MAX, "a deep link carries at most 64 characters"
        return self.says(f"/start {found[1]}")

    def sends(self, kind: str, content: bytes, *, name: str = "", caption: str = "", chat: Chat | None = None, reply_to: Message | None = None,
              size: int | None = None, **about: Any) -> int:  # fmt: skip
        """Send a photo, a document, music (audio), or a voice. `size` claims another size than the content has; `about` are further fields of the file."""
        where = chat or self.chat
        file = self.world.store(content, kind, name, size=size)
        seen: dict[str, Any] = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size}
        body: Any = [seen | {"width": 90, "height": 90}, seen | {"width": 640, "height": 360}] if kind == "photo" else seen
        if kind != "photo":
            body |= _NEEDED.get(kind, {}) | about
        if name and kind in ("document", "audio", "video"):
            body |= {"file_name": name, "mime_type": "application/octet-stream"}
        fields = {kind: body} | ({"caption": caption, "caption_entities": _found_entities(caption)} if caption else {})
        return self._post(where, fields, reply_to, None, None)

    def shares(self, kind: str, *, chat: Chat | None = None, reply_to: Message | None = None) -> int:
        """Send something that is neither words nor a file of ours: a sticker, a place, a poll."""
        return self._post(chat or self.chat, _shared(kind, self), reply_to, None, None)

    def _post(self, chat: Chat, fields: dict[str, Any], reply_to: Message | None, topic: int | None, update_id: int | None) -> int:
        if chat is self.chat:
            self.started, self.blocked = True, False
        if reply_to is not None:
            topic = topic or (reply_to.topic if chat.forum else None)
            seen = reply_to.public()
            seen.pop("reply_to_message", None)
            fields["reply_to_message"] = seen
        if topic:
            fields |= {"message_thread_id": topic, "is_topic_message": True}
            if reply_to is None:  # as the service does: whatever stands in a topic answers the message that made it
                fields["reply_to_message"] = chat.messages[topic].public()
        message = self.world.add(chat, fields, by=self)
        if chat.type != "private" and not self.world.bot_sees(chat, message, reply_to):
            return 0
        return self.world.update({"message": message.public()}, update_id)

    def presses(self, message: Message, button: str | int = 0, *, update_id: int | None = None, inaccessible: bool = False) -> str:
        """Press an inline button, by its label or its number. Returns the id of the callback query."""
        if message.deleted:
            raise AssertionError("that message is gone")
        buttons = message.buttons
        found = buttons[button] if isinstance(button, int) else next((one for one in buttons if one["text"] == button), None)
        assert found, f"no button {button!r} among {[one['text'] for one in buttons]}"
        assert "callback_data" in found, f"{found['text']} opens an address"
        return self.presses_data(message, found["callback_data"], update_id=update_id, inaccessible=inaccessible)

    def presses_data(self, message: Message, data: str, *, update_id: int | None = None, inaccessible: bool = False) -> str:
        """Send a callback with this data, as a forged client would."""
        id = str(next(self.world.ids))
        chat = self.world.chats[message.chat]
        self.world.queries[id] = Query(id, time.monotonic(), self.id)
        shown: dict[str, Any] = {"chat": chat.public, "message_id": message.id, "date": 0} if inaccessible else message.public()
        query = {"id": id, "from": self.public, "chat_instance": str(chat.id), "data": data, "message": shown}
        self.world.update({"callback_query": query}, update_id)
        return id

    def pays(self, link: str) -> list[tuple[bool, str | None]]:
        """Open an invoice link and press Pay. The list gets the bot's answer to the pre-checkout; if it is yes, the Stars are gone."""
        invoice = self.world.invoices[int(link.rpartition("$invoice")[2]) - 1]
        id, answer = str(next(self.world.ids)), []  # type: ignore[var-annotated]
        self.world.checkouts[id] = {"user": self, "invoice": invoice, "at": time.monotonic(), "answer": answer}
        query = {"id": id, "from": self.public, "currency": "XTR", "total_amount": invoice["prices"][0]["amount"], "invoice_payload": invoice["payload"]}
        self.world.update({"pre_checkout_query": query})
        return answer

    def blocks(self) -> int:
        """Block the bot."""
        self.blocked = True
        return self._status("member", "kicked")

    def unblocks(self) -> int:
        """Let the bot write again."""
        self.blocked = False
        return self._status("kicked", "member")

    def _status(self, old: str, new: str) -> int:
        bot = self.world.me
        shown = [{"user": bot, "status": one} | ({"until_date": 0} if one == "kicked" else {}) for one in (old, new)]
        told = {"chat": self.chat.public, "from": self.public, "date": self.world.date(), "old_chat_member": shown[0], "new_chat_member": shown[1]}
        return self.world.update({"my_chat_member": told})

    def sees(self, chat: Chat | None = None, topic: int | None = None) -> list[Message]:
        """The bot's messages there that are not deleted, in order."""
        messages = (chat or self.chat).messages.values()
        return [one for one in messages if one.by_bot and not one.deleted and (topic is None or one.topic == topic)]


def _shared(kind: str, by: FakeUser) -> dict[str, Any]:
    """What a message carries of such a kind, as the service writes it."""
    file = {"file_id": f"CAAC{kind}", "file_unique_id": f"u{kind}", "file_size": 9000}
    place = {"latitude": 48.85, "longitude": 2.29}
    animation = file | {"width": 320, "height": 240, "duration": 2, "file_name": "wave.mp4", "mime_type": "video/mp4"}
    poll = {"id": "7", "question": "Fox or owl?", "options": [{"persistent_id": str(n), "text": one, "voter_count": 0} for n, one in enumerate(("Fox", "Owl"))]}
    shared: dict[str, dict[str, Any]] = {
        "sticker": {"sticker": file | {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": "👍"}},
        "location": {"location": place},
        "venue": {"location": place, "venue": {"location": place, "title": "Lighthouse", "address": "Pier 1"}},
        "contact": {"contact": {"phone_number": "+4900000", "first_name": by.name}},
        "poll": {"poll": poll | {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                                 "allows_revoting": True, "members_only": False}},
        "dice": {"dice": {"emoji": "🎲", "value": 4}},
        "animation": {"animation": animation, "document": animation},
        "story": {"story": {"chat": by.chat.public, "id": 1}},
        "pinned_message": {"pinned_message": next(iter(by.chat.messages.values())).public() if by.chat.messages else {}},
    }  # fmt: skip
    return shared[kind]


def _found_entities(text: str) -> list[dict[str, Any]]:
    """The entities Telegram finds by itself in what people type: commands and mentions."""
    found = []
    for match in re.finditer(r"(?<!\S)(/[A-Za-z0-9_]+(?:@\w+)?|@\w+)", text):
        kind = "bot_command" if match[0].startswith("/") else "mention"
        found.append({"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])})
    return found
