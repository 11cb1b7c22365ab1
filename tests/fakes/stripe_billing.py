"""The inside of the fake Stripe: customers who live by test clocks, and which call leads where. No HTTP here.

stripe_objects -> stripe_charges -> stripe_subscriptions -> stripe_checkout -> here -> stripe (the server)
"""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.stripe_checkout import Checkout
from tests.fakes.stripe_objects import DAY, Thing
from tests.fakes.stripe_rules import Refusal
from tests.fakes.stripe_subscriptions import month_later

RETRY_DAYS = (3, 5, 7)
"""Smart retries of a failed renewal; after the last the subscription is canceled."""
CLOCK_CUSTOMERS_MAX = 3


class Billing(Checkout):
    """Calls, and the time that passes."""

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

    # ---------------------------------------------------------------- time

    def _customer(self, _: str, params: Thing) -> Thing:
        if clock := params.get("test_clock"):
            self._ready_clock(clock)
            if sum(one["test_clock"] == clock for one in self.of("customer")) >= CLOCK_CUSTOMERS_MAX:
                raise Refusal(400, "invalid_request_error", "You can only have 3 customers for each test clock.", param="test_clock")
        return self.new("cus", "customer", name=params.get("name"), metadata=params.get("metadata", {}), card=None, test_clock=clock)

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
            item |= {"current_period_start": start, "current_period_end": month_later(start)}
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
