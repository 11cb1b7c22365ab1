"""Places and things that are remembered over films; sounds that people send are of one kind, whatever they are used for."""

import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops

_encoded = functools.partial(dumps, separators=(",", ":"))


class Migration(migrations.Migration):
    """The table of assets."""

    dependencies = [("core", "0150_uploads")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Asset",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "owner",
                    fields.ForeignKeyField(
                        "core.Person", source_field="owner_id", db_constraint=True, to_field="id", related_name="assets", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("known_as", fields.CharField(max_length=120)),
                ("name", fields.CharField(max_length=80)),
                ("looks", fields.JSONField(encoder=_encoded, decoder=loads)),
                ("picture", fields.CharField(default="", max_length=200)),
                (
                    "project",
                    fields.ForeignKeyField(
                        "core.Project", source_field="project_id", null=True, db_constraint=True, to_field="id", on_delete=OnDelete.SET_NULL
                    ),
                ),
                ("seen_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "asset",
                "app": "core",
                "pk_attr": "id",
                "unique_together": (("owner", "kind", "known_as"),),
                "table_description": 'A place or a thing of a person\'s films, remembered for others: `kind` is "place" or "prop". One entry per name. Only `library` writes it.',
            },
            bases=["Model"],
        ),
        ops.RunSQL("UPDATE upload SET kind = 'sound' WHERE kind = 'music'"),
    ]
