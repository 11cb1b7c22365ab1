"""Plain talk: what a sentence means depends on the open question, on the buttons in sight and on where the film stands."""

from __future__ import annotations

import re
from typing import Any

from tortoise.expressions import Q

from bots.conversation import brief_talk, jumping
from bots.conversation.page import Standing
from bots.conversation.posts import Posts
from bots.conversation.steps import brief, finishing, script
from bots.conversation.steps.crew import enter
from bots.conversation.steps.film import current, help_, here, never_mind, undo
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import STAGE_PAGES, Offer, Press, Turn
from bots.conversation.words import fold
from core import projects
from core.errors import BadInput
from core.models import Action, Post, Project
from core.projects import Stage
from core.standings import standing

LABEL_MAX = 40
"""Longer sentences are no names of buttons."""
LOOK_BACK = 6
"""So many messages back the buttons of a chat are looked for."""
WAITING_MAX = 5
"""Sentences that wait while something is being written."""
WAIT_S = 0.4
IDEA_WORDS_MIN = 3
"""Fewer words than this take the place of an idea only after a question."""
IDEA_LETTERS_MIN = 3
"""Fewer letters than this (“hm”, “42”) are no idea."""
_CODE = re.compile(r"(?:/?(?:link|join)\s+)?([2-9A-Z]{5}-[2-9A-Z]{5})")
"""A code as it is shown: capitals and figures in two halves."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


async def hear(turn: Turn, posts: Posts, text: str) -> Action | None:
    """Act on a sentence. Returns the action of the button it names, for the engine to run with all its checks."""
    said = " ".join(text.split())
    if not said:
        raise BadInput("nothing was said", key="error-empty")
    if code := _CODE.fullmatch(said):
        await enter(turn, Press(args={"code": code[1]}))
        return None
    project = await current(turn)
    if len(said) <= LABEL_MAX:
        if action := await named_button(turn, posts, said):
            return action
        if await _command(turn, said):
            return None
    if project is None and sum(map(str.isalpha, said)) < IDEA_LETTERS_MIN and not _CJK.search(said):
        await turn.post("welcome")
    elif project is None:
        await brief.begin_film(turn, said)
    else:
        await _about(turn, project, said)
    return None


async def _command(turn: Turn, said: str) -> bool:
    """Words that mean the same everywhere."""
    word, w = fold(said), turn.words
    if word in w.heard("heard-hello"):
        await turn.post("welcome") if await current(turn) is None else await here(turn, Press(args={}))
    elif word in w.heard("heard-help"):
        await help_(turn, Press(args={}))
    elif word in w.heard("heard-never-mind"):
        await never_mind(turn, Press(args={}))
    elif word in w.heard("heard-undo") and await current(turn):
        await undo(turn, Press(args={}))
    elif word in w.heard("heard-films"):
        await turn.post("films")
    elif word in w.heard("heard-cast"):
        await turn.post("people")
    elif word in w.heard("heard-status"):
        await here(turn, Press(args={}))
    elif word in w.heard("heard-thanks"):
        await turn.say("welcome-thanks")
    else:
        return False
    return True


async def named_button(turn: Turn, posts: Posts, said: str, *, by_yes: bool = True) -> Action | None:
    """The button in sight that this sentence names: its label, or yes for the recommended one."""
    word = fold(said)
    agrees = by_yes and word in turn.words.heard("heard-yes")
    if not agrees and not turn.words.may_be_label(word):
        return None
    films: dict[int, Standing] = {}
    mine = Q(person_id=turn.person.id)
    if turn.dialogue.person_id is None:  # a thread that people share: its film's buttons are for all of its crew
        mine |= Q(name__in=STAGE_PAGES)
    recent = await Post.filter(mine, place_id=turn.place.id, thread=turn.at.thread).order_by("-id").limit(LOOK_BACK)
    for post in recent:
        if post.args.get("retired"):
            continue
        page, view = await posts.glance(post, turn.person, films)
        if not view.choices:
            continue
        found = view.choices[0] if agrees else next((one for one in view.choices if one.action and fold(one.label) == word), None)
        if found:
            await page.keep_actions(turn.tx.sql)
            return await Action.get(id=found.action)
    return None


async def _about(turn: Turn, project: Project, said: str) -> None:
    """A sentence about the film, by where it stands."""
    project = await projects.open_locked(turn.tx, project.id, turn.person, to="change")
    stands = await standing(project.id)
    stage = stands.stage
    if stands.pending:
        await _wait(turn, said)
        return
    if (to := jumping.heard(turn.words, said)) and await jumping.jump(turn, project, stands, to):
        return
    heard = brief_talk.hear(turn.words, said)
    if stage is Stage.BRIEF:
        await _about_brief(turn, project, said, heard)
    elif stage is Stage.LOGLINES:
        if heard.changes and not heard.rest:
            if await brief.set_brief(turn, project, **heard.changes):
                await _tell_brief(turn, project)
        else:
            await brief.wish(turn, Press(args={}, project=project, fields={"wish": said}))
    elif finish := finishing.named(turn.words, said):
        await finishing.set_finish(turn, project, finish)
    elif set(heard.changes) == {"format"} and not heard.rest:
        await _reframe(turn, project, heard.changes["format"])
    else:
        await script.ask_and_answer(turn, project, {"task": "talk", "said": said}, said)


async def _about_brief(turn: Turn, project: Project, said: str, heard: brief_talk.Heard) -> None:
    """Before anything is written: settings, or another idea."""
    word = fold(said)
    shorter, longer = brief_talk.other_lengths(project.length_s)
    other = {"heard-shorter": shorter, "heard-longer": longer}
    changes = next(({"length_s": seconds} for key, seconds in other.items() if seconds and word in turn.words.heard(key)), heard.changes)
    if changes and (changes is not heard.changes or not heard.rest):
        await brief.set_brief(turn, project, **changes)
        if turn.made:
            return
    elif "material" in project.settings or (len(said.split()) < IDEA_WORDS_MIN and not _CJK.search(said)):
        offers = (Offer("choice-keep-idea", "talk.never_mind"), Offer("choice-take-idea", "brief.idea", {"idea": said}))
        await turn.say("brief-idea-ask", project=project, choices=offers, idea=said)
        return
    elif not await brief.set_brief(turn, project, idea=said, **_settings_beside(heard)):
        return
    await show(turn, project)


def _settings_beside(heard: brief_talk.Heard) -> dict[str, Any]:
    """What a new idea says about the film's form, where it surely means the film."""
    return {name: value for name, value in heard.changes.items() if name == "format" and value in ("shorts", "reels", "tiktok")}


