"""The film as a place can take it: one file, a fitted one, parts, or poster, trailer and a signed link."""

from __future__ import annotations

import time
from pathlib import Path

from bots.conversation.page import Page
from bots.conversation.views import Media
from bots.conversation.words import shortened
from core.film.delivery import FilmFiles, Sent, plan_delivery
from core.film.provenance import seal_for
from core.rendering.status import CutStatus
from core.rendering.watch_links import watch_address
from core.storage import Storage
from core.workshop import Made

LINK_S = 7 * 24 * 3600
"""How long a link to a film is good for."""


def link(page: Page, key: str) -> str:
    """A signed address of an object at our web process, never at the storage itself: a film that is taken down is gone from there too, at once."""
    return page.desk.links.to(key, now=time.time(), seconds=LINK_S)


async def cut_media(page: Page, cut: CutStatus, version_id: int, *, render_id: int | None = None) -> tuple[Media, ...]:
    """What to send of a finished cut. Nothing where nothing is sent: the view is only looked at for its choices.

    `render_id`: where the film itself does not fit, this render's watch page is linked; without it, the file.
    """
    page.withheld = page.is_down
    if page.limits is None or page.is_down:
        return ()
    storage, studio = page.desk.studio.storage, page.desk.studio
    script = await studio.script(version_id)
    film = await _made(storage, cut.files["film"], {"seconds": float(str(cut.facts.get("seconds", script.length_s)))})
    poster = await _made(storage, cut.files["poster"], {}) if "poster" in cut.files else film
    sheet = await _made(storage, cut.files["contact_sheet"], {}) if "contact_sheet" in cut.files else None
    trained = cut.facts.get("trained") is not False
    plan = await plan_delivery(studio.workshop, FilmFiles(film, script, poster, sheet, trained=trained), page.limits, seal=seal_for(studio.settings))
    stored = {film.path: cut.files["film"], poster.path: cut.files.get("poster", cut.files["film"])}
    if sheet:
        stored[sheet.path] = cut.files["contact_sheet"]
    address = ""
    if plan.link_wanted:
        address = await watch_address(page.desk.links, render_id, page.post.person_id) if render_id else link(page, cut.files["film"])
    return tuple([await _media(page, sent, stored, cut, script.title, address) for sent in plan.files])


async def _made(storage: Storage, key: str, facts: dict[str, float]) -> Made:
    """A stored object as an input of the workshop: objects never change, so its key names its content."""
    return Made(await storage.fetch(key), key, dict(facts))


async def _media(page: Page, sent: Sent, stored: dict[Path, str], cut: CutStatus, title: str, address: str) -> Media:
    key = stored.get(sent.path)
    if key is None:
        key = f"deliveries/{page.film.id}/{sent.path.name}"
        if not await page.desk.studio.storage.find(key):
            await page.desk.studio.storage.put(key, sent.path)
    moving = sent.role in ("film", "part", "trailer")
    name = f"{file_name(title)}{'' if sent.total == 1 else f'-{sent.number}-of-{sent.total}'}{'-trailer' if sent.role == 'trailer' else ''}"
    return Media(
        kind="video" if moving else "image",
        key=key,
        alt=page.words.text(f"media-{sent.role}", title=title, number=sent.number, total=sent.total),
        name=name + sent.path.suffix,
        poster=cut.files.get("poster", "") if moving else "",
        duration_s=sent.seconds or None,
        width=_whole(cut.facts.get("width")) if moving else None,
        height=_whole(cut.facts.get("height")) if moving else None,
        link=address,
    )


def _whole(value: object) -> int | None:
    return int(str(value)) if value else None


def file_name(title: str) -> str:
    """A title as a file may be called: letters, digits and hyphens."""
    kept = "".join(letter if letter.isalnum() else " " for letter in shortened(title, 60))
    return "-".join(kept.split()) or "film"
