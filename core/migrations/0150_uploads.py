"""Files that people send."""

import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

_encoded = functools.partial(dumps, separators=(",", ":"))


class Migration(migrations.Migration):
    """The table of uploads."""

    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Upload",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "core.Person", source_field="person_id", db_constraint=True, to_field="id", related_name="uploads", on_delete=OnDelete.RESTRICT
                    ),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("key", fields.CharField(max_length=200)),
                ("name", fields.CharField(max_length=200)),
                ("size", fields.BigIntField()),
                ("state", fields.CharField(default="new", db_default="new", max_length=12)),
                ("facts", fields.JSONField(default=dict, encoder=_encoded, decoder=loads)),
                ("error", fields.JSONField(null=True, encoder=_encoded, decoder=loads)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={"table": "upload", "app": "core", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
