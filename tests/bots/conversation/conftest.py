"""A person who talks with the real engine over a chat that keeps its messages as JSON; jobs run in this process."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections

from bots.conversation.chat import Target
from bots.conversation.desk import Desk
from bots.conversation.engine import Engine
from bots.conversation.events import Address, Began, Called, Chosen, Pressed, Said, Submitted, Uploaded
from bots.conversation.posts import Posts
from bots.conversation.showing import Showing
from bots.conversation.views import Form, View
from core import jobs, projects
from core.config import Settings
from core.errors import WritingFailed
from core.film.delivery import Limits
from core.film.hearing import Ears
from core.film.voice_samples import VoiceRoom
from core.film.voices import roles
from core.links import Links
from core.materials import ReadRoom
from core.models import Project, Version
from core.pictures import Eyes
from core.rendering.handlers import handlers
from core.rendering.studio import Studio
from core.rendering.translating import TranslateRoom
from core.storage import Storage
from core.uploads import UploadRoom
from core.workshop import Made, Workshop
from core.workshop import Stage as WorkshopStage
from core.write_job import WriteRoom
from core.writing.edits import Edit, SetScene, Undo
from core.writing.importing.filming import adapted, notes_of
from core.writing.importing.story import Story
from core.writing.script import Brief, Logline, Script
from core.writing.writer import Draft, Loglines, OnDraft, Understood, Written
from payments.promotions import first_purchase
from payments.subscriptions import plan_job
from tests.core.writing.conftest import lighthouse
from tests.fakes.instant import InstantRenderer, PaperCutter

_count = itertools.count(1)


class ScriptedWriter:
    """The Writer port with one story. `fails`: what the next calls raise. `heard`: what sentences mean."""

    name = "scripted"

    def __init__(self) -> None:
        self.fails: list[Exception] = []
        self.hold: Callable[[], Any] | None = None
        self.wishes: list[str] = []
        self.translator = True
        self.heard: dict[str, tuple[tuple[Edit, ...], tuple[str, ...]]] = {
            "make scene 2 at night": ((SetScene(scene="s2", time_of_day="night"),), ()),
            "make scene 2 at night and do a barrel roll": ((SetScene(scene="s2", time_of_day="night"),), ("do a barrel roll",)),
            "make scene 1 foggy": ((SetScene(scene="s1", weather="fog"),), ()),
            "take back what you did": ((Undo(),), ()),
        }
        self.languages: tuple[str, ...] = ("en",)

    def writes(self, language: str) -> bool:
        return language.startswith(self.languages)

    def _maybe_fail(self) -> None:
        if self.fails:
            raise self.fails.pop(0)

    async def loglines(self, brief: Brief, *, others_than: Any = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        self._maybe_fail()
        self.wishes.append(wish)
        first = len(others_than) + 1
        options = tuple(Logline(text=f"Film {n} of {brief.idea[:40]}", title=f"Film {n}") for n in range(first, first + 3))
        if on_draft:
            await on_draft(Draft(loglines=options[:1]))
        return Loglines(options)

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        self._maybe_fail()
        whole = lighthouse()
        if on_draft:
            await on_draft(Draft(script=whole.model_copy(update={"scenes": whole.scenes[:1]}), scenes_done=1, scenes_total=3))
        return Written(whole)

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        self._maybe_fail()
        made = adapted(story, brief)
        return Written(made.script, notes=notes_of(made))

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        self._maybe_fail()
        scenes = tuple(scene.model_copy(update={"synopsis": wish}) if scene.id == scene_id else scene for scene in script.scenes)
        return Written(script.model_copy(update={"scenes": scenes}))

    async def resize(self, brief: Brief, script: Script, length_s: int) -> Written:
        self._maybe_fail()
        first = script.scenes[0].shots[0]
        longer = first.model_copy(update={"duration_s": max(1.0, first.duration_s + (length_s - script.length_s))})
        scene = script.scenes[0].model_copy(update={"shots": (longer, *script.scenes[0].shots[1:])})
        return Written(script.model_copy(update={"scenes": (scene, *script.scenes[1:])}))

    def translates(self, language: str) -> bool:
        return self.translator

    async def translate(self, script: Script, language: str) -> Written:
        self._maybe_fail()
        scenes = tuple(
            scene.model_copy(update={"shots": tuple(
                shot.model_copy(update={"lines": tuple(line.model_copy(update={"text": f"[{language}] {line.text}"}) for line in shot.lines)})
                for shot in scene.shots)})
            for scene in script.scenes
        )  # fmt: skip
        return Written(script.model_copy(update={"language": language, "title": f"{script.title} ({language})", "scenes": scenes}))

    async def understand(self, script: Script, said: str) -> Understood:
        self._maybe_fail()
        edits, unclear = self.heard.get(said, ((), (said,)))
        return Understood(edits, unclear)


@dataclass
class Message:
    """A message in the fake chat, as it looks now."""

    nonce: str
    to: Target
    view: View
    notify: bool
    edits: int = 0


class FakeChat:
    """The Chat port over a list. Views and references survive as JSON only, as they would on a wire."""

    gap_s = 0.0

    def __init__(self, platform: str = "fake") -> None:
        self.platform = platform
        self.messages: list[Message] = []
        self.refuses: list[Exception] = []
        self.refuses_edits: list[Exception] = []

    async def send(self, to: Target, view: View, *, nonce: str, notify: bool) -> dict[str, Any]:
        if self.refuses:
            raise self.refuses.pop(0)
        known = next((n for n, message in enumerate(self.messages) if message.nonce == nonce), None)
        if known is not None:
            return {"message": known}
        self.messages.append(Message(nonce, to, View.model_validate_json(view.model_dump_json()), notify))
        return {"message": len(self.messages) - 1}

    async def edit(self, ref: dict[str, Any], view: View) -> dict[str, Any]:
        if self.refuses_edits:
            raise self.refuses_edits.pop(0)
        message = self.messages[json.loads(json.dumps(ref))["message"]]
        message.view = View.model_validate_json(view.model_dump_json())
        message.edits += 1
        return ref

    def limits(self, to: Target) -> Limits:
        return Limits(max_bytes=10 << 20)


@dataclass
class Set:
    """Everything one conversation needs, with its parts in reach."""

    desk: Desk
    engine: Engine
    showing: Showing
    chat: FakeChat
    other: FakeChat
    """A second chat, of the platform "other"."""
    writer: ScriptedWriter
    renderer: InstantRenderer
    cutter: PaperCutter
    speaker: Hummer
    portraits: PaperPortraits
    handlers: dict[str, jobs.Handler] = field(default_factory=dict)

    def person(self, name: str = "Ana", **more: Any) -> Talker:
        """Somebody in a private chat of their own, unless `place` says where."""
        who = f"{name.lower()}-{next(_count)}"
        return Talker(self, Address(more.pop("platform", "fake"), more.pop("place", f"chat-{who}"), who, person_name=more.pop("called", name), **more))

    async def work(self, rounds: int = 60) -> None:
        """Run all open jobs, due or not, until none is open but those that wait for hours."""
        db = connections.get("default")
        for _ in range(rounds):
            rows = await db.execute_query_dict(
                "UPDATE job SET due_at = now(), lease_until = NULL WHERE done < wanted AND due_at < now() + interval '1 h' RETURNING id"
            )
            if not rows:
                return
            for row in sorted(rows, key=lambda row: row["id"]):
                await jobs.run(row["id"], self.handlers)
        left = await db.execute_query_dict("SELECT kind, subject, failures, error FROM job WHERE done < wanted")
        raise AssertionError(f"still open: {left}")


@dataclass
class Talker:
    """A person at their chat."""

    set: Set
    at: Address

    def _update(self) -> str:
        return f"u{next(_count)}"

    @property
    def seen(self) -> list[Message]:
        """The messages of this person's place and thread, in order."""
        chat = self.set.other if self.at.platform == "other" else self.set.chat
        return [message for message in chat.messages if (message.to.place, message.to.thread) == (self.at.place, self.at.thread)]

    @property
    def last(self) -> View:
        """The newest message."""
        return self.seen[-1].view

    def find(self, name: str) -> View:
        """The newest message of this view."""
        return next(message.view for message in reversed(self.seen) if message.view.name == name)

    @property
    def asking(self) -> View:
        """The newest message that asks something."""
        return next(message.view for message in reversed(self.seen) if message.view.choices)

    async def _do(self, event: Any, work: bool = True) -> list[View]:
        before = len(self.seen)
        posts = await self.set.engine.turn(event)
        await self.set.showing.now(posts)
        if work:
            await self.set.work()
        return [message.view for message in self.seen[before:]]

    async def says(self, text: str, work: bool = True) -> list[View]:
        """Plain talk."""
        return await self._do(Said(self.at, self._update(), text), work)

    async def begins(self, idea: str, work: bool = True, **more: Any) -> list[View]:
        """`/film new`."""
        return await self._do(Began(self.at, self._update(), idea, **more), work)

    async def sends(self, key: str, name: str, size: int = 1000) -> list[View]:
        """A file, fetched into storage by their chat."""
        return await self._do(Uploaded(self.at, self._update(), key, name, size))

    async def brings(self, name: str, data: bytes, work: bool = True, caption: str = "") -> list[View]:
        """A file, which the chat has put into storage."""
        key = f"uploads/{self._update()}/{name}"
        aside = self.set.desk.settings.data_dir / "sent"
        aside.write_bytes(data)
        stored = await self.set.desk.studio.storage.put(key, aside)
        return await self._do(Uploaded(self.at, self._update(), key, name, stored.size, caption), work)

    async def calls(self, command: Any, work: bool = True, **args: str) -> list[View]:
        """Another command."""
        return await self._do(Called(self.at, self._update(), command, args), work)

    async def presses(self, label: str = "", view: View | None = None, work: bool = True) -> list[View]:
        """A button by its label; without one, the recommended one."""
        view = view or self.asking
        choice = next(one for one in view.choices if one.label == label) if label else view.choices[0]
        return await self.presses_id(choice.action, work)

    async def presses_id(self, action: str, work: bool = True) -> list[View]:
        """A button by the id it carries."""
        return await self._do(Pressed(self.at, self._update(), action), work)

    async def chooses(self, menu: str, value: str, view: View | None = None) -> list[View]:
        """An entry of a menu."""
        view = view or next(message.view for message in reversed(self.seen) if any(one.label == menu for one in message.view.selects))
        select = next(one for one in view.selects if one.label == menu)
        return await self._do(Chosen(self.at, self._update(), select.action, value))

    async def form(self, label: str, view: View | None = None) -> Form | None:
        """The form that a button opens."""
        choice = next(one for one in (view or self.asking).choices if one.label == label)
        return await self.set.engine.form(Pressed(self.at, self._update(), choice.action))

    async def submits(self, form: Form, text: str) -> list[View]:
        """A filled-in form."""
        return await self._do(Submitted(self.at, self._update(), form.action, {form.entries[0].name: text}))

    async def to_script(self, idea: str = "a keeper finds a letter") -> Project:
        """As far as a script."""
        await self.begins(idea)
        await self.presses("Good, go on")
        await self.presses("A")
        project = await Project.all().order_by("-id").first()
        assert project
        return project

    async def to_cast(self) -> Project:
        """As far as the cast."""
        project = await self.to_script()
        await self.presses("Looks right: meet the cast")
        return project

    async def to_board(self) -> Project:
        """As far as a drawn storyboard."""
        project = await self.to_cast()
        await self.presses("Draw the storyboard")
        return project


