"""Which customer of the shop pays a subscription: after accounts were linked it is not always the person's own."""

from tortoise import fields
from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import AddField


class Migration(Base):
    """Subscription.customer."""

    dependencies = [("core", "0131_pledges")]
    operations = [AddField(model_name="Subscription", name="customer", field=fields.CharField(max_length=64, default="", db_default=""))]
