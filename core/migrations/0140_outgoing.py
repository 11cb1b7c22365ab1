"""What leaves the house: watch links, reports about films, translations of scripts, editing kits."""

import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Four tables."""

    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Kit",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "render",
                    fields.OneToOneField(
                        "core.Render", source_field="render_id", db_constraint=True, to_field="id", related_name="kit", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("state", fields.CharField(default="asked", max_length=12)),
                ("files", fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("facts", fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "kit",
                "app": "core",
                "pk_attr": "id",
                "table_description": "What an editor needs of a rendered film, as files in storage: `files` maps names inside the archive to storage keys.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Translation",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "version",
                    fields.ForeignKeyField(
                        "core.Version", source_field="version_id", db_constraint=True, to_field="id", related_name="translations", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("language", fields.CharField(max_length=12)),
                ("state", fields.CharField(default="asked", max_length=12)),
                ("script", fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("error", fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("usage", fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "translation",
                "app": "core",
                "unique_together": (("version", "language"),),
                "pk_attr": "id",
                "table_description": "A version's script in another language. Cuts in that language wait for it in state `waiting`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="WatchLink",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "render",
                    fields.ForeignKeyField(
                        "core.Render", source_field="render_id", db_constraint=True, to_field="id", related_name="watch_links", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("by", fields.ForeignKeyField("core.Person", source_field="by_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.SET_NULL)),
                ("salt", fields.CharField(max_length=32)),
                ("token_hash", fields.CharField(unique=True, max_length=64)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "watch_link",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A page on which anybody who has the address watches a film. Only a hash of its token lies here; `salt` makes the token again with our secret.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Report",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "link",
                    fields.ForeignKeyField("core.WatchLink", source_field="link_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.SET_NULL),
                ),
                (
                    "render",
                    fields.ForeignKeyField(
                        "core.Render", source_field="render_id", db_constraint=True, to_field="id", related_name="reports", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("reason", fields.CharField(max_length=20)),
                ("said", fields.TextField(default="", unique=False)),
                ("contact", fields.CharField(default="", max_length=200)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "report",
                "app": "core",
                "pk_attr": "id",
                "table_description": "What a stranger reported about a film they watched, for the operator to look at. `closed_at`: somebody has.",
            },
            bases=["Model"],
        ),
    ]
