"""The latest takes of an endpoint are found without reading all it ever had."""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """An index for `core.rendering.costs`."""

    dependencies = [("core", "0120_gpu")]
    operations = [RunSQL("CREATE INDEX gpu_run_latest ON gpu_run (endpoint, take_id DESC)")]
