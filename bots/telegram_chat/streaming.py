"""What is being written, streamed as a draft: the person sees it grow below the message that says it is in the making.

A draft is gone after half a minute and survives nothing, so it only ever stands beside a message: that message stays as it is meanwhile, and
the finished text comes as a new one in its place. Drafts exist in private chats; where a Bot API server does not know them, the message is
edited instead. Called by `chat`.
"""

from __future__ import annotations

import logging
from typing import Any

from telegram.error import BadRequest, InvalidToken

from bots.conversation.views import View
from bots.telegram_chat.sheet import Sheet

log = logging.getLogger(__name__)

STREAMED = "streamed"
"""In a message's reference: drafts were shown below it."""
GAP_S = 1.0
"""Least seconds between two looks of a draft."""
_VIEWS = frozenset({"loglines", "script"})
"""Views whose text grows while it is made."""


class Streams:
    """The drafts of one bot."""

    def __init__(self) -> None:
        self.known = True
        """Whether the Bot API server knows drafts."""

    def takes(self, ref: dict[str, Any], view: View, now: Sheet) -> bool:
        """Whether this look of a message in the making is one for a draft."""
        private = int(ref["chat"]) > 0
        return self.known and private and view.mood == "working" and view.name in _VIEWS and now.shape == ref["shape"] == "text1" and now.markup is None

    def refused(self, error: BadRequest | InvalidToken) -> None:
        """The server does not take drafts: no more are tried. (An unknown method is answered like a wrong token.)"""
        self.known = False
        log.warning("what is being written is shown by edits, for the Bot API server takes no drafts: %s", error)
