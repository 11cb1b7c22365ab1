"""The catalogue, the Checkout page and the portal of the fake Stripe, and what people do on them."""

from __future__ import annotations

from tests.fakes.stripe_objects import DAY, Thing
from tests.fakes.stripe_rules import Refusal
from tests.fakes.stripe_subscriptions import Subscriptions


class Checkout(Subscriptions):
    """What is for sale, and the pages to pay on."""

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
