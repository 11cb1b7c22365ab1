"""The watch page: one film, for anybody who has its link. Player, chapters, subtitles, languages, storyboard, makers, download, report.

    GET  /w/<token>[?v=<cut>&t=<seconds>]          the page
    GET  /w/<token>/<cut>/<file>[?save]            a file of one version, with byte ranges
    GET  /w/<token>/panel/<shot>                   a panel of the storyboard
    POST /w/<token>/report                         a report, a row for the operator

Every request asks the link again, so one that is taken back shows nothing more at once. Nothing is loaded from elsewhere, nothing is set
on the visitor's machine, and the page works without scripts: then the browser's own player stands in.
"""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

from aiohttp import hdrs, web
from babel import Locale, UnknownLocaleError

from bots.conversation.pages.delivering import file_name
from bots.conversation.words import Words, best, clean, words
from bots.web.downloads import send_stored
from bots.web.rendered import HEADERS, STATIC, fingerprint, html, plain
from core.film.chapters import chapters_vtt
from core.links import Links
from core.models import Report, WatchLink
from core.rendering.screening import Screened, Screening, screening
from core.rendering.watch_links import opened
from core.storage import Storage

log = logging.getLogger(__name__)

RTL = frozenset({"ar", "fa", "he", "ur"})
REASONS = ("illegal", "person", "copyright", "other")
REPORTS_MAX = 50
"""Open reports one link may bring; more of them tell the operator nothing new."""
SAID_MAX, CONTACT_MAX = 2000, 200
FILES = {
    "film": ("film", ".mp4"), "poster": ("poster", ".jpg"), "cover": ("cover", ".jpg"), "subtitles.vtt": ("subtitles_vtt", ".vtt"),
    "subtitles.srt": ("subtitles_srt", ".srt"), "subtitles.ass": ("subtitles_ass", ".ass"),
}  # fmt: skip
"""What a link gives away of a version, by its name in the address."""


