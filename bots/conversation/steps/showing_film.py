"""Showing a film where it stands. Used by many steps: going on, opening, answering a button that is out of date."""

from __future__ import annotations

from bots.conversation.turn import Turn
from core.models import Post, Project, Render, Version
from core.projects import Stage
from core.standings import standing


async def show(turn: Turn, project: Project) -> Post:
    """A new post with the film as it stands now."""
    await turn.turn_to(project)
    stands = await standing(project.id)
    stage, newest = stands.stage, stands.newest
    if newest and not newest.script and (stage in (Stage.BRIEF, Stage.LOGLINES)) and not (newest.error and project.head_id):
        return await _being_written(turn, project, newest)
    return await _STAGES[stage](turn, project)


async def _being_written(turn: Turn, project: Project, version: Version) -> Post:
    if version.ask["task"] == "loglines":
        return await turn.post("loglines", project, about=f"version:{version.id}", version=version.id)
    return await turn.post("script", project, version=version.id)


async def _brief(turn: Turn, project: Project) -> Post:
    return await turn.post("brief", project)


async def _loglines(turn: Turn, project: Project) -> Post:
    return await turn.post("loglines", project, about=f"version:{project.head_id}", version=project.head_id)


async def _script(turn: Turn, project: Project) -> Post:
    return await turn.post("script", project, version=project.head_id)


async def _cast(turn: Turn, project: Project) -> Post:
    return await turn.post("cast", project)


async def _board(turn: Turn, project: Project) -> Post:
    return await turn.post("board", project)


async def _animatic(turn: Turn, project: Project) -> Post:
    preview = await Render.filter(project_id=project.id, version_id=project.head_id, tier="preview").order_by("-id").first()
    if preview is None:
        return await _board(turn, project)
    return await turn.post("animatic", project, about=f"render:{preview.id}", render=preview.id)


async def _quote(turn: Turn, project: Project) -> Post:
    return await turn.post("quote", project)


async def _card(turn: Turn, project: Project) -> Post:
    render = await Render.filter(project_id=project.id, ended_at=None).exclude(tier="preview").order_by("-id").first()
    assert render
    return await turn.post("card", project, about=f"render:{render.id}", render=render.id)


async def _film(turn: Turn, project: Project) -> Post:
    render = await Render.filter(project_id=project.id, state="done").exclude(tier="preview").order_by("-id").first()
    assert render
    return await turn.post("film", project, about=f"render:{render.id}", render=render.id)


_STAGES = {
    Stage.BRIEF: _brief,
    Stage.LOGLINES: _loglines,
    Stage.SCRIPT: _script,
    Stage.CAST: _cast,
    Stage.BOARD: _board,
    Stage.ANIMATIC: _animatic,
    Stage.QUOTE: _quote,
    Stage.RENDERING: _card,
    Stage.FILM: _film,
}
