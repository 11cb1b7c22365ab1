"""The view of a file that was sent: music, or a picture of somebody or something."""

from __future__ import annotations

from bots.conversation.page import Page
from bots.conversation.pages.brief import title_of
from bots.conversation.pages.places import offered
from bots.conversation.pages.sentences import error_block
from bots.conversation.views import View
from bots.conversation.words import shortened
from core import projects
from core.models import Upload

NAME_MAX = 60


async def upload(page: Page) -> View:
    """A file that was sent: being looked into, of no use, or the question what to do with it."""
    w = page.words
    sent = await Upload.get_or_none(id=page.post.args["upload"])
    if sent is None or sent.state == "erased":
        return page.view(w.block("error-upload-gone"))
    name = shortened(sent.name, NAME_MAX)
    if sent.state == "new":
        return page.view(w.block("upload-looking", name=name), mood="working")
    if sent.state == "bad":
        return page.view(error_block(w, sent.error or {"key": "error-unexpected"}), private=True, mood="trouble")
    if sent.kind == "picture":
        return offered(page, name, sent.key, sent.id)
    now = projects.track_of(page.film)
    if now and now.key == sent.key:
        return page.view(w.block("track-used", name=name, title=title_of(page)))
    return page.view(
        w.block("track-offer", name=name, length=w.clock(sent.facts["seconds"]), title=title_of(page)),
        w.note("track-rights"),
        choices=(page.primary("choice-use-track", "track.use", upload=sent.id), page.choice("choice-never-mind", "talk.never_mind")),
    )
