"""Stories that people bring: a file or a pasted text, read once, from which films are made."""

import functools
from json import dumps, loads

from tortoise import fields
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops
from tortoise.migrations.migration import Migration as Base


class Migration(Base):
    """The table of what was brought."""

    dependencies = [("core", "0003_ledger")]
    operations = [
        ops.CreateModel(
            name="Material",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "core.Person", source_field="owner_id", db_constraint=True, to_field="id", related_name="materials", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("name", fields.CharField(default="", max_length=200)),
                ("key", fields.CharField(default="", max_length=400)),
                ("text", fields.TextField(null=True, unique=False)),
                ("facts", fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("error", fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "material",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A story that somebody brought, as a file (`key` in storage) or as text. Read by a job: `facts` or `error` is set then.",
            },
            bases=["Model"],
        ),
    ]
