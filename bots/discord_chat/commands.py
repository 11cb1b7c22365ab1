"""Slash commands: their names in every language, their options, and the turns they become. Nobody needs them: talking and buttons reach everything.

Registered for servers and for people, usable in servers, direct messages and elsewhere. `Tree.sync` replaces the whole list, so repeating it
is safe.
"""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, cast

import discord
from discord import app_commands
from discord.app_commands import Choice, Group, locale_str

from bots.conversation.calling import DOING, OF_CREW, OF_FILM, PLAIN
from bots.conversation.events import Address, Called, Command
from bots.conversation.finding import What
from bots.conversation.pages.brief import FORMATS, LENGTHS_S
from bots.conversation.words import LANGUAGES, Words, available, words
from bots.discord_chat import addresses, studios
from bots.discord_chat.beginning import Beginning, Options
from bots.discord_chat.listening import Listening
from bots.discord_chat.refusals import Trouble
from bots.discord_chat.replies import Reply
from core.crew import ROLES
from core.database import Down
from core.errors import BadInput, Expected
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
    """A command that is one call. `takes`: its options, by name; those that it cannot do without end in `!`. `do`: what exactly, where one
    call does several things."""

    name: str
    call: str
    takes: str = ""
    do: str = ""

    @property
    def options(self) -> dict[str, bool]:
        """Its options: whether each must be given."""
        return {one.rstrip("!"): one.endswith("!") for one in self.takes.split()}


FILM = (
    Sub("open", "open", "film!"), Sub("list", "films"), Sub("status", "status", "film"), Sub("script", "script", "film scene"),
    Sub("board", "board", "film scene"), Sub("render", "render", "film"), Sub("cancel", "cancel", "film"), Sub("undo", "undo"),
    Sub("export", "export", "film"), Sub("delete", "delete", "film"),
)  # fmt: skip
CREDITS = (
    Sub("balance", "balance"), Sub("history", "credits", do="history"), Sub("buy", "credits", do="buy"), Sub("plans", "credits", do="plans"),
    Sub("code", "credits", "code!", do="code"), Sub("give", "studio", "amount!", do="pool"), Sub("help", "credits", do="help"),
)  # fmt: skip
CREW = (
    Sub("list", "crew", "film", do="list"), Sub("invite", "crew", "member part film", do="invite"), Sub("history", "crew", "film", do="history"),
    Sub("leave", "crew", "film", do="leave"), Sub("join", "join", "code!"),
)  # fmt: skip
STUDIO = (
    Sub("setup", "studio", "role channel hidden", do="setup"), Sub("pool", "studio", do="pool"), Sub("allow", "studio", "member! amount!", do="allow"),
    Sub("queue", "studio", do="queue"),
)  # fmt: skip
ALONE = (
    Sub("cast", "cast", "who"), Sub("queue", "queue"), Sub("settings", "settings"), Sub("link", "link", "code"), Sub("unlink", "unlink"),
    Sub("terms", "terms"), Sub("help", "help"),
)  # fmt: skip
GROUPS = {"film": FILM, "crew": CREW, "credits": CREDITS, "studio": STUDIO}
"""Commands that stand together under one name."""
FOR_ADMINS = frozenset({"studio"})
OPTIONS = ("idea", "kind", "length", "format", "language", "file")
"""What `/film new` takes."""
KNOWN = frozenset({"open", "delete", "cancel", "link", "join", *OF_FILM, *PLAIN})
"""Calls that the engine answers."""
TYPES: dict[str, Any] = {
    "film": str, "scene": str, "who": str, "code": str, "part": str, "role": discord.Role, "member": discord.User, "hidden": bool,
    "channel": app_commands.Range[str, 1, 90], "amount": app_commands.Range[int, 0, 1_000_000],
}  # fmt: skip
"""What an option is to Discord."""
SUGGESTED: dict[str, What] = {"film": "film", "scene": "scene", "who": "cast"}
"""Options that are completed while they are typed, and from what."""


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
        async def callback(interaction: discord.Interaction, **given: Any) -> None:
            await self._call(interaction, sub, given)

        takes = [_parameter(name, needed=needed) for name, needed in sub.options.items()]
        interaction = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)
        callback.__signature__ = inspect.Signature([interaction, *takes])  # type: ignore[attr-defined]
        shown: Any = callback
        if takes:
            app_commands.rename(**{name: said(f"option-{name}") for name in sub.options})(shown)
            app_commands.describe(**{name: said(f"option-{name}-about") for name in sub.options})(shown)
        if "part" in sub.options:
            app_commands.choices(part=[Choice(name=said(f"role-{one}"), value=one) for one in reversed(ROLES)])(shown)
        more: dict[str, Any] = {} if group else {"allowed_contexts": EVERYWHERE, "allowed_installs": FOR_ALL}
        made: app_commands.Command[Any, ..., None] = app_commands.Command(
            name=said(f"command-{sub.name}"), description=said(f"{_key(sub, group)}-about"), callback=shown, **more
        )  # fmt: skip
        for name in sub.options.keys() & SUGGESTED.keys():
            made.autocomplete(name)(cast(Any, self._suggesting(SUGGESTED[name])))
        return made

    def _suggesting(self, what: What) -> Callable[[discord.Interaction, str], Awaitable[list[Choice[str]]]]:
        async def suggest(interaction: discord.Interaction, current: str) -> list[Choice[str]]:
            """What fits what was typed so far: films, or scenes and people of the film that is named beside it or open here."""
            film = str(getattr(interaction.namespace, "film", None) or "")
            try:
                found = await self._listening.engine.suggest(addresses.of_interaction(interaction), what, current, film)
            except Down as error:
                log.warning("no suggestions: %r", error)
                return []
            return [Choice(name=name, value=value) for name, value in found]

        return suggest

    async def _call(self, interaction: discord.Interaction, sub: Sub, given: dict[str, Any]) -> None:
        """One call."""
        with self._listening.busy():
            if arrived := await self._beginning.arrive(interaction):
                at, reply = arrived
                try:
                    args = _args(sub, given)
                    there = await self._where(interaction, at, reply, sub, args)
                except Expected as error:
                    await self._listening.tell(at, self._listening.engine.apology(at, error), reply)
                    return
                await self._listening.turn(Called(there, str(interaction.id), cast(Command, sub.call), args), reply)
                await self._beginning.point_to(interaction, there, reply)
                await self._listening.rest(reply)

    async def _where(self, interaction: discord.Interaction, at: Address, reply: Reply, sub: Sub, args: dict[str, str]) -> Address:
        """Where a call counts: a film's own thread, the channel that is made for it, or here. Raises Expected."""
        if name := args.pop("channel", ""):
            return await self._beginning.at_studio(interaction, at, reply, studios.Wish(name, args.get("role", ""), bool(args.pop("hidden", ""))))
        if args.pop("hidden", ""):
            raise BadInput("hidden, but no new channel", key="discord-channel-hidden")
        if sub.call in SHOWING and "film" in args:
            return await self._beginning.at_home(interaction, at, reply, args["film"])
        return at

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


