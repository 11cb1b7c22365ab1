"""One turn of a dialogue: who acts and where, what steps may use, and the posts it leads to. Made by the engine, given to steps.

A step changes rows and makes posts, all in the turn's transaction; it calls nothing outside and waits for nothing slow.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bots.conversation.desk import Desk
from bots.conversation.events import Address
from bots.conversation.words import Words
from core.jobs import Tx
from core.models import Dialogue, Person, Place, Post, Project
from core.rows import columns
from core.rows import made as rows_made

STAGE_PAGES = frozenset({"brief", "loglines", "script", "cast", "board", "animatic", "quote", "card"})
"""Posts that show a film at a stage: a new one takes the place of the one before."""
ASIDES = frozenset(
    {
        "welcome",
        "question",
        "help",
        "films",
        "people",
        "settings",
        "budget",
        "balance",
        "history",
        "accounts",
        "terms",
        "files",
        "my_queue",
        "pool",
        "shop",
        "plans",
    }
)
"""Posts beside the journey that ask something."""

_RETIRE = """UPDATE post SET about = '', args = args || '{"retired": true}' WHERE about = $1 AND NOT id = ANY($2::bigint[])"""


@functools.cache
def _owe() -> str:
    return f"""WITH gone AS ({_RETIRE} AND $1 <> '' AND place_id = $3 AND thread = $4 RETURNING post.*),
   made AS (INSERT INTO post (place_id, thread, person_id, name, args, about, notify, shown_hash, created_at)
            VALUES ($3, $4, $5, $6, $7::jsonb, $8, $9, '', now()) RETURNING post.*)
 SELECT {columns(Post)}, true AS is_new FROM made AS post UNION ALL SELECT {columns(Post)}, false FROM gone AS post"""


@dataclass
class Turn:
    """`soon_s`: when the turn's own posts fall due if nobody shows them at once. `message`: what the person's words stand in, on their platform."""

    desk: Desk
    tx: Tx
    at: Address
    person: Person
    place: Place
    dialogue: Dialogue
    words: Words
    soon_s: float
    message: str = ""
    made: list[Post] = field(default_factory=list)

    async def post(self, name: str, project: Project | None = None, *, about: str | None = None, notify: bool = False, **args: Any) -> Post:
        """Owe this place a message: a view by name. One that shows a film at a stage takes the place of the one before."""
        if project:
            args["project"] = project.id
            about = about or (self.aside if name in ASIDES else f"project:{project.id}")
        instead_of = f"project:{project.id}" if project and name in STAGE_PAGES else ""
        return await self._owe(name, args, about or (self.aside if name in ASIDES else ""), notify=notify, instead_of=instead_of)

    async def _owe(self, name: str, args: Mapping[str, Any], about: str, *, notify: bool = False, instead_of: str = "") -> Post:
        """The post's row; posts here about what it takes the place of are retired with it."""
        rows = await self.tx.sql.execute_query_dict(
            _owe(), [instead_of, [post.id for post in self.made], self.place.id, self.at.thread, self.person.id, name, json.dumps(args), about, notify]
        )
        (made,) = (rows_made(Post, row) for row in rows if row["is_new"])
        for row in rows:
            if row["is_new"]:
                self._show_soon(row["post.id"])
            else:
                self.tx.want("show", row["post.id"], f"chat:{self.at.platform}")
        self.made.append(made)
        return made

    async def again(self, name: str, about: str) -> None:
        """This person's newest post of that name shows what has changed, at once."""
        post = await Post.filter(name=name, about=about, place_id=self.place.id, person_id=self.person.id).order_by("-id").first()
        if post:
            self._show_soon(post.id)
            self.made.append(post)

    def _show_soon(self, post_id: int) -> None:
        """The chat shows it at once, after the commit; if that dies, the post falls due."""
        self.tx.want("show", post_id, f"chat:{self.at.platform}", after_s=self.soon_s, told=not self.soon_s)

    @property
    def aside(self) -> str:
        """What posts beside the journey are about: they ask until the person does the next thing."""
        return f"aside:{self.dialogue.id}"

    async def retire(self, about: str) -> None:
        """Posts about this ask nothing any more here and are not kept up to date: the film has gone on."""
        await self._retire(about, " AND place_id = $3 AND thread = $4", [self.place.id, self.at.thread])

    async def retire_asides(self) -> None:
        """What was asked beside the journey before this turn is answered, or passed over."""
        await self._retire(self.aside, "", [])

    async def _retire(self, about: str, here: str, values: list[Any]) -> None:
        for row in await self.tx.sql.execute_query_dict(f"{_RETIRE}{here} RETURNING id", [about, [post.id for post in self.made], *values]):
            self.tx.want("show", row["id"], f"chat:{self.at.platform}")

    async def say(self, key: str, *, project: Project | None = None, choices: tuple[Offer, ...] = (), trouble: bool = False, **args: Any) -> Post:
        """Answer with one sentence, for this person alone."""
        return await self.post_sentences([(key, args)], project=project, choices=choices, trouble=trouble)

    async def post_sentences(
        self, says: list[tuple[str, dict[str, Any]]], *, project: Project | None = None, choices: tuple[Offer, ...] = (), trouble: bool = False
    ) -> Post:
        """Answer with some sentences, for this person alone."""
        told = [{"key": key, "args": args} for key, args in says]
        offered = [{"label": one.label, "step": one.step, "args": dict(one.args), "with": dict(one.with_)} for one in choices]
        about = {"project": project.id} if project else {}
        return await self._owe("notice", {"says": told, "choices": offered, "trouble": trouble, **about}, self.aside if offered else "")

    async def open_question(self, asking: str, data: Mapping[str, Any]) -> None:
        """The next plain words answer this."""
        self.dialogue.asking, self.dialogue.data = asking, {**self.dialogue.data, "ask": dict(data)}
        await self.dialogue.save(update_fields=["asking", "data"])

    async def close_question(self) -> None:
        """Plain words are plain talk again."""
        if self.dialogue.asking:
            self.dialogue.asking = ""
            await self.dialogue.save(update_fields=["asking"])

    async def turn_to(self, project: Project | None) -> None:
        """From now on this dialogue is about that film."""
        if self.dialogue.project_id != (project.id if project else None):
            self.dialogue.project_id = project.id if project else None
            await self.dialogue.save(update_fields=["project_id"])


