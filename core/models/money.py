"""Buying and giving. Balances are not here: they are the ledger's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

if TYPE_CHECKING:
    from core.models.people import Person, Place
    from core.models.rendering import Render


class Customer(Model):
    """Who a person is to Stripe. The row is there before Stripe is asked, so that it is asked once."""

    id = fields.BigIntField(primary_key=True)
    person: fields.OneToOneRelation[Person] = fields.OneToOneField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    outside_id = fields.CharField(64, null=True, unique=True)

    class Meta:
        table = "customer"


class Purchase(Model):
    """A wish to buy something, written down before anybody outside is asked. `key` names the press, `account` the wallet that gets the credits.

    state: asked -> open (there is a page to pay on) -> paid | expired | failed. `amount` in cents or Stars."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(100, unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="purchases")
    person_id: int
    via = fields.CharField(12)
    kind = fields.CharField(12)
    item = fields.CharField(40, default="")
    account = fields.CharField(60)
    place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT)
    place_id: int
    thread = fields.CharField(64, default="")
    amount = fields.BigIntField(default=0)
    currency = fields.CharField(3, default="usd")
    credits_mc = fields.BigIntField(default=0)
    project_id: int | None = fields.BigIntField(null=True)
    state = fields.CharField(12, default="asked")
    outside_id = fields.CharField(200, null=True, unique=True)
    url = fields.TextField(default="")
    url_until = fields.DatetimeField(null=True)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    paid_at = fields.DatetimeField(null=True)

    class Meta:
        table = "purchase"


class Subscription(Model):
    """A plan that is paid by the month. `plan` is what the latest paid month bought, `next_plan` what the next will be; empty: it ends."""

    id = fields.BigIntField(primary_key=True)
    via = fields.CharField(12)
    outside_id = fields.CharField(120)
    customer = fields.CharField(64, default="", db_default="")
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="subscriptions")
    person_id: int
    place: fields.ForeignKeyNullableRelation[Place] = fields.ForeignKeyField("core.Place", null=True, on_delete=fields.RESTRICT)
    place_id: int | None
    thread = fields.CharField(64, default="")
    plan = fields.CharField(20, default="")
    next_plan = fields.CharField(20, default="")
    state = fields.CharField(24, default="")
    paid_from = fields.DatetimeField(null=True)
    paid_until = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "subscription"
        unique_together = (("via", "outside_id"),)


class Payment(Model):
    """Money that arrived and the credits it brought. `key` is the ledger's key of the grant; `outside_id` finds it again when it is taken back.

    Amounts in cents or Stars: `gross` as paid, `tax` of it, `fee` of the payment service (None: not known yet), `refunded` so far.
    `taken_mc`: how many of its credits are gone again; `grants`: the ledger's keys under which it brought them; `moves` counts both ways."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(160, unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="payments")
    person_id: int
    account = fields.CharField(60)
    via = fields.CharField(12)
    outside_id = fields.CharField(160, db_index=True)
    purchase: fields.ForeignKeyNullableRelation[Purchase] = fields.ForeignKeyField("core.Purchase", null=True, on_delete=fields.RESTRICT)
    purchase_id: int | None
    subscription: fields.ForeignKeyNullableRelation[Subscription] = fields.ForeignKeyField("core.Subscription", null=True, on_delete=fields.RESTRICT)
    subscription_id: int | None
    item = fields.CharField(40, default="")
    gross = fields.BigIntField()
    tax = fields.BigIntField(default=0)
    fee = fields.BigIntField(null=True)
    currency = fields.CharField(3, default="usd")
    credits_mc = fields.BigIntField(default=0)
    refunded = fields.BigIntField(default=0)
    disputes: dict[str, str] = fields.JSONField(default=dict)
    warned = fields.BooleanField(default=False)
    taken_mc = fields.BigIntField(default=0)
    grants: list[str] = fields.JSONField(default=list)
    moves = fields.IntField(default=0)
    expires_at = fields.DatetimeField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "payment"


class Refund(Model):
    """Money that an operator gives back, written down before the payment service is asked. `amount` in the payment's own currency."""

    id = fields.BigIntField(primary_key=True)
    payment: fields.ForeignKeyRelation[Payment] = fields.ForeignKeyField("core.Payment", on_delete=fields.RESTRICT, related_name="refunds")
    payment_id: int
    amount = fields.BigIntField()
    by = fields.CharField(60)
    why = fields.CharField(200, default="")
    state = fields.CharField(12, default="asked")
    outside_id = fields.CharField(120, null=True, unique=True)
    error = fields.TextField(null=True)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "refund"


class Code(Model):
    """Something that gives credits to whoever tells it: a promotion, an invitation, a gift (whose credits wait in `account`)."""

    id = fields.BigIntField(primary_key=True)
    code = fields.CharField(40, unique=True)
    kind = fields.CharField(12)
    by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    by_id: int | None
    credits_mc = fields.BigIntField(default=0)
    uses_max = fields.IntField(default=1)
    account = fields.CharField(60, default="")
    expires_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "code"


class CodeUse(Model):
    """Somebody told a code. `code` is empty for the free trial and for tries that failed (`amount_mc` 0).

    An invitation is `invited` until a purchase of the guest stands, then `invite`; when none stands any more it is `invited` again.
    `grants`: the ledger's keys of what was given for it and not taken back; `moves` counts both ways."""

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="code_uses")
    person_id: int
    code: fields.ForeignKeyNullableRelation[Code] = fields.ForeignKeyField("core.Code", null=True, on_delete=fields.RESTRICT)
    code_id: int | None
    kind = fields.CharField(12)
    place_id: int | None = fields.BigIntField(null=True)
    amount_mc = fields.BigIntField(default=0)
    grants: list[str] = fields.JSONField(default=list, db_default="[]")
    moves = fields.IntField(default=0, db_default=0)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "code_use"
        unique_together = (("code", "person"),)
        indexes: ClassVar = [Index(fields=("at",))]


class Backer(Model):
    """Somebody who helps to pay for a film. How much is the ledger's to say; `named`: they wish to stand in the end credits."""

    id = fields.BigIntField(primary_key=True)
    render: fields.ForeignKeyRelation[Render] = fields.ForeignKeyField("core.Render", on_delete=fields.RESTRICT, related_name="backers")
    render_id: int
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    named = fields.BooleanField(default=False)
    pledges = fields.IntField(default=0)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "backer"
        unique_together = (("render", "person"),)
