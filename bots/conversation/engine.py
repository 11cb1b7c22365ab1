"""The engine: one event, one turn, one transaction. Called by every chat for every update.

    event -> seen before? -> person, place, dialogue (locked) -> the action's checks, or plain talk -> a named step -> saved

Whatever goes wrong, the person gets a sentence and nothing is lost: expected errors roll back the step and are told, others
roll back and are logged. The posts that a turn returns are shown by the chat at once (`Showing.now`); if it dies they fall due.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tortoise.queryset import QuerySet

from bots.conversation import finding, talk, uploads
from bots.conversation.calling import called
from bots.conversation.chat import Target
from bots.conversation.correcting import corrected
from bots.conversation.desk import Desk
from bots.conversation.events import Address, Began, Called, Chosen, Corrected, Event, NotTaken, Pressed, Said, Submitted, Uploaded
from bots.conversation.meeting import dialogue_of, meet, who_and_where
from bots.conversation.pages.sentences import error_args, error_block
from bots.conversation.posts import Posts
from bots.conversation.showing import SOON_S
from bots.conversation.steps import STEPS, imports
from bots.conversation.steps.brief import begin_film, read_length
from bots.conversation.steps.film import current
from bots.conversation.steps.pictures import PICTURE
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from bots.conversation.views import Entry, Form, View
from bots.conversation.words import Words, best, clean, fold, shortened, words
from core import jobs, projects
from core.database import Down
from core.errors import BadInput, Expected, NotYours, Unavailable
from core.jobs import Tx, transaction
from core.linking import who_now
from core.models import Action, Dialogue, Person, Place, Post, Project
from core.people import identified, person_for
from core.studio_rules import check_beginning, rules_of
from core.writing.importing import reading

log = logging.getLogger(__name__)

DOUBLE_S = 3.0
"""The same button pressed again within this time is one press."""
ACTION_ID_MAX = 40
"""Characters of an action's id."""
BEGINNINGS = frozenset({"film.new", "film.begin", "film.surprise", "film.another"})
"""Steps that begin a film."""
FILE_ENTRY = "file"
"""Name of a form's field that takes a file."""
HEARD_S = 60.0
"""How exactly it is noted when somebody last said something in a dialogue."""
TEXT_MAX = reading.CHARACTERS_MAX
"""Longer messages are not read: this much is a novel."""


