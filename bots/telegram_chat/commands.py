"""The commands: what each means, and the lists that Telegram shows, by scope and language, set when the bot starts."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, cast

from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    MenuButtonCommands,
    Message,
    MessageEntity,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bots.conversation.calling import DOING, OF_FILM, PLAIN
from bots.conversation.events import Address, Began, Called, Command, Event
from bots.conversation.words import FALLBACK, available, words

log = logging.getLogger(__name__)

ARGUMENT_MAX = 200

_MEANT = {
    "start": "start", "films": "films", "film": "open", "cast": "cast", "credits": "credits", "queue": "queue", "settings": "settings", "link": "link",
    "unlink": "unlink", "help": "help", "terms": "terms", "cancel": "cancel", "undo": "undo", "script": "script", "board": "board", "render": "render",
    "export": "export", "delete": "delete", "status": "status", "crew": "crew", "studio": "studio", "join": "join", "paysupport": "paysupport",
}  # fmt: skip
_THERE = {*PLAIN, *OF_FILM, *DOING, "start", "link", "join", "crew", "open", "delete", "cancel"}
CALLS: Mapping[str, Command] = {name: cast(Command, command) for name, command in _MEANT.items() if command in _THERE}
"""What commands mean to the conversation; those it does not know are none. `new` begins a film."""
KNOWN = frozenset({"new", *CALLS})
"""All commands that are ours."""
PRIVATE = ("new", "films", "film", "cast", "credits", "queue", "settings", "link", "help", "terms", "paysupport", "cancel", "start")
GROUP = ("new", "film", "queue", "credits", "cancel", "settings", "help", "terms")
ADMINS = ("studio", *GROUP)
"""Commands that are listed, in this order."""
ABOUT_FILMS = frozenset({*OF_FILM, "open", "cancel", "delete", "crew"})
"""Commands about a film: in a group, about the person's newest one there, unless they name another or stand in its thread."""


def command_of(message: Message, bot_name: str) -> tuple[str, str] | None:
    """(command, what was written after it) of a message that begins with a command to this bot."""
    text = message.text or ""
    begins = next((one for one in message.entities if one.type == MessageEntity.BOT_COMMAND and one.offset == 0), None)
    if begins is None:
        return None
    word = message.parse_entity(begins)
    name, _, whom = word[1:].partition("@")
    if whom and whom.lower() != bot_name.lower():
        return None
    return name.lower(), text[len(word) :].strip()


def event(at: Address, update_id: str, name: str, rest: str) -> Event:
    """What a command asks for. A command nobody knows asks for help. The film of a group's command is the one that is open there."""
    if name == "new":
        return Began(at, update_id, rest)
    command = CALLS.get(name, "help")
    return Called(at, update_id, command, _args(command, rest[:ARGUMENT_MAX]))


def _args(command: Command, rest: str) -> dict[str, str]:
    """What was written after a command, by the name of what it is."""
    if not rest:
        return {}
    if command == "start":
        return {"payload": rest}
    if command in ("link", "join"):
        return {"code": rest}
    if command in DOING or command == "crew":
        return {"do": rest.split()[0].lower()}
    return {"film": rest} if command in ABOUT_FILMS else {}


def listed(scope: tuple[str, ...], language: str) -> list[BotCommand]:
    """The list that one scope sees in a language."""
    w = words(language)
    return [BotCommand(name, w.text(f"telegram-command-{name}")[:256]) for name in scope if name == "new" or name in CALLS]


async def announce(bot: ExtBot[Any]) -> None:
    """Tell Telegram the commands, what the bot is for and that its menu shows the commands. What fails is logged: the bot works without."""
    for language in available():
        code = None if language == FALLBACK else language.split("-")[0]
        w = words(language)
        try:
            await bot.set_my_commands(listed(PRIVATE, language), BotCommandScopeAllPrivateChats(), code)
            await bot.set_my_commands(listed(GROUP, language), BotCommandScopeAllGroupChats(), code)
            await bot.set_my_commands(listed(ADMINS, language), BotCommandScopeAllChatAdministrators(), code)
            await bot.set_my_description(w.text("telegram-description")[:512], code)
            await bot.set_my_short_description(w.text("telegram-description-short")[:120], code)
        except TelegramError as error:
            log.warning("Telegram did not take the words in %s: %s", language, error)
    try:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except TelegramError as error:
        log.warning("Telegram did not take the menu button: %s", error)
