"""“Scene 12”, “show me shot 340”: a number that leads there, in a script or a storyboard too long to leaf through. Called by `talk`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from bots.conversation.pages.storyboard import first_leaf
from bots.conversation.turn import Turn
from bots.conversation.words import Words, fold
from core import projects
from core.errors import EditRefused
from core.models import Project
from core.projects import Stage
from core.standings import Standing

THERE = (Stage.SCRIPT, Stage.CAST, Stage.BOARD, Stage.RENDERING, Stage.FILM)
"""Stages at which a look at another place takes the person nothing away that they were asked."""


@dataclass(frozen=True)
class Jump:
    """A scene or a shot, by its number from 1."""

    to: str
    number: int


def heard(words: Words, said: str) -> Jump | None:
    """Where a sentence wants to be led; None for one that says anything else."""
    found = _pattern(words).fullmatch(fold(said))
    if not found:
        return None
    told = {name: number for name, number in found.groupdict().items() if number}
    name, number = next(iter(told.items()))
    return Jump(name.rstrip("_"), int(number))


@functools.cache
def _pattern(words: Words) -> re.Pattern[str]:
    """The number stands after the word (“scene 12”), or before it where a language says so (“第12场”)."""
    lead, before = _any(words, "heard-jump"), _any(words, "heard-number")
    named = "|".join(
        rf"{_any(words, key)}\W*(?:{before}\W*)?(?P<{to}>\d{{1,4}})|{before}\W*(?P<{to}_>\d{{1,4}})\W*{_any(words, key)}"
        for to, key in (("scene", "heard-scene"), ("shot", "heard-shot"))
    )
    return re.compile(rf"(?:{lead}\W*)*(?:{named})(?:\W*{lead})*")


def _any(words: Words, key: str) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words.heard(key)), key=len, reverse=True))})"


async def jump(turn: Turn, project: Project, stands: Standing, to: Jump) -> bool:
    """A new message with the place that was named; False where the film has nothing to look through now. Raises EditRefused for a number too high."""
    script = projects.script_of(stands.head)
    if script is None or stands.stage not in THERE:
        return False
    known = script.scenes if to.to == "scene" else script.shots
    if not 1 <= to.number <= len(known):
        key = "edit-refused-no-such-scene" if to.to == "scene" else "edit-refused-no-such-shot"
        raise EditRefused(f"there are {len(known)}", key=key, asked=to.number)
    if stands.stage is Stage.BOARD and stands.head and stands.head.board.get("sheet"):
        here = {"shot": script.shots[to.number - 1].id} if to.to == "shot" else {"leaf": first_leaf(script, to.number)}
        await turn.post("board", project, **here)
    else:
        scene = script.scenes[to.number - 1] if to.to == "scene" else script.scene_of(script.shots[to.number - 1].id)
        await turn.post("script", project, version=project.head_id, scene=scene.id)
    return True
