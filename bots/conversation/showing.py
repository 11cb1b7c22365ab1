"""The `show` job: a post becomes a message in its chat, and the message is kept up to date.

    touch("render:17") -> show:<post> -> the View from rows -> sent once, or edited when it looks different

The job's lease makes one process at a time show a post; reference and hash are stored in the transaction that ends the
job, so that whoever lost the lease stores nothing. Served on the queue `chat:<platform>` of the process that holds the chat.

Where the answer to a new message is lost and the platform cannot tell whether it arrived, it is sent again: nothing that is asked, told or paid
for may be missed. Only what says no more than that something is in the making is sent once and waits until it has more to say.
"""

from __future__ import annotations

import functools
import json
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tortoise.exceptions import DoesNotExist

from bots.conversation import elsewhere
from bots.conversation.chat import Chat, Forbidden, Gone, RetryAfter, Unsure
from bots.conversation.owed import owed
from bots.conversation.posts import Posts, Shown
from bots.conversation.views import View
from core import jobs
from core.models import Post

log = logging.getLogger(__name__)

SOON_S = 3.0
"""A turn's own posts are shown by the chat itself after the commit; if it dies they fall due after this long."""
RESENDS_MAX = 3
"""How often a message that vanished is sent anew."""
UNSEEN = "unseen"
"""Stands for the hash of a post that cannot be shown where it belongs."""

PERHAPS = {"perhaps": True}
"""The reference of a message that may have arrived: nobody can edit it, and another one takes its place once there is more to say."""


class Showing:
    """Shows posts in the chats of this process."""

    def __init__(self, posts: Posts, chats: Mapping[str, Chat]) -> None:
        self.posts, self._chats = posts, chats

    async def __call__(self, job: jobs.Job) -> None:
        """Handle `show:<post id>`."""
        await self._show(job)

    async def _show(self, job: jobs.Job, *, asked: bool = False) -> None:
        """`asked`: somebody waits for it and does not wait out the gap between edits."""
        found = await owed(int(job.subject))
        if found is None or found.post.shown_hash == UNSEEN:
            await _finish(job)
            return
        post, chat = found.post, self._chats[found.place.platform]
        if not asked and (wait_s := _gap_left(post, chat)) > 0:
            await _finish(job, again_s=wait_s)
            return
        try:
            shown = await self.posts.build(found, chat.limits)
        except DoesNotExist as error:
            log.warning("post %s (%s) is about something that is gone: %s", post.id, post.name, error)
            await _finish(job)
            return
        if post.ref and shown.view.hash == post.shown_hash:
            await _finish(job)
            return
        await self._deliver(job, chat, post, shown)

    async def _deliver(self, job: jobs.Job, chat: Chat, post: Post, shown: Shown) -> None:
        perhaps = post.ref == PERHAPS
        if perhaps and (_is_passing(shown.view) or post.args.get("retired")):
            await _finish(job)
            return
        try:
            if post.ref and not perhaps:
                ref = await chat.edit(post.ref, shown.view)
            else:
                ref = await chat.send(shown.target, shown.view, nonce=_nonce(post), notify=post.notify and not shown.is_quiet)
        except RetryAfter as error:
            if isinstance(error, Unsure) and post.ref is None and _is_passing(shown.view):
                log.warning("post %s (%s) may have arrived; it is not sent twice: %s", post.id, post.name, error)
                await _finish(job, post, {"ref": PERHAPS})
            else:
                await _finish(job, again_s=error.seconds)
        except Gone:
            await self._gone(job, post)
        except Forbidden as error:
            log.warning("post %s (%s) may not be shown in %s: %s", post.id, post.name, shown.target, error)
            await self._elsewhere(job, post)
        else:
            await _finish(job, post, {"ref": ref, "shown_hash": shown.view.hash, "shown_at": datetime.now(UTC)})

    async def _gone(self, job: jobs.Job, post: Post) -> None:
        """Somebody deleted the message. What they were told of (a film, money) is sent again; a stage's message is theirs to delete."""
        tries = int(post.args.get("resent", 0))
        if post.ref in (None, PERHAPS):
            await self._elsewhere(job, post)
            return
        if not post.notify or tries >= RESENDS_MAX:
            await _finish(job, post, {"shown_hash": UNSEEN})
            return
        await _finish(job, post, {"ref": None, "shown_hash": "", "args": {**post.args, "resent": tries + 1}}, again_s=0.0)

    async def _elsewhere(self, job: jobs.Job, post: Post) -> None:
        """It cannot be shown where it belongs. What they were told of goes to the next best place; the film's stages wait until it is opened again."""
        async with jobs.transaction() as tx:
            spot = await elsewhere.next_spot(post) if post.notify else None
            if spot:
                await elsewhere.move(tx, post, spot)
            else:
                await elsewhere.lost(tx, post)
                await Post.filter(id=post.id).update(shown_hash=UNSEEN)
            tx.finish(job)

    async def now(self, posts: Sequence[Post]) -> None:
        """Show a turn's own posts at once, in order. Called by a chat after `Engine.turn`; what fails here falls due by itself."""
        for post in posts:
            await jobs.run_now("show", str(post.id), {"show": functools.partial(self._show, asked=True)})


def _is_passing(view: View) -> bool:
    """Whether it only says that something is in the making. A board that stays on top is looked for."""
    return view.mood == "working" and not view.pinned


def _nonce(post: Post) -> str:
    """The same for every try to send this post; another one once it is sent anew."""
    resent = post.args.get("resent")
    return f"{post.id}r{resent}" if resent else str(post.id)


def _gap_left(post: Post, chat: Chat) -> float:
    """Seconds until this message may be edited again."""
    if post.shown_at is None or post.ref is None:
        return 0.0
    return chat.gap_s - (datetime.now(UTC) - post.shown_at).total_seconds()


async def _finish(job: jobs.Job, post: Post | None = None, facts: dict[str, Any] | None = None, again_s: float | None = None) -> None:
    """End the job, together with what is known of its post now."""
    effect = jobs.Effect(_LOCK, _FACTS, [post.id, json.dumps(facts, default=str)]) if post and facts else None
    await jobs.end(job, effect, again_s=again_s)


_LOCK = "SELECT id FROM post WHERE id = $5 FOR UPDATE"
_FACTS = """UPDATE post SET ref = CASE WHEN facts ? 'ref' THEN nullif(facts->'ref', 'null') ELSE ref END, args = coalesce(facts->'args', args),
   shown_hash = coalesce(facts->>'shown_hash', shown_hash), shown_at = coalesce((facts->>'shown_at')::timestamptz, shown_at)
 FROM done, CAST($6 AS jsonb) AS facts WHERE post.id = $5"""
