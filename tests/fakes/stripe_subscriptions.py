"""Subscriptions at the fake Stripe: invoices and their lines, prorations, renewals that fail, ends."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime

from tests.fakes.stripe_charges import Charges
from tests.fakes.stripe_objects import Thing, listed
from tests.fakes.stripe_rules import Refusal


def month_later(at: int) -> int:
    """The same time a calendar month later, in Unix seconds."""
    here = datetime.fromtimestamp(at, UTC)
    year, month = (here.year + 1, 1) if here.month == 12 else (here.year, here.month + 1)
    return int(here.replace(year=year, month=month, day=min(here.day, calendar.monthrange(year, month)[1])).timestamp())


class Subscriptions(Charges):
    """What is paid by the month."""

    def _subscribes(self, session: Thing, price: Thing, off: int, tax: int) -> None:
        now = self.now(session)
        until = month_later(now)
        item = {
            "id": f"si_{next(self.numbers):06d}", "object": "subscription_item", "price": price, "quantity": 1, "current_period_start": now,
            "current_period_end": until,
        }  # fmt: skip
        one = self.new(
            "sub", "subscription", customer=session["customer"], status="active", items=listed([item], "/v1/subscription_items"), metadata=session["_told"],
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
            payments=listed([], "/v1/invoice_payments"),
        )  # fmt: skip
        made["_lines"] = lines
        made["lines"] = listed(lines[:10], f"/v1/invoices/{made['id']}/lines", len(lines) > 10)
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

    def _show_invoice(self, id: str, _: Thing) -> Thing:
        return self.get(id, "invoice")

    def _lines(self, id: str, params: Thing) -> Thing:
        return self._cut(self.get(id, "invoice")["_lines"], params, f"/v1/invoices/{id}/lines")

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
