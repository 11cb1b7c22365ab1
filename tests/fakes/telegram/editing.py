"""Editing and deleting what was sent, and answering presses."""

from __future__ import annotations

import time
from typing import Any

from tests.fakes.telegram import rules
from tests.fakes.telegram.rules import bad
from tests.fakes.telegram.sending import Sending
from tests.fakes.telegram.world import DELETABLE_S, QUERY_S, Chat, Message

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


class Editing(Sending):
    """Methods that change what stands there."""

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

    def _answerCallbackQuery(self, given: dict[str, Any]) -> bool:
        query = self.queries.get(given["callback_query_id"])
        if query is None or time.monotonic() - query.at > QUERY_S:
            if query:
                query.answer = {"too late": True}
            raise bad(OLD_QUERY)
        if rules.units(given.get("text", "")) > rules.ALERT_UNITS_MAX:
            raise bad("MESSAGE_TOO_LONG")
        if query.answer is not None:
            raise bad(OLD_QUERY)
        query.answer = {key: value for key, value in given.items() if key in ("text", "show_alert", "url")}
        return True
