"""The paper a view is composed on: the post it is for, its film, its language, and the actions its buttons will carry.

Every action's id is a digest of what it does and where it stands, so building the same view again makes the same
buttons and writes nothing new. What may be done with an action is checked when it is pressed (`engine`), not here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bots.conversation.chat import Target
from bots.conversation.desk import Desk
from bots.conversation.views import Body, Choice, Media, Option, Select, Style, View
from bots.conversation.words import Words, shortened
from core import projects, standings
from core.jobs import Sql
from core.models import Action, Person, Place, Post, Project, Render, Version
from core.places import is_shared
from core.projects import Stage
from core.writing.script import Script

if TYPE_CHECKING:
    from core.film.delivery import Limits

LABEL_MAX = 80
OPTION_MAX = 100


@dataclass(frozen=True)
class Standing:
    """Where a film stands: its head with its script, the newest version, which may still be in the making, whether it is taken down, and whether its
    owner made none before."""

    project: Project
    stage: Stage
    head: Version | None
    newest: Version | None
    script: Script | None
    down: bool = False
    first: bool = False


async def standing(desk: Desk, post: Post) -> Standing | None:
    """Where the film of this post stands now: that named in it, or that of its render. None: it is about none. Raises DoesNotExist."""
    project_id, render_id = post.args.get("project"), post.args.get("render")
    if project_id is None and render_id is None:
        return None
    found = await standings.standing(project_id) if project_id is not None else await standings.standing(render_id=render_id)
    script = await desk.studio.script(found.head.id) if found.head and found.head.script else None
    return Standing(found.project, found.stage, found.head, found.newest, script, found.down, found.first)


@dataclass
class Page:
    """One view in the making. `stage`, `head` and `script` are of the post's film, if it is about one."""

    desk: Desk
    post: Post
    words: Words
    target: Target
    person: Person | None
    limits: Limits | None = None
    of: Standing | None = None
    actions: dict[str, Action] = field(default_factory=dict)
    wants: list[tuple[str, int, str]] = field(default_factory=list)
    """Jobs that the view lacks something of: kind, subject, queue."""
    withheld: bool = False
    """Something was not even made ready, because the film is taken down."""

    @property
    def project(self) -> Project | None:
        """The film the post is about, if it is about one."""
        return self.of.project if self.of else None

    @property
    def is_down(self) -> bool:
        """Whether the film the post is about is taken down."""
        return self.of is not None and self.of.down

    @property
    def head(self) -> Version | None:
        """The version that counts."""
        return self.of.head if self.of else None

    @property
    def stage(self) -> Stage | None:
        """Where the film stands."""
        return self.of.stage if self.of else None

    @property
    def newest(self) -> Version | None:
        """The version that was asked for last."""
        return self.of.newest if self.of else None

    @property
    def pending(self) -> Version | None:
        """The version that is being written."""
        return self.newest if self.newest and not projects.is_written(self.newest) else None

    @property
    def film(self) -> Project:
        """The film the post is about, for views that are about one."""
        assert self.project, f"{self.post.name} {self.post.id} is about no film"
        return self.project

    @property
    def script(self) -> Script:
        """The head's script."""
        assert self.of, f"{self.post.name} {self.post.id} is about no film"
        assert self.of.script, f"{self.post.name} {self.post.id}: there is no script"
        return self.of.script

    def is_at(self, stage: Stage) -> bool:
        """Whether the film stands there and this is the post where it goes on: buttons make sense.

        Once something follows the brief or the loglines they are behind; an edit that is being written stops nobody from going on.
        """
        behind = self.pending is not None and stage in (Stage.BRIEF, Stage.LOGLINES)
        return self.stage is stage and not behind and self.is_live

    @property
    def is_live(self) -> bool:
        """Whether the post may ask: its film was not deleted and no newer post of its kind took its place."""
        return not self.post.args.get("retired") and not (self.project and self.project.deleted_at)

    async def is_shared(self) -> bool:
        """Whether others read along where the post stands: what is somebody's own stays out of it."""
        return is_shared(await Place.get(id=self.post.place_id))

    def _action(self, step: str, args: dict[str, Any], opens_form: bool = False) -> str:
        if self.project:
            args = {"project": self.project.id, "version": self.project.head_id, **args}
        told = json.dumps([self.post.id, self.post.person_id, self.post.place_id, self.post.thread, step, args], sort_keys=True)
        id = hashlib.blake2b(told.encode(), digest_size=16).hexdigest()
        self.actions[id] = Action(
            id=id,
            step=step,
            args=args,
            person_id=self.post.person_id,
            place_id=self.post.place_id,
            thread=self.post.thread,
            opens_form=opens_form,
        )
        return id

    def choice(self, label: str, step: str, *, style: Style = "normal", form: bool = False, with_: dict[str, Any] | None = None, **args: Any) -> Choice:
        """A button: the key of its label (with the label's own arguments in `with_`), the step it runs and that step's arguments."""
        form = form or step == "film.new"
        return Choice(label=shortened(self.words.text(label, **with_ or {}), LABEL_MAX), action=self._action(step, args, form), style=style, opens_form=form)

    def primary(self, label: str, step: str, *, with_: dict[str, Any] | None = None, **args: Any) -> Choice:
        """The one recommended next step."""
        return self.choice(label, step, style="primary", with_=with_, **args)

    def select(self, label: str, step: str, options: list[tuple[str, str]], chosen: str | None = None, *, form: bool = False, **args: Any) -> Select:
        """A menu: the key of its label, the step that gets the value, and its entries as (value, label)."""
        return Select(
            label=self.words.text(label),
            action=self._action(step, args, form),
            opens_form=form,
            options=tuple(Option(value=value, label=shortened(name, OPTION_MAX), chosen=value == chosen) for value, name in options),
        )

    def view(
        self,
        *body: Body | None,
        media: tuple[Media, ...] = (),
        choices: tuple[Choice | None, ...] = (),
        selects: tuple[Select | None, ...] = (),
        short: str = "",
        private: bool = False,
        awaits: bool = False,
        pinned: bool = False,
        mood: str = "calm",
    ) -> View:
        """The view. What is None is left out, and all choices and menus once the post asks nothing any more.

        Of a film that is taken down no picture, sound or file is handed out, whatever shows it; the view says so instead.
        """
        said = tuple(part for part in body if part)
        if self.is_down and (media or self.withheld):
            told = self.words.block("error-taken-down")
            media, said = (), said if told in said else (*said, told)
        if not self.is_live:
            choices, selects, awaits = (), (), False
        return View(
            name=self.post.name,
            body=said,
            media=media,
            choices=tuple(one for one in choices if one),
            selects=tuple(one for one in selects if one),
            short=short or shortened(said[0].text if said else media[0].alt, 120),
            private=private,
            awaits=awaits,
            pinned=pinned,
            mood=mood,  # type: ignore[arg-type]
        )

    async def keep_actions(self, sql: Sql) -> None:
        """Write down the actions of this view that are not there yet."""
        rows = list(self.actions.values())
        if rows:
            await sql.execute_query_dict(
                """INSERT INTO action (id, step, args, person_id, place_id, thread, opens_form, created_at)
                   SELECT a.id, a.step, a.args, a.person, $2, $3, a.form, now()
                     FROM jsonb_to_recordset($1::jsonb) AS a(id text, step text, args jsonb, person bigint, form boolean)
                   ON CONFLICT (id) DO NOTHING RETURNING id""",
                [
                    json.dumps([{"id": one.id, "step": one.step, "args": one.args, "person": one.person_id, "form": one.opens_form} for one in rows]),
                    self.post.place_id,
                    self.post.thread,
                ],
            )


async def film_of(post: Post) -> int | None:
    """The film a post is about: named in the post, or that of its render."""
    if "project" in post.args or "render" not in post.args:
        return post.args.get("project")
    return (await Render.get(id=post.args["render"])).project_id
