"""Films that were taken down."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """The table of takedowns; at most one of a film is in force."""

    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Takedown",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "project",
                    fields.ForeignKeyField(
                        "core.Project", source_field="project_id", db_constraint=True, to_field="id", related_name="takedowns", on_delete=OnDelete.CASCADE
                    ),
                ),
                ("why", fields.CharField(default="", max_length=500)),
                ("by", fields.CharField(default="", max_length=80)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ("restored_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("restored_by", fields.CharField(default="", max_length=80)),
            ],
            options={
                "table": "takedown",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A film that the operator took down: nothing of it is handed out until `restored_at`.",
            },
            bases=["Model"],
        ),
        ops.RunSQL("CREATE UNIQUE INDEX takedown_in_force ON takedown (project_id) WHERE restored_at IS NULL"),
    ]
