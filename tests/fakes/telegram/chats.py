"""Chats, members, pinned messages, forum topics, and the files people sent."""

from __future__ import annotations

from typing import Any

from tests.fakes.telegram import rules
from tests.fakes.telegram.base import Base
from tests.fakes.telegram.rules import bad
from tests.fakes.telegram.world import BOT_ID, Chat


class Chats(Base):
    """Methods that are about places rather than messages."""

    def _getFile(self, given: dict[str, Any]) -> dict[str, Any]:
        file = self.files.get(given["file_id"])
        if file is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if file.size > rules.DOWNLOAD_BYTES_MAX and not self.local:
            raise bad("file is too big")
        path = f"documents/{file.id}"
        if self.local:
            lies = self.kept / file.id
            lies.write_bytes(file.content)
            path = str(lies)
        return {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size, "file_path": path}

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
