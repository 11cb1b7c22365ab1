"""A stand-in for Stripe's API, as strict as the real one, and for what people and banks do there.

    async with FakeStripe().running() as stripe:
        client = StripeClient(stripe.key, base_addresses={"api": stripe.url}, ...)
        stripe.pays(session_id)                     # somebody pays on the Checkout page
        stripe.refunds(intent, 200)                 # somebody refunds in the Dashboard
        await stripe.deliver(url, secret)           # webhooks, signed; `shuffled`, `times`

Time passes as it does at Stripe: a test clock is made and advanced by the client, and its customers' renewals, retries and ends follow.
Unknown routes and parameters get the error that Stripe would give and are noted in `complaints`; leaving `running()` with
complaints fails the test unless it said `stripe.complaints.clear()`. Keys are restricted: a call beyond the permissions is a 403.
"""

from __future__ import annotations

import json
import random
import time
from collections import deque
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import stripe as library
from aiohttp import web

from tests.fakes.serving import serving
from tests.fakes.stripe_billing import Billing
from tests.fakes.stripe_rules import EXPAND_DEPTH_MAX, ROUTES, Refusal, check, parse

VERSION = "2026-10-28.endive"


def _shown(thing: Any) -> Any:
    """What Stripe shows of a thing: what the fake only remembers (`_name`) is left out."""
    if isinstance(thing, dict):
        return {name: _shown(value) for name, value in thing.items() if not name.startswith("_")}
    return [_shown(one) for one in thing] if isinstance(thing, list) else thing


@dataclass(frozen=True)
class Trouble:
    """What becomes of a call instead of its answer. `after`: it took effect, but its answer is lost."""

    status: int = 500
    drop: bool = False
    after: bool = False


@dataclass
class Call:
    """One request as it came in."""

    method: str
    path: str
    params: dict[str, Any]
    idempotency_key: str | None