async def head_script(project: Project) -> Script:
    """What a film's head says now."""
    await project.refresh_from_db()
    found = projects.script_of(await Version.get(id=project.head_id))
    assert found
    return found


def labels(view: View) -> list[str]:
    """What its buttons say, in order."""
    return [choice.label for choice in view.choices]


class PaperBoard:
    """The `board` handler without pictures."""

    def __init__(self, storage: Storage, aside: Path) -> None:
        self._storage, self._aside = storage, aside

    async def __call__(self, job: jobs.Job) -> None:
        version = await Version.get(id=int(job.subject))
        script = projects.script_of(version)
        assert script
        self._aside.mkdir(parents=True, exist_ok=True)
        file = self._aside / "panel.jpg"
        file.write_bytes(b"panel")
        panels = {}
        for shot in script.shots:
            panels[shot.id] = f"boards/{version.id}-{shot.id}-{shot.seed}.jpg"
            await self._storage.put(panels[shot.id], file)
        async with jobs.transaction() as tx:
            board = {"done": len(panels), "total": len(panels), "panels": panels, "sheet": f"boards/{version.id}.jpg"}
            await Version.filter(id=version.id).update(board=board)
            tx.touch(f"version:{version.id}")
            tx.touch(f"project:{version.project_id}")
            tx.finish(job)


