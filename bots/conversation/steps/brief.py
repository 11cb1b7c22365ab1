"""The beginning: an idea becomes a brief, the brief three loglines, one of them a script."""

from __future__ import annotations

import random
from typing import Any

from bots.conversation import brief_talk
from bots.conversation.pages.sentences import error_args
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from bots.conversation.words import LANGUAGES, LOCALES
from core import projects
from core.errors import BadInput, LanguageNotWritten
from core.materials import material_of
from core.models import Place, Project, Version
from core.projects import Stage
from core.studio_rules import check_beginning, check_length, rules_of
from core.writing import languages
from core.writing.kinds.rules import RULES
from core.writing.script import FILM_S_MAX, Brief


async def begin_film(
    turn: Turn, idea: str, *, length_s: int | None = None, format: str | None = None, language: str | None = None,
    seed: int | None = None, kind: str | None = None, parent: Project | None = None,
) -> Project | None:  # fmt: skip
    """A new film and its brief. A length out of range is answered with the nearest that works; other bad input raises.

    What the idea names after itself counts where it is not asked for otherwise: `…, 2 minutes, vertical`. Raises StudioRefused where the rules of the
    place do not allow it. Without a length it is the usual one, or the longest the place allows.
    """
    rules = rules_of(turn.place)
    check_beginning(rules, turn.person, roles=turn.at.roles, admin=turn.at.admin)
    idea, told = brief_talk.told_after(turn.words, idea)
    length_s, format, kind = length_s or told.get("length_s"), format or told.get("format"), kind or told.get("kind")
    kind = kind or brief_talk.kind_of(turn.words, idea) or "film"
    if rules.open and length_s is None and kind in RULES:
        length_s = min(RULES[kind].usual_s, rules.film_s_max)
    check_length(rules, length_s)
    asked: dict[str, Any] = {"length_s": length_s, "format": format, "language": language, "seed": seed, "kind": kind}
    if language and not turn.desk.writes(language):
        raise LanguageNotWritten(f"the writer does not write {language}", language=language)
    spoken = _spoken(turn, idea)
    given = {name: value for name, value in asked.items() if value is not None}
    try:
        brief = projects.brief_from(idea=idea, **{"language": spoken, "seed": random.SystemRandom().randrange(1 << 30), **given})
    except BadInput as error:
        if error.key != "error-length":
            raise
        await _offer_length(turn, error, "film.begin", {**given, "idea": idea})
        return None
    project = await projects.start(
        turn.tx,
        owner=turn.person,
        place=turn.place,
        thread=turn.at.thread,
        brief=brief,
        films_per_day_max=turn.desk.settings.films_per_day_max,
        told=turn.message,
    )
    if parent:
        project.parent_id = parent.id
        await project.save(update_fields=["parent_id"])
    await turn.turn_to(project)
    await turn.post("brief", project)
    return project


def _spoken(turn: Turn, idea: str) -> str:
    """The language a film is made in when none was wished for: the idea's, else the person's, else English; the first that can be written."""
    own = turn.person.language
    told = languages.told_in(idea)
    if told and told != languages.base(own):
        meant = [one for one in LANGUAGES if languages.base(one) == told]
        if meant and turn.desk.writes(meant[0]):
            return meant[0]
    return own if turn.desk.writes(own) else "en"


def read_length(turn: Turn, typed: str) -> int | None:
    """Seconds of a typed running time; None where nothing was typed. Raises BadInput for what is none."""
    if not typed.strip():
        return None
    seconds = brief_talk.length_of(turn.words, typed)
    if seconds is None:
        raise BadInput(f"{typed[:40]!r} is no length", key="error-length-unread", said=typed[:40])
    return seconds


async def _offer_length(turn: Turn, error: BadInput, step: str, args: dict[str, Any], project: Project | None = None) -> None:
    least, most, asked = (int(error.args_for_text[name]) for name in ("least", "most", "asked"))
    near = min(most, max(least, asked))
    say = error_args(turn.words, error.key, error.args_for_text)
    offers = (
        Offer("choice-make-it", step, {**args, "length_s": near}, {"length": turn.words.length(near)}),
        Offer("choice-never-mind", "talk.never_mind"),
    )
    await turn.say("error-length", project=project, choices=offers, **say)


async def _offer_most(turn: Turn, project: Project, most: int) -> None:
    """A story that was brought carries no more than this."""
    offers = (
        Offer("choice-make-it", "brief.length", {"length_s": most}, {"length": turn.words.length(most)}),
        Offer("choice-never-mind", "talk.never_mind"),
    )
    await turn.say("import-length-most", project=project, choices=offers, length=turn.words.length(most))


