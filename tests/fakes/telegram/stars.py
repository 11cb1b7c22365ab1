"""Selling in Stars: invoices, pre-checkouts, refunds, the list of transactions."""

from __future__ import annotations

import time
from typing import Any

from tests.fakes.telegram import rules
from tests.fakes.telegram.rules import bad
from tests.fakes.telegram.sending import Sending


class Stars(Sending):
    """Methods that are about money."""

    def _sendInvoice(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = self._open(given, "send", "not enough rights to send text messages to the chat")
        rules.check_invoice(given)
        self.invoices.append(given)
        total = given["prices"][0]["amount"]
        shown = {"title": given["title"], "description": given["description"], "start_parameter": "", "currency": "XTR", "total_amount": total}
        return self._send(chat, given, {"invoice": shown}).public()

    def _createInvoiceLink(self, given: dict[str, Any]) -> str:
        rules.check_invoice(given)
        self.invoices.append(given)
        return f"https://t.me/$invoice{len(self.invoices)}"

    def _answerPreCheckoutQuery(self, given: dict[str, Any]) -> bool:
        checkout = self.checkouts.pop(given["pre_checkout_query_id"], None)
        if checkout is None or time.monotonic() - checkout["at"] > 10.0:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if not given["ok"] and not given.get("error_message"):
            raise bad("error_message must be specified")
        checkout["answer"].append((given["ok"], given.get("error_message")))
        if given["ok"]:
            self.takes_stars(checkout["user"], checkout["invoice"])
        return True

    def _refundStarPayment(self, given: dict[str, Any]) -> bool:
        paid = next((one for one in self.stars if one["id"] == given["telegram_payment_charge_id"] and "source" in one), None)
        if paid is None or paid["source"]["user"]["id"] != given["user_id"]:
            raise bad("CHARGE_ID_INVALID")
        if any(one["id"] == paid["id"] and "receiver" in one for one in self.stars):
            raise bad("CHARGE_ALREADY_REFUNDED")
        self.gives_stars_back(paid["id"])
        return True

    def _getStarTransactions(self, given: dict[str, Any]) -> dict[str, Any]:
        at, limit = given.get("offset", 0), given.get("limit", 100)
        if not 1 <= limit <= 100:
            raise bad("LIMIT_INVALID")
        return {"transactions": self.stars[at : at + limit]}

    def _editUserStarSubscription(self, given: dict[str, Any]) -> bool:
        one = self.star_plans.get(given["telegram_payment_charge_id"])
        if one is None or one["user"].id != given["user_id"]:
            raise bad("CHARGE_ID_INVALID")
        one["canceled"] = given["is_canceled"]
        return True