class PaperPortraits:
    """The `portraits` handler without pictures: the key tells what would be seen."""

    def __init__(self) -> None:
        self.drawn: list[int] = []

    async def __call__(self, job: jobs.Job) -> None:
        version = await Version.get(id=int(job.subject))
        script = projects.script_of(version)
        assert script
        self.drawn.append(version.id)
        async with jobs.transaction() as tx:
            seen = {one.id: one.picture or f"portraits/{one.species}-{one.look}-{one.wardrobe}-{one.colour}"[:190] + ".png" for one in script.characters}
            seen |= {one.id: one.picture or f"portraits/{one.name}-{one.look}"[:190] + ".png" for one in (*script.locations, *script.things)}
            await Version.filter(id=version.id).update(portraits=seen)
            tx.touch(f"project:{version.project_id}")
            tx.finish(job)


class Hummer:
    """The Speaker port: everybody hums for a second. `fails`: what the next lines raise."""

    def __init__(self) -> None:
        self.fails: list[Exception] = []
        self.said: list[str] = []

    def speaks(self, language: str) -> bool:
        return language.startswith("en")

    def cast(self, script: Script) -> dict[str, Any]:
        return {id: {"voice": id, "pitch": voice.pitch} for id, voice, _ in roles(script)}

    async def close(self) -> None:
        pass

    async def say(self, workshop: Workshop, part: Any, text: str, delivery: str, tempo: float) -> Made:
        if self.fails:
            raise self.fails.pop(0)
        self.said.append(text)
        return await workshop.made(HUM, part=part, text=text)


