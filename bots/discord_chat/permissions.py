"""What the bot asks to be allowed in a server, with the reason; docs/discord.md is checked against it."""

from __future__ import annotations

import discord

ASKED = {
    "view_channel": "see the channels it works in",
    "send_messages": "write there",
    "send_messages_in_threads": "write in a film's thread",
    "create_public_threads": "give each film a thread",
    "embed_links": "show links with a preview",
    "attach_files": "post panels, animatics and films",
    "read_message_history": "edit and answer its earlier messages",
    "pin_messages": "keep the queue board on top",
}
"""Permission as discord.py names it -> what it is for."""


def needed() -> discord.Permissions:
    """All of them together."""
    return discord.Permissions(**dict.fromkeys(ASKED, True))


def table() -> str:
    """The permissions as docs/discord.md lists them."""
    rows = [f"| {name.replace('_', ' ').title().replace(' In ', ' in ')} | {reason} |" for name, reason in ASKED.items()]
    return "\n".join([f"Permissions integer: `{needed().value}`", "", "| permission | to |", "|---|---|", *rows])
