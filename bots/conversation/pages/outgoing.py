"""Views of what goes out of a finished film: its watch page."""

from __future__ import annotations

from bots.conversation.page import Page
from bots.conversation.views import Block, Choice, View
from bots.conversation.words import literal
from core.models import Render
from core.rendering.watch_links import GOOD_FOR, watch_address


async def address_of(page: Page, render_id: int) -> str:
    """The address of a film's watch page."""
    return await watch_address(page.desk.links, render_id, page.post.person_id)


async def share(page: Page) -> View:
    """Where anybody can watch the film, for how long, and how to end that."""
    w = page.words
    render = await Render.get(id=page.post.args["render"])
    if not page.is_live:  # taken back: the address is not said again
        return page.view(w.block("share-over"))
    address = await address_of(page, render.id) if page.limits else page.desk.links.page("w/")
    return page.view(
        w.block("share-here", days=GOOD_FOR.days),
        Block(spans=(literal(address),)),
        choices=(
            Choice(label=w.text("choice-watch-page"), link=address, style="primary"),
            page.choice("choice-unshare", "film.unshare", style="danger", render=render.id),
        ),
    )
