"""Payments at the fake Stripe and what becomes of them: charges, refunds, disputes, early fraud warnings."""

from __future__ import annotations

from tests.fakes.stripe_objects import Objects, Thing
from tests.fakes.stripe_rules import Refusal


class Charges(Objects):
    """Money that came, and money that goes back."""

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

    def _refund(self, _: str, params: Thing) -> Thing:
        intent = self.get(params["payment_intent"], "payment_intent")
        return self.refunds(intent["id"], params.get("amount"), metadata=params.get("metadata", {}))

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
