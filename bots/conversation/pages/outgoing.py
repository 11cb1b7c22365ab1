"""Views of what goes out of a finished film: its watch page, its editing kit, other formats and other languages of it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from bots.conversation.page import Page
from bots.conversation.pages.delivering import LINK_S, cut_media, file_name
from bots.conversation.pages.sentences import error_block
from bots.conversation.views import Block, Body, Choice, Media, Progress, Select, View
from bots.conversation.words import literal
from core.film.presets import too_long_for
from core.models import Cut, Kit, Render
from core.rendering.kit import archive, contents, size_of
from core.rendering.status import CutStatus
from core.rendering.watch_links import GOOD_FOR, watch_address


async def address_of(page: Page, render_id: int) -> str:
    """The address of a film's watch page."""
    return await watch_address(page.desk.links, render_id, page.post.person_id)


FORMATS: tuple[str, ...] = ("youtube", "shorts", "reels", "tiktok", "square")
SPOKEN = (
    "en", "es", "pt-BR", "fr", "de", "it", "nl", "pl", "uk", "ru", "tr", "ar", "he", "fa", "hi", "bn", "ta", "th", "vi", "id", "ja", "ko", "zh-Hans",
)  # fmt: skip
"""Languages a film is offered in: those whose letters are shipped. A menu holds 25."""


def menus(page: Page, render_id: int, *, format: str, language: str) -> tuple[Select | None, ...]:
    """Other shapes and other languages of a finished film, each made from the same takes."""
    w = page.words
    kept: dict[str, Any] = {"render": render_id, "format": format, "language": language}
    shapes = [(name, w.text(f"format-{name}")) for name in FORMATS if name != format]
    tongues = sorted(((code, w.language_name(code)) for code in SPOKEN if code != language and page.desk.translates(code)), key=lambda pair: pair[1])
    return (
        page.select("menu-another-format", "film.format", shapes, None, **kept),
        page.select("menu-another-language", "film.language", tongues, None, **kept) if tongues else None,
    )


async def cut(page: Page) -> View:
    """Another version of the film: being translated and cut, then to watch."""
    w = page.words
    found = await Cut.get(id=page.post.args["cut"])
    told = {"language": w.language_name(found.language), "format": w.text(f"format-{found.format}")}
    if found.state == "failed":
        step = "film.format" if found.language == page.script.language else "film.language"
        again = page.primary("choice-try-again", step, render=found.render_id, format=found.format, language=found.language, value=_value(step, found))
        return page.view(
            w.block("cut-failed", **told), error_block(w, found.facts.get("error") or {"key": "error-unexpected"}), choices=(again,), mood="trouble"
        )
    if found.state != "done":
        share = float(found.facts.get("progress", 0.0))
        bar = Progress(fraction=share, label=w.text("cut-progress", percent=round(100 * share)))
        return page.view(w.block("cut-translating" if found.state == "waiting" else "cut-coming", **told), bar, mood="working")
    status = CutStatus(found.id, "final", "done", found.files, found.facts)
    body: list[Body] = [
        Block(
            spans=(literal(str(found.facts.get("title") or page.script.title), bold=True), literal(f" · {told['language']} · {told['format']}")), kind="title"
        )
    ]
    if found.language != page.script.language:
        body.append(w.block("cut-dubbed" if page.desk.speaks(found.language) else "cut-subtitled", **told))
    body += [w.note("cut-too-long", place=place.name, minutes=place.seconds_max / 60) for place in too_long_for(found.format, _seconds(found))]  # type: ignore[arg-type]
    return page.view(
        *body,
        media=await cut_media(page, status, found.version_id, render_id=found.render_id),
        choices=(page.primary("choice-share", "film.share", render=found.render_id), page.choice("choice-files", "film.files", render=found.render_id)),
        selects=menus(page, found.render_id, format=found.format, language=found.language),
        mood="done",
    )


def _seconds(cut: Cut) -> float:
    return float(cut.facts.get("seconds", 0.0))


def _value(step: str, cut: Cut) -> str:
    return str(cut.format if step == "film.format" else cut.language)


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