class Engine:
    """Turns events into posts."""

    def __init__(self, desk: Desk, posts: Posts) -> None:
        self._desk, self._posts = desk, posts

    async def turn(self, event: Event) -> list[Post]:
        """Everything one event leads to: posts to show now, in order. Empty for an update that was seen before.

        Raises Unavailable while the database is away: the chat shows `apology` and the person tries again.
        """
        try:
            try:
                async with transaction() as tx:
                    if not await _is_new(tx, event):
                        return []
                    turn = await self._begin(tx, event.at, event.message)
                    await self._act(turn, event)
                    if not isinstance(event, Corrected):  # it answers no question
                        await turn.retire_asides()
                return turn.made
            except Expected as error:
                return await self._tell(event, error)
            except Down:
                raise
            except Exception:
                log.exception("a turn failed: %s", type(event).__name__)
                return await self._tell(event, Expected("a bug", key="error-unexpected"))
        except Down as error:
            raise Unavailable(f"the database is away: {error!r}", key="error-unavailable") from error

    async def form(self, event: Pressed | Chosen) -> Form | None:
        """The form that a button or an entry of a menu opens, to be shown at once. None: there is none (any more), and a turn will tell why."""
        try:
            async with transaction() as tx:
                turn = await self._begin(tx, event.at)
                action, step, press = await self._checked(turn, event)
                if step.form is None:
                    return None
                asked = await step.form(turn, press)
                if asked.waits:
                    await turn.open_question(asked.waits, asked.waits_with)
                elif press.value:  # what is filled in comes back without it
                    turn.dialogue.data = {**turn.dialogue.data, "ask": {"action": action.id, "entry": asked.name, "value": press.value}}
                    await turn.dialogue.save(update_fields=["data"])
                return _form(turn, action, asked)
        except (Expected, _Stale):
            return None

    def apology(self, at: Address, error: Expected) -> View:
        """What to show when not even a turn is possible."""
        w = words(best(at.language))
        return View(name="apology", body=(error_block(w, {"key": error.key, "args": error.args_for_text}),), private=True, mood="trouble")

    async def may_begin(self, at: Address, length_s: int | None = None) -> View | None:
        """Whether this person may begin a film there now, before a chat makes a thread for it. None: fine; else what to answer, privately.

        The turn that begins the film asks again. Raises Unavailable while the database is away.
        """
        try:
            async with transaction() as tx:
                person, place = await who_and_where(tx, at)
                try:
                    check_beginning(rules_of(place), person, roles=at.roles, admin=at.admin, length_s=length_s)
                except Expected as error:
                    return await self._refusal(tx, at, person, place, error)
                return None
        except NotYours as blocked:
            return self.apology(at, blocked)
        except Down as error:
            raise Unavailable(f"the database is away: {error!r}", key="error-unavailable") from error

    async def _refusal(self, tx: Tx, at: Address, person: Person, place: Place, error: Expected) -> View:
        """An error as a view that no post stands for, with the buttons that help."""
        w = words(person.language)
        post = Post(id=0, place_id=place.id, thread=at.thread, person_id=person.id, name="notice", args=notice_args(w, error), about="", ref=None)
        return await self._posts.loose(tx, post, person)

    async def wants_thread(self, at: Address, action: str) -> bool:
        """Whether this button begins a film where one lives already, so that a chat with a thread per film makes another (`Address.fresh_thread`)."""
        known = await Action.get_or_none(id=action)
        if known is None or known.step not in BEGINNINGS:
            return False
        return at.place_kind != "thread" or await self.is_taken(at)

    async def begins(self, event: Said | Pressed | Chosen) -> str | None:
        """What the film is about that this event begins: the answer to that question, or a button that asks nothing first (then it may be empty).

        None: it begins none. For a chat that asks in words and makes a room for a film before it begins (`Address.fresh_thread`).
        """
        if isinstance(event, Said):
            dialogue = await _here(event.at).first()
            known = await Action.get_or_none(id=dialogue.data.get("ask", {}).get("action", "")) if dialogue and dialogue.asking else None
            declines = fold(event.text) in words(best(event.at.language)).heard("heard-never-mind")
            return clean(event.text) if known and known.step in BEGINNINGS and not declines else None
        known = await Action.get_or_none(id=event.action)
        if known is None or known.step not in BEGINNINGS or STEPS[known.step].form:
            return None
        film = await Project.get_or_none(id=known.args["project"]) if "project" in known.args else None
        return str(known.args.get("idea") or (film.idea if film else ""))

    async def is_taken(self, at: Address) -> bool:
        """Whether a film is made there already."""
        return bool(await _here(at).filter(project_id__not_isnull=True).exists())

    async def home_of(self, film: str, at: Address) -> Target | None:
        """Where the film of this number or title lives, for a chat that would rather lead there. None: nowhere this person may look."""
        person = await identified(at.platform, at.person)
        try:
            project = await finding.film_named(person, film) if person else None
        except NotYours:
            return None
        if project is None:
            return None
        place = await Place.get(id=project.home_place_id)
        kind: Any = "thread" if project.home_thread else place.kind
        return Target(place.platform, place.outside_id, kind, project.home_thread)

    async def suggest(self, at: Address, what: finding.What, typed: str, film: str = "") -> list[tuple[str, str]]:
        """(label, value) of what was begun to be typed: films, or people and scenes of `film`, else of the film that is open there. At most 25,
        nothing written."""
        place = await Place.get_or_none(platform=at.platform, outside_id=at.place)
        person = await identified(at.platform, at.person)
        if person and film:
            return await finding.suggest(at.platform, at.person, await finding.number_of(person, film), words(person.language), what, typed)
        if place is None or person is None:
            return await finding.suggest(at.platform, at.person, None, words(best(at.language)), what, typed)
        who = None if at.place_kind == "thread" else person.id
        dialogue = await Dialogue.filter(place_id=place.id, thread=at.thread, person_id=who).first()
        return await finding.suggest(at.platform, at.person, dialogue.project_id if dialogue else None, words(person.language), what, typed)

    async def hear(self, job: jobs.Job) -> None:
        """The `hear` job of a dialogue: what was said while something was being written is heard now, in order."""
        dialogue_id = int(job.subject)
        try:
            async with transaction() as tx:
                dialogue = await Dialogue.filter(id=dialogue_id).select_for_update().get_or_none()
                waiting = (dialogue.data.get("waiting") or []) if dialogue else []
                if dialogue is None or not waiting:
                    tx.finish(job)
                    return
                project = await Project.get_or_none(id=dialogue.project_id)
                if project and await projects.pending(project):
                    tx.finish(job, again_s=talk.WAIT_S)
                    return
                turn = await self._resume(tx, dialogue, waiting[0])
                await self._spoken(turn, waiting[0]["said"])
                await turn.retire_asides()
                await _drop_first(dialogue_id)
                tx.finish(job, again_s=talk.WAIT_S if waiting[1:] else None)
        except Expected as error:
            async with transaction() as tx:
                dialogue = await Dialogue.filter(id=dialogue_id).select_for_update().get()
                turn = await self._resume(tx, dialogue, dialogue.data["waiting"][0])
                await _say_error(turn, error)
                await _drop_first(dialogue_id)
                tx.finish(job, again_s=talk.WAIT_S if dialogue.data["waiting"][1:] else None)

    async def _resume(self, tx: Tx, dialogue: Dialogue, waiting: dict[str, Any]) -> Turn:
        place = await Place.get(id=dialogue.place_id)
        kind: Any = "thread" if dialogue.person_id is None else place.kind
        at = Address(place.platform, place.outside_id, waiting["person"], dialogue.thread, waiting["name"], kind)
        person = await person_for(tx, at.platform, at.person, name=at.person_name)
        return Turn(self._desk, tx, at, person, place, dialogue, words(person.language), soon_s=0.0, message=waiting.get("message", ""))

    async def _begin(self, tx: Tx, at: Address, message: str = "") -> Turn:
        met, now = await meet(tx, at), datetime.now(UTC)
        if met.dialogue.heard_at is None or now - met.dialogue.heard_at > timedelta(seconds=HEARD_S):
            await Dialogue.filter(id=met.dialogue.id).update(heard_at=now)
        return Turn(self._desk, tx, at, met.person, met.place, met.dialogue, words(met.person.language), soon_s=SOON_S, message=message)

    async def _tell(self, event: Event, error: Expected) -> list[Post]:
        """The step was rolled back; say why, privately. The update counts as seen."""
        async with transaction() as tx:
            if not await _is_new(tx, event):
                return []
            try:
                turn = await self._begin(tx, event.at)
            except NotYours as blocked:
                log.info("no turn for %s on %s: %s", event.at.person, event.at.platform, blocked)
                return []
            await _say_error(turn, error)
            if not turn.dialogue.asking:
                await turn.retire_asides()
        return turn.made

    async def _act(self, turn: Turn, event: Event) -> None:
        match event:
            case Said():
                await self._spoken(turn, event.text)
            case Pressed() | Chosen() | Submitted():
                await self._pressed(turn, event)
            case Began():
                await turn.close_question()
                if imports.is_story(clean(event.idea)):
                    await imports.offer_text(turn, clean(event.idea))
                    return
                if not event.idea.strip():
                    await self._run(turn, STEPS["film.new"], Press(args={}), "film.new")
                    return
                length_s = event.length_s if event.length_s is not None else read_length(turn, event.length)
                await begin_film(turn, event.idea, length_s=length_s, format=event.format, language=event.language, kind=event.kind, seed=event.seed)
            case Called():
                await turn.close_question()
                await called(turn, event)
            case Corrected():
                await corrected(turn, event)
            case Uploaded():
                await uploads.receive(turn, event)
            case NotTaken():
                raise BadInput(f"could not be taken: {event.key}", key=event.key, **event.args)
            case _:
                raise ValueError(f"nobody knows {type(event).__name__}")

    async def _spoken(self, turn: Turn, text: str) -> None:
        if len(text) > TEXT_MAX:
            raise Expected("too long", key="error-said-long", most=TEXT_MAX)
        text = clean(text)
        if imports.is_story(text):
            await turn.close_question()
            await imports.offer_text(turn, text)
            return
        if turn.dialogue.asking == PICTURE and await uploads.named(turn, text):
            return
        if turn.dialogue.asking and not await self._names_button(turn, text):
            asked = turn.dialogue.data.get("ask", {})
            action = await Action.get_or_none(id=asked.get("action", ""))
            if action:
                event = Submitted(turn.at, "", action.id, {asked["entry"]: text})
                await turn.close_question()
                await self._pressed(turn, event)
                return
        await turn.close_question()
        if action := await talk.hear(turn, self._posts, text):
            await self._pressed(turn, Pressed(turn.at, "", action.id))

    async def _names_button(self, turn: Turn, text: str) -> bool:
        """Whether what was typed in answer to a question is one of its buttons, or declines to answer."""
        if fold(text) in turn.words.heard("heard-never-mind"):
            return True
        return len(text) <= talk.LABEL_MAX and await talk.named_button(turn, self._posts, text, by_yes=False) is not None

    async def _pressed(self, turn: Turn, event: Pressed | Chosen | Submitted) -> None:
        try:
            action, step, press = await self._checked(turn, event)
        except _Stale as stale:
            # What the first of two presses led to may have made the button old already.
            if not (stale.action and isinstance(event, Pressed) and await _is_double(turn, stale.action)):
                await self._out_of_date(turn, stale)
            return
        if isinstance(event, Pressed) and await _is_double(turn, action):
            return
        await turn.close_question()
        if press.project:
            await turn.turn_to(press.project)
        asks = step.form is not None and not isinstance(event, Submitted)
        if asks and step.form:
            await _ask(turn, action, await step.form(turn, press), press.value)
            return
        if event.at.fresh_thread and action.step in BEGINNINGS:
            turn.at = replace(turn.at, thread=event.at.fresh_thread, place_kind="thread")
            turn.dialogue = await dialogue_of(turn.tx, turn.place, turn.at.thread, None)
        await step.run(turn, press)

    async def _run(self, turn: Turn, step: Step, press: Press, name: str) -> None:
        """Run a step that asks first, without a button: its action is made here."""
        assert step.form
        here = {"person_id": turn.person.id, "place_id": turn.place.id, "thread": turn.at.thread}
        action = Action(id=f"asked-{turn.dialogue.id}-{turn.person.id}", step=name, args={}, **here)
        if not await Action.filter(id=action.id).exists():
            await action.save()
        await _ask(turn, action, await step.form(turn, press), "")

    async def _checked(self, turn: Turn, event: Pressed | Chosen | Submitted) -> tuple[Action, Step, Press]:
        """The action behind a button, if this person may press it here and now. Raises NotYours, Expected or _Stale."""
        plausible = event.action.isascii() and event.action.isprintable() and len(event.action) <= ACTION_ID_MAX
        action = await Action.get_or_none(id=event.action) if plausible else None
        if action is None or (action.expires_at and action.expires_at < datetime.now(UTC)) or action.step not in STEPS:
            raise _Stale("button-gone")
        if action.place_id != turn.place.id or action.thread != turn.at.thread:
            raise NotYours("a button of another place", key="error-not-your-button")
        step, args = STEPS[action.step], dict(action.args)
        project_id, version_id = args.pop("project", None), args.pop("version", None)
        mine = action.person_id in (None, turn.person.id) or (await who_now(action.person_id)).id == turn.person.id
        project = None
        if not mine and not (step.to and project_id):
            raise NotYours("somebody else's button", key="error-not-your-button")
        if step.to and project_id:
            project = await self._open(turn, project_id, step, mine)
            if step.fresh and project.head_id != version_id:
                raise _Stale("button-stale", action, project)
        value = event.value if isinstance(event, Chosen) else ""
        fields = {name: clean(text) for name, text in event.fields.items()} if isinstance(event, Submitted) else {}
        asked = turn.dialogue.data.get("ask", {})
        if isinstance(event, Submitted) and asked.get("action") == action.id:
            value = str(asked["value"])
        return action, step, Press(args=args, project=project, key=action.id, value=value, fields=fields)

    async def _open(self, turn: Turn, project_id: int, step: Step, mine: bool) -> Project:
        """A button's film, locked. Where others read along it answers whoever may do that with the film, not only the one it was made for."""
        assert step.to
        try:
            return await projects.open_locked(turn.tx, project_id, turn.person, to=step.to)
        except NotYours:
            if mine:
                raise
            raise NotYours("somebody else's button", key="error-not-your-button") from None

    async def _out_of_date(self, turn: Turn, stale: _Stale) -> None:
        """An old button: say what moved on, and show where the film stands."""
        project = stale.project or await current(turn)
        await turn.say(stale.key, stage=turn.words.text(f"stage-{(await projects.stage(project)).value}") if project else "")
        if project:
            await show(turn, project)
        else:
            await turn.post("welcome")