async def _hum(out: Path, part: Any, text: str) -> dict[str, Any]:
    out.write_bytes(f"{part} {text}".encode())
    return {"seconds": 1.0}


HUM = WorkshopStage("hum", 1, ".wav", _hum)


@pytest.fixture
async def set_(db: str, data_dir: Path) -> Set:
    """A conversation with play credits: the tiers preview and drawn, rendered in an instant."""
    return _compose(data_dir, paying=False)


@pytest.fixture
async def paying(db: str, data_dir: Path) -> Set:
    """A conversation where films cost credits: draft, standard and cinema by an instant renderer."""
    return _compose(data_dir, paying=True)


def _compose(data_dir: Path, *, paying: bool) -> Set:
    settings = Settings(data_dir=data_dir)
    storage = Storage.open("", data_dir)
    pencil = InstantRenderer(storage, data_dir / "pencil", name="pencil", tiers=("preview", "drawn"), submit_repeats=True)
    renderers: dict[Any, Any] = dict.fromkeys(("preview",) if paying else pencil.tiers, pencil)
    gpu = InstantRenderer(storage, data_dir / "gpu")
    if paying:
        renderers |= dict.fromkeys(gpu.tiers, gpu)
    cutter = PaperCutter(data_dir / "cuts")
    studio = Studio(settings, Workshop(data_dir / "workshop"), storage, renderers, cutter, play=not paying)
    writer = ScriptedWriter()
    speaker, portraits = Hummer(), PaperPortraits()
    desk = Desk(studio, Links("http://127.0.0.1:8080", b"secret"), writer.writes, speaker.speaks, writer.translates)
    posts = Posts(desk)
    engine, chat, other = Engine(desk, posts), FakeChat(), FakeChat("other")
    showing = Showing(posts, {"fake": chat, "other": other})
    made = Set(desk, engine, showing, chat, other, writer, pencil, cutter, speaker, portraits)
    made.handlers = {
        **handlers(studio, None),  # type: ignore[arg-type]
        "show": showing,
        "hear": engine.hear,
        "plan": plan_job,
        "thank": first_purchase,
        "upload": UploadRoom(storage, {"sound": Ears(settings).inspect, "picture": Eyes(studio.moderator).inspect}),
        "write": WriteRoom(writer),
        "read": ReadRoom(storage),
        "translate": TranslateRoom(writer),
        "board": PaperBoard(storage, data_dir / "boards"),
        "portraits": portraits,
        "voices": VoiceRoom(studio.workshop, storage, speaker),
    }
    return made


@pytest.fixture
def failing() -> Exception:
    """What a writer raises that found nothing worth showing."""
    return WritingFailed("nothing passes the checks")
