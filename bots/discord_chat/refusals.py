"""What Discord's refusals mean for a post. Called by the Chat port around everything it sends."""

from __future__ import annotations

import aiohttp
import discord

from bots.conversation.chat import ChatRefused, Forbidden, Gone, RetryAfter

AWAY_S = 5.0
"""Discord is away, or failed on its side: try again after this."""
BANNED_S = 60.0
"""A 429 that is none of the API's own: an address that asked too much."""
ARCHIVED = 50083
TOO_LARGE = 40005
OLD_EDITS = 30046
"""Too many edits of a message that is older than an hour."""
THREADS_FULL = (160006, 160007)

Trouble = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, TimeoutError, OSError)
"""Everything that sending to Discord can raise and that is no bug of ours."""


def meaning(error: Exception) -> ChatRefused | None:
    """The outcome of the Chat port that this error is; None for one that only a bug explains."""
    match error:
        case discord.RateLimited():
            return RetryAfter(error.retry_after)
        case discord.DiscordServerError():
            return RetryAfter(AWAY_S)
        case discord.HTTPException(status=429):
            return RetryAfter(BANNED_S)
        case discord.HTTPException(code=code) if code == OLD_EDITS:
            return RetryAfter(BANNED_S)
        case discord.HTTPException(code=code) if code == ARCHIVED:
            return Forbidden(str(error))
        case discord.NotFound():
            return Gone(str(error))
        case discord.Forbidden():
            return Forbidden(str(error))
        case discord.HTTPException(status=401):
            return Gone(str(error))
        case discord.HTTPException():
            return None
        case _:
            return RetryAfter(AWAY_S)
