"""`sysrai demo`, which is what `make demo` runs: the whole journey as a printed chat, ending in a film on disk.

The wish comes from the environment. A run is written down before it begins, so that one that was killed is found by the
next, and its film is finished first, into the folder it was meant for.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from rich.console import Console
from rich.text import Text

from bots import wiring
from bots.conversation.events import Began, Pressed, Uploaded
from bots.terminal_chat.chat import TerminalChat
from bots.terminal_chat.drawing import ACCENT
from bots.terminal_chat.journey import Journey, address, fresh_id
from bots.terminal_chat.screen import Screen
from core.config import Settings
from core.errors import BadInput, Unavailable
from core.models import Cut, Project
from core.projects import brief_from
from core.writing.script import Brief

IDEA = "a lighthouse keeper finds a bottle with her own handwriting"
LENGTH_S = 30
PRESSES_MAX = 40
"""A journey is about ten presses; more means that it does not end."""
PLACE = "demo"
FILES = {
    "film": "film.mp4", "poster": "poster", "contact_sheet": "storyboard", "screenplay": "screenplay.fountain",
    "subtitles_srt": "subtitles.srt", "subtitles_vtt": "subtitles.vtt", "subtitles_ass": "subtitles.ass", "receipt": "receipt.txt",
}  # fmt: skip
"""What is left in the folder: the cut's name for it, and the file's."""


@dataclass(frozen=True)
class Wish:
    """What the demo was asked for."""

    idea: str
    length_s: int
    format: str
    seed: int
    out: str
    kind: str = "film"
    track: str = ""

    @property
    def brief(self) -> Brief:
        """The wish as a checked brief. Raises BadInput."""
        return brief_from(idea=self.idea, length_s=self.length_s, format=self.format, seed=self.seed, kind=self.kind)


def wish_from(environment: Mapping[str, str]) -> Wish:
    """The wish in IDEA, LENGTH, FORMAT, SEED and OUT; empty means the default. Raises BadInput in a sentence."""
    idea = environment.get("IDEA", "")
    wish = Wish(
        idea=idea if idea.strip() else IDEA,
        length_s=_number(environment, "LENGTH", LENGTH_S),
        format=environment.get("FORMAT") or "youtube",
        seed=_number(environment, "SEED", 0),
        out=str(Path(environment.get("OUT") or "out").expanduser().resolve()),
        kind=environment.get("KIND") or "film",
        track=environment.get("TRACK", ""),
    )
    if wish.track and not Path(wish.track).is_file():
        raise BadInput(f"TRACK is {wish.track}; there is no such file.")
    _ = wish.brief
    if Path(wish.out).exists() and not Path(wish.out).is_dir():
        raise BadInput(f"OUT is {wish.out}, which is a file; it must be a folder.")
    return wish


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise BadInput(f"{name} is {text!r}; it must be a whole number{' of seconds, 15 to 3600' if name == 'LENGTH' else ''}.")
    return int(text)


async def run(settings: Settings, wish: Wish) -> int:
    """Finish what an earlier run left, then make this film. Returns the exit code; the last line printed is the film's path."""
    console = Console(highlight=False, soft_wrap=True)
    runs = settings.data_dir / "demo"
    with wiring.with_servers(settings) as served:
        async with wiring.open_house(served) as house:
            for name, earlier in _left_behind(runs):
                if earlier == wish:
                    return await _make(house, console, runs, name, wish)
                console.print(Text(f"An earlier run was cut off. Its film first: “{earlier.idea}”", style="dim"))
                await _make(house, console, runs, name, earlier)
            return await _make(house, console, runs, fresh_id(), wish)


def _left_behind(runs: Path) -> list[tuple[str, Wish]]:
    """Runs that were begun and not finished and that no living process works on, the oldest first."""
    found = []
    for path in sorted(runs.glob("*.json"), key=lambda path: path.stat().st_mtime):
        with path.open() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
                found.append((path.stem, Wish(**json.load(file))))
            except (BlockingIOError, json.JSONDecodeError):  # somebody's own, or killed before it was written
                continue
    return found


@contextlib.contextmanager
def _written_down(runs: Path, name: str, wish: Wish) -> Iterator[None]:
    runs.mkdir(parents=True, exist_ok=True)
    path = runs / f"{name}.json"
    with path.open("a+") as file:
        _own(file, path)
        if not path.stat().st_size:
            json.dump(asdict(wish), file)
            file.flush()
        yield
        path.unlink()


def _own(file: IO[str], path: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Unavailable(f"Another demo is making this film right now ({path.name}).") from error


async def _make(house: wiring.House, console: Console, runs: Path, name: str, wish: Wish) -> int:
    with _written_down(runs, name, wish):
        chat = TerminalChat(Screen(console), house.storage, inline=False)
        async with wiring.at_work(house, chat) as showing:
            journey = Journey(house.engine, showing, chat, address(PLACE, name, "demo", "", "en"))
            console.print(Text(f"\n> {wish.idea}", style=f"bold {ACCENT}"))
            await journey.turn(Began(journey.at, name, wish.idea, length_s=wish.length_s, format=wish.brief.format, kind=wish.kind, seed=wish.seed))
            if wish.track:
                await _bring(house, journey, Path(wish.track))
            if chat.asking is None:
                await journey.pick_up()
            cut = await _always_on(journey, console, name)
        chat.screen.rest()
        film = await _deliver(house, cut, Path(wish.out))
    console.print(Text(f"\nFilm: {film}", style="bold"))
    return 0


async def _bring(house: wiring.House, journey: Journey, track: Path) -> None:
    """Send the music file, as a person would in a chat; what is asked about it is answered like everything else."""
    key = f"uploads/{fresh_id()}{track.suffix.lower()}"
    await house.storage.put(key, track)
    await journey.turn(Uploaded(journey.at, fresh_id(), key, track.name, track.stat().st_size))


async def _always_on(journey: Journey, console: Console, name: str) -> Cut:
    """Press the recommended step until there is a film. Raises Unavailable when the journey ends without one."""
    for _ in range(PRESSES_MAX):
        await journey.settled()
        project = await Project.filter(home_thread=name, home_place__outside_id=PLACE).order_by("-id").first()
        cut = await Cut.filter(project_id=project.id, kind="final", state="done", render__tier="drawn").first() if project else None
        if cut:
            return cut
        view = journey.view
        if view is None or view.primary is None or view.mood == "trouble":
            break
        console.print(Text(f"\n▶ {view.primary.label}", style=f"bold {ACCENT}"))
        await journey.turn(Pressed(journey.at, fresh_id(), view.primary.action))
    raise Unavailable("The film did not get made. Start again to go on from where it stands.")


async def _deliver(house: wiring.House, cut: Cut, out: Path) -> Path:
    """Copy the film and everything beside it into the folder. Returns the film's path. Raises Unavailable for a full or closed disk."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, file in FILES.items():
            if name in cut.files:
                source = await house.storage.fetch(cut.files[name])
                target = out / (file if "." in file else f"{file}{source.suffix}")
                aside = target.with_name(f".{target.name}.part")
                shutil.copyfile(source, aside)
                aside.replace(target)
    except OSError as error:
        raise Unavailable(f"The film is made, but {out} cannot take it: {error.strerror}. Make room and start again.") from error
    return out / FILES["film"]