@dataclass
class FakeStripe(Billing):
    """The server. Set its attributes before or while it runs."""

    key: str = "rk_test_0123456789"
    permissions: Collection[str] | None = None
    complaints: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    trouble: deque[Trouble | None] = field(default_factory=deque)
    remembered: dict[str, tuple[tuple[str, str], int, dict[str, Any]]] = field(default_factory=dict)
    url: str = ""
    delivered: int = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FakeStripe]:
        """Serve on a port of its own while the block lasts."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        async with serving(app) as self.url:
            yield self
        assert self.complaints == [], self.complaints

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        trouble = self.trouble.popleft() if self.trouble else None
        if trouble and not trouble.after:
            return self._troubled(request, trouble)
        try:
            status, body, replayed = await self._do(request)
        except Refusal as refusal:
            if refusal.status in (400, 401, 403, 404) and refusal.body["error"].get("code") != "resource_missing":
                self.complaints.append(f"{request.method} {request.path}: {refusal}")
            status, body, replayed = refusal.status, refusal.body, False
        if trouble:
            return self._troubled(request, trouble)
        headers = {"Request-Id": f"req_{len(self.calls)}", "Stripe-Version": VERSION, **({"Idempotent-Replayed": "true"} if replayed else {})}
        return web.json_response(body, status=status, headers=headers)

    def _troubled(self, request: web.Request, trouble: Trouble) -> web.StreamResponse:
        if trouble.drop:
            assert request.transport
            request.transport.abort()
        kind = "rate_limit_error" if trouble.status == 429 else "api_error"
        error = {"type": kind, "message": "Request rate limit exceeded." if trouble.status == 429 else "An error occurred."}
        return web.json_response({"error": {**error, **({"code": "rate_limit"} if trouble.status == 429 else {})}}, status=trouble.status)

    async def _do(self, request: web.Request) -> tuple[int, dict[str, Any], bool]:
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            raise Refusal(401, "invalid_request_error", "Invalid API Key provided")
        if request.headers.get("Stripe-Version") != VERSION:
            raise Refusal(400, "invalid_request_error", f"The version is {request.headers.get('Stripe-Version')}, not {VERSION}")
        text = await request.text() if request.method == "POST" else request.query_string
        if request.method == "POST" and text and request.content_type != "application/x-www-form-urlencoded":
            raise Refusal(400, "invalid_request_error", f"Content type {request.content_type}")
        route, id = self._route(request)
        kind, permission = ROUTES[route]
        if self.permissions is not None and permission not in self.permissions and permission.replace(":read", ":write") not in self.permissions:
            raise Refusal(403, "invalid_request_error", f"The provided key does not have the required permissions: {permission}")
        raw = parse(text)
        key = request.headers.get("Idempotency-Key")
        self.calls.append(Call(request.method, request.path, raw, key))
        params = check(raw, kind)
        expand = params.pop("expand", [])
        if request.method == "POST":
            if not key:
                raise Refusal(400, "invalid_request_error", "a call that changes something came without an idempotency key")
            same = (request.path, json.dumps(raw, sort_keys=True))
            if known := self.remembered.get(key):
                if known[0] != same:
                    message = "Keys for idempotent requests can only be used with the same parameters they were first used with."
                    raise Refusal(400, "idempotency_error", message)
                return known[1], known[2], True
        try:
            status, answer = 200, self.do(route, id, params)
        except Refusal as refusal:
            if request.method == "POST" and refusal.status == 402 and key:
                self.remembered[key] = (same, refusal.status, refusal.body)
            raise
        answer = self._expanded(answer, expand)
        if request.method == "POST" and key:
            self.remembered[key] = (same, status, json.loads(json.dumps(answer)))
        return status, answer, False

    def _route(self, request: web.Request) -> tuple[tuple[str, str], str]:
        parts = request.path.split("/")
        for n in range(len(parts), 2, -1):
            pattern = "/".join([*parts[: n - 1], "{id}", *parts[n:]])
            if (request.method, pattern) in ROUTES and (request.method, request.path) not in ROUTES:
                return (request.method, pattern), parts[n - 1]
        if (request.method, request.path) in ROUTES:
            return (request.method, request.path), ""
        raise Refusal(404, "invalid_request_error", f"Unrecognized request URL ({request.method}: {request.path})")

    def _expanded(self, answer: dict[str, Any], expand: list[str]) -> dict[str, Any]:
        copy = json.loads(json.dumps(answer))
        targets = copy["data"] if copy.get("object") == "list" else [copy]
        for path in expand:
            names = path.split(".")
            if len(names) > EXPAND_DEPTH_MAX:
                raise Refusal(400, "invalid_request_error", "You cannot expand more than 4 levels of a property")
            for target in targets:
                self._expand(target, names, path)
        for target in targets:
            if target.get("object") == "invoice" and not any(path.startswith("payments") for path in expand):
                target.pop("payments", None)
        return _shown(copy)

    def _expand(self, target: dict[str, Any], names: list[str], path: str) -> None:
        name, rest = names[0], names[1:]
        if name not in target:
            raise Refusal(400, "invalid_request_error", f"This property cannot be expanded ({path}).")
        value = target[name]
        if isinstance(value, str) and value in self.objects:
            value = target[name] = json.loads(json.dumps(self.objects[value]))
        if rest:
            inner = value["data"] if isinstance(value, dict) and rest[0] == "data" else [value]
            for one in inner:
                if isinstance(one, dict):
                    self._expand(one, rest[1:] if rest[0] == "data" else rest, path)

    async def deliver(
        self, url: str, secret: str, *, times: int = 1, shuffled: random.Random | None = None, lose: float = 0.0, age_s: int = 0, keep: bool = False
    ) -> list[int]:  # fmt: skip
        """Send every event that is due, each `times` times; those that were not taken (not 2xx) stay due. Returns the answers' statuses."""
        due = [event for event in self.due for _ in range(times)]
        if shuffled:
            shuffled.shuffle(due)
        statuses, failed = [], set()
        async with httpx.AsyncClient() as client:
            for event in due:
                if shuffled and shuffled.random() < lose:
                    continue
                answer = await client.post(url, content=self.body(event), headers=self.headers(event, secret, age_s))
                statuses.append(answer.status_code)
                self.delivered += 1
                if answer.status_code // 100 != 2:
                    failed.add(event["id"])
        self.due = [event for event in self.due if keep or event["id"] in failed]
        return statuses

    def body(self, event: dict[str, Any]) -> bytes:
        """The raw body of an event's webhook."""
        return json.dumps(_shown(event), indent=2).encode()

    def headers(self, event: dict[str, Any], secret: str, age_s: int = 0) -> dict[str, str]:
        """The headers of an event's webhook, signed as Stripe signs."""
        signature = library.WebhookSignature.generate_signature_header(self.body(event).decode(), secret, int(time.time()) - age_s)
        return {"Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signature, "User-Agent": "Stripe/1.0"}