@dataclass(frozen=True)
class Offer:
    """A choice that a sentence comes with; the first one is the recommended."""

    label: str
    step: str
    args: Mapping[str, Any] = field(default_factory=dict)
    with_: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Press:
    """What reached a step. `key` is the action's id, `value` a menu's entry, `fields` what was filled in."""

    args: Mapping[str, Any]
    project: Project | None = None
    key: str = ""
    value: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def film(self) -> Project:
        """The film the action is about."""
        assert self.project, "this step is about a film"
        return self.project


Brought = Literal["story", "sound", "picture"]
"""What may be asked for as a file."""


@dataclass(frozen=True)
class Asked:
    """What a form asks for: the name that its catalogue keys share (`form-…`, `ask-…`, `entry-…`) and what stands there now. `brings`: a file of
    this kind will do as well, or, without `typed`, alone; `waits` is the question that is open until it comes, with its data."""

    name: str
    value: str = ""
    long: bool = False
    most: int = 600
    brings: Brought | None = None
    typed: bool = True
    waits: str = ""
    waits_with: Mapping[str, Any] = field(default_factory=dict)
    args: Mapping[str, Any] = field(default_factory=dict)


Run = Callable[[Turn, Press], Awaitable[None]]
AskFor = Callable[[Turn, Press], Awaitable[Asked]]


@dataclass(frozen=True)
class Step:
    """A named step. `to`: what its film must allow this person; empty where it is about none. `fresh`: only while the version it was
    offered for counts. `form`: what to ask for before it runs."""

    run: Run
    to: Literal["see", "change", "spend", ""] = "change"
    fresh: bool = True
    form: AskFor | None = None
