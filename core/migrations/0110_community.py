"""Codes for linking and inviting, when somebody was last heard, and indexes that find posts by person and place."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Guess",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("person", fields.ForeignKeyField("core.Person", source_field="person_id", db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={
                "table": "guess",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A code that was typed and is none: too many, and no more are looked at for a while.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Invite",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("project", fields.ForeignKeyField("core.Project", source_field="project_id", db_constraint=True, to_field="id", on_delete=OnDelete.CASCADE)),
                ("role", fields.CharField(max_length=20)),
                ("salt", fields.CharField(max_length=32)),
                ("digest", fields.CharField(unique=True, max_length=64)),
                ("by", fields.ForeignKeyField("core.Person", source_field="by_id", db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "invite",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A code that lets somebody into a film's crew, once. The code is never kept: see `codes`. Only `crew` writes it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LinkCode",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("salt", fields.CharField(max_length=32)),
                ("digest", fields.CharField(unique=True, max_length=64)),
                ("person", fields.ForeignKeyField("core.Person", source_field="person_id", db_constraint=True, to_field="id", on_delete=OnDelete.RESTRICT)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "link_code",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A code by which a person shows in one chat that they are the one who got it in another. The code is never kept: see `codes`.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Dialogue",
            name="heard_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.RunSQL("CREATE INDEX guess_of_person ON guess (person_id, at)"),
        ops.RunSQL("CREATE INDEX post_here ON post (place_id, thread, id)"),
        ops.RunSQL("CREATE INDEX post_of_person ON post (person_id)"),
        ops.RunSQL("CREATE INDEX project_home ON project (home_place_id)"),
    ]
