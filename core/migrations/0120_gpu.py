"""GPU services: what is known of each order, breakers of endpoints, the queue of own cards, alarms, and what a take's GPU was and cost."""

import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Tables of `core.rendering.gpu`, `endpoints`, `own_gpu` and `alarms`."""

    dependencies = [("core", "0003_ledger")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Alarm",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("kind", fields.CharField(max_length=40)),
                ("subject", fields.CharField(max_length=120)),
                ("text", fields.TextField(unique=False)),
                ("facts", fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("raised_at", fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ("cleared_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "alarm",
                "app": "core",
                "pk_attr": "id",
                "table_description": "Something the operator should look at. At most one is open for each kind and subject; it is cleared when it is over.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Breaker",
            fields=[
                ("endpoint", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=60)),
                ("state", fields.CharField(default="closed", db_default="closed", max_length=8)),
                ("failures", fields.IntField(default=0, db_default=0)),
                ("opened", fields.IntField(default=0, db_default=0)),
                ("until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.CharField(default="", db_default="", max_length=300)),
            ],
            options={
                "table": "breaker",
                "app": "core",
                "pk_attr": "endpoint",
                "table_description": "Whether an endpoint is trusted with orders: closed, open until a time, or half open with one order out to probe it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="GpuRun",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("take_id", fields.BigIntField(unique=True)),
                ("endpoint", fields.CharField(db_index=True, max_length=60)),
                ("provider_job", fields.CharField(null=True, unique=True, max_length=120)),
                ("folder", fields.CharField(max_length=120)),
                ("gpu", fields.CharField(max_length=60)),
                ("usd_per_s", fields.FloatField()),
                ("model", fields.CharField(max_length=80)),
                ("sent_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("seq", fields.IntField(default=0, db_default=0)),
                ("begun_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("moved_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("outcome", fields.CharField(default="", db_default="", max_length=20)),
            ],
            options={
                "table": "gpu_run",
                "app": "core",
                "pk_attr": "id",
                "table_description": "What is known of a take that a GPU service was asked for. Written before the asking; only `rendering.gpu` writes it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PlaneJob",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ("endpoint", fields.CharField(max_length=60)),
                ("take_id", fields.BigIntField()),
                ("input", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("state", fields.CharField(default="IN_QUEUE", db_default="IN_QUEUE", max_length=12)),
                ("worker", fields.CharField(default="", db_default="", max_length=120)),
                ("deliveries", fields.IntField(default=0, db_default=0)),
                ("timeout_s", fields.IntField()),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("taken_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("seen_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("stop_told", fields.BooleanField(default=False, db_default=False)),
                ("output", fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("error", fields.TextField(null=True, unique=False)),
            ],
            options={
                "table": "plane_job",
                "app": "core",
                "pk_attr": "id",
                "table_description": "A shot that waits for, or is with, a worker on a card of one's own. Only `rendering.own_gpu` writes it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PlaneWorker",
            fields=[
                ("worker", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=120)),
                ("endpoint", fields.CharField(max_length=60)),
                ("seen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "plane_worker",
                "app": "core",
                "pk_attr": "worker",
                "table_description": "A worker on a card of one's own, and when it was heard of last.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Take",
            name="gpu",
            field=fields.CharField(default="", db_default="", max_length=60),
        ),
        ops.AddField(
            model_name="Take",
            name="usd_per_s",
            field=fields.FloatField(default=0.0, db_default=0.0),
        ),
        ops.RunSQL("CREATE UNIQUE INDEX alarm_open ON alarm (kind, subject) WHERE cleared_at IS NULL"),
        ops.RunSQL("CREATE INDEX gpu_run_out ON gpu_run (endpoint) WHERE ended_at IS NULL"),
        ops.RunSQL("CREATE INDEX plane_job_open ON plane_job (endpoint, asked_at) WHERE ended_at IS NULL"),
        ops.RunSQL("CREATE INDEX take_by_endpoint ON take (endpoint, id) WHERE state = 'accepted'"),
    ]
