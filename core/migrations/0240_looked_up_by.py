"""What rows are looked up by has an index: the ORM makes none for a reference to another table.

Without them every message that is shown reads all identities and all renders there are, and every new film all films.
"""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL

LOOKED_UP_BY = (
    ("identity", "person"), ("project", "owner"), ("render", "project"), ("cut", "project"), ("dialogue", "person"), ("crew", "person"), ("slate", "take"),
    ("upload", "person"), ("material", "owner"), ("asset", "project"), ("invite", "project"), ("watch_link", "render"), ("purchase", "person"),
    ("subscription", "person"), ("payment", "purchase"), ("payment", "person"),
)  # fmt: skip


class Migration(Base):
    """Indexes for `conversation.owed`, `core.standings`, `core.projects` and whoever else goes from a row to those that belong to it."""

    dependencies = [("core", "0220_taken_back")]
    operations = [RunSQL(f"CREATE INDEX {table}_by_{other} ON {table} ({other}_id)") for table, other in LOOKED_UP_BY]
