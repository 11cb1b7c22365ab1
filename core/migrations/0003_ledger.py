"""The ledger's schema. Until the first release `ledger.sql` is this migration; afterwards changes are migrations of their own."""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL

from core.ledger.schema import statements


class Migration(Base):
    """Accounts, transactions, entries, lots, holds and the functions that move money."""

    dependencies = [("core", "0002_constraints")]
    operations = [RunSQL(statements())]
