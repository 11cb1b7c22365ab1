"""The storyboard: look through it, change single shots, approve it. Every change is an edit and can be undone."""

from __future__ import annotations

from typing import Any, get_args

from bots.conversation.finding import scene_named
from bots.conversation.pages.storyboard import PANELS, digest, first_leaf
from bots.conversation.steps.script import script_of, set_in_posts, typed
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Press, Step, Turn
from core import projects
from core.errors import BadInput, EditRefused
from core.projects import Stage
from core.writing.edits import AddShot, DeleteShot, Edit, MoveShot, Redraw, SetLines, SetShot, SplitShot
from core.writing.script import NARRATOR, CameraMove, Line, Scene, Script, Shot, ShotSize


async def open_board(turn: Turn, press: Press) -> None:
    """On to the storyboard: its panels are drawn. At a scene, where one is named; while the film is rendered, to look at."""
    script = await script_of(press.film)
    at: dict[str, Any] = {"leaf": _leaf_of(script, scene_named(script, str(press.args["scene"])))} if press.args.get("scene") else {}
    await projects.reach(turn.tx, press.film, Stage.BOARD)
    if press.film.head_id:
        turn.tx.want("board", press.film.head_id, "media")
    if at or await projects.stage(press.film) is Stage.RENDERING:
        await turn.turn_to(press.film)
        await turn.post("board", press.film, **at)
    else:
        await show(turn, press.film)


def _leaf_of(script: Script, scene: Scene) -> int:
    """The page of panels on which a scene begins."""
    return first_leaf(script, script.scenes.index(scene) + 1)


async def leaf(turn: Turn, press: Press) -> None:
    """Other panels, in the same message."""
    await set_in_posts(turn, press.film, "board", leaf=press.args["leaf"])


async def close_up(turn: Turn, press: Press) -> None:
    """One shot, in the same message."""
    await set_in_posts(turn, press.film, "board", shot=press.args.get("shot") or press.value)


async def scene(turn: Turn, press: Press) -> None:
    """The panels of another scene, in the same message."""
    script = await script_of(press.film)
    await set_in_posts(turn, press.film, "board", leaf=_leaf_of(script, scene_named(script, press.value)))


