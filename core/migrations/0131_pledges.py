"""A hold that was given back whole stands in nobody's way: a backer may withdraw and come back, or put in more."""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """Still one hold per render and wallet, as long as it is open or captured something."""

    dependencies = [("core", "0130_money")]
    operations = [
        RunSQL("ALTER TABLE ledger.hold DROP CONSTRAINT one_hold_per_render_and_wallet"),
        RunSQL("CREATE UNIQUE INDEX one_hold_per_render_and_wallet ON ledger.hold (render_id, payer_id) WHERE captured IS DISTINCT FROM 0"),
        RunSQL("CREATE INDEX hold_of_render ON ledger.hold (render_id, payer_id)"),
        RunSQL("CREATE INDEX payment_fee_unknown ON payment (at) WHERE fee IS NULL"),
        RunSQL("CREATE INDEX purchase_open ON purchase (created_at) WHERE state IN ('asked', 'open')"),
    ]
