"""The script: leaf through it, have it rewritten, take things back."""

from __future__ import annotations

from typing import Any

from bots.conversation.finding import scene_named
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Press, Step, Turn
from core import projects
from core.errors import BadInput
from core.models import Post, Project, Version
from core.projects import Stage
from core.writing.edits import Edit, Resize, RewriteScene
from core.writing.script import Script


async def show_script(turn: Turn, press: Press) -> None:
    """Back to the screenplay; at a scene, where one is named. While the film is rendered it can be read, not changed."""
    script = await script_of(press.film)
    scene: dict[str, Any] = {"scene": scene_named(script, str(press.args["scene"])).id} if press.args.get("scene") else {}
    await projects.reach(turn.tx, press.film, Stage.SCRIPT)
    if scene or await projects.stage(press.film) is Stage.RENDERING:
        await turn.turn_to(press.film)
        await turn.post("script", press.film, version=press.film.head_id, **scene)
    else:
        await show(turn, press.film)


async def leaf(turn: Turn, press: Press) -> None:
    """Another page of the screenplay, in the same message."""
    await set_in_posts(turn, press.film, "script", leaf=press.args["leaf"])


async def scene(turn: Turn, press: Press) -> None:
    """The page on which another scene begins, in the same message."""
    await set_in_posts(turn, press.film, "script", scene=press.value)


async def set_in_posts(turn: Turn, project: Project, name: str, **args: Any) -> None:
    """Change what the current post of this name shows of its film: a page, a shot."""
    post = await Post.filter(name=name, about=f"project:{project.id}", place_id=turn.place.id, thread=turn.at.thread).order_by("-id").first()
    if post is None:
        await turn.post(name, project, **args)
        return
    gone = ("leaf", "scene", "shot", "who", "known", "edited", "tab")
    post.args = {**{key: value for key, value in post.args.items() if key not in gone}, **args}
    await post.save(update_fields=["args"])
    turn.tx.want("show", post.id, f"chat:{turn.at.platform}", after_s=turn.soon_s)
    turn.made.append(post)


async def ask_edits(turn: Turn, project: Project, edits: list[Edit], said: str = "") -> None:
    """Edits that a writer makes; the answer follows as a post about the version."""
    ask = {"task": "edits", "edits": projects.EDITS.dump_python(edits, mode="json")}
    await ask_and_answer(turn, project, ask, said)


async def ask_and_answer(turn: Turn, project: Project, ask: dict[str, Any], said: str = "") -> None:
    """Have a version written on top of the head, and a post that tells what became of it."""
    if await projects.pending(project):
        await turn.say("still-writing")
        return
    version = await projects.ask(turn.tx, project, by=turn.person, ask=ask, said=said, writes_per_day_max=turn.desk.settings.writes_per_day_max)
    await turn.post("answer", project, about=f"version:{version.id}", version=version.id)


async def resize(turn: Turn, press: Press) -> None:
    """The same story in another length."""
    await ask_edits(turn, press.film, [Resize(length_s=int(press.args["length_s"]))])


async def rewrite(turn: Turn, press: Press) -> None:
    """A scene anew, as wished."""
    wish = typed(press, "rewrite", 1000)
    await ask_edits(turn, press.film, [RewriteScene(scene=_scene(press), wish=wish)], said=wish)


def _scene(press: Press) -> str:
    return str(press.args.get("scene") or press.value)


async def ask_rewrite(turn: Turn, press: Press) -> Asked:
    """How the scene shall go."""
    script = await script_of(press.film)
    number = next((n for n, scene in enumerate(script.scenes, 1) if scene.id == _scene(press)), 1)
    return Asked("rewrite", long=True, most=1000, args={"scene": number})


async def undo(turn: Turn, press: Press) -> None:
    """Back to the version before."""
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    undone = await Version.get_or_none(id=press.film.head_id)
    now = await projects.undo(turn.tx, press.film)
    for change in undone.changes if undone else []:
        if change["key"] == "film-format":
            brief = projects.brief_of(press.film).model_copy(update={"format": change["args"]["old"]})
            await projects.set_brief(turn.tx, press.film, brief)
    await turn.say("undone", version=await script_number(now))


async def script_number(version: Version) -> int:
    """Which of its film's scripts this is, from 1: the number people see."""
    return await Version.filter(project_id=version.project_id, script__not_isnull=True, id__lte=version.id).count()


async def script_of(project: Project) -> Script:
    """The head's script. Raises EditRefused when there is none."""
    script = projects.script_of(await projects.head_of(project))
    if script is None:
        raise BadInput("There is no script yet.", key="edit-refused-no-script")
    return script


def typed(press: Press, field: str, most: int) -> str:
    """What was typed into a form, in one line. Raises BadInput when it is empty or too long."""
    text = " ".join(press.fields[field].split())
    if not text:
        raise BadInput("nothing was written", key="error-empty")
    if len(text) > most:
        raise BadInput(f"{len(text)} characters", key="error-text-long", have=len(text), most=most)
    return text


STEPS = {
    "script.show": Step(show_script, fresh=False),
    "script.leaf": Step(leaf, to="see", fresh=False),
    "script.scene": Step(scene, to="see", fresh=False),
    "script.resize": Step(resize),
    "script.rewrite": Step(rewrite, form=ask_rewrite),
    "script.undo": Step(undo),
}
