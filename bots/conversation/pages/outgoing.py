"""Views of what goes out of a finished film: its watch page, its editing kit."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from bots.conversation.page import Page
from bots.conversation.pages.delivering import LINK_S, file_name
from bots.conversation.pages.sentences import error_block
from bots.conversation.views import Block, Choice, Media, View
from bots.conversation.words import literal
from core.models import Kit, Render
from core.rendering.kit import archive, contents, size_of
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


async def kit(page: Page) -> View:
    """What an editor needs: being gathered, then one archive, as a file where it fits and as a link in any case."""
    w = page.words
    found = await Kit.get(id=page.post.args["kit"])
    if found.state == "failed":
        again = page.primary("choice-try-again", "film.files", render=found.render_id)
        return page.view(error_block(w, found.facts.get("error") or {"key": "error-unexpected"}), choices=(again,), mood="trouble")
    if found.state != "done":
        return page.view(w.block("kit-coming"), mood="working")
    name = f"{file_name(page.script.title)}-files.zip"
    address = f"{page.desk.links.to(f'kit/{found.id}.zip', now=time.time(), seconds=LINK_S)}?as={name}"
    megabytes = max(1, round(await size_of(page.desk.studio.storage, found) / 1e6))
    media = await _archived(page, found, name, address) if page.limits else ()
    return page.view(
        w.block("kit-here", size=megabytes),
        w.note("kit-parts"),
        media=media,
        choices=(Choice(label=w.text("choice-kit", size=megabytes), link=address, style="primary"),),
    )


async def _archived(page: Page, found: Kit, name: str, address: str) -> tuple[Media, ...]:
    """The archive as a file, where this place takes one so large."""
    assert page.limits
    storage = page.desk.studio.storage
    room = 0.95 * page.limits.max_bytes - 400 * len(await contents(found))
    if page.limits.max_files < 1 or await size_of(storage, found) > room:
        return ()
    key = f"kits/{found.render_id}/{found.id}-{len(await contents(found))}.zip"
    if not await storage.find(key):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            with path.open("wb") as file:
                async for piece in archive(storage, found, name.removesuffix(".zip")):
                    file.write(piece)
            await storage.put(key, path)
    return (Media(kind="file", key=key, alt=page.words.text("kit-file"), name=name, link=address),)
