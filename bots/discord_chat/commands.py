"""Slash commands: their names in every language, their options, and the turns they become. Nobody needs them: talking and buttons reach everything.

Registered for servers and for people, usable in servers, direct messages and elsewhere. `Tree.sync` replaces the whole list, so repeating it
is safe.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import discord
from discord import app_commands
from discord.app_commands import Choice, Group, locale_str

from bots.conversation.calling import DOING, OF_CREW, OF_FILM, PLAIN
from bots.conversation.events import Called, Command
from bots.conversation.pages.brief import FORMATS, LENGTHS_S
from bots.conversation.words import LANGUAGES, Words, available, words
from bots.discord_chat import addresses
from bots.discord_chat.beginning import Beginning, Options
from bots.discord_chat.listening import Listening
from bots.discord_chat.refusals import Trouble
from core.database import Down
from core.projects import IDEA_MAX
from core.writing.kinds.rules import KINDS

log = logging.getLogger(__name__)

EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
FOR_ALL = app_commands.AppInstallationType(guild=True, user=True)
FOR_SERVERS = app_commands.AppInstallationType(guild=True, user=False)

LOCALES = {
    "es-ES": "es", "es-419": "es", "pt-BR": "pt-BR", "fr": "fr", "de": "de", "ru": "ru", "ja": "ja", "zh-CN": "zh-Hans",
}  # fmt: skip
"""Discord's locales and our catalogues; everybody else reads English."""


def said(key: str) -> locale_str:
    """A message of the catalogues, to be localised."""
    return locale_str(words("en").text(key), say=lambda w: w.own(key))


def told(how: str, value: Any) -> locale_str:
    """A length or a language as each language writes it: `how` names the method of `Words`."""
    return locale_str(getattr(words("en"), how)(value), say=lambda w: getattr(w, how)(value))


class Catalogues(app_commands.Translator):
    """Names, descriptions and choices from the catalogues; a language that lacks one shows English."""

    async def translate(self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes) -> str | None:
        """The message in this locale, or None."""
        language = LOCALES.get(locale.value)
        say: Callable[[Words], str | None] | None = string.extras.get("say")
        return say(words(language)) if say and language in available() else None


@dataclass(frozen=True)
class Sub:
    """A command that is one call. `takes`: its option, if it has one. `do`: what exactly, where one call does several things."""

    name: str
    call: str
    takes: str = ""
    do: str = ""


FILM = (
    Sub("open", "open", "film"), Sub("list", "films"), Sub("status", "status", "film"), Sub("script", "script", "film"), Sub("board", "board", "film"),
    Sub("render", "render", "film"), Sub("cancel", "cancel", "film"), Sub("undo", "undo"), Sub("export", "export", "film"), Sub("delete", "delete", "film"),
)  # fmt: skip
CREDITS = (
    Sub("balance", "balance"), Sub("history", "credits", do="history"), Sub("buy", "credits", do="buy"), Sub("plans", "credits", do="plans"),
    Sub("code", "credits", "code", do="code"), Sub("help", "credits", do="help"),
)  # fmt: skip
CREW = (
    Sub("list", "crew", "film", do="list"), Sub("invite", "crew", "film", do="invite"), Sub("history", "crew", "film", do="history"),
    Sub("leave", "crew", "film", do="leave"), Sub("join", "join", "code"),
)  # fmt: skip
STUDIO = (Sub("setup", "studio", "role", do="setup"), Sub("pool", "studio", do="pool"), Sub("queue", "studio", do="queue"))
ALONE = (
    Sub("cast", "cast"), Sub("queue", "queue"), Sub("settings", "settings"), Sub("link", "link", "code"), Sub("unlink", "unlink"), Sub("terms", "terms"),
    Sub("help", "help"),
)  # fmt: skip
GROUPS = {"film": FILM, "crew": CREW, "credits": CREDITS, "studio": STUDIO}
"""Commands that stand together under one name."""
FOR_ADMINS = frozenset({"studio"})
OPTIONS = ("idea", "kind", "length", "format", "language", "file")
"""What `/film new` takes."""
KNOWN = frozenset({"open", "delete", "cancel", "link", "join", *OF_FILM, *PLAIN})
"""Calls that the engine answers."""
REQUIRED = frozenset({"join", "open", "code"})
"""Calls and doings that mean nothing without their option."""


SHOWING = frozenset({"open", "status", "script", "board", "render", "export"})
"""Calls that show a film to everybody: in a channel they lead to the film's own thread."""