class Watch:
    """The handlers."""

    def __init__(self, storage: Storage, links: Links) -> None:
        self._storage, self._links = storage, links

    def add_to(self, router: web.UrlDispatcher) -> None:
        """Add the page's routes."""
        router.add_get("/w/{token:[0-9a-f]{1,80}}", self.page)
        router.add_get("/w/{token:[0-9a-f]{1,80}}/panel/{shot}", self.panel)
        router.add_get("/w/{token:[0-9a-f]{1,80}}/{cut:[0-9]{1,12}}/{file}", self.file)
        router.add_post("/w/{token:[0-9a-f]{1,80}}/report", self.report)
        router.add_get("/w/{rest:.*}", self.nothing)
        router.add_get("/static/{hash}/{name}", self.static)

    async def nothing(self, request: web.Request) -> web.Response:
        """What is no address of ours."""
        return _plain(_words(request), "unknown")

    async def page(self, request: web.Request) -> web.Response:
        """The page; a plain one with 404 for a link that never was, 410 for one that is over, 451 for a film that was taken down."""
        link = await self._link(request)
        if isinstance(link, web.Response):
            return link
        film = await screening(link.render_id)
        if film is None:
            return _plain(_words(request), "over")
        chosen = request.query.get("v", "")
        shown = film.version(int(chosen) if chosen.isascii() and chosen.isdigit() and len(chosen) < 13 else None)
        at = _seconds(request.query.get("t", ""), shown.seconds)
        return html("watch.html", _words(request), self._facts(request, film, shown, at), 200)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file of one version of the film; `?save` saves it under the film's name."""
        film = await self._film(request)
        if isinstance(film, web.Response):
            return film
        shown = next((one for one in film.versions if one.cut == int(request.match_info["cut"])), None)
        name = request.match_info["file"]
        if shown and name == "chapters.vtt":
            return web.Response(text=chapters_vtt(shown.chapters), content_type="text/vtt", charset="utf-8", headers=_quiet())
        key = shown.files.get(FILES[name][0]) if shown and name in FILES else None
        if shown is None or key is None:
            return _plain(_words(request), "unknown")
        saved = f"{file_name(shown.title)}{'' if shown.language == film.language else f'.{shown.language}'}{FILES[name][1]}"
        return await self._stored(request, key, saved, save="save" in request.query)

    async def panel(self, request: web.Request) -> web.StreamResponse:
        """A panel of the storyboard."""
        film = await self._film(request)
        if isinstance(film, web.Response):
            return film
        key = next((shot.panel for shot in film.shots if shot.shot == request.match_info["shot"]), "")
        return await self._stored(request, key, "panel", save=False) if key else _plain(_words(request), "unknown")

    async def report(self, request: web.Request) -> web.Response:
        """Write a report down and go back to the page, which thanks for it."""
        link = await self._link(request)
        if isinstance(link, web.Response):
            return link
        form = await request.post()
        reason, said, contact = (str(form.get(name, "")) for name in ("reason", "said", "contact"))
        if reason not in REASONS or len(said) > SAID_MAX or len(contact) > CONTACT_MAX or not request.content_type.startswith("application/x-www-form"):
            raise web.HTTPBadRequest(text=_words(request).text("watch-report-wrong"), headers=_quiet())
        if await Report.filter(link_id=link.id, closed_at=None).count() < REPORTS_MAX:
            made = await Report.create(link_id=link.id, render_id=link.render_id, reason=reason, said=clean(said).strip(), contact=clean(contact).strip())
            log.warning("report %d (%s) about the film of render %d", made.id, reason, link.render_id)
        raise web.HTTPSeeOther(f"/w/{request.match_info['token']}?reported=1#report", headers=_quiet())

    async def static(self, request: web.Request) -> web.Response:
        """Our own style, script and letters; the address changes with the content."""
        name = request.match_info["name"]
        if name not in STATIC or request.match_info["hash"] != fingerprint():
            return _plain(_words(request), "unknown")
        path, kind = STATIC[name]
        headers = {hdrs.CACHE_CONTROL: "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8" if kind.startswith("text") else None, headers=headers)

    async def _link(self, request: web.Request) -> WatchLink | web.Response:
        link = await opened(request.match_info["token"])
        return _plain(_words(request), link) if isinstance(link, str) else link

    async def _film(self, request: web.Request) -> Screening | web.Response:
        link = await self._link(request)
        if isinstance(link, web.Response):
            return link
        return await screening(link.render_id) or _plain(_words(request), "over")

    async def _stored(self, request: web.Request, key: str, name: str, *, save: bool) -> web.StreamResponse:
        stored = await self._storage.find(key)
        if stored is None:
            return _plain(_words(request), "unknown")
        return await send_stored(request, self._storage, stored, name, save=save)

    def _facts(self, request: web.Request, film: Screening, shown: Screened, at: float) -> dict[str, Any]:
        """What the page is filled with."""
        token = request.match_info["token"]
        w = _words(request)
        others = [one for one in film.versions if one is not shown]
        address = f"/w/{token}/{shown.cut}"
        return {
            "film": film, "shown": shown, "at": at, "token": token, "address": address, "absolute": self._links.page(f"w/{token}"),
            "chosen": "" if shown is film.version(None) else f"?v={shown.cut}",
            "secure": urlsplit(self._links.page("")).scheme == "https",
            "versions": [(one, _named(w, film, one)) for one in film.versions],
            "tracks": [(one, _language(one.language)) for one in (shown, *others) if "subtitles_vtt" in one.files and _same_time(one, shown)],
            "chapters": [(mark, [shot for shot in film.shots if shot.chapter == n]) for n, mark in enumerate(shown.chapters, 1)],
            "subtitle_kinds": [kind for kind in ("srt", "vtt", "ass") if f"subtitles_{kind}" in shown.files],
            "reported": "reported" in request.query, "reasons": REASONS, "said_max": SAID_MAX, "contact_max": CONTACT_MAX,
            "megabytes": max(1, round(shown.bytes / 1e6)), "direction": "rtl" if shown.language.split("-")[0] in RTL else "ltr",
            "by": w.text("watch-by", names=", ".join(film.makers)) if film.makers else "",
        }  # fmt: skip


def _same_time(one: Screened, shown: Screened) -> bool:
    return abs(one.seconds - shown.seconds) < 0.05


def _named(w: Words, film: Screening, one: Screened) -> str:
    """What a version is called in the menu: its language, and its shape where there are several."""
    shapes = {each.format for each in film.versions}
    language = _language(one.language)
    return language if len(shapes) == 1 else f"{language} · {w.text(f'format-{one.format}')}"


def _language(tag: str) -> str:
    """A language's name in itself."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return tag
    return (name[:1].upper() + name[1:]) if name else tag


def _seconds(text: str, most: float) -> float:
    try:
        return max(0.0, min(float(text), most))
    except ValueError:
        return 0.0


# ---------------------------------------------------------------- pages


def _words(request: web.Request) -> Words:
    """The words of the first language the visitor's browser asks for that we have."""
    wanted = [part.split(";")[0].strip() for part in request.headers.get(hdrs.ACCEPT_LANGUAGE, "").split(",")][:10]
    return words(next((found for one in wanted if (found := best(one)) != "en" or one.lower().startswith("en")), "en"))


def _plain(w: Words, what: str) -> web.Response:
    """A page with one sentence, for links that open nothing: "unknown" 404, "over" 410, "down" 451."""
    said = {
        "unknown": ("watch-unknown-title", "watch-unknown", 404), "over": ("watch-over-title", "watch-over", 410),
        "down": ("watch-down-title", "watch-down", 451),
    }[what]  # fmt: skip
    return plain(w, w.text(said[0]), w.text(said[1]), said[2])


def _quiet() -> dict[str, str]:
    return {name: HEADERS[name] for name in ("Referrer-Policy", "X-Content-Type-Options", "X-Robots-Tag", hdrs.CACHE_CONTROL)}
