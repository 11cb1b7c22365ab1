"""GET /paid/<pass>/<purchase>: where Stripe sends people after the payment page. It says how it went and leads back into the chat.

The page changes nothing and grants nothing: credits come with the money, whether anybody comes by here or not.
"""

from __future__ import annotations

import time

from aiohttp import web

from bots.conversation.words import words
from bots.web.rendered import plain
from core.links import Links
from core.models import Person, Place, Purchase
from payments.catalogue import ITEMS


class Paid:
    """The handler."""

    def __init__(self, links: Links) -> None:
        self._links = links

    async def page(self, request: web.Request) -> web.Response:
        """How the purchase stands now. 404 for a forged address."""
        number = request.match_info["purchase"]
        genuine = number.isascii() and number.isdigit() and len(number) < 18
        if not genuine or not self._links.allows(request.match_info["pass"], f"purchase/{number}", now=time.time()):
            raise web.HTTPNotFound(text="There is nothing here.")
        purchase = await Purchase.get_or_none(id=int(number))
        if purchase is None:
            raise web.HTTPNotFound(text="There is nothing here.")
        w = words((await Person.get(id=purchase.person_id)).language)
        place = await Place.get(id=purchase.place_id)
        key = purchase.state if purchase.state in ("paid", "expired", "failed") else "left" if purchase.kind in ("portal", "change") else "open"
        item = ITEMS.get(purchase.item)
        link = await back(place, purchase.thread)
        note = "" if link or key in ("open", "left") else w.text("paid-elsewhere")
        sentence = w.text(f"paid-{key}", credits=w.credits(item.credits_mc if item else 0))
        return plain(w, w.text(f"paid-title-{key}"), sentence, note=note, link=link, label=w.text("paid-back"), again=key == "open")


async def back(place: Place, thread: str) -> str:
    """The address of the chat that was bought in; empty where there is none to open."""
    if place.platform != "discord":
        return ""
    server = await Place.get_or_none(id=place.parent_id) if place.parent_id else None
    where = server.outside_id.removeprefix("server:") if server else "@me"
    return f"https://discord.com/channels/{where}/{thread or place.outside_id}"
