"""Our pages from their templates, and what they show: style, script, letters, under an address that changes with the content.

Used by the watch page and the page after paying; every page that somebody opens in a browser is made here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import hdrs, web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from bots.conversation.words import Words, words

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "core" / "fonts"
STATIC = {
    "watch.css": (HERE / "static" / "watch.css", "text/css"), "watch.js": (HERE / "static" / "watch.js", "text/javascript"),
    "title.otf": (FONTS / "EBGaramond12-Regular.otf", "font/otf"), "mark.svg": (HERE / "static" / "mark.svg", "image/svg+xml"),
}  # fmt: skip
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",  # the address is the key
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    hdrs.CACHE_CONTROL: "private, no-cache",
}


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(HERE / "pages")
    found = Environment(loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.globals["static"] = lambda name: f"/static/{fingerprint()}/{name}"
    found.filters["clock"] = words("en").clock
    return found


@cache
def fingerprint() -> str:
    """One for all of them: the style names its letters by their address beside it."""
    return hashlib.sha256(b"".join(path.read_bytes() for path, _ in STATIC.values())).hexdigest()[:12]


def html(template: str, w: Words, facts: Mapping[str, Any], status: int, **headers: str) -> web.Response:
    """A page in a language. `headers` beside those that every page has."""
    text = _templates().get_template(template).render(t=w.text, w=w, lang=w.language, **facts)
    return web.Response(text=text, status=status, content_type="text/html", charset="utf-8", headers={**HEADERS, **headers})


def plain(w: Words, heading: str, sentence: str, status: int = 200, *, note: str = "", link: str = "", label: str = "", again: bool = False) -> web.Response:
    """A page with one sentence. `link`: where it leads on. `again`: it looks again by itself, every two seconds."""
    facts = {"heading": heading, "sentence": sentence, "note": note, "link": link, "label": label, "again": again}
    return html("plain.html", w, facts, status)
