"""The next best place for a message that cannot be shown where it belongs: a thread that was deleted, a chat that was closed.

First the person's own private chats, the one they talked in last; then the channel the thread was in. The film goes along, so that it is
found there. Called by `showing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tortoise import connections

from core import projects
from core.jobs import Tx
from core.models import Place, Post, Project, Render
from core.places import is_shared

_PRIVATE = """SELECT dialogue.place_id AS id, dialogue.thread, place.platform FROM dialogue JOIN place ON place.id = dialogue.place_id
 WHERE dialogue.person_id = $1 AND place.kind IN ('private', 'terminal', 'web') ORDER BY dialogue.heard_at DESC NULLS LAST, dialogue.id DESC LIMIT 8"""


@dataclass(frozen=True)
class Spot:
    """A place and thread where something may be shown, and the platform that holds it."""

    place_id: int
    thread: str
    platform: str


async def own_chat(person_id: int) -> Spot | None:
    """The private chat in which somebody talked with us last; None for who never did."""
    rows = await connections.get("default").execute_query_dict(_PRIVATE, [person_id])
    return Spot(rows[0]["id"], rows[0]["thread"], rows[0]["platform"]) if rows else None


async def next_spot(post: Post) -> Spot | None:
    """Where else this post may go; None once every place was tried."""
    tried = {(int(place), str(thread)) for place, thread in post.args.get("tried", [])} | {(post.place_id, post.thread)}
    rows = await connections.get("default").execute_query_dict(_PRIVATE, [post.person_id]) if post.person_id else []
    spots = [Spot(row["id"], row["thread"], row["platform"]) for row in rows]
    for place in await Place.filter(id__in=[place_id for place_id, thread in tried if thread]).order_by("id"):
        if is_shared(place):
            spots.append(Spot(place.id, "", place.platform))
    return next((spot for spot in spots if (spot.place_id, spot.thread) not in tried), None)


async def move(tx: Tx, post: Post, spot: Spot) -> None:
    """The post goes there; so does the film it is about, if it lived where the post could not be shown."""
    args: dict[str, Any] = {**post.args, "tried": [*post.args.get("tried", []), [post.place_id, post.thread]]}
    await Post.filter(id=post.id).update(place_id=spot.place_id, thread=spot.thread, args=args, ref=None, shown_hash="")
    if project := await _film(post):
        here = (project.home_place_id, project.home_thread) == (post.place_id, post.thread)
        if here:
            await Project.filter(id=project.id).update(home_place_id=spot.place_id, home_thread=spot.thread)
    tx.want("show", post.id, f"chat:{spot.platform}")


async def lost(tx: Tx, post: Post) -> None:
    """Nothing can be shown where this film lives: whoever opens it next, takes it along (`projects.settle`)."""
    project = await _film(post)
    if project and (project.home_place_id, project.home_thread) == (post.place_id, post.thread):
        project = await projects.lock(tx, project.id)
        project.settings = {**project.settings, projects.LOST: True}
        await project.save(update_fields=["settings"])


async def _film(post: Post) -> Project | None:
    if "project" in post.args:
        return await Project.get_or_none(id=post.args["project"])
    render = await Render.get_or_none(id=post.args["render"]) if "render" in post.args else None
    return await Project.get_or_none(id=render.project_id) if render else None
