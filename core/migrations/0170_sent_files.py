"""What chats call the files they have, and the way from a message back to its post."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """The table of sent files; posts are found by their message where its reference names one."""

    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="SentFile",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("platform", fields.CharField(max_length=40)),
                ("key", fields.CharField(max_length=250)),
                ("kind", fields.CharField(max_length=12)),
                ("outside_id", fields.CharField(max_length=250)),
            ],
            options={"table": "sent_file", "app": "core", "pk_attr": "id", "unique_together": (("platform", "key"),)},
            bases=["Model"],
        ),
        ops.RunSQL("CREATE INDEX post_of_message ON post ((ref->>'chat'), (ref->>'message')) WHERE ref ? 'chat'"),
    ]
