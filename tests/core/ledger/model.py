"""The ledger once more, in plain Python: what `test_machine.py` expects of the real one.

Written from the rules, not from the SQL: one list of lots, balances always summed afresh, no keys, no entries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

SPEND_ORDER = [["play"], ["promo"], ["subscription"], ["goodwill"], ["stripe", "stars", "discord"]]
Answer = tuple[object, ...]
"""("ok", figures…) or ("refused", reason, figures…)."""


@dataclass
class Lot:
    """Credits of one origin in one wallet. `origin` is the payment they came from."""

    number: int
    wallet: str
    origin: int
    source: str
    expires: datetime | None
    free: int
    held: int = 0


@dataclass
class Hold:
    """`parts`: (lot, amount) in the order of spending."""

    wallet: str
    amount: int
    actor: str
    parts: list[tuple[Lot, int]]
    at: datetime
    captured: int | None = None
    refunded: int = 0
    paid: dict[str, int] = field(default_factory=dict)

    @property
    def counts(self) -> int:
        """What it takes from an allowance."""
        return (self.amount if self.captured is None else self.captured) - self.refunded


@dataclass
class Payment:
    """A grant: who bought, and how much of it was not yet taken back. `unused`: what expired of it and was not taken back either."""

    wallet: str
    source: str
    left: int
    unused: int = 0


class Model:
    """All wallets. Methods take canonical wallet names and answer as the ledger should."""

    def __init__(self) -> None:
        self.lots: list[Lot] = []
        self.holds: dict[str, Hold] = {}
        self.payments: dict[str, Payment] = {}
        self.origins: dict[str, int] = {}
        self.debts: dict[str, int] = {}
        self.frozen: set[str] = set()
        self.into: dict[str, str] = {}
        self.count = 0

    def real(self, wallet: str) -> str:
        """Who this wallet is after merges."""
        while wallet in self.into:
            wallet = self.into[wallet]
        return wallet

    def _new(self, wallet: str, source: str, expires: datetime | None, amount: int, origin: int | None) -> tuple[Lot, int]:
        self.count += 1
        owed = 0 if source == "play" else min(self.debts.get(wallet, 0), amount)
        self.debts[wallet] = self.debts.get(wallet, 0) - owed
        lot = Lot(self.count, wallet, self.count if origin is None else origin, source, expires, amount - owed)
        self.lots.append(lot)
        return lot, owed

    def spendable(self, wallet: str, now: datetime, sources: list[str] | None) -> list[Lot]:
        """Free lots in the order they are spent."""
        rank = {source: n for n, group in enumerate(SPEND_ORDER) for source in group}
        far = datetime.max.replace(tzinfo=now.tzinfo)
        mine = [
            x for x in self.lots if x.wallet == wallet and x.free > 0 and (x.expires is None or x.expires > now) and (sources is None or x.source in sources)
        ]
        return sorted(mine, key=lambda x: (rank[x.source], x.expires or far, x.number))

    def free(self, wallet: str, now: datetime, sources: list[str] | None = None) -> int:
        """What can be spent."""
        return sum(lot.free for lot in self.spendable(wallet, now, sources))

    def posted(self, wallet: str) -> int:
        """All there is, held and expired included."""
        return sum(lot.free + lot.held for lot in self.lots if lot.wallet == wallet)

    def held(self, wallet: str) -> int:
        """What open holds have set aside."""
        return sum(hold.amount for hold in self.holds.values() if hold.wallet == wallet and hold.captured is None)

    def spent(self, wallet: str, actor: str) -> int:
        """What counts against this actor's allowance; somebody who was merged with another is that one."""
        return sum(hold.counts for hold in self.holds.values() if hold.wallet == self.real(wallet) and self.real(hold.actor) == self.real(actor))

    def _split(self, wallet: str, amount: int, now: datetime, sources: list[str] | None) -> list[tuple[Lot, int]]:
        parts = []
        for lot in self.spendable(wallet, now, sources):
            if amount:
                parts.append((lot, min(lot.free, amount)))
                amount -= min(lot.free, amount)
        return parts

    def grant(self, key: str, wallet: str, amount: int, source: str, expires: datetime | None) -> Answer:
        """New credits, debt first."""
        wallet = self.real(wallet)
        lot, paid = self._new(wallet, source, expires, amount, None)
        self.payments[key], self.origins[key] = Payment(wallet, source, amount), lot.number
        return ("ok", amount, paid)

    def hold(self, key: str, wallet: str, amount: int, actor: str, now: datetime, sources: list[str] | None, limit: int | None) -> Answer:
        """Set aside, or say why not."""
        wallet = self.real(wallet)
        if wallet in self.frozen:
            return ("refused", "frozen")
        if self.debts.get(wallet, 0):
            return ("refused", "debt", self.debts[wallet])
        used = self.spent(wallet, actor)
        if limit is not None and used + amount > limit:
            return ("refused", "over_limit", max(limit - used, 0))
        if self.free(wallet, now, sources) < amount:
            return ("refused", "insufficient", self.free(wallet, now, sources))
        parts = self._split(wallet, amount, now, sources)
        for lot, part in parts:
            lot.free -= part
            lot.held += part
        self.holds[key] = Hold(wallet, amount, actor, parts, now)
        return ("ok", amount)

    def settle(self, key: str, capture: int) -> Answer:
        """Capture, and give the rest back."""
        hold = self.holds[key]
        rest = capture
        for lot, part in hold.parts:
            use = min(part, rest)
            rest -= use
            lot.held -= part
            lot.free += part - use
            hold.paid[lot.source] = hold.paid.get(lot.source, 0) + use
        hold.captured = capture
        return ("ok", capture, hold.amount - capture)

    def expire(self, now: datetime) -> Answer:
        """Drop what is past its time and not held."""
        due = [lot for lot in self.lots if lot.free and lot.expires is not None and lot.expires <= now]
        gone = sum(lot.free for lot in due)
        for lot in due:
            next(self.payments[key] for key, origin in self.origins.items() if origin == lot.origin).unused += lot.free
            lot.free = 0
        return ("ok", len(due), gone)

    def transfer(self, one: str, two: str, amount: int, now: datetime, sources: list[str] | None) -> Answer:
        """Move free credits."""
        one, two = self.real(one), self.real(two)
        if one == two:
            return ("refused", "same_wallet")
        if one in self.frozen:
            return ("refused", "frozen")
        if self.debts.get(one, 0):
            return ("refused", "debt", self.debts[one])
        if self.free(one, now, sources) < amount:
            return ("refused", "insufficient", self.free(one, now, sources))
        paid = 0
        for lot, part in self._split(one, amount, now, sources):
            lot.free -= part
            paid += self._new(two, lot.source, lot.expires, part, lot.origin)[1]
        return ("ok", amount, paid)

    def merge(self, one: str, two: str) -> Answer:
        """Two wallets become one."""
        one, two = self.real(one), self.real(two)
        if one == two:
            return ("refused", "same_wallet")
        answer = ("ok", self.posted(one), self.debts.get(one, 0))
        for thing in (*self.lots, *(hold for hold in self.holds.values() if hold.captured is None), *self.payments.values()):
            if thing.wallet == one:
                thing.wallet = two
        self.debts[two] = self.debts.get(two, 0) + self.debts.pop(one, 0)
        if one in self.frozen:
            self.frozen.add(two)
        self.into[one] = two
        return answer

    def claw_back(self, key: str, amount: int | None) -> Answer:
        """A payment is undone: the buyer's free rest first, then where it was given, then what expired unused; the rest is owed."""
        payment = self.payments[key]
        claim = payment.left if amount is None else min(amount, payment.left)
        if claim == 0:
            return ("refused", "nothing_left")
        payment.left -= claim
        rest = claim
        for lot in sorted((lot for lot in self.lots if lot.origin == self.origins[key]), key=lambda x: (x.wallet != payment.wallet, x.number)):
            take = min(lot.free, rest)
            lot.free -= take
            rest -= take
        unused = min(payment.unused, rest)
        payment.unused -= unused
        rest -= unused
        self.debts[payment.wallet] = self.debts.get(payment.wallet, 0) + rest
        return ("ok", claim - rest, rest)

    def pay_debt(self, wallet: str, now: datetime) -> Answer:
        """Owed credits from the wallet's own."""
        wallet = self.real(wallet)
        owed = self.debts.get(wallet, 0)
        if not owed:
            return ("refused", "no_debt")
        parts = self._split(wallet, owed, now, [source for group in SPEND_ORDER[1:] for source in group])
        if not parts:
            return ("refused", "insufficient", 0)
        for lot, part in parts:
            lot.free -= part
            self.debts[wallet] -= part
        return ("ok", sum(part for _, part in parts), self.debts[wallet])

    def refund(self, key: str, amount: int) -> Answer:
        """Goodwill: what was paid with play credits comes back last, as play credits."""
        hold = self.holds[key]
        left = (hold.captured or 0) - hold.refunded
        if amount > left:
            return ("refused", "over_capture", left)
        real_left = max(0, (hold.captured or 0) - hold.paid.get("play", 0) - hold.refunded)
        real, paid = min(amount, real_left), 0
        wallet = self.real(hold.wallet)
        if real:
            paid = self._new(wallet, "goodwill", None, real, None)[1]
        if amount > real:
            self._new(wallet, "play", None, amount - real, None)
        hold.refunded += amount
        return ("ok", amount, paid)