class _Stale(Exception):
    """A button of a version that does not count any more, or that is gone."""

    def __init__(self, key: str, action: Action | None = None, project: Project | None = None) -> None:
        super().__init__(key)
        self.key, self.action, self.project = key, action, project


def _here(at: Address) -> QuerySet[Dialogue]:
    """The dialogue of a thread, or all there are in a place."""
    here = Dialogue.filter(place__platform=at.platform, place__outside_id=at.place, thread=at.thread)
    return here.filter(person_id__isnull=True) if at.place_kind == "thread" else here


async def _is_double(turn: Turn, action: Action) -> bool:
    """Note the press; True when the same person pressed the same button a moment ago. A button for everybody is pressed by many at once."""
    now = datetime.now(UTC)
    if action.person_id is None:
        times = [now, now - timedelta(seconds=DOUBLE_S)]
        ids = [f"{action.id}:{turn.person.id}:{int(at.timestamp() / DOUBLE_S)}" for at in times]
        rows = await turn.tx.sql.execute_query_dict(
            """INSERT INTO inbox (source, outside_id, body, at) SELECT 'press', $1, '{}', now()
                WHERE NOT EXISTS (SELECT FROM inbox WHERE source = 'press' AND outside_id = $2) ON CONFLICT (source, outside_id) DO NOTHING RETURNING id""",
            ids,
        )
        return not rows
    if action.pressed_at and now - action.pressed_at < timedelta(seconds=DOUBLE_S):
        return True
    await Action.filter(id=action.id).update(pressed_at=now)
    return False


