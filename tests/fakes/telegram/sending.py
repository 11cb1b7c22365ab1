"""Sending: texts, media, albums, drafts of what is being written, and what the headline says meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.fakes.telegram import rules
from tests.fakes.telegram.base import Base
from tests.fakes.telegram.rules import Refused, Upload, bad
from tests.fakes.telegram.world import Chat, Draft, Message


class Sending(Base):
    """Methods that begin with send, but for those that sell."""

    def _sendMessage(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = self._open(given, "send", "not enough rights to send text messages to the chat")
        text, entities = rules.check_text(given["text"], given.get("entities"), rules.TEXT_UNITS_MAX, "message is too long", parse_mode=given.get("parse_mode"))
        if not text:
            raise bad("text must be non-empty" if given["text"] else "message text is empty")
        return self._send(chat, given, {"text": text, "entities": entities}).public()

    def _sendMessageDraft(self, given: dict[str, Any]) -> bool:
        if given["draft_id"] == 0:
            raise bad("RANDOM_ID_INVALID")
        if given["chat_id"] < 0:
            raise bad("TEXTDRAFT_PEER_INVALID")
        chat = self._open(given, "send", "not enough rights to send text messages to the chat")
        text, _ = rules.check_text(
            given.get("text", ""), given.get("entities"), rules.TEXT_UNITS_MAX, "message is too long", parse_mode=given.get("parse_mode")
        )
        self.pace(chat)
        chat.drafts.append(Draft(given["draft_id"], text, self.clock()))
        return True

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
        message.after = len(chat.drafts)
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
        if isinstance(value, str) and value.startswith("file:"):
            value = self._by_path(value)
        if isinstance(value, str):
            file = self.files.get(value)
            if file is None:
                raise bad("wrong file identifier/HTTP URL specified")
            if file.kind != kind:
                raise bad(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
        else:
            if value.size > (rules.LOCAL_UPLOAD_BYTES_MAX if self.local else rules.UPLOAD_BYTES_MAX):
                raise Refused(413, "Request Entity Too Large")
            if not value.size:
                raise bad("file must be non-empty")
            if kind == "photo":
                rules.check_photo(value.content)
            file = self.store(value.content, kind, value.name, size=value.size)
        shown: dict[str, Any] = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size}
        if kind == "photo":
            return {"photo": [shown | {"width": 90, "height": 51}, shown | {"width": 1280, "height": 720}]}, file.id
        about = {name: int(given[name]) for name in ("duration", "width", "height") if given.get(name) is not None}
        needs = {"video": {"duration": 0, "width": 0, "height": 0}, "audio": {"duration": 0}, "document": {}}[kind]
        name = {"file_name": file.name} if file.name else {}
        return {kind: shown | needs | {key: value for key, value in about.items() if key in needs} | name}, file.id

    def _by_path(self, address: str) -> Upload:
        """A file that a local server reads where it lies. Large ones are not read into memory here."""
        path = Path(unquote(urlsplit(address).path))
        if not self.local or not path.is_file():
            raise bad("wrong file identifier/HTTP URL specified")
        self.by_path.append(path)
        size = path.stat().st_size
        return Upload(path.name, path.read_bytes() if size <= rules.UPLOAD_BYTES_MAX else b"", "application/octet-stream", size)

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
