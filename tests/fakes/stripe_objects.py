"""What the fake Stripe remembers: its objects, its lists and its events. Grows by what people and banks do with it in the files beside it."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.stripe_rules import Refusal

Thing = dict[str, Any]
DAY = 86_400


def listed(data: list[Thing], url: str, more: bool = False) -> Thing:
    """A list as Stripe gives it."""
    return {"object": "list", "data": data, "has_more": more, "url": url}


@dataclass
class Objects:
    """Everything Stripe remembers. `card`: what the customers' cards do (good, declined); `tax_percent`: what Stripe Tax finds.

    Objects of a customer that belongs to a test clock live by that clock, all others by ours.
    """

    objects: dict[str, Thing] = field(default_factory=dict)
    due: list[Thing] = field(default_factory=list)
    events: list[Thing] = field(default_factory=list)
    promotions: dict[str, int] = field(default_factory=dict)
    card: str = "good"
    tax_percent: int = 0
    numbers: Any = field(default_factory=lambda: itertools.count(1))

    def now(self, thing: Thing | None = None) -> int:
        """The time by which a thing lives, in Unix seconds."""
        customer = self.objects.get((thing or {}).get("_customer") or (thing or {}).get("customer") or "")
        clock = self.objects.get((customer or {}).get("test_clock") or "")
        return int(clock["frozen_time"] if clock else time.time())

    def new(self, prefix: str, object: str, **facts: Any) -> Thing:
        """A new object under an id of its own."""
        id = facts.pop("id", None) or f"{prefix}_{'test_' if prefix == 'cs' else ''}{next(self.numbers):06d}abcDEF"
        made = {"id": id, "object": object, "created": self.now(facts), "livemode": False, **facts}
        self.objects[id] = made
        return made

    def of(self, kind: str) -> list[Thing]:
        """All objects of a kind, the newest first."""
        return [thing for thing in reversed(self.objects.values()) if thing["object"] == kind]

    def get(self, id: str, kind: str) -> Thing:
        """One object. Raises the refusal for one that is not there."""
        thing = self.objects.get(id)
        if thing is None or thing["object"] != kind:
            raise Refusal(404, "invalid_request_error", f"No such {kind}: '{id}'", code="resource_missing", param="id")
        return thing

    def happened(self, type: str, thing: Thing) -> None:
        """An event, which a webhook and the list of events will tell."""
        event = {
            "id": f"evt_{next(self.numbers):06d}abcDEF", "object": "event", "api_version": "2026-10-28.endive", "created": self.now(thing), "livemode": False,
            "pending_webhooks": 1, "request": {"id": None, "idempotency_key": None}, "type": type, "data": {"object": json.loads(json.dumps(thing))},
        }  # fmt: skip
        self.events.append(event)
        self.due.append(event)

    def _page(self, kind: str, url: str) -> Callable[[str, Thing], Thing]:
        def page(_: str, params: Thing) -> Thing:
            found = [thing for thing in self.of(kind) if params.get("payment_intent") in (None, thing["payment_intent"])]
            return self._cut(found, params, url)

        return page

    def _cut(self, found: list[Thing], params: Thing, url: str) -> Thing:
        limit = params.get("limit", 10)
        if not 1 <= limit <= 100:
            raise Refusal(400, "invalid_request_error", "Invalid limit", param="limit")
        if after := params.get("starting_after"):
            at = [thing["id"] for thing in found].index(after) + 1
            found = found[at:]
        return listed(found[:limit], url, len(found) > limit)

    def _list_events(self, _: str, params: Thing) -> Thing:
        since = params.get("created", {}).get("gte", 0) if isinstance(params.get("created"), dict) else 0
        kinds = params.get("types")
        if kinds and len(kinds) > 20:
            raise Refusal(400, "invalid_request_error", "Array must contain at most 20 elements", param="types")
        found = [one for one in reversed(self.events) if one["created"] >= int(since) and (not kinds or one["type"] in kinds)]
        return self._cut(found, params, "/v1/events")
