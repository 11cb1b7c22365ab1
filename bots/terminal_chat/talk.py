"""`sysrai chat`: the whole journey in a terminal, typed by a person or answered from a script file.

An empty line presses the recommended step, a number presses that choice, a menu asks which entry, everything else is
plain talk. `quit` leaves; the conversation goes on where it was the next time. A script ends when its film is there.
"""

from __future__ import annotations

import asyncio
import getpass
import locale
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import HTML
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console
from rich.text import Text

from bots.conversation.engine import Engine
from bots.conversation.events import Called, Chosen, Pressed, Said, Submitted
from bots.conversation.showing import Showing
from bots.conversation.views import Choice, Form, Select
from bots.terminal_chat.chat import TerminalChat
from bots.terminal_chat.drawing import ACCENT
from bots.terminal_chat.files import dropped, sent
from bots.terminal_chat.journey import Journey, address, fresh_id
from bots.terminal_chat.screen import Screen
from core.errors import BadInput
from core.storage import Storage

LEAVE = {"quit", "exit", "q", ":q", "bye"}
"""What leaves at any question, in any case."""
SCRIPT_BYTES_MAX = 1 << 20
GREETING = "Type an idea, a number or a wish, or drop a story here (.txt, .fountain, .fdx). Enter takes the step marked ▶. `quit` leaves and keeps everything."
STILL_RENDERING = "The film is still being rendered; I wait for it. Ctrl-C leaves: whatever of Sysrai runs next goes on with it, and nothing is lost."


def read_answers(path: Path) -> list[str]:
    """The answers of a script file: a line each, `#` begins a comment, an empty line presses the recommended step. Raises BadInput."""
    try:
        if path.stat().st_size > SCRIPT_BYTES_MAX:
            raise BadInput(f"{path} is larger than a script of answers can be.")
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"The script {path} cannot be read: {error}.") from error
    return [line.strip() for line in lines if not line.lstrip().startswith("#")]


@dataclass(frozen=True)
class Room:
    """Where the talk happens. `at_work` has everything done that a chat needs, while its block lasts."""

    engine: Engine
    storage: Storage
    at_work: Callable[[TerminalChat], AbstractAsyncContextManager[Showing]]


async def run(room: Room, answers: Sequence[str] | None) -> int:
    """Talk until the person leaves or the answers end. Returns the exit code."""
    return await (_from_script(room, answers) if answers is not None else _with_a_person(room))


def _somebody() -> tuple[str, str]:
    """(name of the person at this terminal, language of their locale as BCP 47)."""
    language = (locale.getlocale()[0] or "en").split(".")[0].replace("_", "-")
    try:
        return getpass.getuser(), language if language not in ("C", "POSIX") else "en"
    except (KeyError, OSError):
        return "you", "en"


async def _from_script(room: Room, answers: Sequence[str]) -> int:
    name, language = _somebody()
    console = Console(highlight=False, soft_wrap=True)
    chat = TerminalChat(Screen(console), room.storage, inline=False)
    async with room.at_work(chat) as showing:
        journey = Journey(room.engine, showing, chat, address(f"script-{fresh_id()}", "", name, name, language))
        await journey.turn(Called(journey.at, fresh_id(), "start"))
        for answer in answers:
            await journey.settled()
            console.print(Text(f"\n> {answer or '▶'}", style=f"bold {ACCENT}"))
            if leaves(answer):
                break
            await _answer(journey, answer, _Scripted(), room.storage)
        else:
            await journey.settled()
            if await journey.rendering():
                console.print(Text(STILL_RENDERING, style="dim"))
                await journey.filmed()
    chat.screen.rest()
    return 0


def leaves(typed: str) -> bool:
    """Whether a line asks to leave, and is no idea."""
    return typed.strip().casefold() in LEAVE