async def approve_shot(turn: Turn, press: Press) -> None:
    """This shot is right as it is; on to the next that nobody approved, or back to the panels."""
    script, shot, number = await _shot(press)
    approved = {**press.film.settings.get("approved", {}), shot.id: digest(shot)}
    press.film.settings = {**press.film.settings, "approved": approved}
    await press.film.save(update_fields=["settings"])
    turn.tx.touch(f"project:{press.film.id}")
    shots = list(script.shots)
    rest = [one.id for one in (*shots[number:], *shots[: number - 1]) if approved.get(one.id) != digest(one)]
    if rest:
        await set_in_posts(turn, press.film, "board", shot=rest[0])
    else:
        await set_in_posts(turn, press.film, "board", leaf=(number - 1) // PANELS)


async def _edit(turn: Turn, press: Press, edit: Edit, shot: str | None = None) -> None:
    """Do an edit, have the changed panels drawn, and stay at the shot."""
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    version = await projects.edit(turn.tx, press.film, by=turn.person, changes=[edit])
    press.film.head_id = version.id
    turn.tx.want("board", version.id, "media")
    await set_in_posts(turn, press.film, "board", shot=shot or press.args["shot"], edited=version.id)


async def redraw(turn: Turn, press: Press) -> None:
    """Another picture of the shot."""
    await _edit(turn, press, Redraw(shot=press.args["shot"]))


async def duration(turn: Turn, press: Press) -> None:
    """How long the shot lasts."""
    await _edit(turn, press, SetShot(shot=press.args["shot"], duration_s=float(press.value)))


async def size(turn: Turn, press: Press) -> None:
    """How close the camera is."""
    await _edit(turn, press, SetShot(shot=press.args["shot"], size=_one_of(press.value, ShotSize)))


async def camera(turn: Turn, press: Press) -> None:
    """How the camera moves."""
    await _edit(turn, press, SetShot(shot=press.args["shot"], move=_one_of(press.value, CameraMove)))


def _one_of(value: str, names: Any) -> Any:
    if value not in get_args(names):
        raise BadInput(f"there is no {value!r}")
    return value


async def _shot(press: Press) -> tuple[Script, Shot, int]:
    script = await script_of(press.film)
    for number, shot in enumerate(script.shots, 1):
        if shot.id == press.args["shot"]:
            return script, shot, number
    raise EditRefused("there is no such shot", key="edit-refused-no-such-shot")


async def action(turn: Turn, press: Press) -> None:
    """What is seen in the shot."""
    await _edit(turn, press, SetShot(shot=press.args["shot"], action=typed(press, "action", 600)))


async def ask_action(turn: Turn, press: Press) -> Asked:
    """What is seen in it now."""
    _, shot, number = await _shot(press)
    return Asked("action", shot.action, long=True, args={"shot": number})


async def lines(turn: Turn, press: Press) -> None:
    """What is said in the shot: one line of text for every line of dialogue, who says it before a colon."""
    script, shot, _ = await _shot(press)
    await _edit(turn, press, SetLines(shot=shot.id, lines=_spoken(script, shot, press.fields["lines"])))


def _spoken(script: Script, shot: Shot, text: str) -> tuple[Line, ...]:
    """Typed lines as `Mara: I know this hand.`; a line that names nobody is said by whoever said the one it replaces. A `^` after a name, as in
    screenplays, has it cut into the line before."""
    names = {one.name.casefold(): one.id for one in script.characters}
    said: list[Line] = []
    for row_ in filter(None, (row.strip() for row in text.splitlines())):
        head, colon, rest = row_.partition(":")
        cuts_in = head.rstrip().endswith("^")
        speaker = names.get(head.rstrip(" ^").strip().casefold()) if colon else None
        if speaker is None:
            was = shot.lines[min(len(said), len(shot.lines) - 1)].speaker if shot.lines else NARRATOR
            speaker, rest = was, row_
        words = rest.strip().strip("“”\"'„«»").strip()
        if len(words) > 400:
            raise BadInput("too long", key="error-text-long", have=len(words), most=400)
        if words:
            said.append(Line(speaker=speaker, text=words, overlaps=cuts_in and bool(said)))
    return tuple(said)


async def ask_lines(turn: Turn, press: Press) -> Asked:
    """What is said in it now."""
    script, shot, number = await _shot(press)
    now = "\n".join(
        line.text if line.speaker == NARRATOR else f"{script.character(line.speaker).name}{' ^' if line.overlaps else ''}: {line.text}" for line in shot.lines
    )
    return Asked("lines", now, long=True, most=1000, args={"shot": number})


async def move(turn: Turn, press: Press) -> None:
    """Earlier or later in the film."""
    await _edit(turn, press, MoveShot(shot=press.args["shot"], by=int(press.args["by"])))


async def insert(turn: Turn, press: Press) -> None:
    """A new shot after this one."""
    script, shot, _ = await _shot(press)
    shown = typed(press, "insert", 600)
    named = tuple(one.id for one in script.characters if one.name.casefold() in shown.casefold())
    await _edit(turn, press, AddShot(scene=script.scene_of(shot.id).id, after=shot.id, action=shown, characters=named))


async def ask_insert(turn: Turn, press: Press) -> Asked:
    """What the new shot shows."""
    _, _, number = await _shot(press)
    return Asked("insert", long=True, args={"shot": number})


async def split(turn: Turn, press: Press) -> None:
    """One shot becomes two."""
    await _edit(turn, press, SplitShot(shot=press.args["shot"]))


async def delete(turn: Turn, press: Press) -> None:
    """One shot less; the view goes on to the next."""
    script, shot, number = await _shot(press)
    rest = [one.id for one in script.shots if one.id != shot.id]
    await _edit(turn, press, DeleteShot(shot=shot.id), shot=rest[min(number - 1, len(rest) - 1)] if rest else None)


STEPS = {
    "board.open": Step(open_board, fresh=False),
    "board.leaf": Step(leaf, to="see", fresh=False),
    "board.at": Step(close_up, to="see", fresh=False),
    "board.shot": Step(close_up, to="see", fresh=False),
    "board.scene": Step(scene, to="see", fresh=False),
    "board.approve_shot": Step(approve_shot),
    "board.redraw": Step(redraw),
    "board.duration": Step(duration),
    "board.size": Step(size),
    "board.camera": Step(camera),
    "board.action": Step(action, form=ask_action),
    "board.lines": Step(lines, form=ask_lines),
    "board.move": Step(move),
    "board.insert": Step(insert, form=ask_insert),
    "board.split": Step(split),
    "board.delete": Step(delete),
}
