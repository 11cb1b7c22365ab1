"""The inside of the fake Stripe: its objects, what calls do with them, what people, banks and time do. No HTTP here."""

from __future__ import annotations

import calendar
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.fakes.stripe_rules import Refusal

Thing = dict[str, Any]
DAY = 86_400
RETRY_DAYS = (3, 5, 7)
"""Smart retries of a failed renewal; after the last the subscription is canceled."""
CLOCK_CUSTOMERS_MAX = 3


def _list(data: list[Thing], url: str, more: bool = False) -> Thing:
    return {"object": "list", "data": data, "has_more": more, "url": url}


def _month_later(at: int) -> int:
    here = datetime.fromtimestamp(at, UTC)
    year, month = (here.year + 1, 1) if here.month == 12 else (here.year, here.month + 1)
    return int(here.replace(year=year, month=month, day=min(here.day, calendar.monthrange(year, month)[1])).timestamp())


@dataclass
class Billing:
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

    # ---------------------------------------------------------------- the basics

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

    def do(self, route: tuple[str, str], id: str, params: Thing) -> Thing:
        """The answer of one call."""
        return self._acts()[route](id, params)

    def _acts(self) -> dict[tuple[str, str], Callable[[str, Thing], Thing]]:
        def show(kind: str) -> Callable[[str, Thing], Thing]:
            return lambda id, params: self.get(id, kind)

        return {
            ("POST", "/v1/customers"): self._customer,
            ("GET", "/v1/customers/{id}"): show("customer"),
            ("POST", "/v1/products"): self._product,
            ("GET", "/v1/products/{id}"): show("product"),
            ("POST", "/v1/prices"): self._price,
            ("GET", "/v1/prices"): self._prices,
            ("GET", "/v1/prices/{id}"): show("price"),
            ("POST", "/v1/checkout/sessions"): self._session,
            ("GET", "/v1/checkout/sessions/{id}"): show("checkout.session"),
            ("GET", "/v1/subscriptions/{id}"): show("subscription"),
            ("POST", "/v1/subscriptions/{id}"): self._change,
            ("GET", "/v1/invoices/{id}"): self._show_invoice,
            ("GET", "/v1/invoices/{id}/lines"): self._lines,
            ("GET", "/v1/payment_intents/{id}"): show("payment_intent"),
            ("POST", "/v1/refunds"): self._refund,
            ("GET", "/v1/refunds/{id}"): show("refund"),
            ("GET", "/v1/disputes"): self._page("dispute", "/v1/disputes"),
            ("GET", "/v1/radar/early_fraud_warnings"): self._page("radar.early_fraud_warning", "/v1/radar/early_fraud_warnings"),
            ("GET", "/v1/radar/early_fraud_warnings/{id}"): show("radar.early_fraud_warning"),
            ("POST", "/v1/billing_portal/sessions"): self._portal,
            ("GET", "/v1/events"): self._list_events,
            ("POST", "/v1/test_helpers/test_clocks"): self._clock,
            ("GET", "/v1/test_helpers/test_clocks/{id}"): self._show_clock,
            ("POST", "/v1/test_helpers/test_clocks/{id}/advance"): self._advance,
        }

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
        return _list(found[:limit], url, len(found) > limit)

    def _list_events(self, _: str, params: Thing) -> Thing:
        since = params.get("created", {}).get("gte", 0) if isinstance(params.get("created"), dict) else 0
        kinds = params.get("types")
        if kinds and len(kinds) > 20:
            raise Refusal(400, "invalid_request_error", "Array must contain at most 20 elements", param="types")
        found = [one for one in reversed(self.events) if one["created"] >= int(since) and (not kinds or one["type"] in kinds)]
        return self._cut(found, params, "/v1/events")

    # ---------------------------------------------------------------- what we ask for

    def _customer(self, _: str, params: Thing) -> Thing:
        if clock := params.get("test_clock"):
            self._ready_clock(clock)
            if sum(one["test_clock"] == clock for one in self.of("customer")) >= CLOCK_CUSTOMERS_MAX:
                raise Refusal(400, "invalid_request_error", "You can only have 3 customers for each test clock.", param="test_clock")
        return self.new("cus", "customer", name=params.get("name"), metadata=params.get("metadata", {}), card=None, test_clock=clock)

    def _product(self, _: str, params: Thing) -> Thing:
        if params.get("id") in self.objects:
            raise Refusal(400, "invalid_request_error", "Product already exists.", code="resource_already_exists")
        return self.new("prod", "product", active=True, **params)

    def _price(self, _: str, params: Thing) -> Thing:
        self.get(params["product"], "product")
        key = params.get("lookup_key")
        if any(price["lookup_key"] == key for price in self.of("price")):
            raise Refusal(400, "invalid_request_error", f"A price ({key}) already uses that lookup key.", param="lookup_key")
        recurring = {"interval": "month", "interval_count": 1, **params.pop("recurring")} if "recurring" in params else None
        kind = "recurring" if recurring else "one_time"
        return self.new("price", "price", **{"active": True, "recurring": recurring, "type": kind, "metadata": {}, "lookup_key": None, **params})

    def _prices(self, _: str, params: Thing) -> Thing:
        keys = params.get("lookup_keys")
        if keys and len(keys) > 10:
            raise Refusal(400, "invalid_request_error", "Array must contain at most 10 elements", param="lookup_keys")
        found = [price for price in self.of("price") if not keys or price["lookup_key"] in keys]
        return self._cut(found, params, "/v1/prices")

    def _session(self, _: str, params: Thing) -> Thing:
        customer = self.get(params["customer"], "customer")
        price = self.get(params["line_items"][0]["price"], "price")
        mode = params["mode"]
        if (mode == "subscription") != (price["type"] == "recurring"):
            raise Refusal(400, "invalid_request_error", f"You must provide a price that fits {mode} mode.")
        if ("subscription_data" if mode == "payment" else "payment_intent_data") in params:
            raise Refusal(400, "invalid_request_error", f"You can not pass this in {mode} mode.")
        if params.get("automatic_tax", {}).get("enabled") and "address" not in params.get("customer_update", {}):
            raise Refusal(400, "invalid_request_error", "Automatic tax calculation in Checkout requires a valid address on the Customer.")
        now = self.now({"customer": customer["id"]})
        until = params.get("expires_at", now + DAY)
        if not now + 1800 <= until <= now + DAY:
            raise Refusal(400, "invalid_request_error", "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.")
        made = self.new(
            "cs", "checkout.session", mode=mode, customer=customer["id"], status="open", payment_status="unpaid",
            client_reference_id=params.get("client_reference_id"),
            metadata=params.get("metadata", {}), currency=price["currency"], amount_subtotal=price["unit_amount"], amount_total=price["unit_amount"],
            total_details={"amount_tax": 0, "amount_discount": 0, "amount_shipping": 0}, payment_intent=None, subscription=None, invoice=None,
            expires_at=until, success_url=params["success_url"],
        )  # fmt: skip
        made["url"] = f"https://checkout.stripe.com/c/pay/{made['id']}"
        made["_price"], made["_taxed"] = price["id"], params.get("automatic_tax", {}).get("enabled", False)
        made["_codes"] = params.get("allow_promotion_codes", False)
        made["_told"] = (params.get("subscription_data") or params.get("payment_intent_data") or {}).get("metadata", {})
        return made

    def _portal(self, _: str, params: Thing) -> Thing:
        self.get(params["customer"], "customer")
        made = self.new("bps", "billing_portal.session", customer=params["customer"], return_url=params.get("return_url"))
        made["url"] = f"https://billing.stripe.com/p/session/{made['id']}"
        return made

    def _refund(self, _: str, params: Thing) -> Thing:
        intent = self.get(params["payment_intent"], "payment_intent")
        return self.refunds(intent["id"], params.get("amount"), metadata=params.get("metadata", {}))

    def _change(self, id: str, params: Thing) -> Thing:
        one = self.get(id, "subscription")
        if one["status"] == "canceled":
            raise Refusal(404, "invalid_request_error", f"No such subscription: '{id}'", code="resource_missing")
        if "items" in params:
            (item,) = params["items"]
            if item.get("id") != one["items"]["data"][0]["id"]:
                raise Refusal(400, "invalid_request_error", "the subscription has another item", param="items")
            self.changes_plan(id, item["price"], params.get("proration_behavior", "create_prorations"), params.get("payment_behavior", "allow_incomplete"))
        if "cancel_at_period_end" in params:
            one["cancel_at_period_end"] = params["cancel_at_period_end"]
            one["cancel_at"] = one["items"]["data"][0]["current_period_end"] if params["cancel_at_period_end"] else None
        self.happened("customer.subscription.updated", one)
        return one

    def _show_invoice(self, id: str, _: Thing) -> Thing:
        return self.get(id, "invoice")

    def _lines(self, id: str, params: Thing) -> Thing:
        return self._cut(self.get(id, "invoice")["_lines"], params, f"/v1/invoices/{id}/lines")

    # ---------------------------------------------------------------- what people do

    def promotion(self, code: str, percent: int) -> None:
        """A promotion code made in the Dashboard."""
        self.promotions[code] = percent

    def pays(self, session_id: str, *, code: str | None = None, later: bool = False) -> Thing:
        """Somebody pays on the Checkout page, with a promotion code. `later`: by a method that takes days (`arrives` ends it)."""
        session = self.get(session_id, "checkout.session")
        assert session["status"] == "open", "this page is closed"
        assert code is None or session["_codes"], "this page takes no codes"
        price = self.get(session["_price"], "price")
        off = price["unit_amount"] * self.promotions[code] // 100 if code else 0
        tax = (price["unit_amount"] - off) * self.tax_percent // 100 if session["_taxed"] else 0
        session["amount_total"] = price["unit_amount"] - off + tax
        session["total_details"] |= {"amount_tax": tax, "amount_discount": off}
        session["status"] = "complete"
        if session["mode"] == "subscription":
            self._subscribes(session, price, off, tax)
        elif session["amount_total"] == 0:
            session["payment_status"] = "no_payment_required"
        else:
            intent = self.intent(session["amount_total"], session["customer"], session["_told"], paid=not later)
            session |= {"payment_intent": intent["id"], "payment_status": "unpaid" if later else "paid"}
            self.objects[session_id] = session
        self.happened("checkout.session.completed", session)
        return session

    def arrives(self, session_id: str, *, paid: bool = True) -> None:
        """What was paid later arrives, or does not."""
        session = self.get(session_id, "checkout.session")
        if paid:
            self._charge(self.get(session["payment_intent"], "payment_intent"))
            session["payment_status"] = "paid"
        self.happened(f"checkout.session.async_payment_{'succeeded' if paid else 'failed'}", session)

    def expires(self, session_id: str) -> None:
        """The page runs out."""
        session = self.get(session_id, "checkout.session")
        if session["status"] == "open":
            session["status"] = "expired"
            self.happened("checkout.session.expired", session)

    def intent(self, amount: int, customer: str, metadata: Thing, *, paid: bool = True) -> Thing:
        """A payment."""
        made = self.new("pi", "payment_intent", amount=amount, currency="usd", customer=customer, metadata=metadata, latest_charge=None, status="processing")
        if paid:
            self._charge(made)
        return made

    def _charge(self, intent: Thing) -> None:
        fee = intent["amount"] * 29 // 1000 + 30
        entry = self.new(
            "txn", "balance_transaction", _customer=intent["customer"], amount=intent["amount"], fee=fee, net=intent["amount"] - fee, currency="usd",
            type="charge",
        )  # fmt: skip
        charge = self.new(
            "ch", "charge", amount=intent["amount"], amount_refunded=0, refunded=False, disputed=False, payment_intent=intent["id"], paid=True,
            balance_transaction=entry["id"], customer=intent["customer"], status="succeeded",
        )  # fmt: skip
        intent |= {"latest_charge": charge["id"], "status": "succeeded"}
        self.objects[intent["id"]] = intent

    def refunds(self, intent_id: str, amount: int | None = None, *, metadata: Thing | None = None) -> Thing:
        """A refund, from the Dashboard or asked for."""
        charge = self.get(self.get(intent_id, "payment_intent")["latest_charge"], "charge")
        left = charge["amount"] - charge["amount_refunded"]
        amount = left if amount is None else amount
        if not 0 < amount <= left:
            raise Refusal(400, "invalid_request_error", "Refund amount is greater than unrefunded amount on charge", code="amount_too_large")
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
        made = self.new(
            "re",
            "refund",
            _customer=charge["customer"],
            amount=amount,
            charge=charge["id"],
            payment_intent=intent_id,
            status="succeeded",
            currency="usd",
            metadata=metadata or {},
            reason=None,
        )
        self.happened("refund.created", made)
        self.happened("charge.refunded", charge)
        return made

    def refund_fails(self, refund_id: str) -> None:
        """The bank sends a refund back."""
        refund = self.get(refund_id, "refund")
        charge = self.get(refund["charge"], "charge")
        refund["status"] = "failed"
        charge["amount_refunded"] -= refund["amount"]
        charge["refunded"] = False
        self.happened("refund.failed", refund)

    def disputes(self, intent_id: str, status: str = "needs_response") -> Thing:
        """A buyer disputes a payment."""
        charge = self.get(self.get(intent_id, "payment_intent")["latest_charge"], "charge")
        charge["disputed"] = True
        made = self.new(
            "du", "dispute", _customer=charge["customer"], amount=charge["amount"], charge=charge["id"], payment_intent=intent_id, status=status,
            reason="fraudulent",
        )  # fmt: skip
        self.happened("charge.dispute.created", made)
        return made

    def dispute_ends(self, dispute_id: str, status: str) -> None:
        """The bank decides: won, lost or warning_closed."""
        dispute = self.get(dispute_id, "dispute")
        dispute["status"] = status
        self.happened("charge.dispute.closed", dispute)

    def warns(self, intent_id: str) -> Thing:
        """An early fraud warning."""
        charge = self.get(self.get(intent_id, "payment_intent")["latest_charge"], "charge")
        made = self.new(
            "issfr", "radar.early_fraud_warning", _customer=charge["customer"], charge=charge["id"], payment_intent=intent_id, actionable=True,
            fraud_type="made_with_stolen_card",
        )  # fmt: skip
        self.happened("radar.early_fraud_warning.created", made)
        return made

    # ---------------------------------------------------------------- subscriptions

    def _subscribes(self, session: Thing, price: Thing, off: int, tax: int) -> None:
        now = self.now(session)
        until = _month_later(now)
        item = {
            "id": f"si_{next(self.numbers):06d}", "object": "subscription_item", "price": price, "quantity": 1, "current_period_start": now,
            "current_period_end": until,
        }  # fmt: skip
        one = self.new(
            "sub", "subscription", customer=session["customer"], status="active", items=_list([item], "/v1/subscription_items"), metadata=session["_told"],
            cancel_at_period_end=False, cancel_at=None, latest_invoice=None,
        )  # fmt: skip
        one["_tries"] = 0
        lines = [self._line(one, price, price["unit_amount"], now, until)]
        invoice = self._invoice(one, lines, "subscription_create", off=off, tax=tax)
        self._collect(one, invoice, succeeds=True)
        session |= {"subscription": one["id"], "invoice": invoice["id"], "payment_status": "paid" if invoice["total"] else "no_payment_required"}
        self.happened("customer.subscription.created", one)

    def _line(self, one: Thing, price: Thing, amount: int, start: int, end: int, proration: bool = False) -> Thing:
        details = {"proration": proration, "subscription": one["id"], "subscription_item": one["items"]["data"][0]["id"], "invoice_item": None}
        return {
            "id": f"il_{next(self.numbers):06d}", "object": "line_item", "amount": amount, "currency": "usd",
            "period": {"start": start, "end": end}, "quantity": 1,
            "pricing": {"type": "price_details", "price_details": {"price": price["id"], "product": price["product"]}, "unit_amount_decimal": None},
            "parent": {"type": "subscription_item_details", "subscription_item_details": details, "invoice_item_details": None}, "metadata": {},
        }  # fmt: skip

    def _invoice(self, one: Thing, lines: list[Thing], reason: str, *, off: int = 0, tax: int = 0) -> Thing:
        subtotal = sum(line["amount"] for line in lines)
        total = max(0, subtotal - off + tax)
        made = self.new(
            "in", "invoice", customer=one["customer"], status="open", billing_reason=reason, subtotal=subtotal, total=total, amount_due=total, amount_paid=0,
            currency="usd", total_taxes=[{"amount": tax, "tax_behavior": "exclusive", "type": "tax_rate_details"}] if tax else [], attempted=False,
            parent={"type": "subscription_details", "quote_details": None, "subscription_details": {"subscription": one["id"], "metadata": one["metadata"]}},
            payments=_list([], "/v1/invoice_payments"),
        )  # fmt: skip
        made["_lines"] = lines
        made["lines"] = _list(lines[:10], f"/v1/invoices/{made['id']}/lines", len(lines) > 10)
        one["latest_invoice"] = made["id"]
        return made

    def _collect(self, one: Thing, invoice: Thing, *, succeeds: bool) -> None:
        invoice["attempted"] = True
        if not succeeds:
            one["status"] = "past_due"
            self.happened("invoice.payment_failed", invoice)
            self.happened("customer.subscription.updated", one)
            return
        if invoice["total"]:
            intent = self.intent(invoice["total"], one["customer"], {})
            payment = {
                "id": f"inpay_{next(self.numbers):06d}", "object": "invoice_payment", "status": "paid", "amount_paid": invoice["total"],
                "payment": {"type": "payment_intent", "payment_intent": intent["id"]}, "currency": "usd",
            }  # fmt: skip
            invoice["payments"]["data"].append(payment)
        invoice |= {"status": "paid", "amount_paid": invoice["total"]}
        self.objects[invoice["id"]] = invoice
        one["status"], one["_tries"] = "active", 0
        self.happened("invoice.paid", invoice)

    def changes_plan(self, id: str, price_id: str, behavior: str = "always_invoice", payment: str = "allow_incomplete") -> None:
        """Another price, by us or in the portal."""
        one, price = self.get(id, "subscription"), self.get(price_id, "price")
        item = one["items"]["data"][0]
        old, start, end, now = item["price"], item["current_period_start"], item["current_period_end"], self.now(one)
        if behavior == "always_invoice":
            left = (end - now) / (end - start)
            if payment == "error_if_incomplete" and self.card != "good":
                raise Refusal(402, "card_error", "Your card was declined.", code="card_declined")
            lines = [
                self._line(one, old, -round(old["unit_amount"] * left), now, end, True),
                self._line(one, price, round(price["unit_amount"] * left), now, end, True),
            ]
            item["price"] = price
            self._collect(one, self._invoice(one, lines, "subscription_update"), succeeds=self.card == "good")
        else:
            assert behavior == "none", behavior
            item["price"] = price

    def cancels(self, id: str, *, at_once: bool = True) -> None:
        """Ended in the Dashboard or the portal."""
        one = self.get(id, "subscription")
        if at_once:
            one["status"] = "canceled"
            self.happened("customer.subscription.deleted", one)
        else:
            one["cancel_at_period_end"] = True
            self.happened("customer.subscription.updated", one)

    # ---------------------------------------------------------------- time

    def _clock(self, _: str, params: Thing) -> Thing:
        made = self.new("clock", "test_helpers.test_clock", frozen_time=params["frozen_time"], name=params.get("name"), status="ready", status_details={})
        made["deletes_after"] = made["created"] + 30 * DAY
        return made

    def _show_clock(self, id: str, _: Thing) -> Thing:
        clock = self.get(id, "test_helpers.test_clock")
        shown = {**clock, "status_details": {"advancing": {"target_frozen_time": clock["frozen_time"]}} if clock["status"] == "advancing" else {}}
        clock["status"] = "ready"  # whoever asks again finds it there
        return shown

    def _ready_clock(self, id: str) -> Thing:
        clock = self.get(id, "test_helpers.test_clock")
        if clock["status"] != "ready":
            raise Refusal(400, "invalid_request_error", "Test clock advancement is underway. Wait until it is ready.", param="test_clock")
        return clock

    def _advance(self, id: str, params: Thing) -> Thing:
        """Time passes for a clock's customers: pages run out, periods end, renewals are tried and tried again. Its answer comes before the end."""
        clock = self._ready_clock(id)
        target, start = params["frozen_time"], clock["frozen_time"]
        if target <= start:
            raise Refusal(400, "invalid_request_error", "The new frozen time must be after the current one.", param="frozen_time")
        mine = {one["id"] for one in self.of("customer") if one["test_clock"] == id}
        living = [one for one in self.of("subscription") if one["customer"] in mine and one["status"] != "canceled"]
        if target > start + (2 * 31 if living else 2 * 366) * DAY:
            raise Refusal(400, "invalid_request_error", "Cannot advance more than two intervals of the shortest subscription.", param="frozen_time")
        while clock["frozen_time"] < target:
            clock["frozen_time"] = min(target, clock["frozen_time"] + DAY // 2)
            for session in [one for one in self.of("checkout.session") if one["customer"] in mine]:
                if session["status"] == "open" and session["expires_at"] <= clock["frozen_time"]:
                    self.expires(session["id"])
            for one in [one for one in self.of("subscription") if one["customer"] in mine]:
                self._bill(one)
        clock["status"] = "advancing"
        return {**clock, "frozen_time": start, "status_details": {"advancing": {"target_frozen_time": target}}}

    def _bill(self, one: Thing) -> None:
        item, now = one["items"]["data"][0], self.now(one)
        if one["status"] == "past_due":
            self._retry(one)
        elif one["status"] == "active" and item["current_period_end"] <= now:
            if one["cancel_at_period_end"]:
                self.cancels(one["id"])
                return
            start = item["current_period_end"]
            item |= {"current_period_start": start, "current_period_end": _month_later(start)}
            line = self._line(one, item["price"], item["price"]["unit_amount"], start, item["current_period_end"])
            one["_failed_at"] = now
            self._collect(one, self._invoice(one, [line], "subscription_cycle"), succeeds=self.card == "good")
            self.happened("customer.subscription.updated", one)

    def _retry(self, one: Thing) -> None:
        if self.now(one) < one["_failed_at"] + RETRY_DAYS[one["_tries"]] * DAY:
            return
        one["_tries"] += 1
        if self.card == "good":
            self._collect(one, self.get(one["latest_invoice"], "invoice"), succeeds=True)
            self.happened("customer.subscription.updated", one)
        elif one["_tries"] >= len(RETRY_DAYS):
            self.cancels(one["id"])
        else:
            self._collect(one, self.get(one["latest_invoice"], "invoice"), succeeds=False)
