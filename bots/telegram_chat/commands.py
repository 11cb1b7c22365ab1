"""The commands: what each means, and the lists that Telegram shows, by scope and language, set when the bot starts."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any, cast, get_args

from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats, MenuButtonCommands, Message, MessageEntity
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bots.conversation.events import Address, Began, Called, Command, Event
from bots.conversation.words import FALLBACK, available, words

log = logging.getLogger(__name__)

_MEANT = {
    "start": "start", "films": "films", "film": "status", "cast": "cast", "credits": "balance", "queue": "queue", "settings": "settings", "link": "link",
    "help": "help", "terms": "terms", "cancel": "cancel", "undo": "undo", "script": "script", "balance": "balance", "status": "status",
}  # fmt: skip
CALLS: Mapping[str, Command] = {name: cast(Command, command) for name, command in _MEANT.items() if command in get_args(Command)}
"""What commands mean to the conversation; those it does not know are none. `new` begins a film."""
PRIVATE = ("new", "films", "film", "cast", "credits", "queue", "settings", "link", "help", "terms", "cancel", "start")
GROUP = ("new", "film", "queue", "credits", "cancel", "settings", "help", "terms")
"""Commands that are listed, in this order."""
OF_A_FILM = ("status", "script", "undo", "cancel")
"""Commands about a film: in a group, about the person's newest one there, unless they stand in another's thread."""
ARGUMENT = {"link": "code", "queue": "place"}
_FILM_LINK = re.compile(r"film_(\d{1,12})")
_LINK_LINK = re.compile(r"link_([A-Za-z0-9_-]{1,58})")


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
    """What a command asks for. A command nobody knows asks for help."""
    if name == "new":
        return Began(at, update_id, rest)
    if name == "start" and rest:
        return _opened(at, update_id, rest)
    if name == "film" and rest.isascii() and rest.isdigit():
        return Called(at, update_id, "open", {"film": rest[:12]})
    command = CALLS.get(name, "help")
    args = {ARGUMENT[command]: rest[:100]} if rest and command in ARGUMENT else {}
    return Called(at, update_id, command, args)


def _opened(at: Address, update_id: str, payload: str) -> Event:
    """A deep link: `film_17`, `link_<code>`; others just open the chat."""
    if found := _FILM_LINK.fullmatch(payload):
        return Called(at, update_id, "open", {"film": found[1]})
    if (found := _LINK_LINK.fullmatch(payload)) and "link" in CALLS:
        return Called(at, update_id, CALLS["link"], {"code": found[1]})
    return Called(at, update_id, "start")


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
            await bot.set_my_description(w.text("telegram-description")[:512], code)
            await bot.set_my_short_description(w.text("telegram-description-short")[:120], code)
        except TelegramError as error:
            log.warning("Telegram did not take the words in %s: %s", language, error)
    try:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except TelegramError as error:
        log.warning("Telegram did not take the menu button: %s", error)