async def _tell_brief(turn: Turn, project: Project) -> None:
    w = turn.words
    kind = w.text(f"kind-{project.kind.replace('_', '-')}")
    told: dict[str, Any] = {
        "kind": kind,
        "length": w.length(project.length_s),
        "format": w.text(f"format-{project.format}"),
        "language": w.language_name(project.language),
    }
    await turn.say("brief-now", project=project, choices=(Offer("choice-show-loglines", "film.here"),), **told)


async def _reframe(turn: Turn, project: Project, format: str) -> None:
    """Another format for a film that has a script: the same script, its pictures framed anew."""
    if project.format == format:
        await turn.say("format-already", format=turn.words.text(f"format-{format}"))
        return
    was = project.format
    await brief.set_brief(turn, project, format=format)
    version = await projects.edit(turn.tx, project, by=turn.person, changes=[])
    version.changes = [{"key": "film-format", "args": {"old": was, "new": format}}]
    await version.save(update_fields=["changes"])
    await turn.post("answer", await Project.get(id=project.id), about=f"version:{version.id}", version=version.id)


async def _wait(turn: Turn, said: str) -> None:
    """Something is being written: the sentence is kept, and heard when that is done."""
    waiting = list(turn.dialogue.data.get("waiting", []))
    if len(waiting) >= WAITING_MAX:
        raise BadInput("too much is waiting", key="error-too-much-waiting", most=WAITING_MAX)
    one = {"said": said, "person": turn.at.person, "name": turn.at.person_name, "message": turn.message}
    turn.dialogue.data = {**turn.dialogue.data, "waiting": [*waiting, one]}
    await turn.dialogue.save(update_fields=["data"])
    turn.tx.want("hear", turn.dialogue.id, f"chat:{turn.at.platform}", after_s=WAIT_S)
    await turn.say("heard-waiting")
