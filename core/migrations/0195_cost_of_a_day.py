"""What the shots of a day cost is summed without reading all takes there ever were."""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """An index for `core.rendering.brake`."""

    dependencies = [("core", "0003_ledger")]
    operations = [RunSQL("CREATE INDEX take_cost ON take (ended_at) INCLUDE (cost_usd) WHERE cost_usd > 0")]