class Tree:
    """All commands of the bot."""

    def __init__(self, client: discord.Client, listening: Listening, beginning: Beginning, writes: Callable[[str], bool]) -> None:
        self._listening, self._beginning = listening, beginning
        self.tree = app_commands.CommandTree(client)
        self.tree.error(self._failed)
        for name, subs in GROUPS.items():
            group = _group(name, servers=name in FOR_ADMINS)
            if name == "film":
                group.add_command(self._new(writes))
            for sub in filter(_works, subs):
                group.add_command(self._command(sub, name))
            if group.commands:
                self.tree.add_command(group)
        for sub in filter(_works, ALONE):
            self.tree.add_command(self._command(sub))

    async def sync(self) -> None:
        """Tell Discord of all commands. It is told the same at every start; a failure leaves the commands as they were."""
        await self.tree.set_translator(Catalogues())
        try:
            await self.tree.sync()
        except (*Trouble, app_commands.AppCommandError) as error:
            log.error("Discord did not take the commands: %s", error)

    async def _failed(self, interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        log.error("a command failed", exc_info=error)

    def _command(self, sub: Sub, group: str = "") -> app_commands.Command[Any, ..., None]:
        async def plain(interaction: discord.Interaction) -> None:
            await self._call(interaction, sub, {})

        async def about_film(interaction: discord.Interaction, film: str | None = None) -> None:
            await self._call(interaction, sub, {"film": film} if film else {})

        async def this_film(interaction: discord.Interaction, film: str) -> None:
            await self._call(interaction, sub, {"film": film})

        async def with_code(interaction: discord.Interaction, code: str | None = None) -> None:
            await self._call(interaction, sub, {"code": code} if code else {})

        async def the_code(interaction: discord.Interaction, code: str) -> None:
            await self._call(interaction, sub, {"code": code})

        async def with_role(interaction: discord.Interaction, role: discord.Role | None = None) -> None:
            await self._call(interaction, sub, {"role": str(role.id), "role_name": role.name} if role else {})

        needed = bool({sub.call, sub.do} & REQUIRED)
        shapes: dict[str, Any] = {"": plain, "film": this_film if needed else about_film, "code": the_code if needed else with_code, "role": with_role}
        callback = shapes[sub.takes]
        if sub.takes:
            app_commands.rename(**{sub.takes: said(f"option-{sub.takes}")})(callback)
            app_commands.describe(**{sub.takes: said(f"option-{sub.takes}-about")})(callback)
        key = _key(sub, group)
        more: dict[str, Any] = {} if group else {"allowed_contexts": EVERYWHERE, "allowed_installs": FOR_ALL}
        made: app_commands.Command[Any, ..., None] = app_commands.Command(
            name=said(f"command-{sub.name}"), description=said(f"{key}-about"), callback=callback, **more
        )  # fmt: skip
        if sub.takes == "film":
            made.autocomplete("film")(cast(Any, self._films))
        return made

    async def _films(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Films whose title or number fits what was typed so far."""
        try:
            found = await self._listening.engine.suggest(addresses.of_interaction(interaction), "film", current)
        except Down as error:
            log.warning("no suggestions: %r", error)
            return []
        return [Choice(name=name, value=value) for name, value in found]

    async def _call(self, interaction: discord.Interaction, sub: Sub, args: dict[str, str]) -> None:
        """One call."""
        with self._listening.busy():
            if arrived := await self._beginning.arrive(interaction):
                at, reply = arrived
                args = {**args, "do": sub.do} if sub.do else args
                there = await self._beginning.at_home(interaction, at, reply, args["film"]) if sub.call in SHOWING and "film" in args else at
                await self._listening.turn(Called(there, str(interaction.id), cast(Command, sub.call), args), reply)
                await self._beginning.point_to(interaction, there, reply)
                await self._listening.rest(reply)

    def _new(self, writes: Callable[[str], bool]) -> app_commands.Command[Any, ..., None]:
        """`/film new`."""

        async def new(
            interaction: discord.Interaction, idea: app_commands.Range[str, 1, IDEA_MAX] | None = None, kind: str | None = None, length: int | None = None,
            format: str | None = None, language: str | None = None, file: discord.Attachment | None = None,
        ) -> None:  # fmt: skip
            options = Options(length, format, language, kind)
            with self._listening.busy():
                if idea is None and file is None:
                    await self._beginning.ask_idea(interaction, options)
                else:
                    await self._beginning.begin(interaction, idea or "", options, file)

        known = [language for language in LANGUAGES if writes(language)]
        callback: Any = new
        app_commands.rename(**{name: said(f"option-{name}") for name in OPTIONS})(callback)
        app_commands.describe(**{name: said(f"option-{name}-about") for name in OPTIONS})(callback)
        choices: dict[str, list[Choice[Any]]] = {
            "kind": [Choice(name=said(f"menu-kind-{name.replace('_', '-')}"), value=name) for name in KINDS],
            "length": [Choice(name=told("length", seconds), value=seconds) for seconds in LENGTHS_S],
            "format": [Choice(name=said(f"format-{name}"), value=name) for name in FORMATS],
            "language": [Choice(name=told("language_name", one), value=one) for one in known],
        }
        app_commands.choices(**choices)(callback)
        return app_commands.Command(name=said("command-new"), description=said("command-new-about"), callback=callback)


def _key(sub: Sub, group: str) -> str:
    """What the description of a command is called: the same word means other things in other groups."""
    return f"command-{group}-{sub.name}" if group in ("crew", "credits", "studio") else f"command-{sub.name}"


def keys() -> set[str]:
    """Every key of the catalogues that names or describes a command or option."""
    names = {*(f"command-{name}" for name in (*GROUPS, "new")), *(f"option-{name}" for name in (*OPTIONS, "film", "code", "role"))}
    found = names | {f"{name}-about" for name in names}
    for group, subs in (*GROUPS.items(), ("", ALONE)):
        found |= {f"command-{sub.name}" for sub in subs} | {f"{_key(sub, group)}-about" for sub in subs}
    return found


def _works(sub: Sub) -> bool:
    """Whether the engine knows the call: a command whose feature is not there is left out."""
    if sub.call == "crew":
        return sub.do in OF_CREW
    return sub.do in DOING[sub.call] if sub.call in DOING else sub.call in KNOWN


def _group(name: str, *, servers: bool = False) -> Group:
    """A group of commands; those for servers alone are seen by who manages the server."""
    only = discord.Permissions(manage_guild=True) if servers else None
    return Group(
        name=said(f"command-{name}"), description=said(f"command-{name}-about"), default_permissions=only,
        allowed_contexts=SERVERS if servers else EVERYWHERE, allowed_installs=FOR_SERVERS if servers else FOR_ALL,
    )  # fmt: skip