def _parameter(name: str, *, needed: bool) -> inspect.Parameter:
    """An option as discord.py reads it from a signature."""
    kind = TYPES[name]
    more: dict[str, Any] = {"annotation": kind} if needed else {"annotation": kind | None, "default": None}
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, **more)


def _args(sub: Sub, given: dict[str, Any]) -> dict[str, str]:
    """A call's arguments as the engine takes them: what was left out is left out. Raises BadInput for a bot in a person's place."""
    args = {"do": sub.do} if sub.do else {}
    for name, value in given.items():
        match value:
            case None | False:
                continue
            case discord.Role():
                args |= {"role": str(value.id), "role_name": value.name}
            case discord.User() | discord.Member():
                if value.bot:
                    raise BadInput("a bot", key="discord-member-bot")
                args |= {"who": str(value.id), "name": value.display_name}
            case _:
                args[RENAMED.get((sub.name, name), name)] = str(value)
    return args


RENAMED = {("give", "amount"): "give", ("invite", "part"): "role"}
"""Options that the engine knows by other names."""


def _key(sub: Sub, group: str) -> str:
    """What the description of a command is called: the same word means other things in other groups."""
    return f"command-{group}-{sub.name}" if group in ("crew", "credits", "studio") else f"command-{sub.name}"


def keys() -> set[str]:
    """Every key of the catalogues that names or describes a command or option."""
    names = {*(f"command-{name}" for name in (*GROUPS, "new")), *(f"option-{name}" for name in (*OPTIONS, *TYPES))}
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