async def _is_new(tx: Tx, event: Event) -> bool:
    """Note the update; False for one that was noted before."""
    rows = await tx.sql.execute_query_dict(
        "INSERT INTO inbox (source, outside_id, body, at) VALUES ($1, $2, '{}', now()) ON CONFLICT (source, outside_id) DO NOTHING RETURNING id",
        [event.at.platform, event.update_id],
    )
    return bool(rows)


async def _drop_first(dialogue_id: int) -> None:
    """What was said first has been heard."""
    dialogue = await Dialogue.get(id=dialogue_id)
    dialogue.data = {**dialogue.data, "waiting": dialogue.data.get("waiting", [])[1:]}
    await dialogue.save(update_fields=["data"])


async def _ask(turn: Turn, action: Action, asked: Asked, value: str) -> None:
    """In a chat without forms: ask in words, and take the next words for the answer."""
    question: dict[str, Any] = {"ask": f"ask-{asked.name}", "now": asked.value, "with": dict(asked.args)}
    await turn.post("question", **question)
    if asked.waits:
        await turn.open_question(asked.waits, asked.waits_with)
        return
    await turn.open_question("form", {"action": action.id, "entry": asked.name, "value": value})


def _form(turn: Turn, action: Action, asked: Asked) -> Form:
    w = turn.words
    entries = []
    if asked.typed:
        label = shortened(w.text(f"entry-{asked.name}"), 45)
        entries.append(Entry(name=asked.name, label=label, value=asked.value, long=asked.long, most=asked.most, required=asked.brings is None))
    if asked.brings:
        label, about = w.text(f"bring-{asked.brings}"), w.text(f"bring-{asked.brings}-about")
        entries.append(Entry(name=FILE_ENTRY, label=shortened(label, 45), about=shortened(about, 100), brings=asked.brings, required=not asked.typed))
    return Form(title=shortened(w.text(f"form-{asked.name}", **asked.args), 45), action=action.id, entries=tuple(entries))


async def _say_error(turn: Turn, error: Expected) -> None:
    """The sentence of an error, with the button that helps where there is one."""
    key = error.key if turn.words.has(error.key) else "error-unexpected"
    told = error_args(turn.words, key, error.args_for_text)
    await turn.say(key, trouble=True, choices=HELPS.get(key, ()), **told)


HELPS = {"error-studio-age": (Offer("choice-adult", "age.confirm"), Offer("choice-never-mind", "talk.never_mind"))}
"""Errors that one press mends."""


def notice_args(w: Words, error: Expected) -> dict[str, Any]:
    """What a `notice` says of an error."""
    offers = [{"label": one.label, "step": one.step, "args": dict(one.args), "with": dict(one.with_)} for one in HELPS.get(error.key, ())]
    return {"says": [{"key": error.key, "args": error_args(w, error.key, error.args_for_text)}], "choices": offers, "trouble": True}