async def new(turn: Turn, press: Press) -> None:
    """An idea was typed."""
    if not press.fields["idea"].strip():
        raise BadInput("nothing was written", key="error-empty")
    await begin_film(turn, press.fields["idea"])


async def ask_idea(turn: Turn, press: Press) -> Asked:
    """What a new film is about."""
    return Asked("idea", long=True, most=projects.IDEA_MAX, brings="story")


async def begin(turn: Turn, press: Press) -> None:
    """A film whose whole brief stands in the action."""
    await begin_film(turn, **press.args)


async def surprise(turn: Turn, press: Press) -> None:
    """An idea of ours, another one each time."""
    ideas = ideas_of(turn.words.language)
    count = await Project.filter(owner_id=turn.person.id).count()
    await begin_film(turn, ideas[(turn.person.id * 7 + count) % len(ideas)])


def ideas_of(language: str) -> list[str]:
    """Ideas to begin with, one a line; English ones where a language has none."""
    own = LOCALES / language / "ideas.txt"
    file = own if own.exists() else LOCALES / "en" / "ideas.txt"
    return [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


async def go_on(turn: Turn, press: Press) -> None:
    """The brief is agreed: three loglines are thought of."""
    if await projects.stage(press.film) is not Stage.BRIEF or await projects.pending(press.film):
        await show(turn, press.film)
        return
    if "material" in press.film.settings:
        await _adapt(turn, press.film)
        return
    await ask_loglines(turn, press.film)


async def _adapt(turn: Turn, project: Project) -> None:
    """A story that was brought needs no loglines: its script is written."""
    ask = {"task": "adapt", "material": project.settings["material"]}
    version = await projects.ask(turn.tx, project, by=turn.person, ask=ask, writes_per_day_max=turn.desk.settings.writes_per_day_max)
    await turn.post("script", project, version=version.id)


async def ask_loglines(turn: Turn, project: Project, *, others: list[dict[str, Any]] | None = None, wish: str = "") -> None:
    """Have loglines written: new ones, others than these, or as wished."""
    ask = {"task": "loglines", "others": others or [], "wish": wish}
    version = await projects.ask(turn.tx, project, by=turn.person, ask=ask, said=wish, writes_per_day_max=turn.desk.settings.writes_per_day_max)
    await turn.post("loglines", project, about=f"version:{version.id}", version=version.id)


async def length(turn: Turn, press: Press) -> None:
    """Another length: from the menu, typed, or offered in place of one that does not work."""
    typed = press.fields.get("length")
    seconds = read_length(turn, typed or "?") if typed is not None else int(press.args.get("length_s") or press.value)
    await set_brief(turn, press.film, length_s=seconds)


async def ask_length(turn: Turn, press: Press) -> Asked:
    """How long the film shall be."""
    return Asked("length", value=turn.words.length(press.film.length_s), most=40)


async def idea(turn: Turn, press: Press) -> None:
    """Another idea for the same film; it takes the place of a story that was brought."""
    if "material" in press.film.settings:
        press.film.settings = {name: value for name, value in press.film.settings.items() if name != "material"}
        await press.film.save(update_fields=["settings"])
    if await set_brief(turn, press.film, idea=press.args["idea"]):
        await show(turn, press.film)


async def format_(turn: Turn, press: Press) -> None:
    """Another format."""
    await set_brief(turn, press.film, format=press.value)


async def language(turn: Turn, press: Press) -> None:
    """Another language for the film."""
    await set_brief(turn, press.film, language=press.value)


async def kind(turn: Turn, press: Press) -> None:
    """Another kind of film, from the menu."""
    await set_brief(turn, press.film, kind=press.value)


def _of_kind(now: Brief, kind: str) -> dict[str, Any]:
    """Length and format for another kind: what was merely usual becomes what is usual there, and a length that is not possible the nearest that is."""
    if kind not in RULES:
        raise BadInput(f"there is no kind {kind!r}", key="error-kind")
    was, rules = RULES[now.kind], RULES[kind]
    length_s = rules.usual_s if now.length_s == was.usual_s else min(rules.most_s, max(rules.least_s, now.length_s))
    return {"length_s": length_s, "format": rules.format if now.format == was.format else now.format}


async def set_brief(turn: Turn, project: Project, **changes: Any) -> bool:
    """Change the brief; its post follows. Says whether it was changed: a length out of range is answered with one that works.

    A story that was brought keeps its language, and runs no longer than it can.
    """
    brought = await material_of(project)
    if brought and brought.facts:
        if changes.get("language", project.language) != project.language:
            raise BadInput("the story's language stays", key="import-language")
        most = int(brought.facts["longest_s"])
        if most < changes.get("length_s", 0) <= FILM_S_MAX:
            await _offer_most(turn, project, most)
            return False
    if "language" in changes and not brought and not turn.desk.writes(changes["language"]):
        raise LanguageNotWritten(f"the writer does not write {changes['language']}", language=changes["language"])
    if "length_s" in changes:
        home = turn.place if turn.place.id == project.home_place_id else await Place.get(id=project.home_place_id)
        check_length(rules_of(home), changes["length_s"])
    now = projects.brief_of(project)
    try:
        if "kind" in changes and changes["kind"] != now.kind:
            changes = {**_of_kind(now, changes["kind"]), **changes}
        brief = projects.brief_from(**{**now.model_dump(exclude={"memory", "beats"}), **changes})
    except BadInput as error:
        if error.key != "error-length":
            raise
        await _offer_length(turn, error, "brief.length", {}, project)
        return False
    await projects.set_brief(turn.tx, project, brief, told=turn.message if "idea" in changes else None)
    return True


async def pick(turn: Turn, press: Press) -> None:
    """One of the loglines: its script is written."""
    if await _busy(turn, press.film):
        return
    head = await projects.head_of(press.film)
    options = projects.loglines_of(head)
    chosen = options[min(int(press.args["n"]), len(options) - 1)]
    ask = {"task": "script", "logline": chosen.model_dump(mode="json")}
    version = await projects.ask(turn.tx, press.film, by=turn.person, ask=ask, writes_per_day_max=turn.desk.settings.writes_per_day_max)
    await turn.post("script", press.film, version=version.id)


async def others(turn: Turn, press: Press) -> None:
    """Three other loglines."""
    if not await _busy(turn, press.film):
        await ask_loglines(turn, press.film, others=await _told(press.film))


async def wish(turn: Turn, press: Press) -> None:
    """Loglines as the person wishes."""
    if not await _busy(turn, press.film):
        await ask_loglines(turn, press.film, others=await _told(press.film), wish=press.fields["wish"])


async def ask_wish(turn: Turn, press: Press) -> Asked:
    """What to change about the loglines."""
    return Asked("wish", long=True, most=projects.SAID_MAX)


async def again(turn: Turn, press: Press) -> None:
    """Something that failed is asked for once more."""
    if await _busy(turn, press.film):
        return
    ask = dict(press.args["ask"])
    most = turn.desk.settings.writes_per_day_max
    version = await projects.ask(turn.tx, press.film, by=turn.person, ask=ask, said=ask.get("wish", ""), writes_per_day_max=most)
    if ask["task"] == "loglines":
        await turn.post("loglines", press.film, about=f"version:{version.id}", version=version.id)
    else:
        await turn.post("script", press.film, version=version.id)


async def _told(project: Project) -> list[dict[str, Any]]:
    """Every logline this film was ever offered: none of them comes again."""
    rows: Any = await Version.filter(project_id=project.id, loglines__not_isnull=True).order_by("-number").limit(8).values_list("loglines", flat=True)
    return [one for loglines in rows for one in loglines]


async def _busy(turn: Turn, project: Project) -> bool:
    """Whether something is being written already; then this is said."""
    if not await projects.pending(project):
        return False
    await turn.say("still-writing")
    return True


async def next_episode(turn: Turn, press: Press) -> None:
    """A series goes on: another film with its people, which remembers this one."""
    now = projects.brief_of(press.film)
    await begin_film(turn, press.fields["episode"], length_s=now.length_s, format=now.format, language=now.language, kind="series", parent=press.film)


async def ask_episode(turn: Turn, press: Press) -> Asked:
    """What happens in it."""
    script = projects.script_of(await projects.head_of(press.film))
    return Asked("episode", long=True, most=projects.IDEA_MAX, args={"number": (script.episode if script else 0) + 1})


STEPS = {
    "film.next_episode": Step(next_episode, to="see", fresh=False, form=ask_episode),
    "film.new": Step(new, to="", fresh=False, form=ask_idea),
    "film.begin": Step(begin, to="", fresh=False),
    "film.surprise": Step(surprise, to="", fresh=False),
    "brief.go_on": Step(go_on),
    "brief.length": Step(length),
    "brief.length_typed": Step(length, form=ask_length),
    "brief.idea": Step(idea),
    "brief.format": Step(format_),
    "brief.kind": Step(kind),
    "brief.language": Step(language),
    "loglines.pick": Step(pick),
    "loglines.others": Step(others),
    "loglines.wish": Step(wish, form=ask_wish),
    "loglines.again": Step(again),
}
