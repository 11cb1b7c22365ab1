"""What Telegram's refusals mean: nothing at all, gone, forbidden, too fast, or a mistake of ours that shall be seen in the log.

The Bot API tells its reasons only in English words; the tests hold every one of them against the fake.
"""

from __future__ import annotations

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bots.conversation import chat

AWAY_S = 2.0
"""How long to leave Telegram alone when it does not answer."""
_SAME = ("message is not modified",)
_GONE = ("message to edit not found", "message can't be edited", "message_id_invalid", "chat not found", "message thread not found", "topic_deleted",
         "there is no text in the message", "there is no caption in the message", "message to be replied not found", "message to delete not found",
         "message can't be deleted")  # fmt: skip
_FORBIDDEN = ("not enough rights", "have no rights", "need administrator rights", "_forbidden", "chat_restricted", "chat_admin_required",
              "topic_closed", "user_is_blocked", "peer_id_invalid", "bot was kicked", "bot is not a member", "user is deactivated")  # fmt: skip
_STALE_FILE = ("wrong file identifier", "wrong file_id", "can't use file of type", "file reference")
_TOO_LARGE = ("request entity too large", "too big for a photo", "file is too big")
_NO_PICTURE = ("image_process_failed", "photo_invalid_dimensions", "photo_ext_invalid", "photo_save_file_invalid")


class StaleFile(Exception):
    """A file id that Telegram does not know any more: upload it again."""


class Unfit(Exception):
    """A medium that Telegram does not take as what it was sent: another way must do."""


def says(error: TelegramError, reasons: tuple[str, ...]) -> bool:
    """Whether the refusal gives one of these reasons."""
    told = error.message.lower()
    return any(reason in told for reason in reasons)


def is_same(error: TelegramError) -> bool:
    """The message looks so already."""
    return isinstance(error, BadRequest) and says(error, _SAME)


def no_thread(error: TelegramError) -> bool:
    """The topic was deleted."""
    return isinstance(error, BadRequest) and says(error, ("message thread not found", "topic_deleted", "topic_closed"))


def outcome(error: TelegramError) -> Exception:
    """What follows from a refusal, as the Chat port tells it; other mistakes as they are."""
    if isinstance(error, RetryAfter):
        return chat.RetryAfter(seconds_of(error))
    if isinstance(error, Forbidden):
        return chat.Forbidden(error.message)
    if isinstance(error, ChatMigrated):
        return error
    if says(error, _TOO_LARGE) or says(error, _NO_PICTURE):
        return Unfit(error.message)
    if isinstance(error, BadRequest):
        if says(error, _STALE_FILE):
            return StaleFile(error.message)
        if says(error, _GONE):
            return chat.Gone(error.message)
        if says(error, _FORBIDDEN):
            return chat.Forbidden(error.message)
        return error
    if isinstance(error, NetworkError):  # timeouts, 5xx, closed connections
        return chat.RetryAfter(AWAY_S) if _is_refused(error) else chat.Unsure(AWAY_S)
    return error


def _is_refused(error: NetworkError) -> bool:
    """Whether the call was surely not acted on: it never left, or the server said that it could not. A lost answer tells nothing."""
    cause = error.__cause__
    if isinstance(cause, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)):
        return True
    answered = not isinstance(error, TimedOut) and (cause is None or isinstance(cause, TelegramError))
    return answered and not says(error, ("gateway timeout",))


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    wait = error.retry_after
    return wait if isinstance(wait, int | float) else wait.total_seconds()
