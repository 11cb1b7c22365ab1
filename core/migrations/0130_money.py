"""What people buy: customers, purchases, payments, subscriptions, refunds, codes, backers."""

from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    """The tables of payments. Credits themselves are the ledger's."""

    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Backer",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "render",
                    fields.ForeignKeyField(
                        "core.Render", source_field="render_id", db_constraint=True, to_field="id", related_name="backers", on_delete=OnDelete.RESTRICT
                    ),
                ),
                ("person", fields.ForeignKeyField("core.Person", source_field="person_id", db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("named", fields.BooleanField(default=False)),
                ("pledges", fields.IntField(default=0)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "backer",
                "app": "core",
                "unique_together": (("render", "person"),),
                "pk_attr": "id",
                "table_description": "Somebody who helps to pay for a film. How much is the ledger's to say; `named`: they wish to stand in the end credits.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Code",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("code", fields.CharField(unique=True, max_length=40)),
                ("kind", fields.CharField(max_length=12)),
                ("by", fields.ForeignKeyField("core.Person", source_field="by_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("credits_mc", fields.BigIntField(default=0)),
                ("uses_max", fields.IntField(default=1)),
                ("account", fields.CharField(default="", max_length=60)),
                ("expires_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "code",
                "app": "core",
                "pk_attr": "id",
                "table_description": "Something that gives credits to whoever tells it: a promotion, an invitation, a gift (whose credits wait in `account`).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="CodeUse",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "core.Person", source_field="person_id", db_constraint=True, to_field="id", related_name="code_uses", on_delete=OnDelete.RESTRICT
                    ),
                ),
                (
                    "code",
                    fields.ForeignKeyField("core.Code", source_field="code_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("place_id", fields.BigIntField(null=True)),
                ("amount_mc", fields.BigIntField(default=0)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "code_use",
                "app": "core",
                "unique_together": (("code", "person"),),
                "indexes": [Index(fields=["at"])],
                "pk_attr": "id",
                "table_description": "Somebody told a code. `code` is empty for the free trial and for tries that failed (`amount_mc` 0).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Customer",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("person", fields.OneToOneField("core.Person", source_field="person_id", db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("outside_id", fields.CharField(null=True, unique=True, max_length=64)),
            ],
            options={
                "table": "customer",
                "app": "core",
                "pk_attr": "id",
                "table_description": "Who a person is to Stripe. The row is there before Stripe is asked, so that it is asked once.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Purchase",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(unique=True, max_length=100)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "core.Person", source_field="person_id", db_constraint=True, to_field="id", related_name="purchases", on_delete=OnDelete.RESTRICT
                    ),
                ),
                ("via", fields.CharField(max_length=12)),
                ("kind", fields.CharField(max_length=12)),
                ("item", fields.CharField(default="", max_length=40)),
                ("account", fields.CharField(max_length=60)),
                ("place", fields.ForeignKeyField("core.Place", source_field="place_id", db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("thread", fields.CharField(default="", max_length=64)),
                ("amount", fields.BigIntField(default=0)),
                ("currency", fields.CharField(default="usd", max_length=3)),
                ("credits_mc", fields.BigIntField(default=0)),
                ("project_id", fields.BigIntField(null=True)),
                ("state", fields.CharField(default="asked", max_length=12)),
                ("outside_id", fields.CharField(null=True, unique=True, max_length=200)),
                ("url", fields.TextField(default="", unique=False)),
                ("url_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("error", fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ("paid_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "purchase",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A wish to buy something, written down before anybody outside is asked. `key` names the press, `account` the wallet that gets the credits.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Subscription",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("via", fields.CharField(max_length=12)),
                ("outside_id", fields.CharField(max_length=120)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "core.Person", source_field="person_id", db_constraint=True, to_field="id", related_name="subscriptions", on_delete=OnDelete.RESTRICT
                    ),
                ),
                (
                    "place",
                    fields.ForeignKeyField("core.Place", source_field="place_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT),
                ),
                ("thread", fields.CharField(default="", max_length=64)),
                ("plan", fields.CharField(default="", max_length=20)),
                ("next_plan", fields.CharField(default="", max_length=20)),
                ("state", fields.CharField(default="", max_length=24)),
                ("paid_from", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("paid_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "subscription",
                "app": "core",
                "unique_together": (("via", "outside_id"),),
                "pk_attr": "id",
                "table_description": "A plan that is paid by the month. `plan` is what the latest paid month bought, `next_plan` what the next will be; empty: it ends.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Payment",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("key", fields.CharField(unique=True, max_length=160)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "core.Person", source_field="person_id", db_constraint=True, to_field="id", related_name="payments", on_delete=OnDelete.RESTRICT
                    ),
                ),
                ("account", fields.CharField(max_length=60)),
                ("via", fields.CharField(max_length=12)),
                ("outside_id", fields.CharField(db_index=True, max_length=160)),
                (
                    "purchase",
                    fields.ForeignKeyField(
                        "core.Purchase", source_field="purchase_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT
                    ),
                ),
                (
                    "subscription",
                    fields.ForeignKeyField(
                        "core.Subscription", source_field="subscription_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT
                    ),
                ),
                ("item", fields.CharField(default="", max_length=40)),
                ("gross", fields.BigIntField()),
                ("tax", fields.BigIntField(default=0)),
                ("fee", fields.BigIntField(null=True)),
                ("currency", fields.CharField(default="usd", max_length=3)),
                ("credits_mc", fields.BigIntField(default=0)),
                ("refunded", fields.BigIntField(default=0)),
                ("disputes", fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("warned", fields.BooleanField(default=False)),
                ("taken_mc", fields.BigIntField(default=0)),
                ("grants", fields.JSONField(default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("moves", fields.IntField(default=0)),
                ("expires_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "payment",
                "app": "core",
                "pk_attr": "id",
                "table_description": "Money that arrived and the credits it brought. `key` is the ledger's key of the grant; `outside_id` finds it again when it is taken back.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Refund",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "payment",
                    fields.ForeignKeyField(
                        "core.Payment", source_field="payment_id", db_constraint=True, to_field="id", related_name="refunds", on_delete=OnDelete.RESTRICT
                    ),
                ),
                ("amount", fields.BigIntField()),
                ("by", fields.CharField(max_length=60)),
                ("why", fields.CharField(default="", max_length=200)),
                ("state", fields.CharField(default="asked", max_length=12)),
                ("outside_id", fields.CharField(null=True, unique=True, max_length=120)),
                ("error", fields.TextField(null=True, unique=False)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "refund",
                "app": "core",
                "pk_attr": "id",
                "table_description": "Money that an operator gives back, written down before the payment service is asked. `amount` in the payment's own currency.",
            },
            bases=["Model"],
        ),
    ]
