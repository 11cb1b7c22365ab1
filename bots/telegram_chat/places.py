"""Who acts where: users and chats of Telegram as addresses, messages as the posts they show, threads by what a message answers."""

from __future__ import annotations

from telegram import Chat, Message, User
from tortoise import connections

from bots.conversation.events import Address
from bots.conversation.owed import Owed, owed_where
from bots.telegram_chat import threads
from bots.telegram_chat.calls import PLATFORM

FORUM_GENERAL = 1


def address(chat: Chat, user: User, thread: str = "", *, admin: bool = False) -> Address:
    """Somebody in a chat, or in a thread of it, whose talk everybody there shares."""
    kind = "private" if chat.type == chat.PRIVATE else "thread" if thread else "group"
    return Address(
        PLATFORM, str(chat.id), str(user.id), thread, person_name=user.full_name, place_kind=kind, place_name=chat.title or "",  # type: ignore[arg-type]
        language=user.language_code or "", admin=admin,
    )  # fmt: skip


def elsewhere(owed: Owed, user: User) -> Address:
    """Somebody who presses a button in their own chat that belongs to a group: what was told there in private."""
    place, thread = owed.place, owed.post.thread
    kind = "thread" if thread else "group"
    return Address(
        PLATFORM, place.outside_id, str(user.id), thread, person_name=user.full_name, place_kind=kind, place_name=place.name,  # type: ignore[arg-type]
        language=user.language_code or "",
    )  # fmt: skip


_BY_LAST = "(SELECT id FROM post WHERE ref ? 'chat' AND ref->>'chat' = $1 AND ref->>'message' = $2 ORDER BY id DESC LIMIT 1)"
_BY_ANY = "(SELECT id FROM post WHERE ref ? 'chat' AND ref->>'chat' = $1 AND ref->'ids' @> to_jsonb($2::bigint) ORDER BY id DESC LIMIT 1)"


async def post_of(chat: int, message: int) -> Owed | None:
    """The post that a message shows."""
    return await owed_where(_BY_LAST, [str(chat), str(message)]) or await owed_where(_BY_ANY, [str(chat), message])


def topic_of(message: Message) -> int | None:
    """The forum topic a message stands in; None in a group without topics and in its general one."""
    return message.message_thread_id if message.is_topic_message and message.message_thread_id != FORUM_GENERAL else None


def answered(message: Message, bot: int) -> Message | None:
    """The message of ours that this one answers. What stands in a topic answers the topic's beginning: that is no answer."""
    found = message.reply_to_message
    if found is None or found.forum_topic_created or found.from_user is None or found.from_user.id != bot:
        return None
    return found


async def thread_of(message: Message, bot: int) -> str:
    """The thread a message belongs to: that of the post it answers, else its topic."""
    ours = answered(message, bot)
    found = await post_of(message.chat.id, ours.message_id) if ours else None
    return found.post.thread if found else threads.topic(topic_of(message))


_LATEST = """SELECT project.home_thread FROM project JOIN place ON place.id = project.home_place_id JOIN identity ON identity.person_id = project.owner_id
 WHERE place.platform = $1 AND place.outside_id = $2 AND identity.platform = $1 AND identity.outside_id = $3 AND project.deleted_at IS NULL
 ORDER BY project.id DESC LIMIT 1"""


async def latest_thread(at: Address) -> str:
    """Where this person's newest film in this place is made; the place itself when there is none."""
    rows = await connections.get("default").execute_query_dict(_LATEST, [at.platform, at.place, at.person])
    return str(rows[0]["home_thread"]) if rows else ""