async def _with_a_person(room: Room) -> int:
    if not sys.stdin.isatty():
        raise BadInput("`sysrai chat` needs a terminal. Give it answers with --script FILE, or try `sysrai demo`.")
    name, language = _somebody()
    work = {"line": ""}
    prompt: PromptSession[str] = PromptSession(bottom_toolbar=lambda: work["line"] or None, refresh_interval=0.2)

    def note(line: str) -> None:
        work["line"] = line

    with patch_stdout(raw=True):
        console = Console(highlight=False, force_terminal=True)
        chat = TerminalChat(Screen(console, on_work=note), room.storage, inline=True)
        async with room.at_work(chat) as showing:
            journey = Journey(room.engine, showing, chat, address(name, "", name, name, language))
            console.print(Text(GREETING, style="dim"))
            await journey.turn(Called(journey.at, fresh_id(), "start"))
            while not leaves(typed := await _read(prompt)):
                await _answer(journey, typed, _Asking(prompt), room.storage)
    return 0


async def _read(prompt: PromptSession[str]) -> str:
    try:
        return (await prompt.prompt_async(HTML("<b><ansiyellow>&gt;</ansiyellow></b> "))).strip()
    except (EOFError, KeyboardInterrupt):
        return "quit"


class _Asking:
    """Asks the person for an entry of a menu, or for the fields of a form with what is there already filled in. Ctrl-C and Ctrl-D choose nothing."""

    def __init__(self, prompt: PromptSession[str]) -> None:
        self._prompt = prompt

    async def which(self, select: Select) -> str | None:
        lines = [f"{n} {option.label}{' ✓' if option.chosen else ''}" for n, option in enumerate(select.options, 1)]
        try:
            typed = (await self._prompt.prompt_async(f"{select.label}: {'   '.join(lines)}\n  which? ")).strip()
        except (EOFError, KeyboardInterrupt):
            return None
        return option_of(select, typed)

    async def fields(self, form: Form) -> dict[str, str] | None:
        print(form.title)
        filled = {}
        try:
            for entry in form.entries:
                filled[entry.name] = await self._prompt.prompt_async(f"  {entry.label}: ", default=entry.value)
        except (EOFError, KeyboardInterrupt):
            return None
        return filled


class _Scripted:
    """A script answers menus as `number=entry` on its own line, so nothing is asked; forms keep what they have."""

    async def which(self, select: Select) -> str | None:
        return next((option.value for option in select.options if option.chosen), select.options[0].value)

    async def fields(self, form: Form) -> dict[str, str] | None:
        return {entry.name: entry.value for entry in form.entries}


def option_of(select: Select, typed: str) -> str | None:
    """The value that a typed number or label means in a menu."""
    if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(select.options):
        return select.options[int(typed) - 1].value
    return next((option.value for option in select.options if typed.casefold() in (option.label.casefold(), option.value.casefold())), None)


async def _said(journey: Journey, typed: str, update: str, storage: Storage) -> None:
    """A file where the line names one, else plain talk."""
    try:
        if path := dropped(typed):
            await journey.turn(await sent(path, journey.at, update, storage))
            return
    except BadInput as error:
        journey.chat.screen.show(Text(str(error), style="dim"))
        return
    await journey.turn(Said(journey.at, update, typed))


async def _answer(journey: Journey, typed: str, asking: _Asking | _Scripted, storage: Storage) -> None:
    at, update = journey.at, fresh_id()
    name, _, entry = typed.partition("=")
    menu = journey.pick(name.strip()) if entry else None
    if isinstance(menu, Select) and (value := option_of(menu, entry.strip())):
        return await journey.turn(Chosen(at, update, menu.action, value))
    match journey.pick(typed):
        case Choice(link=link) if link:
            journey.chat.screen.show(Text(link, style="underline"))
        case Choice(opens_form=True, action=action) if form := await journey.form(action):
            if (filled := await asking.fields(form)) is not None:
                await journey.turn(Submitted(at, update, form.action, filled))
        case Choice(action=action):
            await journey.turn(Pressed(at, update, action))
        case Select() as select:
            if value := await asking.which(select):
                await journey.turn(Chosen(at, update, select.action, value))
        case None if typed:
            await _said(journey, typed, update, storage)
    await asyncio.sleep(0)
